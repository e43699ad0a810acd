import SystemPackage
import Testing
import TextFormats
import TextModel

@Suite("Tables become documents")
struct TableReadingTests {
  private func read(
    _ text: String, _ format: InputFormat = .csv, configure: (inout InputOptions) -> Void = { _ in }
  ) throws -> (records: [InputRecord], failure: InputFailure?) {
    let folder = try TemporaryFolder()
    var options = InputOptions()
    options.format = format
    configure(&options)
    let descriptor = try FileDescriptor.open(FilePath(try folder.file("t", text)), .readOnly)
    defer { try? descriptor.close() }
    return readAll(DocumentReader(source: ByteSource(descriptor: descriptor, name: "t"), options: options))
  }

  @Test(
    "The column of texts is read, whatever stands between cells and around them",
    arguments: [
      ("id,text\n1,بيرنز\n", .csv, ["بيرنز"]),
      ("text\na\n\nb", .csv, ["a", "b"]),
      ("\u{FEFF}text,id\r\na,1\r\nb,2\r\n", .csv, ["a", "b"]),
      ("id;text;x\n1;a,b;\n2;\"c;\"\"d\"\"\n\ne\";y\n", .csv, ["a,b", "c;\"d\"\n\ne"]),
      ("text|id\na \"b|1\nx\"y\"|2\n", .csv, ["a \"b", "x\"y\""]),
      ("\"text\",\"id\"\n\"\",1\n\"\"\"\",2\n", .csv, ["", "\""]),
      ("id\ttext\n1\t\"a\n2\tb,c\n", .tsv, ["\"a", "b,c"]),
      ("text", .csv, []), ("text\n", .tsv, []), ("", .csv, []), ("", .tsv, []),
    ] as [(String, InputFormat, [String])])
  func cells(_ table: String, _ format: InputFormat, _ expected: [String]) throws {
    let (records, failure) = try read(table, format)
    #expect(failure == nil)
    #expect(records.map(\.text) == expected)
  }

  @Test("Ids, other columns and places are kept")
  func members() throws {
    let table = "id,text,lang,id2,entities\n7,\"a\nb\",\"a\"\"r\",x,no\n,c,fa,y,no\n"
    let (records, _) = try read(table)
    #expect(records.map(\.id) == ["7", "4"])
    #expect(records.map(\.members.json.text) == [#""lang":"a\"r","id2":"x""#, #""lang":"fa","id2":"y""#])
    #expect(records.map(\.position.line) == [2, 4])
    #expect(records.map(\.position.byte) == [26, 46])
    let bytes = Array(table.utf8)
    for record in records { #expect(bytes[record.position.byte - 1] == 0x0A) }
    let (named, _) = try read("name,body\nn1,text1\n") { ($0.textField, $0.idField) = ("body", "name") }
    #expect(named.map(\.id) == ["n1"])
    #expect(named.map(\.text) == ["text1"])
    #expect(named.map(\.members.json.text) == [#""name":"n1""#])
  }

  @Test("Without the column there is no document, and the columns are told")
  func missingColumn() throws {
    let (records, failure) = try read("id,body\n1,a\n")
    #expect(records.isEmpty)
    #expect(failure?.reason == .missingColumn("text", columns: ["id", "body"]))
    #expect(failure?.description == #"t: byte 0: no column "text"; there are "id", "body""#)
  }

  @Test("A bad row is reported with its place, and the others are read")
  func badRows() throws {
    let (records, failure) = try read("id,text\n1,a\n2\n3,b,c\n4,\"lost\n5,d\n6,\"e\"\n7,\"f\"g\n8,h\n")
    #expect(failure == nil)
    #expect(records.map(\.text) == ["a", nil, nil, nil, "d", "e", nil, "h"])
    #expect(records.map(\.position.line) == [2, 3, 4, 5, 6, 7, 8, 9])
    #expect(
      records.compactMap { $0.failure?.explanation } == [
        "1 cells, but the head has 2", "3 cells, but the head has 2", "a quotation mark is not closed",
        "something stands after a closing quotation mark",
      ])
    let (refused, _) = try read("text\na\n", .csv) { $0.onInvalid = .fail }
    #expect(refused.map(\.text) == ["a"])
  }

  @Test("A row that is too long is passed over")
  func tooLong() throws {
    let (records, _) = try read("text\nab\n" + String(repeating: "x", count: 900_000) + "\ncd\n") {
      $0.maximumRecordCount = 280_000
    }
    #expect(records.map(\.text) == ["ab", nil, "cd"])
    #expect(records.map(\.position.line) == [2, 3, 4])
    #expect(records[1].failure?.reason == .tooLong(maximum: 280_000))
  }

  @Test("A lost quotation mark takes no more than its line, however large the file")
  func lostMark() throws {
    // More than a quoted row may have, and a whole quoted cell behind it.
    let good = "1,\"x, y\"\n"
    let (records, failure) = try read("id,text\n0,\"lost\n" + String(repeating: "2,ملف 12\n", count: 1_500_000) + good)
    #expect(failure == nil)
    #expect(records.count == 1_500_002)
    #expect(records.first?.failure?.reason == .unclosedQuotation)
    #expect(records.dropFirst().allSatisfy { $0.failure == nil })
    #expect(records.last?.text == "x, y")
  }

  @Test("Time is linear where every line seems to open a cell that never ends")
  func hostileMarks() throws {
    let (records, _) = try read("id,text,x\n" + String(repeating: "x\",\",\n", count: 300_000))
    #expect(records.count == 300_000)
    #expect(records.allSatisfy { $0.failure != nil })
  }

  @Test("Random tables read back, across all blocks", arguments: 0..<6 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = TestRandom(state: seed)
    let pieces = ["a", "ب", "\"", ",", "\n", "\r\n", " ", ";", "نص طويل", "\"\"", "\",\""]
    let texts = (0..<40_000).map { _ in
      (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    var table = "text,n\n"
    for (number, text) in texts.enumerated() {
      let mustQuote = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      let quoted =
        "\"" + String(decoding: text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }, as: UTF8.self) + "\""
      table += (mustQuote || Bool.random(using: &random) ? quoted : text) + ",\(number)"
      table += Bool.random(using: &random) ? "\r\n" : "\n"
    }
    let (records, failure) = try read(table)
    #expect(failure == nil)
    #expect(records.map { $0.text ?? "failed" } == texts)
    let bytes = Array(table.utf8)
    #expect(records.allSatisfy { bytes[$0.position.byte - 1] == 0x0A })
  }
}
