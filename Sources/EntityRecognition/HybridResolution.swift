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
    _ spans: [ModelRecognizer.Span], _ lexicon: LexiconRecognizer, in view: TokenView, covered: [Range<Int>]
  ) -> [Candidate] {
    let decided = lexicon.resolved
    let isUsers = { (mention: Candidate) in mention.image < builtInImage }
    var mentions: [Candidate] = []
    var next = 0
    var unlisted = 0
    for span in spans {
      guard let types = Self.types[span.type] else { continue }
      mentions.append(mention(of: span, types, lexicon.candidates, &unlisted, view))
    }
    // Both lists go forward through the text.
    var kept: [Candidate] = []
    var dropped = [Bool](repeating: false, count: mentions.count)
    var sentence = 0
    for mention in decided {
      while sentence < covered.count, covered[sentence].upperBound <= mention.first { sentence += 1 }
      let isRead = sentence < covered.count && covered[sentence].contains(mention.first)
      while next < mentions.count, mentions[next].last < mention.first { next += 1 }
      var others: [Int] = []
      var other = next
      while other < mentions.count, mentions[other].first <= mention.last {
        others.append(other)
        other += 1
      }
      let isModelled = Self.types.values.contains { $0.contains(mention.type) }
      let stands =
        if isUsers(mention) || !isRead {
          true
        } else if others.isEmpty {
          !isModelled || mention.evidence == .glued
        } else {
          // An event or a law that a place is part of: معركة بدر.
          !isModelled && others.allSatisfy { mentions[$0].first >= mention.first && mentions[$0].last <= mention.last }
            && mention.tokenCount > others.reduce(0) { $0 + mentions[$1].tokenCount }
        }
      guard stands else { continue }
      for other in others { dropped[other] = true }
      kept.append(mention)
    }
    kept += mentions.indices.lazy.filter { !dropped[$0] }.map { mentions[$0] }
    return kept.sorted { ($0.first, $0.procliticLetters, $0.glue.start) < ($1.first, $1.procliticLetters, $1.glue.start) }
  }

  /// Which types the model's labels stand for, the usual one first.
  private static let types: [String: [EntityType]] = [
    "PER": [.person], "ORG": [.organization], "LOC": [.geopolitical, .location, .facility],
  ]

  /// The mention of a span: of the lexicons' candidates with the same tokens the best, else an unlisted one.
  private func mention(
    of span: ModelRecognizer.Span, _ types: [EntityType], _ candidates: [Candidate], _ unlisted: inout Int,
    _ view: TokenView
  ) -> Candidate {
    var best: (rank: Int, candidate: Candidate)?
    // Candidates are in the order of their first token.
    var index = candidates.partitioningIndex { $0.first >= span.tokens.lowerBound }
    while index < candidates.count, candidates[index].first == span.tokens.lowerBound {
      let candidate = candidates[index]
      index += 1
      guard candidate.last == span.tokens.upperBound, candidate.glue == (0, 0) else { continue }
      let fits = types.contains(candidate.type)
      // A namesake lends its English name, as cities do to clubs.
      guard fits || [.person, .organization, .geopolitical, .location, .facility].contains(candidate.type) else { continue }
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
        unlisted += 1
        return Candidate(
          first: span.tokens.lowerBound, last: span.tokens.upperBound,
          procliticLetters: particles.letters(of: span.tokens.lowerBound, in: view), image: Candidate.unlistedImage,
          entity: unlisted, type: types[0])
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
