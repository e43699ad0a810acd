/// What writes whole names.
public protocol NameTransliterating {
  /// The likeliest spellings, best first; at least one for a name that is not empty, where `limit` is above 0.
  func candidates(for name: String, limit: Int) -> [NameCandidate]
}

extension NameTransliterating {
  /// The likeliest spelling; never empty for a name that is not.
  public func best(_ name: String) -> String { candidates(for: name, limit: 1).first?.text ?? name }
}

/// A single part of a name, as it goes to whoever knows how to write it.
public struct NamePart: Hashable, Sendable {
  /// As it is written, normalized by the profile `name`; one word.
  public let text: String
  /// Its key in dictionaries, normalized by the profile `search`.
  public let key: String
  /// The language of the name it is from; nil where its letters are of no language known here.
  public let language: NameLanguage?

  /// A part of a name.
  public init(text: String, key: String, language: NameLanguage?) {
    self.text = text
    self.key = key
    self.language = language
  }
}

/// What writes a single part of a name: the seam where a trained model takes the place of dictionary and rules.
///
/// Articles, compounds and particles are dealt with by `NameTransliterator`, which asks this for what is left. One a task.
public protocol NamePartWriting {
  /// The likeliest spellings, best first, with capitals.
  func candidates(for part: NamePart, limit: Int) -> [NameCandidate]
  /// How many people are known to bear the part.
  func count(of part: NamePart) -> Int
}
