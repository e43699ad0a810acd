import EntityRecognition
import NameTransliteration
import Naqhara
import TestSupport
import Testing
import TextModel
import TextPipeline

@testable import QuantityRecognition

@Suite("What the recognition of quantities promises for every text")
struct QuantityContractTests {
  @Test("It keeps the stages' contract", arguments: [false, true])
  func contract(overlapping: Bool) throws {
    let stage = try QuantityRecognition(includesOverlapping: overlapping)
    #expect(try StageContract(stage, after: QuantityCase.earlier, writes: [.entities]).violations() == [])
    let named = QuantityCase.earlier + [EntityRecognition(lexicon: try .builtIn(), nameParts: nil)]
    #expect(try StageContract(stage, after: named, writes: [.entities]).violations() == [])
  }

  @Test("Without tokens, keys or sentences nothing is found and nothing breaks")
  func missingStages() throws {
    let document = try Document(text: "في 15 نوفمبر 2022 و5كم")
    let stage = try QuantityRecognition()
    #expect(try Pipeline(stages: [stage]).annotate(document).entities.isEmpty)
    #expect(try Pipeline(stages: [QuantityCase.earlier[0], stage]).annotate(document).entities.isEmpty)
  }

  private static let pieces = [
    "15", "3", "٤٠", "2022", "1,000", "3.5", "1.2.3", "999999999999999999999", "0", "1444", "نوفمبر", "تشرين الثاني",
    "ربيع",
    "الأول", "الاثنين", "يوم", "عام", "القرن", "التاسع", "عشر", "و", "ب", "ال", "مليون", "ألف", "مئة", "ثلاثة", "عشرون",
    "نصف",
    "دولار", "ليرة", "لبنانية", "طن", "كم", "ساعة", "الساعة", "مساء", "الماضي", "هـ", "م", "في المئة", "بين", "إلى",
    "أواخر",
    "ноября", "год", "лет", "тысяч", "двадцать", "руб", "в", "XIX", "века", "May", "march", "Monday", "million", "half",
    "a",
    "the", "of", "bn", "m", "$", "€", "US", "%", "٪", "°C", "-", "–", "/", ":", ",", ".", "(", ")", "th", "-го", "st",
    "s", "'s",
    " ", " ", " ", " ", " ", "  ", "\n", "\n\n", "\u{A0}", "ـ", "\u{200F}", "\u{64B}", "\u{200C}", "نص", "x", "😀", "१२",
    "۱۴۰۱",
  ]

  private static func text(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  @Test("Whatever the text, quantities slice it in order and apart", arguments: 0..<6 as Range<UInt64>)
  func randomTexts(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let pipeline = try QuantityCase.pipeline()
    let worker = try pipeline.makeWorker()
    var annotations = Annotations()
    var count = 0
    for _ in 0..<300 {
      let document = try Document(text: Self.text(&numbers))
      annotations.removeAll()
      try worker.process(document, &annotations)
      count += annotations.entities.count
      var violations = annotations.entities.flatMap { QuantityCase.violations(of: $0, in: document) }
      for entity in annotations.entities {
        let range = entity.range
        if [range.lowerBound, range.upperBound].contains(where: {
          $0 < document.bytes.count && document.bytes[$0] & 0xC0 == 0x80
        }) {
          violations.append("\(range) cuts a character")
        }
      }
      for (a, b) in zip(annotations.entities, annotations.entities.dropFirst())
      where a.range.upperBound > b.range.lowerBound {
        violations.append("\(a.range) and \(b.range) overlap or go back")
      }
      #expect(violations == [], "\(document.text)")
    }
    #expect(count > 50)
  }

  @Test(
    "Endless numbers are worked through, and the last quantity is found",
    arguments: [
      "مئة ", "مليون ", "ثلاثة وعشرون ", "ألف مليون ", "و3 ", "3-", "1/2/", "10:", "1,", "1.", "9", "15 نوفمبر ",
      "twenty-", "million ",
      "من إلى ", "بين عامي ", "a the of ", "دولار ", "$", "%", "شهر ", "الربع ", "1 000 ", "(",
    ])
  func hostile(part: String) throws {
    let text = String(repeating: part, count: 20_000) + "\n\n40%"
    let document = try Document(text: text)
    let last = try #require(try QuantityCase.pipeline().annotate(document).entities.last)
    #expect(last.value == "40 %")
  }

  @Test(
    "Of a name and a quantity that overlap one stays",
    arguments: [
      (EntityType.event, "أكتوبر", "أكتوبر"), (.person, "أكتوبر", "15 أكتوبر 1973"),
      (.event, "حرب 15 أكتوبر", "حرب 15 أكتوبر"),
      (.organization, "15 أكتوبر 1973", "15 أكتوبر 1973"), (.organization, "حرب 15 أكتوبر 1973", "حرب 15 أكتوبر 1973"),
      (.norp, "حرب", "حرب 15 أكتوبر 1973"),
    ])
  func overlaps(type: EntityType, name: String, expected: String) throws {
    let text = "حرب 15 أكتوبر 1973"
    let document = try Document(text: text)
    func range(_ part: String) throws -> ByteRange {
      let start = try #require(text.utf8.firstRange(of: part.utf8)?.lowerBound)
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
      return ByteRange(offset, offset + part.utf8.count)
    }
    for overlapping in [false, true] {
      var annotations = try Pipeline(stages: QuantityCase.earlier).annotate(document)
      annotations.entities = [Entity(range: try range(name), type: type, name: "name")]
      try QuantityRecognition(includesOverlapping: overlapping).makeWorker().process(document, &annotations)
      let surfaces = annotations.entities.map { document.text(at: $0.range) }
      if overlapping {
        #expect(surfaces.count == 2 && surfaces.contains(name) && surfaces.contains("15 أكتوبر 1973"))
      } else {
        #expect(surfaces.joined(separator: " ") == expected)
      }
    }
  }

  @Test("A date that has no name gets none from the transliterator")
  func naming() throws {
    let document = try Document(text: "في نهاية العام")
    let stages = QuantityCase.earlier + [try QuantityRecognition(), EntityNaming(NameTransliteration())]
    let entities = try Pipeline(stages: stages).annotate(document).entities
    #expect(entities.map(\.name) == [nil])
  }

  @Test("Every line of the tables is read, and every spelling is found")
  func tables() throws {
    let table = QuantityTable()
    #expect(table.words.count > 300)
    let knowledge = try QuantityKnowledge(table)
    #expect(knowledge.senses.count == table.spellings.count)
    for code in (1...12).map({ $0 < 10 ? "0\($0)" : "\($0)" }) {
      for calendar in ["", "hijri-", "persian-"] { #expect(knowledge.monthNames[calendar + code] != nil) }
    }
    for word in table.words where word.kind == .currency || word.kind == .nation {
      for pair in word.code.split(separator: " ") { #expect(pair.contains("="), "\(word.code)") }
    }
  }
}
