public import Naqhara

/// One stage, or the whole job, over a text whose lines are documents.
public enum StageRun: String, CaseIterable, Sendable {
  case normalization, words, sentences, recognitionByLexicon, recognitionByModel, quantities, tagging, romanization,
    names

  /// Runs it over documents and returns what it found: as many things in every run.
  ///
  /// - Parameter lexicon: what the recognizer knows.
  public func makeWork(lexicon: EntityLexicon) throws -> ([Document]) throws -> Int {
    let tokens: [any Stage] = [WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search)]
    let recognition = EntityRecognition(lexicon: lexicon, nameParts: .embedded)
    switch self {
    case .normalization:
      let normalizer = try TextNormalizer(.search)
      var output: [UInt8] = []
      return { documents in
        documents.reduce(0) { count, document in
          output.removeAll(keepingCapacity: true)
          document.bytes.withUnsafeBufferPointer { normalizer.append($0, to: &output) }
          return count + output.count
        }
      }
    case .words: return try Self.pipeline([WordSegmentation()]) { $0.tokens.count }
    case .sentences: return try Self.pipeline([SentenceSegmentation()]) { $0.sentences.count }
    case .recognitionByLexicon: return try Self.pipeline(tokens + [recognition]) { $0.entities.count }
    case .recognitionByModel:
      let byModel = EntityRecognition(lexicon: lexicon, nameParts: .embedded, model: .embedded)
      return try Self.pipeline(tokens + [byModel]) { $0.entities.count }
    case .quantities: return try Self.pipeline(tokens + [try QuantityRecognition()]) { $0.entities.count }
    case .tagging:
      let stages = tokens + [recognition, try QuantityRecognition(), EntityNaming(NameTransliteration())]
      let worker = try Pipeline(stages: stages).makeWorker()
      let writer = JSONLinesWriter()
      var annotations = Annotations()
      var output: [UInt8] = []
      return { documents in
        try documents.reduce(0) { count, document in
          annotations.removeAll()
          output.removeAll(keepingCapacity: true)
          try worker.process(document, &annotations)
          writer.append(document, annotations, to: &output)
          return count + output.count
        }
      }
    case .romanization:
      guard let scheme = RomanizationScheme(named: "ar-buckwalter") else { return { _ in 0 } }
      let romanizer = try Romanizer(scheme)
      return { documents in try documents.reduce(0) { $0 + (try romanizer.romanize($1.text).text.utf8.count) } }
    case .names:
      let transliterator = try NameTransliteration().makeTransliterator()
      return { documents in documents.reduce(0) { $0 + transliterator.best($1.text).utf8.count } }
    }
  }

  private static func pipeline(
    _ stages: [any Stage], _ count: @escaping (Annotations) -> Int
  ) throws -> ([Document]) throws -> Int {
    let worker = try Pipeline(stages: stages).makeWorker()
    var annotations = Annotations()
    return { documents in
      try documents.reduce(0) {
        annotations.removeAll()
        try worker.process($1, &annotations)
        return $0 + count(annotations)
      }
    }
  }

  /// The lines of a file.
  public static func documents(_ path: String) throws -> [Document] {
    var options = InputOptions()
    options.format = .lines
    let reader = try DocumentReader(path: path, options: options)
    var documents: [Document] = []
    while let batch = try reader.nextBatch() { for record in batch { documents.append(try record.document.get()) } }
    return documents
  }
}
