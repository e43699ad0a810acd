public import UnicodeText

/// How names are to be written: the settings from which each task makes its own `NameTransliterator`.
public struct NameTransliteration: Sendable {
  /// The language in which names are written.
  public enum Target: String, CaseIterable, Sendable {
    /// As English news agencies write them.
    case english = "en"
    /// As Arabic newspapers write them.
    case arabic = "ar"
    /// As Russian newspapers write them.
    case russian = "ru"
    /// As Hebrew newspapers write them.
    case hebrew = "he"

    /// How the files of rules call it.
    var rulesName: String {
      switch self {
      case .english: "english"
      case .arabic: "arabic"
      case .russian: "russian"
      case .hebrew: "hebrew"
      }
    }

    /// Whether a word of this language is in the target's letters already.
    func isWritten(in language: NameLanguage?) -> Bool {
      switch self {
      case .english: language == .english
      case .arabic: language?.isArabicScript == true
      case .russian: language == .russian || language == .ukrainian
      case .hebrew: language == .hebrew
      }
    }
  }

  /// How much is done for a part that nobody knows by heart.
  public enum Effort: String, CaseIterable, Sendable {
    /// A narrow search: for bulk text.
    case fast
    /// A wide search, whose candidates are also scored from right to left and backwards: for single names.
    case accurate
  }

  /// The language of the names; nil where the letters of each name tell.
  public var source: NameLanguage?
  /// The language in which they are written.
  public var target: Target
  /// The name parts known by heart; nil for none.
  public var dictionary: NamePartDictionary?
  /// The trained models; nil for rules alone.
  public var model: NameModel?
  /// How much is done for a part that the dictionary does not know.
  public var effort: Effort
  /// The habits in which Arabic and Persian names are written in English.
  public var style = NameStyle.press
  /// How the Arabic article is written; nil as the style has it.
  public var article: NameArticle?
  /// Whether titles before names are written.
  public var titles = NameTitles.keep

  /// Settings, with the dictionary and the models that travel inside the binary.
  public init(from source: NameLanguage? = nil, to target: Target = .english, effort: Effort = .fast) {
    self.init(from: source, to: target, dictionary: .embedded, model: .embedded, effort: effort)
  }

  /// Settings with a dictionary and models of one's own, or none.
  public init(
    from source: NameLanguage?, to target: Target, dictionary: NamePartDictionary?, model: NameModel? = nil,
    effort: Effort = .fast
  ) {
    self.source = source
    self.target = target
    self.dictionary = dictionary
    self.model = model
    self.effort = effort
  }

  /// A transliterator for one task.
  ///
  /// - Throws: `ICUError` where ICU lacks its data.
  public func makeTransliterator() throws(ICUError) -> NameTransliterator {
    try NameTransliterator(self, parts: PartTransliterator(self))
  }
}
