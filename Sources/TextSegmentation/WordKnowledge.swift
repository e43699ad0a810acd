/// What is known about words: a lexicon, a frequency list.
public protocol WordKnowledge: Sendable {
  /// How frequent the word with this key (profile `search`) is on the Zipf scale: the decimal logarithm of its occurrences
  /// in a billion words, so 3 for a rare word and 7 for the most frequent; nil where it is unknown.
  ///
  /// A lexicon without frequencies may answer 4 for every word that it has.
  func frequency(ofKey key: UnsafeRawBufferPointer) -> Float?
}
