import TestSupport
import Testing
import TextModel
import TextSegmentation
import UnicodeText

@Suite struct UnicodeSegmenterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let unit: UnicodeSegmenter.Unit
    let segments: [String]
    var testDescription: String { "\(unit): \(segments)" }
    init(_ unit: UnicodeSegmenter.Unit, _ segments: String...) { (self.unit, self.segments) = (unit, segments) }
  }

  @Test(arguments: [
    Case(.grapheme, "م\u{64F}", "ح\u{64E}", "م\u{651}\u{64E}", "د"),
    Case(.grapheme, "e\u{301}", "\r\n", "👩🏽\u{200D}💻", "🇪🇬", "🇸🇦", "각"),
    Case(.grapheme, "ه\u{200D}", " ", "ـ", "ﷲ"),
    Case(.word, "قال", " ", "بيرنز", ":", "\n", "3.5", "\r\n"),
    Case(.word, "a", " \u{200F}", "b"),
    Case(.sentence, "Dr. ", "Smith left. ", "He came.\n", "\n", "Then."),
    Case(.sentence, "قال نعم. ", "ثم ذهب؟ ", "لا."),
  ])
  func segments(_ test: Case) throws {
    let document = try Document(text: test.segments.joined())
    let segments = try UnicodeSegmenter(test.unit).segments(in: document)
    #expect(segments.map { document.text(at: $0.range) } == test.segments)
  }

  @Test func kindsTellWhiteSpace() throws {
    let segments = try UnicodeSegmenter(.word).segments(in: Document(text: "قال 3 ،\n"))
    #expect(segments.map(\.kind) == [.word, nil, .number, nil, .symbol, nil])
    #expect(try UnicodeSegmenter(.grapheme).segments(in: Document(text: "ab")).allSatisfy { $0.kind == nil })
  }

  @Test(arguments: UnicodeSegmenter.Unit.allCases)
  func coversEverything(unit: UnicodeSegmenter.Unit) throws {
    let segmenter = try UnicodeSegmenter(unit)
    for document in try TrickyDocuments.all() {
      var end = 0
      for segment in try segmenter.segments(in: document) {
        #expect(segment.range.lowerBound == end)
        #expect(!segment.range.isEmpty)
        end = segment.range.upperBound
      }
      #expect(end == document.bytes.count)
    }
  }

  /// In Greek the semicolon asks.
  @Test func localeCounts() throws {
    let document = try Document(text: "Τι; Ναι.")
    #expect(try UnicodeSegmenter(.sentence).segments(in: document).count == 1)
    #expect(try UnicodeSegmenter(.sentence, locale: "el").segments(in: document).count == 2)
  }
}
