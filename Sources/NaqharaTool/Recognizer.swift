import Naqhara

/// The pipeline behind `tag` and `inspect`.
enum Recognizer {
  /// - Parameters:
  ///   - usesModel: whether trained weights decide (`--mode hybrid`) or the lexicons alone.
  ///   - findsQuantities: whether quantities are looked for, besides names.
  static func stages(
    lexicon: EntityLexicon, usesModel: Bool = true, findsQuantities: Bool = true,
    options: EntityRecognition.Options = .init()
  ) throws -> [any Stage] {
    var stages: [any Stage] = [
      WordSegmentation(),
      SentenceSegmentation(),
      TokenNormalization(.search),
      EntityRecognition(
        lexicon: lexicon, nameParts: NamePartDictionary.embedded,
        model: usesModel ? RecognitionModel.embedded : nil, options: options),
    ]
    if findsQuantities { stages.append(try QuantityRecognition(includesOverlapping: options.includesOverlapping)) }
    stages.append(EntityNaming(NameTransliteration()))
    return stages
  }
}
