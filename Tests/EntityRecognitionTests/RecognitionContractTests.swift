import EntityLexicon
import EntityRecognition
import NameTransliteration
import TestSupport
import Testing
import TextModel
import TextPipeline

@Suite("What recognition promises for every text")
struct RecognitionContractTests {
  @Test("Recognition keeps the stages' contract", arguments: [false, true])
  func recognitionContract(all: Bool) throws {
    var recognizer = try TestRecognizer(WorldLexicon.lines)
    recognizer.options.includesOverlapping = all
    let contract = StageContract(recognizer.recognition, after: TestRecognizer.earlier, writes: [.entities])
    #expect(try contract.violations() == [])
  }

  @Test("Naming keeps the stages' contract")
  func namingContract() throws {
    let recognizer = try TestRecognizer(WorldLexicon.lines)
    let earlier = TestRecognizer.earlier + [recognizer.recognition]
    #expect(
      try StageContract(EntityNaming(NameTransliteration()), after: earlier, writes: [.entities]).violations() == [])
  }

  @Test("Without tokens, keys or sentences nothing is found and nothing breaks")
  func missingStages() throws {
    let recognizer = try TestRecognizer(WorldLexicon.lines)
    let document = try Document(text: "زار بوتين موسكو. وليام بيرنز")
    #expect(try Pipeline(stages: [recognizer.recognition]).annotate(document).entities.isEmpty)
    let withoutKeys = Pipeline(stages: Array(TestRecognizer.earlier.prefix(1)) + [recognizer.recognition])
    #expect(try withoutKeys.annotate(document).entities.isEmpty)
  }

  @Test("What was found before recognition stays")
  func earlierEntities() throws {
    let recognizer = try TestRecognizer(WorldLexicon.lines)
    let document = try Document(text: "زار بوتين موسكو")
    var annotations = try Pipeline(stages: TestRecognizer.earlier).annotate(document)
    let earlier = Entity(range: ByteRange(0, 6), type: .date, name: "earlier")
    annotations.entities.append(earlier)
    try recognizer.recognition.makeWorker().process(document, &annotations)
    #expect(annotations.entities.first == earlier)
    #expect(annotations.entities.count == 3)
  }

  @Test(
    "A text without a name gives nothing",
    arguments: [
      "", " ", "\n\n\n", "\u{200F}", "\u{FEFF}", "ً", "ـــ", "...!؟", "\u{0}\u{1}", "😀👩‍👩‍👧", "٠١٢٣", "\u{2067}\u{2069}",
      "هذا نص",
    ])
  func nothing(text: String) throws {
    #expect(try TestRecognizer(WorldLexicon.lines).entities(in: text).isEmpty)
    #expect(try TestRecognizer([]).entities(in: text).isEmpty)
  }

  @Test("A long text is worked through, its last name as well as its first")
  func longText() throws {
    let line = "قال فلاديمير بوتين في موسكو إن وليام بيرنز زار الولايات المتحدة. ثم بيرنز.\n"
    let count = 3_000
    let entities = try TestRecognizer(WorldLexicon.lines).entities(in: String(repeating: line, count: count))
    #expect(entities.count == 5 * count)
    let length = line.utf8.count
    let expected = entities.indices.map { index in
      let same = entities[index % 5].range
      let shift = index / 5 * length
      return ByteRange(same.lowerBound + shift, same.upperBound + shift)
    }
    #expect(entities.map(\.range) == expected)
  }

  @Test("Words of any length are worked through", arguments: ["و", "ل", "كبير", "ـ", "َ", "رويترز", "A"])
  func longWord(part: String) throws {
    let text = String(repeating: part, count: 70_000) + " بوتين"
    #expect(try TestRecognizer(WorldLexicon.lines).entities(in: text).map(\.id) == ["person.putin"])
  }

  private static let pieces = [
    "بوتين", "فلاديمير", "وليام", "بيرنز", "الولايات", "المتحدة", "الولايات المتحدة", "لل", "و", "ب", "ف", "ك", "ل",
    "س", "ال", "روسيا",
    "رويترز", "الشرق", "الأوسط", "وكالة", "تاس", "ميلي", "الجنرال", "الرئيس", "الروسي", "محمد", "حسن", "بن", "قال",
    "كبير", "CIA",
    "NATO", "us", "US", "U.S.", "J.", "Burns", "William", "Wall Street Journal", "Путин", "نص", " ", " ", " ", "  ",
    "\n", "\n\n",
    "\r\n", "\t", "\u{A0}", ".", "،", "؟", "\"", "«", "»", "-", "'", "(", ")", "/", "ـ", "َ", "ّ", "\u{200F}",
    "\u{61C}", "\u{200C}",
    "\u{2067}", "\u{2069}", "\u{670}", "\u{654}", "ﻻ", "ﷲ", "😀", "e\u{301}", "٣", "2", "\u{0}", "\u{2029}",
  ]

  private static func text(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  @Test("Whatever the text, mentions slice it in order and apart", arguments: 0..<6 as Range<UInt64>)
  func randomTexts(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let recognizer = try TestRecognizer(
      WorldLexicon.lines, user: ["own.ru ; ORG ; My Russia ; روسيا", "own.t ; TITLE ; T ; نص"])
    let worker = try recognizer.pipeline.makeWorker()
    var annotations = Annotations()
    for _ in 0..<60 {
      let document = try Document(text: Self.text(&numbers))
      annotations.removeAll()
      try worker.process(document, &annotations)
      #expect(
        annotations.entities == (try recognizer.pipeline.annotate(document).entities), "a used worker finds otherwise")
      var violations: [String] = []
      for entity in annotations.entities {
        violations += recognizer.violations(entity, in: document)
      }
      for (a, b) in zip(annotations.entities, annotations.entities.dropFirst())
      where a.range.upperBound > b.range.lowerBound {
        violations.append("\(a.range) and \(b.range) overlap or go back")
      }
      #expect(violations == [], "\(document.text)")
    }
  }

  @Test(
    "With overlaps asked for, each mention is there once, and all that stand without are among them",
    arguments: 10..<14 as Range<UInt64>)
  func allMentions(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let recognizer = try TestRecognizer(WorldLexicon.lines)
    var everything = recognizer
    everything.options.includesOverlapping = true
    for _ in 0..<60 {
      let text = Self.text(&numbers)
      let best = try recognizer.entities(in: text)
      let all = try everything.entities(in: text)
      #expect(Set(best).isSubset(of: Set(all)), "\(text)")
      let places = all.map { Place(range: $0.range, id: $0.id) }
      #expect(Set(places).count == places.count, "\(text): a mention stands twice")
      #expect(all.map(\.range.lowerBound) == all.map(\.range.lowerBound).sorted(), "\(text)")
    }
  }

  private struct Place: Hashable {
    let range: ByteRange
    let id: String?
  }

  @Test(
    "All mentions, also those within others",
    arguments: [
      (
        "وكالة الاستخبارات المركزية الأميركية",
        ["وكالة الاستخبارات المركزية الأميركية org.cia-us", "وكالة الاستخبارات المركزية org.cia", "الأميركية norp.us"]
      ),
      ("فلاديمير بوتين", ["فلاديمير بوتين person.putin", "بوتين person.putin"]),
      ("وليام بيرنز. بيرنز", ["وليام بيرنز person.burns", "بيرنز person.burns"]),
      ("مارك ميلي", ["مارك ميلي person.milley", "ميلي person.milley"]),
      ("بيل كلينتون", ["بيل كلينتون person.bill", "كلينتون person.bill"]),
      ("قال تاس", []),
      ("الشرق الأوسط", ["الشرق الأوسط loc.middle-east"]),
    ])
  func nested(text: String, expected: [String]) throws {
    var recognizer = try TestRecognizer(WorldLexicon.lines)
    recognizer.options.includesOverlapping = true
    let document = try Document(text: text)
    let found = try recognizer.pipeline.annotate(document).entities.map {
      "\(document.text(at: $0.range)) \($0.id ?? "-")"
    }
    #expect(found == expected)
  }

  @Test("Two tasks that share a recognizer find the same")
  func concurrentUse() async throws {
    let recognizer = try TestRecognizer(WorldLexicon.lines)
    let pipeline = recognizer.pipeline
    var numbers = SeededGenerator(seed: 5)
    let documents = try (0..<60).map { _ in try Document(text: Self.text(&numbers)) }
    let expected = try documents.map { try pipeline.annotate($0).entities }
    try await withThrowingTaskGroup(of: [[Entity]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let worker = try pipeline.makeWorker()
          var annotations = Annotations()
          return try documents.map { document in
            annotations.removeAll()
            try worker.process(document, &annotations)
            return annotations.entities
          }
        }
      }
      for try await found in group { #expect(found == expected) }
    }
  }
}
