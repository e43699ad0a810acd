import Naqhara

/// The pipeline behind `tag` and `inspect`.
enum Recognizer {
  static func stages(lexicon: EntityLexicon, options: EntityRecognition.Options) throws -> [any Stage] {
    [
      WordSegmentation(),
      SentenceSegmentation(),
      TokenNormalization(.search),
      EntityRecognition(lexicon: lexicon, nameParts: NamePartDictionary.embedded, options: options),
      try QuantityRecognition(includesOverlapping: options.includesOverlapping),
      EntityNaming(NameTransliteration()),
    ]
  }
}
