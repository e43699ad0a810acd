/// Brings the words of two names together, and says how likely the names are the same.
struct NameAlignment {
  /// How many words may be written as one elsewhere.
  private static let maximumRun = 3

  /// The best way to bring the beginnings of two names together.
  fileprivate struct Path {
    /// Of the words that were brought together: the logarithm of the probability that all are the same.
    var matched: Float = 0
    /// The words left alone on either side; particles count apart.
    var alone = (first: 0, second: 0)
    var aloneParticles = 0

    /// What paths are compared by. It is the value but for a constant, since every path through the same words leaves as many
    /// more alone on one side than on the other.
    var rank: Float {
      matched + MatchCalibration.contradiction / 2 * Float(alone.first + alone.second)
        + MatchCalibration.missingParticle * Float(aloneParticles)
    }

    /// The logarithm of the probability that the names are the same: words left alone on both sides contradict each other.
    var value: Float {
      let contradictions = min(alone.first, alone.second)
      let missing = max(alone.first, alone.second) - contradictions
      return matched + MatchCalibration.contradiction * Float(contradictions)
        + MatchCalibration.missing * Float(missing) + MatchCalibration.missingParticle * Float(aloneParticles)
    }
  }

  private let matcher: WordMatcher
  private let first: [MatchingWord]
  private let second: [MatchingWord]
  /// Whether both names have several parts.
  private let isInContext: Bool
  /// The logarithms of the probabilities of pairs of words.
  private var pairs: [Float]
  /// Of a word of the one name and a run of two or more words of the other, by their first place and their count.
  private var runs: [(place: Int, count: Int, other: Int, isOfFirst: Bool, score: Float)] = []

  init(_ first: [MatchingWord], _ second: [MatchingWord], matcher: WordMatcher) {
    self.matcher = matcher
    self.first = first
    self.second = second
    isInContext = first.count { $0.kind == .name } > 1 && second.count { $0.kind == .name } > 1
    pairs = []
    for a in first { for b in second { pairs.append(score(a, b)) } }
    // Only where the counts differ can one side have written as one what the other did not.
    if first.count > second.count { addRuns(of: first, with: second, isOfFirst: true) }
    if second.count > first.count { addRuns(of: second, with: first, isOfFirst: false) }
  }

  private mutating func addRuns(of words: [MatchingWord], with others: [MatchingWord], isOfFirst: Bool) {
    let most = min(Self.maximumRun, words.count - others.count + 1)
    for place in words.indices {
      for count in 2...max(2, most) where place + count <= words.count {
        let joined = MatchingWord.joined(words[place..<place + count])
        for (other, word) in others.enumerated() where word.kind == .name {
          let score = score(joined, word)
          runs.append((place, count, other, isOfFirst, score))
        }
      }
    }
  }

  /// The logarithm of the probability that two words are the same.
  private func score(_ a: MatchingWord, _ b: MatchingWord) -> Float {
    switch (a.kind, b.kind) {
    case (.particle, .particle): return 0
    case (.initial, .particle), (.particle, .initial): return MatchCalibration.contradiction
    case (.initial, _), (_, .initial):
      let (one, other) = (matcher.english(a), matcher.english(b))
      guard let letter = one.first,
        letter == other.first || ConsonantSkeleton.of(one).first == ConsonantSkeleton.of(other).first
      else { return MatchCalibration.contradiction }
      return a.kind == b.kind ? 0 : MatchCalibration.initial
    default:
      let odds = matcher.logOdds(a, b)
      guard odds < .infinity else { return 0 }
      return max(
        MatchCalibration.contradiction,
        FastMath.log(FastMath.probability(ofLogOdds: odds + (isInContext ? MatchCalibration.context : 0))))
    }
  }

  /// The probability that the names are the same, by the best order of their words.
  var probability: Float {
    var best = value(turned: 0)
    for turn in second.indices.dropFirst() { best = max(best, value(turned: turn) + MatchCalibration.turned) }
    return min(1, max(0, FastMath.exp(best)))
  }

  /// The value of the best path where the second name begins with another of its words, as the family's name before the own.
  private func value(turned turn: Int) -> Float {
    let width = second.count + 1
    var paths = [Path](repeating: Path(matched: -.infinity), count: (first.count + 1) * width)
    paths[0] = Path()
    for i in 0...first.count {
      for j in 0...second.count {
        let index = i * width + j
        func consider(_ path: Path) { if path.rank > paths[index].rank { paths[index] = path } }
        if i > 0 { consider(paths[index - width].leaving(first[i - 1], isOfFirst: true)) }
        if j > 0 { consider(paths[index - 1].leaving(second[place(j - 1, turn)], isOfFirst: false)) }
        if i > 0, j > 0 {
          consider(paths[index - width - 1].matching(pairs[(i - 1) * second.count + place(j - 1, turn)]))
        }
        for run in runs {
          let (ofFirst, ofSecond) = run.isOfFirst ? (run.count, 1) : (1, run.count)
          guard i >= ofFirst, j >= ofSecond else { continue }
          let start = (i - ofFirst, place(j - ofSecond, turn))
          // A run does not begin at the end of a name that was turned, and end at its beginning.
          guard start == (run.isOfFirst ? (run.place, run.other) : (run.other, run.place)) else { continue }
          consider(paths[(i - ofFirst) * width + j - ofSecond].matching(run.score))
        }
      }
    }
    return paths[paths.count - 1].value
  }

  private func place(_ index: Int, _ turn: Int) -> Int { (index + turn) % max(1, second.count) }
}

extension NameAlignment.Path {
  fileprivate func leaving(_ word: MatchingWord, isOfFirst: Bool) -> Self {
    var path = self
    if word.kind == .particle {
      path.aloneParticles += 1
    } else if isOfFirst {
      path.alone.first += 1
    } else {
      path.alone.second += 1
    }
    return path
  }

  fileprivate func matching(_ score: Float) -> Self {
    var path = self
    path.matched += score
    return path
  }
}
