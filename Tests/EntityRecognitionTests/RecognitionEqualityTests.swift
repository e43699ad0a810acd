import EntityLexicon
import Naqhara
import TestSupport
import Testing
import TextModel
import TextPipeline

@testable import EntityRecognition

@Suite("Recognition's fast roads, on the corpus")
struct RecognitionEqualityTests {
  /// Letters of languages that are read in further ways: those whose names are inflected, and Persian.
  private static func isReadOtherwise(_ scalar: Unicode.Scalar) -> Bool {
    (0x400..<0x530).contains(scalar.value) || (0x680..<0x700).contains(scalar.value)
  }

  @Test("The same names as by single look-ups without filters", arguments: EqualityCorpus.parts)
  func candidates(part: Int) throws {
    let image = try EntityLexicon.builtInImage(verifyingChecksum: false)
    var finder = CandidateFinder(EntityLexicon(images: [image]))
    let worker = try Pipeline(stages: TestRecognizer.earlier).makeWorker()
    var annotations = Annotations()
    var count = 0
    try EqualityCorpus.forEachDocument(of: part) { document in
      guard !document.text.unicodeScalars.contains(where: Self.isReadOtherwise) else { return }
      annotations.removeAll()
      try worker.process(document, &annotations)
      finder.find(in: annotations, of: document)
      let view = TokenView(bytes: document.bytes, tokens: annotations.tokens, keys: annotations.keys)
      let plain = PlainCandidateFinder(image, view)
      func facts(_ candidate: Candidate) -> [Int] {
        [
          candidate.first, candidate.last, candidate.procliticLetters, candidate.entity,
          Int(candidate.conditions.rawValue),
        ]
      }
      let found = finder.candidates.filter { $0.glue == (0, 0) }.map(facts)
      try #require(found == plain.candidates.map(facts), "\(document.id): \(document.text.debugDescription)")
      try #require(finder.contexts == plain.contexts, "\(document.id): \(document.text.debugDescription)")
      count += found.count
    }
    #expect(count > 50)
  }

  /// What a worker remembers of earlier documents is only there for speed.
  @Test("Workers side by side, in other orders, write the same", arguments: [false, true], EqualityCorpus.parts)
  func order(usesModel: Bool, part: Int) async throws {
    let stages: [any Stage] = [
      WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search),
      EntityRecognition(lexicon: try .builtIn(), nameParts: .embedded, model: usesModel ? .embedded : nil),
      try QuantityRecognition(includesOverlapping: false), EntityNaming(NameTransliteration()),
    ]
    let pipeline = Pipeline(stages: stages)
    let ahead = try pipeline.makeWorker()
    let behind = try pipeline.makeWorker()
    let writer = JSONLinesWriter()
    func lines(_ documents: some Sequence<Document>, _ worker: any StageWorker) throws -> [[UInt8]] {
      var annotations = Annotations()
      return try documents.map { document in
        annotations.removeAll()
        try worker.process(document, &annotations)
        var line: [UInt8] = []
        writer.append(document, annotations, to: &line)
        return line
      }
    }
    var batch: [Document] = []
    func compare() throws {
      let found = try lines(batch, ahead)
      let expected = try lines(batch.reversed(), behind)
      try #require(found == expected.reversed())
      batch.removeAll(keepingCapacity: true)
    }
    try EqualityCorpus.forEachDocument(of: part) { document in
      batch.append(document)
      if batch.count == 64 { try compare() }
    }
    try compare()
  }
}
