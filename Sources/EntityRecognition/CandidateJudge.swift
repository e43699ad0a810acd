import EntityLexicon
import TextModel
import TextSegmentation

/// Decides which of the names that the words spell are meant.
///
/// A name that needs no evidence stands by itself. One that does is admitted by a title or cue directly before it
/// (adjectives of nationality, the name of a body and quotation marks may stand between), or, for people, by the full name
/// elsewhere in the document.
struct CandidateJudge {
  /// How far back a title may stand, in steps over an adjective, a body's name or a quotation mark.
  private static let maximumSteps = 4

  /// For each token: where the name of a body or group that ends in it begins; `none` where no such name does.
  private var phraseStarts: [Int] = []
  private static let none = -1

  /// The candidates that stand, with their evidence.
  mutating func judge(_ candidates: [Candidate], contexts: [TokenContext], view: TokenView) -> [Candidate] {
    guard !candidates.isEmpty else { return [] }
    phraseStarts.removeAll(keepingCapacity: true)
    phraseStarts.append(contentsOf: repeatElement(Self.none, count: view.tokens.count))
    var candidates = candidates
    var undecided = false
    for index in candidates.indices {
      let candidate = candidates[index]
      guard candidate.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle]) else {
        undecided = true
        continue
      }
      guard hasRightCase(candidate, view) else { continue }
      if candidate.evidence == nil { candidates[index].evidence = .lexicon }
      switch candidate.type {
      case .norp, .organization, .geopolitical:
        if phraseStarts[candidate.last] == Self.none || phraseStarts[candidate.last] > candidate.first {
          phraseStarts[candidate.last] = candidate.first
        }
      default: break
      }
    }
    if undecided {
      for index in candidates.indices where candidates[index].evidence == nil {
        let candidate = candidates[index]
        guard !candidate.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle]),
          isAdmitted(candidate, contexts, view),
          hasRightCase(candidate, view)
        else { continue }
        candidates[index].evidence = .context
      }
      admitByDocument(&candidates, view)
    }
    return candidates.filter { $0.evidence != nil }
  }

  /// Whether a title or cue for its type stands before a candidate.
  private func isAdmitted(_ candidate: Candidate, _ contexts: [TokenContext], _ view: TokenView) -> Bool {
    let wanted = TokenContext(admitting: candidate.type)
    // A particle would come between the head and its name: «وكالة وتاس» are two.
    guard !wanted.isEmpty, candidate.procliticLetters == 0 else { return false }
    // The name goes on, so that it is another's: الشاعر لبيد بن ربيعة.
    if candidate.type == .person, candidate.last + 1 < view.tokens.count, view.continues(candidate.last + 1),
      contexts[candidate.last + 1].contains(.personRelation)
    {
      return false
    }
    var index = candidate.first
    for _ in 0...Self.maximumSteps {
      guard view.continues(index) else { return false }
      let previous = index - 1
      if !contexts[previous].isDisjoint(with: wanted) { return true }
      // The full stop is that of an initial, or of a title: Gen. Milley.
      let isStop = view.symbol(previous) == UInt8(ascii: ".") && previous > 0
      if view.isQuote(previous)
        || isStop && (view.key(previous - 1).count <= 2 || !contexts[previous - 1].isDisjoint(with: wanted))
      {
        index = previous
      } else if phraseStarts[previous] != Self.none {
        index = phraseStarts[previous]
      } else {
        return false
      }
    }
    return false
  }

  /// Admits the short names of people whose full name, or titled name, stands anywhere in the document.
  private func admitByDocument(_ candidates: inout [Candidate], _ view: TokenView) {
    var firstMention: [Candidate.Identity: Int] = [:]
    for candidate in candidates where candidate.type == .person && candidate.evidence != nil {
      firstMention[candidate.identity] = min(firstMention[candidate.identity] ?? .max, candidate.first)
    }
    guard !firstMention.isEmpty else { return }
    var index = 0
    while index < candidates.count {
      // Several people may share a short name: of those present, the one who was introduced last before it, else first after.
      let span = candidates[index]
      var best: (index: Int, mention: Int)?
      var end = index
      while end < candidates.count, candidates[end].first == span.first {
        let candidate = candidates[end]
        if candidate.type == .person, candidate.evidence == nil, !candidate.conditions.contains(.onlyWithTitle),
          let mention = firstMention[candidate.identity], hasRightCase(candidate, view)
        {
          let isBetter =
            best.map { best in
              (mention <= span.first) == (best.mention <= span.first)
                ? (mention <= span.first ? mention > best.mention : mention < best.mention) : mention <= span.first
            } ?? true
          if isBetter { best = (end, mention) }
        }
        end += 1
      }
      if let best { candidates[best.index].evidence = .document }
      index = end
    }
  }

  /// Whether the text has the capitals that the name is written with.
  private func hasRightCase(_ candidate: Candidate, _ view: TokenView) -> Bool {
    guard !candidate.conditions.isDisjoint(with: [.initialCapital, .allCapitals]) else { return true }
    for index in candidate.first...candidate.last {
      for scalar in String(decoding: view.original(index), as: UTF8.self).unicodeScalars {
        if candidate.conditions.contains(.allCapitals) {
          if scalar.properties.isLowercase { return false }
        } else if scalar.properties.isCased {
          return scalar.properties.isUppercase
        }
      }
    }
    return true
  }
}
