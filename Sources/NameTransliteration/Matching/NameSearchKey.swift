import UnicodeText

/// A key that most spellings of a name have in common, in any scripts: for an index from which candidates are taken that
/// `NameSimilarity` then judges.
///
/// Each part is brought to its likeliest English spelling and to its consonants' classes (`ConsonantSkeleton`); articles,
/// particles and initials are left out, and the parts are sorted, so that the family's name may come first or last.
/// `NameTransliteration.makeSearchKey()` makes one; one a task.
public final class NameSearchKey {
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

  /// The key, of small letters and spaces; empty for what has no letters that can be written in English.
  public func key(for name: String) -> String {
    let words = names.words(of: name)
    let parts = words.filter { $0.kind == .name }
    let skeletons = (parts.isEmpty ? words : parts).map {
      String(decoding: ConsonantSkeleton.of(Self.withoutInnerArticle(matcher.english($0))), as: UTF8.self)
    }
    return skeletons.filter { !$0.isEmpty }.sorted().joined(separator: " ")
  }

  /// Abdelrahman, Abdulrahman and Abdurrahman are one: Abd-rahman.
  private static func withoutInnerArticle(_ word: [UInt8]) -> [UInt8] {
    let servant = Array("abd".utf8)
    guard word.count >= 7, word.starts(with: servant), "aeou".utf8.contains(word[3]) else { return word }
    let isArticle = word[4] == UInt8(ascii: "l") || word[4] == word[5]
    return isArticle ? servant + word[5...] : word
  }
}
