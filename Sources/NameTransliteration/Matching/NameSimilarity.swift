public import UnicodeText

/// How likely two spellings in any scripts are the same name: قاسم سليماني, Qasem Soleimani, Касем Сулеймани.
///
/// Words are compared by the trained models, brought together in the order that fits best, and may be missing on one side.
/// `NameTransliteration.makeSimilarity()` makes one; one a task, since it owns a bounded cache and buffers.
public final class NameSimilarity {
  private let names: MatchingName
  private let matcher: WordMatcher

  init(_ settings: NameTransliteration) throws(ICUError) {
    var settings = settings
    settings.source = nil
    settings.target = .english
    let parts = try PartTransliterator(settings)
    names = try MatchingName(parts: parts)
    matcher = try WordMatcher(settings, parts: parts)
  }

  /// The probability that two spellings are the same name, from 0 to 1; 1 for the same spelling, and the same both ways.
  ///
  /// It says nothing of whether the same person is meant. What lacks a part is less likely the same, and what has no letters is
  /// the same as its own like only.
  public func similarity(_ a: String, _ b: String) -> Float {
    guard !a.utf8.elementsEqual(b.utf8) else { return 1 }
    // In one order, so that nothing depends on it.
    let (a, b) = a.utf8.lexicographicallyPrecedes(b.utf8) ? (a, b) : (b, a)
    let (first, second) = (names.words(of: a), names.words(of: b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    return NameAlignment(first, second, matcher: matcher).probability
  }
}

extension NameTransliteration {
  /// What compares names in any scripts, for one task; of these settings only the dictionary, the models and the effort count.
  ///
  /// - Throws: `ICUError` where ICU lacks its normalization data.
  public func makeSimilarity() throws(ICUError) -> NameSimilarity { try NameSimilarity(self) }

  /// What makes keys of names in any scripts, for one task; of these settings only the dictionary, the models and the effort
  /// count.
  ///
  /// - Throws: `ICUError` where ICU lacks its normalization data.
  public func makeSearchKey() throws(ICUError) -> NameSearchKey { try NameSearchKey(self) }
}
