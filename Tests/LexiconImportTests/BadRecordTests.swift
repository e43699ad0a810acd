import EntityLexicon
import LexiconImport
import TestSupport
import Testing
import TextFormats
import TextModel

/// Lines of GeoNames' tables, made by changing one that is right.
private func place(_ changes: [Int: String] = [:]) throws -> String {
  changed(try #require(try Fixture.lines("places.txt").first), changes)
}

private func alternateName(_ changes: [Int: String] = [:]) throws -> String {
  changed(try #require(try Fixture.lines("alternateNames.txt").first), changes)
}

private func changed(_ line: String, _ changes: [Int: String]) -> String {
  var cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
  for (cell, text) in changes { cells[cell] = text }
  return cells.joined(separator: "\t")
}

@Suite("Bad records are told with their place, and the others are read")
struct BadRecordTests {
  private func geonames(_ places: [String], _ names: [String]? = nil) throws -> Imported {
    let folder = try TemporaryFolder()
    let path = try folder.file("places", places)
    return try Imported(GeoNamesReader(path: path, alternateNamesPath: names.map { try folder.file("names", $0) }))
  }

  private func wikidata(_ lines: [String]) throws -> Imported {
    let folder = try TemporaryFolder()
    return try Imported(WikidataReader(path: folder.file("dump", lines)))
  }

  private func item(_ id: String, _ label: String) -> String {
    #"{"type":"item","id":"\#(id)","labels":{"en":{"language":"en","value":"\#(label)"}},"claims":{"P31":[{"#
      + #""mainsnak":{"datavalue":{"value":{"id":"Q6256"}}},"rank":"normal"}]}}"#
  }

  @Test("GeoNames' places")
  func places() throws {
    let good = try place()
    let lines = [
      good, "1\t2", try place([0: "x"]), try place([14: "-1"]), try place([6: "PP"]), try place([0: "99999999999"]),
      try place([0: ""]), "", good, try place([0: "5", 7: "PPLH"]), try place([0: "6", 6: "X"]),
      try place([0: "7", 14: ""]),
    ]
    var starts = [0]
    for line in lines { starts.append((starts.last ?? 0) + line.utf8.count + 1) }
    let imported = try geonames(lines)
    #expect(imported.rows.map(\.id) == ["geonames.360630", "geonames.7"])
    let number = "the first column is no number of a place"
    #expect(
      imported.failures == [
        "2:\(starts[1]) 2 columns, not 19", "3:\(starts[2]) \(number)", "4:\(starts[3]) the population is no number",
        "5:\(starts[4]) the feature class is no letter", "6:\(starts[5]) \(number)", "7:\(starts[6]) \(number)",
      ])
    #expect(imported.report.failureCount == 6)
    #expect(imported.dropped == [.repeatedID: 1, .historicalPlace: 1, .otherFeatureClass: 1])
    #expect(imported.report.recordCount == 11)
  }

  @Test("GeoNames' alternate names")
  func alternateNames() throws {
    let long = String(repeating: "ا", count: 600_000)
    let lines = [
      try alternateName(), "1\t2", try alternateName([1: "x"]), try alternateName([3: "قاهرة المعز"]),
      try alternateName([1: "1", 3: "elsewhere"]), try alternateName([3: "قديم", 9: "969"]), long,
      try alternateName([3: String(repeating: "م", count: 101)]), try alternateName([3: "a|b"]),
      try alternateName([3: "~"]), try alternateName([3: "42"]),
      // The older table has no years.
      "9\t360630\tru\tКаир\t\t\t\t",
    ]
    let imported = try geonames([try place()], lines)
    #expect(imported.lines == ["geonames.360630 GPE en=Cairo ar=القاهرة|قاهرة المعز ru=Каир"])
    #expect(
      imported.failures.map { $0.drop { $0 != " " }.dropFirst() } == [
        "2 columns, not 10", "the second column is no number of a place", "longer than 1048576 bytes",
      ])
    #expect(imported.dropped == [.outdatedName: 1, .longName: 1, .unwritableName: 3])
  }

  @Test("Bytes that are not UTF-8, in every format")
  func badUTF8() throws {
    let folder = try TemporaryFolder()
    let bad: [UInt8] = [0x4D, 0xC3, 0x28]
    let line = try place([0: "2", 1: "@"])
    let places = try place().utf8 + [0x0A] + line.utf8.flatMap { $0 == UInt8(ascii: "@") ? bad : [$0] }
    let jrc = Array("1\tP\tu\tAngela+Merkel\n1\tP\tu\t".utf8) + bad + Array("\n2\tO\tu\tNATO\n".utf8)
    let objects = Array((item("Q79", "Egypt") + "\n" + item("Q1", "@")).utf8).flatMap {
      $0 == UInt8(ascii: "@") ? bad : [$0]
    }
    let table = Array("id,en\na,Aden\nb,".utf8) + bad + Array("\nc,Cairo\n".utf8)
    let sanctions = Array("id,schema,name\na,Company,Gazprom\nb,Company,".utf8) + bad + [0x0A]
    let columns = try #require(ColumnMap("id=id,en=en"))
    let readers: [any LexiconImportReader] = [
      try GeoNamesReader(path: folder.file("places", Array(places))), try JRCNamesReader(path: folder.file("jrc", jrc)),
      try WikidataReader(path: folder.file("dump", objects)),
      try TableReader(path: folder.file("table", table), format: .init(columns: columns)),
      try OpenSanctionsReader(path: folder.file("sanctions", sanctions)),
    ]
    for (reader, count) in zip(readers, [1, 2, 1, 2, 1]) {
      let imported = try Imported(reader)
      #expect(imported.rows.count == count)
      #expect(imported.report.failures.map(\.reason) == ["not UTF-8"])
      #expect(imported.report.failures.first?.position.line ?? 0 >= 2)
    }
  }

  @Test("Broken entities of Wikidata")
  func brokenJSON() throws {
    let good = item("Q79", "Egypt")
    let lines = [
      "[", good + ",", String(good.dropLast(3)) + ",", "{},", "null,", #"{"type":"item","id":"Q1","labels":1"#,
      #"{"type":"item","id":"Q3","labels":{"en":{"value":"\ud800"}},"claims":[]},"#, good + "x",
      item("Q80", #"\ud800"#),
      "", item("Q81", "Sudan") + ",\r", "]",
    ]
    let imported = try wikidata(lines)
    #expect(imported.rows.map(\.id) == ["wikidata.q79", "wikidata.q81"])
    #expect(imported.failures.map { Int($0.prefix { $0 != ":" }) } == [3, 4, 5, 6, 8, 9])
    let starts = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count + 1) }
    #expect(imported.failures[0] == "3:\(starts[3] - 2) not the JSON expected: it ends too early")
    #expect(
      imported.failures[4] == "8:\(starts[7] + good.utf8.count) not the JSON expected: something stands after the end")
    #expect(imported.failures[5].hasSuffix(" not UTF-8"))
    #expect(imported.dropped == [.unknownClass: 1])
  }

  @Test("An entity of ten megabytes is read; a row of a table is not")
  func longLines() throws {
    let long = String(repeating: "x", count: 10 << 20)
    let good = item("Q79", "Egypt")
    let imported = try wikidata([good.replacing(#""rank":"#, with: #""x":"\#(long)","rank":"#), item("Q81", "Sudan")])
    #expect(imported.rows.count == 2 && imported.failures == [])
    let tabular = try geonames([try place(), try place([0: "2", 3: long]), try place([0: "3"])])
    #expect(tabular.rows.count == 2 && tabular.report.failureCount == 1)
  }

  @Test("JRC-Names")
  func jrcNames() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "# a comment", "1\tP\tu\tAngela+Merkel", "1\tP\tu", "x\tP\tu\tA+B", "1\tperson\tu\tA+B", "1\tP\tar\tأنغيلا+ميركل",
      "1\tP\tu\tA\tB", "", "2\tO\tar\tالناتو", "1\tP\tu\tAngela+D.+Merkel", "3\tO\tfr\tOTAN",
    ]
    let imported = try Imported(JRCNamesReader(path: folder.file("jrc", lines)))
    #expect(imported.lines == ["jrc.1 PERSON en=Angela Merkel ar=أنغيلا ميركل", "jrc.3 ORG en=OTAN"])
    #expect(
      imported.failures.map { $0.drop { $0 != " " }.dropFirst() } == [
        "3 columns, not 4", "the first column is no number", "the second column is no type such as P or O",
        "5 columns, not 4",
      ])
    #expect(imported.dropped == [.noEnglishName: 1, .repeatedID: 1])
  }

  @Test("An entity of more names than are kept has the first thousand")
  func manyNames() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<1500).map { "1\tP\tu\tMuammar+Gaddafi+\($0)" }
    let imported = try Imported(JRCNamesReader(path: folder.file("jrc", lines)))
    #expect(imported.rows.first?.names.count == 1000)
    #expect(imported.dropped == [.manyNames: 500])
    #expect(imported.report.dropped[.manyNames]?.examples.count == 3)
  }

  @Test("Only the first bad records are kept, but all are counted")
  func manyFailures() throws {
    let imported = try geonames([try place()] + [String](repeating: "bad", count: 5000))
    #expect(imported.report.failureCount == 5000 && imported.report.failures.count == 20)
  }
}

