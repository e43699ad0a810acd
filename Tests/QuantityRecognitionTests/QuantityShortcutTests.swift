import TestSupport
import Testing
import TextModel
import TextPipeline

@testable import QuantityRecognition

@Suite("The shortcuts by which nearly every word is passed over")
struct QuantityShortcutTests {
  private static let knowledge = Result { try QuantityKnowledge(QuantityTable()) }
  private static let particles = ["", "", "", "و", "ال", "ب", "لل", "وبال", "ף", "ה", "ול", "في ", "(", "12", "5."]
  private static let between = [" ", " ", " ", "", "-", "/", ". ", "\n\n", " مدينة ", " word ", "\u{A0}", "x7y", " $"]

  /// Words of the tables, whole and damaged, with particles, digits and signs about them.
  private static func text(_ spellings: [QuantityTable.Spelling], _ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
      var word = spellings.randomElement(using: &numbers)?.text ?? ""
      if Int.random(in: 0..<4, using: &numbers) == 0 { word.removeLast() }
      return (particles.randomElement(using: &numbers) ?? "") + word + (between.randomElement(using: &numbers) ?? "")
    }.joined()
  }

  /// The runs that are worth reading, as text.
  private func runs(
    _ document: Document, _ annotations: Annotations, _ knowledge: QuantityKnowledge, usesFilter: Bool
  ) -> [String] {
    var reader = QuantityPieceReader(knowledge)
    var runs: [String] = []
    document.bytes.withUnsafeBufferPointer { bytes in
      annotations.tokens.withUnsafeBufferPointer { tokens in
        annotations.keys.withUnsafeBytes { keys in
          let source = QuantitySource(
            bytes: bytes, tokens: tokens, keys: keys, beginnings: usesFilter ? knowledge.beginnings : nil)
          var index = 0
          while index < tokens.count {
            index = reader.readRun(of: source, from: index)
            if reader.isWorthReading { runs.append("\(reader.dependsOnLanguage) \(reader.pieces)") }
          }
        }
      }
    }
    return runs
  }

  @Test("With the filter the same runs are found as when every token is looked at", arguments: 0..<3 as Range<UInt64>)
  func filter(seed: UInt64) throws {
    let knowledge = try Self.knowledge.get()
    let spellings = QuantityTable().spellings
    let worker = try Pipeline(stages: QuantityCase.earlier).makeWorker()
    var numbers = SeededGenerator(seed: seed)
    var documents = try (0..<80).map { _ in try Document(text: Self.text(spellings, &numbers)) }
    if seed == 0 { documents += try TrickyDocuments.all() }
    var annotations = Annotations()
    var count = 0
    for document in documents {
      annotations.removeAll()
      try worker.process(document, &annotations)
      let expected = runs(document, annotations, knowledge, usesFilter: false)
      #expect(runs(document, annotations, knowledge, usesFilter: true) == expected, "\(document.text)")
      count += expected.count
    }
    #expect(count > 200)
  }

  @Test("With the filter the same runs are found on the corpus", arguments: EqualityCorpus.parts)
  func runEquality(part: Int) throws {
    let knowledge = try Self.knowledge.get()
    let worker = try Pipeline(stages: QuantityCase.earlier).makeWorker()
    var annotations = Annotations()
    try EqualityCorpus.forEachDocument(of: part) { document in
      annotations.removeAll()
      try worker.process(document, &annotations)
      let expected = runs(document, annotations, knowledge, usesFilter: false)
      try #require(runs(document, annotations, knowledge, usesFilter: true) == expected, "\(document.text)")
    }
  }

  @Test("Where a quick look sees no beginning the rules find nothing", arguments: 3..<6 as Range<UInt64>)
  func beginnings(seed: UInt64) throws {
    let knowledge = try Self.knowledge.get()
    let spellings = QuantityTable().spellings
    let worker = try Pipeline(stages: QuantityCase.earlier).makeWorker()
    var numbers = SeededGenerator(seed: seed)
    var reader = QuantityPieceReader(knowledge)
    var annotations = Annotations()
    var passedOver = 0
    for round in 0..<1_000 {
      let document = try Document(text: Self.text(spellings, &numbers))
      annotations.removeAll()
      try worker.process(document, &annotations)
      document.bytes.withUnsafeBufferPointer { bytes in
        annotations.tokens.withUnsafeBufferPointer { tokens in
          annotations.keys.withUnsafeBytes { keys in
            let source = QuantitySource(bytes: bytes, tokens: tokens, keys: keys, beginnings: knowledge.beginnings)
            var index = 0
            while index < tokens.count {
              index = reader.readRun(of: source, from: index)
              let parser = QuantityParser(
                pieces: reader.pieces, knowledge: knowledge, keys: keys, bytes: bytes,
                isPersian: round.isMultiple(of: 2))
              for place in reader.pieces.indices where !parser.mayBegin(at: place) {
                var end = place + 1
                passedOver += 1
                let found = parser.match(rulesAt: place, skipping: &end)
                if found != nil || end > place + 1 { Issue.record("\(place) of \(reader.pieces)") }
              }
            }
          }
        }
      }
    }
    #expect(passedOver > 500)
  }

  @Test("Of a thousand words that are not in the tables the filter lets few through, and all that are")
  func selectivity() throws {
    let knowledge = try Self.knowledge.get()
    let worker = try Pipeline(stages: QuantityCase.earlier).makeWorker()
    var annotations = Annotations()
    try worker.process(
      try Document(text: QuantityTable().spellings.map(\.text).joined(separator: "\n\n")), &annotations)
    annotations.keys.withUnsafeBytes { keys in
      for token in annotations.tokens where token.keyCount > 0 {
        let filter = token.gap == .paragraph ? knowledge.beginnings : knowledge.continuations
        #expect(filter.mayContain(UnsafeRawBufferPointer(rebasing: keys[token.keyRange])))
      }
    }
    var numbers = SeededGenerator(seed: 5)
    let known = (0..<1000).count { _ in
      let word = (0..<Int.random(in: 4...20, using: &numbers)).map { _ in
        UInt8.random(in: 0x80...0xFF, using: &numbers)
      }
      return word.withUnsafeBytes { knowledge.beginnings.mayContain($0) }
    }
    #expect(known < 50)
  }

  @Test("The kinds of a node are those of its meanings, with and without the Persian ones")
  func kinds() throws {
    let knowledge = try Self.knowledge.get()
    #expect(knowledge.nodes.count > 1000)
    for node in knowledge.nodes.indices {
      for isPersian in [false, true] {
        let meaning = knowledge.nodes[node].meaning(isPersian: isPersian)
        let kinds = QuantityWord.Kind.allCases.filter {
          knowledge.word(UInt32(node), $0, isPersian: isPersian) != nil
        }
        #expect(meaning.kinds == kinds.reduce(0) { $0 | $1.bit })
      }
    }
  }
}
