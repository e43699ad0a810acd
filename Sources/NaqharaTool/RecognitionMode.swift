/// Who decides which names are meant.
enum RecognitionMode: String, CaseIterable {
  /// Trained weights, with what the lexicons say among their evidence.
  case hybrid
  /// The lexicons alone.
  case lexicon
}
