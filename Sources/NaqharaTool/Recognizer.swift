import Naqhara

/// The pipeline behind `tag` and `inspect`.
enum Recognizer {
  static func stages(lexicon: EntityLexicon, options: EntityRecognition.Options) throws -> [any Stage] {
    [
      WordSegmentation(),
      SentenceSegmentation(),
      TokenNormalization(.search),
      EntityRecognition(lexicon: lexicon, nameParts: try NamePartDictionary.builtIn(), options: options),
      EntityNaming(NameTransliteration()),
    ]
  }
}
