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

  /// The language of the names; nil where the letters of each name tell.
  public var source: NameLanguage?
  /// The language in which they are written.
  public var target: Target
  /// The name parts known by heart; nil for rules alone.
  public var dictionary: NamePartDictionary?
  /// The habits in which Arabic and Persian names are written in English.
  public var style = NameStyle.press
  /// How the Arabic article is written; nil as the style has it.
  public var article: NameArticle?
  /// Whether titles before names are written.
  public var titles = NameTitles.keep

  /// Settings, with the dictionary that travels inside the binary.
  public init(from source: NameLanguage? = nil, to target: Target = .english) {
    self.init(from: source, to: target, dictionary: .embedded)
  }

  /// Settings with a dictionary of one's own, or none.
  public init(from source: NameLanguage?, to target: Target, dictionary: NamePartDictionary?) {
    self.source = source
    self.target = target
    self.dictionary = dictionary
  }

  /// A transliterator for one task.
  ///
  /// - Throws: `ICUError` where ICU lacks its data.
  public func makeTransliterator() throws(ICUError) -> NameTransliterator {
    let parts = DictionaryAndRules(dictionary)
    return switch target {
    case .english, .arabic: try NameTransliterator(self, parts: parts)
    case .russian: try NameTransliterator(self, parts: RulesToTarget("english-russian", otherwise: parts))
    case .hebrew: try NameTransliterator(self, parts: RulesToTarget("english-hebrew", otherwise: parts))
    }
  }
}
