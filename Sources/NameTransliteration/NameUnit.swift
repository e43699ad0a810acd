/// A part of a name, or several that are written as one, and its spellings.
struct NameUnit {
  /// What stands before it.
  var gap = ""
  /// Best first.
  var spellings: [NameCandidate]
  /// Whether it is a single part that a compound may take up: نصر before الله.
  var isPart = false
  /// Whether it ends with a full stop of its own.
  var isAbbreviated = false
  /// Whether no hyphen joins it to what stands before.
  var standsApart = false

  /// A unit that is written in one way only.
  static func fixed(_ text: String, gap: String, isAbbreviated: Bool = false) -> NameUnit {
    NameUnit(gap: gap, spellings: [NameCandidate(text: text, score: 1, origin: .lexicon)], isAbbreviated: isAbbreviated)
  }

  /// A unit that is known by heart, the usual spelling first.
  static func ranked(_ texts: [String], limit: Int) -> NameUnit { NameUnit(spellings: candidates(texts, limit: limit)) }

  /// Spellings known by heart. Their scores are no measured frequencies, but an order.
  static func candidates(_ texts: [String], limit: Int) -> [NameCandidate] {
    var score: Float = 1
    return texts.prefix(limit).map { text in
      defer { score /= 4 }
      return NameCandidate(text: text, score: score, origin: .lexicon)
    }
  }

  /// The best candidates, without those that say the same; of equal scores the earlier goes first.
  static func best(_ candidates: [NameCandidate], limit: Int) -> [NameCandidate] {
    // By bytes: Swift's own comparison takes quadratic time over many marks.
    var seen: Set<[UInt8]> = []
    let sorted = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return Array(sorted.map(\.element).filter { seen.insert(Array($0.text.utf8)).inserted }.prefix(limit))
  }
}
