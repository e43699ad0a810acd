/// What knows the vowels that the spelling leaves out: the seam for a dictionary or a trained model. One a task.
public protocol VowelRestoring {
  /// The word with its vowel marks, or nil where they are not known.
  ///
  /// It is asked for words without a vowel mark, of at most 48 scalars. An answer with other letters than the word's is not
  /// used.
  func vowelled(_ word: String) -> String?
}
