import EntityLexicon
import LexiconImport
import TestSupport
import Testing
import TextModel

@Suite("Writing the source form of a lexicon")
struct LexiconSourceWriterTests {
  private func row(
    id: String = "a", _ names: [LexiconRow.Name] = [.init(language: "en", text: "A")], source: String = "test"
  ) -> LexiconRow {
    LexiconRow(id: id, lexiconClass: .entity(.organization), names: names, source: source)
  }

  @Test(
    "What cannot be read back is refused",
    arguments: [
      "", " a", "a ", "a|b", "|", "~a", "a\tb", "a\nb", "a\u{7F}b", " \u{301}a",
      "\u{A0}a", "\u{85}",
    ])
  func unwritableNames(name: String) {
    #expect(!LexiconSourceWriter.canWrite(name: name))
    var out: [UInt8] = []
    #expect(throws: LexiconSourceWriter.Problem.unwritableName(name)) {
      try LexiconSourceWriter(languages: ["en", "ar"])
        .append(row([.init(language: "en", text: "A"), .init(language: "ar", text: name)]), to: &out)
    }
    #expect(out.isEmpty)
  }

  @Test("Rows that have no place in the table are refused")
  func badRows() {
    let writer = LexiconSourceWriter(languages: ["en", "ar"])
    let arabic = LexiconRow.Name(language: "ar", text: "ا")
    let english = LexiconRow.Name(language: "en", text: "A")
    let cases: [(LexiconRow, LexiconSourceWriter.Problem)] = [
      (row(id: ""), .badID("")), (row(id: "A"), .badID("A")), (row(id: "a b"), .badID("a b")),
      (row([]), .noEnglishName), (row([arabic]), .noEnglishName), (row([arabic, english]), .noEnglishName),
      (row([english, .init(language: "ru", text: "А")]), .misplacedLanguage("ru")),
      (row([english, arabic, english]), .misplacedLanguage("en")),
      (row(source: "a\tb"), .unwritableSource("a\tb")), (row(source: " a"), .unwritableSource(" a")),
    ]
    for (row, problem) in cases {
      var out: [UInt8] = []
      #expect(throws: problem) { try writer.append(row, to: &out) }
      #expect(out.isEmpty)
    }
  }

  @Test(
    "A column is a code of a language",
    arguments: [
      ("en", true), ("zh-Hant", true), ("", false), ("id", false), ("type", false), ("flags", false), ("source", false),
      ("a b", false), ("ä", false), ("a\t", false), (String(repeating: "a", count: 36), false),
    ])
  func languages(language: String, isColumn: Bool) {
    #expect(LexiconSourceWriter.canWrite(language: language) == isColumn)
  }

  @Test("Every row that is written reads back as it is", arguments: 0..<5)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "ا", "ى", "Ж", "ש", "|", "~", " ", "\t", "\n", "\r", ",", "#", "\"", "\u{301}", "\u{200C}", "\u{200D}",
      "\u{600}", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{A0}", "😀", "\u{FE0F}", "\u{1F1E6}", "가", "\u{11A8}",
    ]
    func text() -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...3, using: &random) { view.append(scalars.randomElement(using: &random) ?? "a") }
      return String(view)
    }
    let writer = LexiconSourceWriter(languages: ["en", "ar", "zh-Hant"])
    var bytes: [UInt8] = []
    writer.appendHeader(comment: text(), to: &bytes)
    var written: [LexiconRow] = []
    for number in 0..<1000 {
      var names: [LexiconRow.Name] = []
      for language in writer.languages {
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          names.append(.init(language: language, text: text(), needsContext: Bool.random(using: &random)))
        }
      }
      let flags = LexiconRow.Flag.allCases.filter { _ in Bool.random(using: &random) }
      let row = LexiconRow(
        id: "row.\(number)", lexiconClass: LexiconClass.all.randomElement(using: &random) ?? .word, names: names,
        flags: Set(flags), source: Bool.random(using: &random) ? "" : text())
      if (try? writer.append(row, to: &bytes)) != nil { written.append(row) }
    }
    #expect(written.count > 20)
    var result = LexiconSource.read(bytes, file: "test")
    #expect(result.failures == [])
    for index in result.rows.indices { (result.rows[index].file, result.rows[index].line) = ("", 0) }
    // By scalars: Swift's strings are equal where they are only equivalent.
    func exact(_ rows: [LexiconRow]) -> [[[UInt32]]] {
      rows.map { $0.names.map { $0.text.unicodeScalars.map(\.value) } }
    }
    #expect(result.rows.count == written.count)
    for (found, expected) in zip(result.rows, written) { #expect(found == expected) }
    #expect(exact(result.rows) == exact(written))
  }
}
