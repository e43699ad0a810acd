import EntityLexicon
import TextModel
import TextSegmentation

/// Brings together what the lexicons and the model found.
///
/// The model decides people, organizations and places: which names are meant, where they begin and end, and of which kind they are. The
/// lexicons say who it is, and have the only word on nationalities, events, laws, works and languages. What a user's own lexicon
/// says stands in any case.
struct HybridResolution {
  /// The place of the first built-in lexicon among the images; those before it are the user's own.
  let builtInImage: Int
  /// What splits particles off names that no lexicon knows.
  let particles: UnlistedParticles

  /// The mentions that stand, in the order of the text and without overlaps. `covered` are the sentences that the model read.
  func resolve(
    _ spans: [(span: ModelRecognizer.Span, type: String)], _ lexicon: LexiconRecognizer, in view: TokenView,
    covered: [Range<Int>]
  ) -> [Candidate] {
    var unlisted: [UInt64: Int] = [:]
    let mentions = spans.indices.compactMap { index in
      Self.types[spans[index].type].map {
        var mention = mention(of: spans[index].span, $0, lexicon, &unlisted, view)
        mention.span = index
        return mention
      }
    }
    var kept: [Candidate] = []
    var dropped = [Bool](repeating: false, count: mentions.count)
    // Both lists go forward through the text.
    var next = 0
    var sentence = 0
    for listed in lexicon.resolved {
      while next < mentions.count, mentions[next].last < listed.first { next += 1 }
      while sentence < covered.count, covered[sentence].upperBound <= listed.first { sentence += 1 }
      var end = next
      while end < mentions.count, mentions[end].first <= listed.last { end += 1 }
      let isRead = sentence < covered.count && covered[sentence].contains(listed.first)
      guard !isRead || listed.image < builtInImage || stands(listed, beside: mentions[next..<end]) else { continue }
      for other in next..<end { dropped[other] = true }
      kept.append(listed)
    }
    kept += mentions.indices.lazy.filter { !dropped[$0] }.map { mentions[$0] }
    return kept.sorted {
      ($0.first, $0.procliticLetters, $0.glue.start) < ($1.first, $1.procliticLetters, $1.glue.start)
    }
  }

  /// Whether a mention of the built-in lexicon stands beside what the model found over its tokens.
  private func stands(_ listed: Candidate, beside others: ArraySlice<Candidate>) -> Bool {
    let isModelled = Self.types.values.contains { $0.contains(listed.type) }
    let isLong = listed.evidence == .lexicon && listed.tokenCount > 1
    // Corpora leave out bodies that readers look for: البيت الأبيض. A listed name of several words is no accident.
    if others.isEmpty {
      return !isModelled || listed.evidence == .glued || isLong && [.organization, .person].contains(listed.type)
    }
    // A longer name than the model saw: معركة بدر, نادي نيويورك الاقتصادي. Of places it is the model that knows how far they go.
    if isLong,
      listed.type == .organization || !isModelled || others.allSatisfy({ $0.image == Candidate.unlistedImage }),
      others.allSatisfy({ $0.first >= listed.first && $0.last <= listed.last }),
      listed.tokenCount > others.reduce(0, { $0 + $1.tokenCount })
    {
      return true
    }
    // Two names written together are no third one.
    return listed.evidence == .glued && others.allSatisfy { $0.image == Candidate.unlistedImage }
  }

  /// Which types the model's labels stand for, the usual one first.
  private static let types: [String: [EntityType]] = [
    "PER": [.person], "ORG": [.organization], "LOC": [.geopolitical, .location, .facility],
  ]

  /// The mention of a span: of the lexicons' candidates with the same tokens the best, else an unlisted one.
  private func mention(
    of span: ModelRecognizer.Span, _ types: [EntityType], _ lexicon: LexiconRecognizer,
    _ unlisted: inout [UInt64: Int], _ view: TokenView
  ) -> Candidate {
    let candidates = lexicon.candidates
    var best: (rank: Int, candidate: Candidate)?
    // Candidates are in the order of their first token.
    var index = candidates.partitioningIndex { $0.first >= span.tokens.lowerBound }
    while index < candidates.count, candidates[index].first == span.tokens.lowerBound {
      let candidate = candidates[index]
      index += 1
      guard candidate.last == span.tokens.upperBound, candidate.glue == (0, 0) else { continue }
      let fits = types.contains(candidate.type)
      // A namesake lends its English name, as cities do to clubs.
      guard fits || [.person, .organization, .geopolitical, .location, .facility].contains(candidate.type) else {
        continue
      }
      let isCertain = candidate.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle])
      let rank = (fits ? 8 : 0) + (isCertain ? 4 : 0) - min(candidate.procliticLetters, 3)
      if best.map({ rank > $0.rank }) ?? true {
        var candidate = candidate
        if !fits {
          candidate.isNamesake = true
          candidate.type = types[0]
        }
        best = (rank, candidate)
      }
    }
    var mention =
      best?.candidate
      ?? {
        var mention = Candidate(
          first: span.tokens.lowerBound, last: span.tokens.upperBound,
          procliticLetters: particles.letters(of: span.tokens.lowerBound, in: view), image: Candidate.unlistedImage,
          entity: 0, type: types[0])
        // The same words are the same name, with and without particles.
        let name = view.nameHash(of: mention)
        mention.entity = unlisted[name] ?? unlisted.count + 1
        unlisted[name] = mention.entity
        return mention
      }()
    mention.evidence = .model
    mention.probability = span.probability
    return mention
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which a condition holds, where it holds from some place on.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
