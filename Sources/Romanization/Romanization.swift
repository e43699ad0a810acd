public import TextModel

/// What a text becomes under a scheme.
public struct Romanization: Hashable, Sendable {
  /// Where the short vowels of a word are from.
  public enum Vowels: String, Sendable, CaseIterable {
    /// They stand in the text.
    case written
    /// They were supplied by a `VowelRestoring`.
    case restored
    /// There are none, so the word is only its consonants.
    case missing
  }

  /// A word of a text that should have vowels.
  public struct Word: Hashable, Sendable {
    /// Where it stands in the original.
    public var range: ByteRange
    /// Where its vowels are from.
    public var vowels: Vowels

    /// A word.
    public init(range: ByteRange, vowels: Vowels) {
      self.range = range
      self.vowels = vowels
    }
  }

  /// The romanized text.
  public var text: String
  /// The words that need vowels, in their order; none where the scheme writes no vowels.
  public var words: [Word]

  /// A romanized text.
  public init(text: String, words: [Word]) {
    self.text = text
    self.words = words
  }

  /// What is to be said of the whole: the worst that holds for one of its words; nil where none needs vowels.
  public var vowels: Vowels? {
    words.contains { $0.vowels == .missing }
      ? .missing : words.contains { $0.vowels == .restored } ? .restored : words.isEmpty ? nil : .written
  }
}
