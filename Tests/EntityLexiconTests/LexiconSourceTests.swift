@testable import EntityLexicon
import TestSupport
import Testing
import TextModel

@Suite("Reading lexicon sources")
struct LexiconSourceTests {
  private static let row =
    "person.burns\tPERSON\tWilliam Burns | Bill Burns\tوليام بيرنز | ~بيرنز\tneeds-context, acronym\thand"
  private static let header = "id\ttype\ten\tar\tflags\tsource"

  @Test("A row keeps all that its line says")
  func wholeRow() throws {
    let result = LexiconSource.read(Array((Self.header + "\n" + Self.row + "\n").utf8), file: "people.tsv")
    #expect(result.failures.isEmpty)
    let row = try #require(result.rows.first)
    #expect(result.rows.count == 1)
    #expect(row.id == "person.burns")
    #expect(row.lexiconClass == .entity(.person))
    #expect(
      row.names == [
        .init(language: "en", text: "William Burns"), .init(language: "en", text: "Bill Burns"),
        .init(language: "ar", text: "وليام بيرنز"), .init(language: "ar", text: "بيرنز", needsContext: true),
      ])
    #expect(row.flags == [.needsContext, .acronym])
    #expect(row.source == "hand")
    #expect(row.place == "people.tsv:2")
    #expect(row.englishName == "William Burns")
  }

  @Test("A mark after a separator does not hide it, and countless marks cost no more than letters")
  func marks() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
    let result = LexiconSource.read(
      Array("\(Self.header)\na\tGPE\tA|\u{301}b\t\u{301}c\t\t\(marks)\n".utf8), file: "a.tsv")
    #expect(result.failures.isEmpty)
    #expect(result.rows.first?.names.count == 3)
    #expect(result.rows.first?.source.utf8.count == marks.utf8.count)
    let header = LexiconSource.read(Array("\(Self.header)\t\(marks)\n".utf8), file: "a.tsv")
    #expect(header.failures.count == 1)
  }

  @Test("A control character is told", arguments: ["\0", "\u{1B}", "\u{7F}", "\r"])
  func controls(_ control: String) {
    let result = LexiconSource.read(
      Array("\(Self.header)\na\tGPE\tA\(control)b\t\t\t\n\(Self.row)\n".utf8), file: "a.tsv")
    #expect(result.failures.map(\.description) == ["a.tsv:2: a control character"])
    #expect(result.rows.count == 1)
  }

  /// Each is another way to write the same row.
  @Test(
    "The same row, however the file is written",
    arguments: [
      ("line feeds", "\(header)\n\(row)\n"),
      ("no line break at the end", "\(header)\n\(row)"),
      ("CRLF", "\(header)\r\n\(row)\r\n"),
      ("CRLF without the last", "\(header)\r\n\(row)\r"),
      ("a byte order mark", "\u{FEFF}\(header)\n\(row)\n"),
      ("a byte order mark before a comment", "\u{FEFF}# a comment\n\(header)\n\(row)\n"),
      ("comments and empty lines", "# by hand\n\n\(header)\n# more\n\n   \n\t\t\n\(row)\n#end\n"),
      (
        "spaces around cells",
        "id \t type\t en\tar\tflags\tsource\n person.burns\tPERSON\t William Burns|Bill Burns \tوليام بيرنز|~ بيرنز\tneeds-context,acronym\thand \n"
      ),
      (
        "columns in another order",
        "source\tar\ttype\tflags\ten\tid\nhand\tوليام بيرنز|~بيرنز\tPERSON\tacronym,needs-context\tWilliam Burns|Bill Burns\tperson.burns\n"
      ),
      ("an empty column more", "\(header)\tfa\n\(row)\t\n"),
    ])
  func variants(what: String, text: String) throws {
    let result = LexiconSource.read(Array(text.utf8), file: "people.tsv")
    #expect(result.failures.isEmpty)
    let row = try #require(result.rows.first)
    #expect(result.rows.count == 1)
    #expect(row.id == "person.burns")
    #expect(row.names.map(\.text) == ["William Burns", "Bill Burns", "وليام بيرنز", "بيرنز"])
    #expect(row.names.map(\.language) == ["en", "en", "ar", "ar"])
    #expect(row.names.map(\.needsContext) == [false, false, false, true])
    #expect(row.flags == [.needsContext, .acronym])
    #expect(row.source == "hand")
  }

  @Test("The English names come first wherever their column stands, and the others keep the order of the columns")
  func englishFirst() throws {
    let text = "ru\tid\the\ttype\tar\ten\nНАТО\torg.nato\tנאט\"ו\tORG\tالناتو\tNATO\n"
    let row = try #require(LexiconSource.read(Array(text.utf8), file: "a.tsv").rows.first)
    #expect(row.names.map(\.language) == ["en", "ru", "he", "ar"])
  }

  @Test("A column that is no other holds names in the language that it is called by")
  func languages() throws {
    let text = "id\ttype\ten\tzh-Hant\tpt-BR\ngpe.vn\tGPE\tVietnam\t越南\tVietnã | ~Vietname\n"
    let row = try #require(LexiconSource.read(Array(text.utf8), file: "a.tsv").rows.first)
    #expect(row.names.map(\.language) == ["en", "zh-Hant", "pt-BR", "pt-BR"])
    #expect(row.source == "")
    #expect(row.flags == [])
  }

  @Test("Every class of row is known by its label", arguments: LexiconClass.all)
  func labels(lexiconClass: LexiconClass) throws {
    let text = "id\ttype\ten\na.b\t\(lexiconClass.label)\tName\n"
    #expect(try #require(LexiconSource.read(Array(text.utf8), file: "a.tsv").rows.first).lexiconClass == lexiconClass)
  }

  /// A line that cannot be used, and what is said of it.
  @Test(
    "A bad line is told with its place and reason, and only it is lost",
    arguments: [
      ("person.x\tPERSON\tX\t\t", "5 cells, but the header has 6 columns"),
      ("person.x\tPERSON\tX\t\t\thand\t", "7 cells, but the header has 6 columns"),
      ("person.x PERSON X", "1 cells, but the header has 6 columns"),
      ("\tPERSON\tX\t\t\thand", "“” is no id: [a-z0-9.-]+"),
      ("Person.X\tPERSON\tX\t\t\thand", "“Person.X” is no id: [a-z0-9.-]+"),
      ("person x\tPERSON\tX\t\t\thand", "“person x” is no id: [a-z0-9.-]+"),
      ("person.é\tPERSON\tX\t\t\thand", "“person.é” is no id: [a-z0-9.-]+"),
      ("person.x\tperson\tX\t\t\thand", "unknown type “person”"),
      ("person.x\t\tX\t\t\thand", "unknown type “”"),
      ("person.x\tPERSON\t\tبيرنز\t\thand", "no English name"),
      ("person.x\tPERSON\tX||Y\t\t\thand", "an empty name in column “en”"),
      ("person.x\tPERSON\tX |\t\t\thand", "an empty name in column “en”"),
      ("person.x\tPERSON\tX\t~\t\thand", "an empty name in column “ar”"),
      ("person.x\tPERSON\tX\t|\t\thand", "an empty name in column “ar”"),
      ("person.x\tPERSON\tX\t\tneed-context\thand", "unknown flag “need-context”"),
      ("person.x\tPERSON\tX\t\tacronym,,only\thand", "unknown flag “only”"),
    ])
  func badLine(line: String, reason: String) {
    let text = "\(Self.header)\n# comment\n\(line)\r\n\(Self.row)\n"
    let result = LexiconSource.read(Array(text.utf8), file: "lexicons/people.tsv")
    #expect(result.failures.map(\.description) == ["lexicons/people.tsv:3: \(reason)"])
    #expect(result.rows.map(\.id) == ["person.burns"])
    #expect(result.rows.map(\.place) == ["lexicons/people.tsv:4"])
  }

  @Test("Several bad lines are told in order")
  func severalBadLines() {
    let text = "\(Self.header)\nx\n\(Self.row)\nperson.y\tNOTHING\tY\t\t\t\n\(Self.row)\ny\n"
    let result = LexiconSource.read(Array(text.utf8), file: "a")
    #expect(result.failures.map(\.line) == [2, 4, 6])
    #expect(result.rows.map(\.place) == ["a:3", "a:5"])
  }

  @Test(
    "Without a usable header nothing is read",
    arguments: [
      ("", 1, "no header"),
      ("\n\n# only\n", 4, "no header"),
      ("id\ttype\tar\n", 1, "the header has no column “en”; columns are separated by tabs"),
      ("id type en\n", 1, "the header has no column “id”; columns are separated by tabs"),
      ("#\nid,type,en\na,PERSON,b\n", 2, "the header has no column “id”; columns are separated by tabs"),
      ("id\ttype\ten\tar\tar\nperson.x\tPERSON\tX\t\t\n", 1, "the header names a column twice"),
      ("ID\tTYPE\tEN\n", 1, "the header has no column “id”; columns are separated by tabs"),
    ])
  func badHeader(text: String, line: Int, reason: String) {
    let result = LexiconSource.read(Array(text.utf8), file: "a.tsv")
    #expect(result.rows.isEmpty)
    #expect(result.failures.map(\.description) == ["a.tsv:\(line): \(reason)"])
  }

  @Test(
    "Bytes that are not UTF-8 are told with their line",
    arguments: [([0xFF], 2), ([0x0A, 0x0A, 0xD8], 4), ([0x23, 0x0A, 0xED, 0xA0, 0x80, 0x0A, 0x23], 3)]
      as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], line: Int) {
    let result = LexiconSource.read(Array("id\ttype\ten\n".utf8) + bytes, file: "a.tsv")
    #expect(result.rows.isEmpty)
    #expect(result.failures.map(\.description) == ["a.tsv:\(line): not UTF-8"])
  }

  @Test("A hash sign and a tilde within a name are part of it")
  func signsInNames() throws {
    let text = "id\ttype\ten\nproduct.c\tPRODUCT\tC# ~ sharp | ~C~\n"
    let row = try #require(LexiconSource.read(Array(text.utf8), file: "a.tsv").rows.first)
    #expect(
      row.names == [.init(language: "en", text: "C# ~ sharp"), .init(language: "en", text: "C~", needsContext: true)])
  }

  @Test("Random bytes never end the program")
  func randomBytes() {
    var numbers = SeededGenerator(seed: 1)
    let pieces = [
      "id", "type", "en", "ar", "\t", "\n", "\r", "#", "~", "|", "PERSON", "needs-context", "\u{FEFF}", " ", "a", "é",
      "،", ",",
      "\u{0}", "\u{85}", "\u{301}", "person.x",
    ]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &numbers) {
        bytes += Array((pieces.randomElement(using: &numbers) ?? "").utf8)
      }
      if Bool.random(using: &numbers), !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      let result = LexiconSource.read(bytes, file: "a")
      #expect(!result.rows.isEmpty || !result.failures.isEmpty || bytes.contains(0x0A) || bytes.contains(0x69))
      for row in result.rows { #expect(row.names.contains { $0.language == "en" } && !row.id.isEmpty) }
    }
  }
}
