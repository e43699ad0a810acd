extension QuantityKnowledge {
  /// What a spelling means, and the next meaning of the same words.
  struct Sense: Sendable {
    let row: UInt16
    let isDoubtful: Bool
    let language: QuantityLanguage
    let kind: QuantityWord.Kind
    let next: Int32
  }

  /// What the words of a node are, all meanings together: most questions of the rules are answered by these bits, with no.
  struct Meaning: Sendable {
    /// The kinds, a bit each.
    private(set) var kinds: UInt64 = 0
    /// The small words that it is, a bit each.
    private(set) var links: UInt16 = 0
    /// The language of the last meaning.
    private(set) var language: QuantityLanguage?

    mutating func add(_ word: QuantityWord, _ language: QuantityLanguage) {
      kinds |= word.kind.bit
      if word.kind == .link, let link = QuantityLink(rawValue: word.code) { links |= link.bit }
      self.language = language
    }

    /// Whether a rule begins with such words.
    var mayBegin: Bool { kinds & Self.beginnings != 0 || links & Self.linkBeginnings != 0 }

    /// Whether a rule takes such words with nothing behind them.
    var mayStandAlone: Bool { kinds & Self.alone != 0 }

    private static var linkBeginnings: UInt16 { QuantityLink.between.bit | QuantityLink.a.bit }
    private static let beginnings = QuantityWord.Kind.allCases.reduce(0 as UInt64) { $0 | ($1.mayBegin ? $1.bit : 0) }
    private static let alone =
      ([.deictic, .weekday, .month, .period, .decade, .unit, .currency] as [QuantityWord.Kind])
      .reduce(0 as UInt64) { $0 | $1.bit }
  }

  /// A place in the trie: the beginning of spellings.
  struct Node: Sendable {
    var firstSense: Int32 = -1
    var hasChildren = false
    /// Whether it means more than the small words that join others.
    private(set) var isCore = false
    /// Whether a Persian word is among its meanings, so that the text's language matters.
    private(set) var dependsOnLanguage = false
    /// What it means in a Persian text, and in others.
    private var inPersian = Meaning()
    private var elsewhere = Meaning()

    var hasSenses: Bool { firstSense >= 0 }

    /// What it means. Persian words count in Persian texts alone, since many are others in Arabic: فردا.
    @inline(__always)
    func meaning(isPersian: Bool) -> Meaning { isPersian ? inPersian : elsewhere }

    mutating func add(_ word: QuantityWord, _ language: QuantityLanguage) {
      inPersian.add(word, language)
      if language == .persian { dependsOnLanguage = true } else { elsewhere.add(word, language) }
      if word.kind.isCore { isCore = true }
    }
  }
}

extension QuantityWord.Kind {
  /// Whether it is more than a small word that joins others.
  fileprivate var isCore: Bool {
    switch self {
    case .link, .relative, .name, .ordinalEnding, .pluralEnding, .era, .nation, .rate, .roman, .yearMark: false
    default: true
    }
  }

  /// Whether a rule begins with such a word; of the links, only those of `Meaning.linkBeginnings` do.
  fileprivate var mayBegin: Bool {
    switch self {
    case .link, .ordinalEnding, .pluralEnding, .era, .zone, .oclock, .ampm, .nation, .rate, .signScale: false
    default: true
    }
  }
}
