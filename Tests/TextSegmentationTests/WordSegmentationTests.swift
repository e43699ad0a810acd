import TestSupport
import Testing
import TextModel
import TextPipeline
import TextSegmentation
import UnicodeText

@Suite struct WordSegmentationTests {
  private func annotate(_ document: Document) throws -> [Token] {
    try Pipeline { WordSegmentation() }.annotate(document).tokens
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let tokens: [String]
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ tokens: String...) { (self.text, self.tokens) = (text, tokens) }
  }

  @Test(arguments: [
    Case(""),
    Case(" \n\t"),
    Case("قال بيرنز.", "قال", "بيرنز", "."),
    Case("وقالت: «نعم»، ثم ذهبت؟", "وقالت", ":", "«", "نعم", "»", "،", "ثم", "ذهبت", "؟"),
    // Marks and tatweel belong to the word.
    Case("مُحَمَّدٌ رسولٌ", "مُحَمَّدٌ", "رسولٌ"),
    Case("محـــمد ـ", "محـــمد", "ـ"),
    Case("هٰذا ٱلْكِتَٰب", "هٰذا", "ٱلْكِتَٰب"),
    Case("يكتبۖ ثم", "يكتبۖ", "ثم"),
    // ZWNJ in Persian divides no word.
    Case("می\u{200C}خواهم گفت\u{200C}وگو", "می\u{200C}خواهم", "گفت\u{200C}وگو"),
    // Bidi controls belong to the word before them, and to nothing after a space.
    Case("و\u{61C}روسيا", "و\u{61C}روسيا"),
    Case("روسيا\u{200F} قالت", "روسيا\u{200F}", "قالت"),
    Case("\u{2067}CIA\u{2069} قالت", "CIA\u{2069}", "قالت"),
    // To ICU the narrow no-break space joins, as an underscore does.
    Case("12\u{202F}000 a_b", "12\u{202F}000", "a_b"),
    Case("ﻻ ﷲ", "ﻻ", "ﷲ"),
    Case("12.5 ٣٫٥ ٣٬٠٠٠ 1,000", "12.5", "٣٫٥", "٣٬٠٠٠", "1,000"),
    Case("قال:نعم", "قال", ":", "نعم"),
    Case("MiG-29 U.S. don't", "MiG", "-", "29", "U.S", ".", "don't"),
    Case("ד״ר צה\"ל ג׳ורג׳", "ד״ר", "צה\"ל", "ג׳ורג׳"),
    Case("10% $5 😀👍🏽", "10", "%", "$", "5", "😀", "👍🏽"),
    Case("Санкт-Петербург г.", "Санкт", "-", "Петербург", "г", "."),
    // By ICU's dictionaries.
    Case("ภาษาไทยง่าย", "ภาษา", "ไทย", "ง่าย"),
    Case("中华人民共和国", "中华", "人民", "共和国"),
    Case("东京和北京", "东京", "和", "北京"),
    Case("日本語の文章です", "日本語", "の", "文章", "です"),
    Case("ខ្ញុំទៅសាលារៀន", "ខ្ញុំ", "ទៅ", "សាលារៀន"),
    Case("ພາສາລາວ", "ພາສາ", "ລາວ"),
    Case("လူတိုင်းသည်", "လူ", "တိုင်း", "သည်"),
  ])
  func tokens(_ test: Case) throws {
    let document = try Document(text: test.text)
    #expect(try annotate(document).map { document.text(at: $0.range) } == test.tokens)
  }

  struct GapCase: CustomTestStringConvertible, Sendable {
    let between: String
    let gap: Token.Gap
    var testDescription: String { between.debugDescription }
    init(_ between: String, _ gap: Token.Gap) { (self.between, self.gap) = (between, gap) }
  }

  @Test(arguments: [
    GapCase(" ", .space), GapCase("  \t", .space), GapCase("\u{A0}", .space),
    GapCase("\u{3000}", .space), GapCase(" \u{200F}", .space), GapCase(" \u{FEFF}", .space),
    GapCase("\n", .line), GapCase("\r\n", .line), GapCase("\r", .line), GapCase("\u{85}", .line),
    GapCase("\u{2028}", .line), GapCase("\u{B}", .line), GapCase(" \n ", .line), GapCase(" \r\n \u{200E}", .line),
    GapCase("\n\n", .paragraph), GapCase("\r\n\r\n", .paragraph), GapCase("\n \t \n", .paragraph),
    GapCase("\r\r", .paragraph), GapCase("\u{2029}", .paragraph), GapCase("\u{C}", .paragraph),
    GapCase("\n\u{61C}\n", .paragraph), GapCase("\n\n\n\n", .paragraph), GapCase("\n\r\n", .paragraph),
  ])
  func gaps(_ test: GapCase) throws {
    let document = try Document(text: "قال" + test.between + "نعم!")
    let tokens = try annotate(document)
    #expect(tokens.map { document.text(at: $0.range) } == ["قال", "نعم", "!"])
    #expect(tokens.map(\.gap) == [.paragraph, test.gap, .none])
  }

  @Test func kinds() throws {
    let document = try Document(text: "قال 12 ٪ ٣ 5th A1 本 © ـ")
    let kinds = try annotate(document).map(\.kind)
    #expect(kinds == [.word, .number, .symbol, .number, .number, .word, .word, .symbol, .word])
  }

  /// Tokens are ICU's own word segments without the white ones.
  @Test func agreesWithICU() throws {
    for document in try TrickyDocuments.all() {
      let tokens = try annotate(document).map(\.range)
      let segments = try UnicodeSegmenter(.word).segments(in: document)
      #expect(tokens == segments.filter { $0.kind != nil }.map(\.range))
      var ends: [Int] = []
      let icu = try BreakIterator(.word)
      try document.bytes.withUnsafeBufferPointer { try icu.boundaries(in: $0) { end, _ in ends.append(end) } }
      #expect(segments.map(\.range.upperBound) == ends)
    }
  }

  @Test func addsToWhatIsThere() throws {
    let document = try Document(text: "قال نعم")
    let worker = try WordSegmentation().makeWorker()
    var annotations = Annotations()
    annotations.sentences = [ByteRange(0, document.bytes.count)]
    try worker.process(document, &annotations)
    #expect(annotations.sentences == [ByteRange(0, document.bytes.count)])
    #expect(annotations.tokens.count == 2)
  }
}
