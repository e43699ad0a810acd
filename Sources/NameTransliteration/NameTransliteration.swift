public import UnicodeText

/// How names are to be written: the settings from which each task makes its own `NameTransliterator`.
public struct NameTransliteration: Sendable {
  /// The language in which names are written.
  public enum Target: String, CaseIterable, Sendable {
    /// As English news agencies write them.
    case english = "en"
    /// As Arabic newspapers write them.
    case arabic = "ar"
  }

  /// The language of the names; nil where the letters of each name tell.
  public var source: NameLanguage?
  /// The language in which they are written.
  public var target: Target
  /// The name parts known by heart; nil for rules alone.
  public var dictionary: NamePartDictionary?

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
    try NameTransliterator(self, parts: DictionaryAndRules(dictionary))
  }
}
