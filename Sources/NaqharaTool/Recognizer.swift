import Naqhara

/// The pipeline behind `tag` and `inspect`.
enum Recognizer {
  /// - Parameter usesModel: whether trained weights decide (`--mode hybrid`) or the lexicons alone.
  static func stages(
    lexicon: EntityLexicon, usesModel: Bool = true, options: EntityRecognition.Options = .init()
  ) throws -> [any Stage] {
    [
      WordSegmentation(),
      SentenceSegmentation(),
      TokenNormalization(.search),
      EntityRecognition(
        lexicon: lexicon, nameParts: NamePartDictionary.embedded,
        model: usesModel ? RecognitionModel.embedded : nil, options: options),
      try QuantityRecognition(includesOverlapping: options.includesOverlapping),
      EntityNaming(NameTransliteration()),
    ]
  }
}
