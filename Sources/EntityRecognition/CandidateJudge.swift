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

  /// Sets `evidence` of the candidates that stand.
  func judge(_ candidates: inout [Candidate], contexts: [TokenContext], view: TokenView) {
    // Names that need nothing, and where those end that may stand between a title and a person.
    var phraseStarts: [Int: Int] = [:]
    for index in candidates.indices {
      let candidate = candidates[index]
      guard hasRightCase(candidate, view) else {
        candidates[index].conditions.insert([.needsContext, .onlyWithTitle])
        candidates[index].type = .quantity  // Admitted by nothing.
        continue
      }
      guard candidate.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle]) else { continue }
      if candidate.evidence == nil { candidates[index].evidence = .lexicon }
      switch candidate.type {
      case .norp, .organization, .geopolitical:
        phraseStarts[candidate.last] = min(phraseStarts[candidate.last] ?? candidate.first, candidate.first)
      default: break
      }
    }
    // Names that a title or cue admits.
    for index in candidates.indices where candidates[index].evidence == nil {
      if isAdmitted(candidates[index], contexts, phraseStarts, view) { candidates[index].evidence = .context }
    }
    admitByDocument(&candidates)
  }

  /// Whether a title or cue for its type stands before a candidate.
  private func isAdmitted(
    _ candidate: Candidate, _ contexts: [TokenContext], _ phraseStarts: [Int: Int], _ view: TokenView
  ) -> Bool {
    let wanted = TokenContext(admitting: candidate.type)
    // A particle would come between the head and its name: «وكالة وتاس» are two.
    guard !wanted.isEmpty, candidate.procliticLetters == 0 else { return false }
    var index = candidate.first
    for _ in 0...Self.maximumSteps {
      guard view.continues(index) else { return false }
      let previous = index - 1
      if !contexts[previous].isDisjoint(with: wanted) { return true }
      if view.isQuote(previous) || view.symbol(previous) == UInt8(ascii: ".") && previous > 0 && view.key(previous - 1).count <= 2
      {
        index = previous
      } else if let start = phraseStarts[previous] {
        index = start
      } else {
        return false
      }
    }
    return false
  }

  /// Admits the short names of people whose full name, or titled name, stands anywhere in the document.
  private func admitByDocument(_ candidates: inout [Candidate]) {
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
          let mention = firstMention[candidate.identity]
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
