import EntityLexicon
import LexiconImport
import TestSupport
import Testing
import TextFormats
import TextModel

@Suite("Tables with a map of columns")
struct TableTests {
  private func read(
    _ text: String, columns: String = "id=id,en=en", _ change: (inout TableReader.Format) -> Void = { _ in }
  ) throws -> Imported {
    let folder = try TemporaryFolder()
    var format = TableReader.Format(columns: try #require(ColumnMap(columns)))
    change(&format)
    return try Imported(TableReader(path: folder.file("table", Array(text.utf8)), format: format))
  }

  @Test(
    "Cells are found whatever stands between them, quoted or not",
    arguments: [
      "id,en\na,Aden\n", "id\ten\r\na\tAden\r\n", "id;en;x\na;Aden;1,2\n", "id|en\na|Aden", "en,id\nAden,a\n",
      "\u{FEFF}id,en\na,Aden\n", "\"id\",\"en\"\n\"a\",\"Aden\"\n", "\n\nid,en\n\na,Aden\n\n", "id, en \na, Aden \n",
      "id,en,x\na,Aden,\"1\n\n2,\"\"\"\n", "id,en,x\na,Aden,2\" wide\n",
    ])
  func cells(text: String) throws {
    let imported = try read(text)
    #expect(imported.lines == ["csv.a ORG en=Aden"])
    #expect(imported.failures == [])
  }

  @Test(
    "Bad records are told, and the next lines read",
    arguments: [
      ("a\n", ["2:6 1 cells, not 2"]), ("a,b,c\n", ["2:6 3 cells, not 2"]), (",Aden\n", ["2:6 no id"]),
      ("a,\"Aden\"x\n", ["2:6 something stands after a closing quotation mark"]),
      ("a,\"Aden\n", ["2:6 a quotation mark is not closed"]),
      ("a,\"Aden\nb,\"Basra\"\n", ["2:6 something stands after a closing quotation mark"]),
      ("a,\"" + String(repeating: "\n", count: 40), ["2:6 a quotation mark is not closed"]),
    ])
  func badRecords(text: String, failures: [String]) throws {
    let imported = try read("id,en\n" + text + "\nz,Zanzibar\n")
    #expect(imported.failures == failures)
    #expect(imported.rows.last?.id == "csv.z")
  }

  @Test("A quotation mark that is lost on every line costs no more than so many lines again")
  func hostileQuotes() throws {
    let imported = try read("id,en\n" + String(repeating: "a\",\"\n", count: 20_000))
    #expect(imported.report.failureCount == 20_000 && imported.rows.isEmpty)
  }

  @Test("Types come from a column or from the caller")
  func types() throws {
    let text = "id,en,kind\n1,Riyad Mahrez,person\n2,OPEC,Organization\n3,Oran,CITY\n4,Nile,LOC\n5,Opel,\n6,x y,frob\n"
    let imported = try read(text, columns: "id=id,en=en,type=kind") { $0.type = .product }
    #expect(
      imported.lines == [
        "csv.1 PERSON en=Riyad Mahrez", "csv.2 ORG en=OPEC", "csv.3 GPE en=Oran", "csv.4 LOC en=Nile",
        "csv.5 PRODUCT en=Opel",
      ])
    #expect(imported.report.failures.map(\.reason) == ["unknown type “frob”"])
  }

  @Test("Without a header columns go by numbers, and without ids lines do")
  func numbers() throws {
    let imported = try read("وهران\tOran\nعدن\tAden\n", columns: "en=2,ar=1") { $0.hasHeader = false }
    #expect(imported.lines == ["csv.1 ORG en=Oran ar=وهران", "csv.2 ORG en=Aden ar=عدن"])
  }

  @Test("Several names in a cell, several columns of a language, and a Latin name where none is English")
  func names() throws {
    let imported = try read("a,b,c\nOran;Wahran,وهران,Wihran\n,عدن,\n", columns: "en=a,ar=b,en=c") {
      $0.nameSeparator = UInt8(ascii: ";")
    }
    #expect(imported.lines == ["csv.2 ORG en=Oran|Wahran|Wihran ar=وهران"])
    #expect(imported.dropped == [.noEnglishName: 1])
    #expect(try read("a,b\nعدن,Aden\n", columns: "ar=a,fr=b").lines == ["csv.2 ORG en=Aden ar=عدن fr=Aden"])
  }

  @Test(
    "A column that is not there is told with those that are", arguments: ["id=code,en=en", "en=name", "en=3", "en=0"])
  func missingColumn(columns: String) throws {
    let error = #expect(throws: LexiconImportFailure.self) { try read("id,en\na,Aden\n", columns: columns) }
    #expect(error?.description.hasSuffix("but “id”, “en”") == true)
  }

  @Test(
    "A map that is none is refused",
    arguments: ["", "en", "en=", "=a", "id=a", "id=a,id=b,en=c", "en=a,", "en=a,,ar=b", "e n=a", "flags=a,en=b"])
  func badMaps(text: String) { #expect(ColumnMap(text) == nil) }
}