@Suite("A file of another kind, or none, is refused")
struct ForeignFileTests {
  static let readers: [(kind: String, make: @Sendable (String) throws -> any LexiconImportReader)] = [
    ("GeoNames table of places", { try GeoNamesReader(path: $0) }),
    (
      "GeoNames table of alternate names",
      { try GeoNamesReader(path: Fixture.path("places.txt"), alternateNamesPath: $0) }
    ),
    ("JSON dump of Wikidata", { try WikidataReader(path: $0) }),
    ("list of JRC-Names", { try JRCNamesReader(path: $0) }),
    ("file of OpenSanctions", { try OpenSanctionsReader(path: $0) }),
  ]

  @Test("by every reader but its own", arguments: 0..<5)
  func foreign(reader: Int) throws {
    let own = [
      ["places.txt"], ["alternateNames.txt"], ["wikidata.json"], ["entities.txt"],
      ["targets.simple.csv", "entities.ftm.json"],
    ]
    let (kind, make) = Self.readers[reader]
    for name in own.flatMap(\.self) + ["banks.csv", "README.md"] where !own[reader].contains(name) {
      let path = Fixture.path(name)
      do {
        _ = try Imported(make(path))
        Issue.record("\(name) was taken for a \(kind)")
      } catch let failure as LexiconImportFailure {
        #expect(failure.description.hasPrefix("\(path) is no \(kind): "), "\(failure)")
      }
    }
  }

  @Test("where it is empty, missing, a folder or noise", arguments: 0..<5)
  func nothing(reader: Int) throws {
    let (kind, make) = Self.readers[reader]
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 7)
    let noise = (0..<400_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let empty = try folder.file("empty", [UInt8]())
    #expect(throws: LexiconImportFailure.notOfKind(path: empty, kind: kind, reason: "it is empty")) {
      try Imported(make(empty))
    }
    for path in [folder.path, "/proc/naqhara-none", try folder.file("noise", noise)] {
      #expect(throws: LexiconImportFailure.self) { try Imported(make(path)) }
    }
  }
}
