import Testing

@Suite("naqhara lexicon import")
struct LexiconImportCommandTests {
  /// Each kind with its fixture.
  static let kinds = [
    ["geonames", fixture("places.txt"), fixture("alternateNames.txt")], ["wikidata", fixture("wikidata.json")],
    ["jrc-names", fixture("entities.txt")], ["opensanctions", fixture("targets.simple.csv")],
    ["opensanctions", fixture("entities.ftm.json")],
    ["csv", fixture("banks.csv"), "--columns", "id=code,en=name,ar=arabic_name,type=kind"],
  ]

  private static func fixture(_ name: String) -> String {
    Folder.repository("Tests/LexiconImportTests/Fixtures/\(name)")
  }

  @Test("What each kind gives can be checked, compiled and looked up", arguments: kinds)
  func everyKind(arguments: [String]) throws {
    let folder = try Folder()
    let result = try Tool.run(["lexicon", "import"] + arguments + ["-o", "a.tsv"], in: folder)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(result.messages.hasPrefix("naqhara: read "))
    let source = String(decoding: try folder.read("a.tsv"), as: UTF8.self)
    #expect(source.hasPrefix("# Made by naqhara lexicon import \(arguments[0]).\nid\ttype\ten\t"))
    #expect(try Tool.run(["lexicon", "import"] + arguments + ["--quiet"]).text == source)
    #expect(try Tool.run(["lexicon", "import"] + arguments + ["--quiet"]).messages == "")
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "a.image"], in: folder).status == 0)
    let id = try #require(source.split(separator: "\n").last?.split(separator: "\t").first)
    let found = try Tool.run(["lexicon", "lookup", "--lexicon", "a.image", String(id)], in: folder)
    #expect(found.status == 0 && found.text.hasPrefix(id))
  }

  @Test("Imported entities are found beside the built-in ones")
  func tag() throws {
    let folder = try Folder()
    try folder.file("banks.csv", "code,name,arabic_name\nzq,Zaqix Development Bank,مصرف زاقكس للتنمية\n")
    let line =
      "naqhara lexicon import csv banks.csv --columns id=code,en=name,ar=arabic_name -q -o a.tsv && "
      + "naqhara lexicon compile a.tsv -o a.image && for lexicon in a.tsv a.image; do "
      + "echo 'زار بوتين مصرف زاقكس للتنمية' | naqhara tag --lexicon $lexicon; done"
    let result = try Tool.shell(line, in: folder)
    #expect(result.status == 0 && result.lines.count == 2)
    for line in result.lines {
      let document = try TaggedDocument(line)
      #expect(document.entities.map(\.name) == ["Vladimir Putin", "Zaqix Development Bank"])
    }
  }

  @Test("Many thousand entities are imported, packed, through pipes, and found")
  func many() throws {
    let folder = try Folder()
    let lines = (0..<5_000).map { "\($0)\tP\tu\tZaqi+Number\($0)+Maran\n\($0)\tP\tar\tزاقي+رقم\($0)+مران\n" }
    try folder.file("entities", lines.joined())
    let result = try Tool.shell(
      "bzip2 -c entities | naqhara lexicon import jrc-names - -q -o a.tsv && naqhara lexicon compile a.tsv -o a.image && "
        + "echo 'قال زاقي رقم4999 مران في موسكو' | naqhara tag --lexicon a.image", in: folder)
    #expect(result.messages.hasPrefix("5000 rows"))
    let document = try TaggedDocument(try #require(result.lines.first))
    #expect(document.entities.map(\.name) == ["Zaqi Number4999 Maran", "Moscow"])
  }

  @Test("Bad records are told with line and byte, the rest is written, and the status is 1")
  func badRecords() throws {
    let folder = try Folder()
    try folder.file("entities", "1\tP\tu\tAngela+Merkel\n1\tP\n2\tO\tu\tEuropean+Commission\n")
    let result = try Tool.run(["lexicon", "import", "jrc-names", "entities", "-o", "a.tsv"], in: folder)
    #expect(result.status == 1)
    #expect(result.messages.contains("naqhara: error: entities: line 2, byte 20: 2 columns, not 4\n"))
    #expect(result.messages.contains("naqhara: 1 record failed\n"))
    #expect(try folder.read("a.tsv").count { $0 == 0x0A } == 4)
    let quiet = try Tool.run(["lexicon", "import", "jrc-names", "entities", "-q"], in: folder)
    #expect(quiet.status == 1 && Tool.lines(quiet.messages).count == 2)
  }

  @Test("A packed file that breaks off gives what came before, and the status is 1")
  func truncated() throws {
    let folder = try Folder()
    let lines = (0..<20_000).map { "\($0 &* 7919 % 100_003)\tP\tu\tName\($0)+Surname\($0 &* 31)\n" }
    try folder.file("entities", lines.joined())
    for packer in ["gzip", "bzip2 -1"] {
      let result = try Tool.shell(
        "\(packer) -c entities | head -c 100000 > cut; naqhara lexicon import jrc-names cut -o a.tsv", in: folder)
      #expect(result.status == 1)
      #expect(result.messages.contains("data end too early"), "\(result.messages)")
      let rows = try folder.read("a.tsv").count { $0 == 0x0A } - 2
      #expect((1000..<20_000).contains(rows), "\(rows)")
    }
  }

  @Test("A missing file, one of another kind, and one that is damaged from its start give nothing, and the status is 2")
  func refused() throws {
    let folder = try Folder()
    try folder.file("old.tsv", "old")
    try folder.file("empty", "")
    try folder.file("damaged", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF])
    let cases = [
      (["geonames", Self.fixture("banks.csv")], "no GeoNames table of places: line 1: 1 columns, not 19"),
      (["wikidata", Self.fixture("entities.txt")], "no JSON dump of Wikidata: line 1: "),
      (["jrc-names", "empty"], "empty is no list of JRC-Names: it is empty"),
      (["jrc-names", "none"], "none: cannot open: No such file or directory"),
      (["geonames", Self.fixture("places.txt"), "none"], "none: cannot open"),
      (["opensanctions", "damaged"], "the gzip data are damaged"),
      (["wikidata", "/tmp"], "cannot read: Is a directory"),
      (
        ["csv", Self.fixture("banks.csv"), "--columns", "en=title"],
        "has no column “title”, but “code”, “name”, “arabic_name”, “kind”, “note”"
      ),
    ]
    for (arguments, message) in cases {
      let result = try Tool.run(["lexicon", "import"] + arguments + ["-o", "old.tsv"], in: folder)
      #expect(result.status == 2 && result.output.isEmpty, "\(arguments)")
      #expect(result.messages.hasPrefix("naqhara: ") && result.messages.contains(message), "\(result.messages)")
      #expect(Tool.lines(result.messages).count == 1)
      #expect(try folder.read("old.tsv") == Array("old".utf8))
      #expect(folder.names == ["damaged", "empty", "old.tsv"])
    }
    let noFolder = try Tool.run(["lexicon", "import"] + Self.kinds[1] + ["-o", "/proc/naqhara-none/x"], in: folder)
    #expect(noFolder.status == 2 && noFolder.messages.contains("cannot open for writing"))
  }

  @Test("A reader of the output that goes away ends it quietly")
  func closedPipe() throws {
    let folder = try Folder()
    let lines = (0..<50_000).map { "\($0)\tO\tu\tCompany+Number+\($0)\n" }
    try folder.file("entities", lines.joined())
    let result = try Tool.shell(
      "naqhara lexicon import jrc-names entities | head -1; echo ${PIPESTATUS[0]}", in: folder)
    #expect(result.lines == ["# Made by naqhara lexicon import jrc-names.", "0"])
    #expect(result.messages == "")
  }

  @Test("Options choose what is taken")
  func options() throws {
    let people = try Tool.run(
      ["lexicon", "import"] + Self.kinds[1] + ["--types", "person,ORG", "--languages", "he", "--limit", "1", "-q"])
    #expect(
      people.lines == [
        "# Made by naqhara lexicon import wikidata.", "id\ttype\ten\the\tflags\tsource",
        "wikidata.q76\tPERSON\tBarack Obama|Barack Hussein Obama II|~Obama\tברק אובמה\t\twikidata",
      ])
    let places = try Tool.run(
      ["lexicon", "import"] + Self.kinds[0]
        + ["--min-population", "5000000", "--feature-classes", "p,S", "--id-prefix", "place", "--languages", "", "-q"])
    #expect(
      places.lines.dropFirst(2) == [
        "place.360630\tGPE\tCairo\t\tgeonames", "place.6296599\tFAC\tLondon Heathrow Airport\t\tgeonames",
      ])
    let classes = try Tool.run(
      ["lexicon", "import"] + Self.kinds[1] + ["--classes", "Q3504248=LOC", "--types", "LOC", "-q"])
    #expect(classes.lines.dropFirst(2).map { $0.prefix { $0 != "\t" } } == ["wikidata.q3392", "wikidata.q2"])
  }

  @Test(
    "A wrong use exits with 64",
    arguments: [
      ["geonames"], ["geonames", "x", "--min-population", "-1"], ["geonames", "x", "--feature-classes", "Z"],
      ["wikidata", "x", "--classes", "5=PERSON"], ["wikidata", "x", "--types", "FROB"],
      ["wikidata", "x", "--limit", "0"],
      ["wikidata", "x", "--languages", "e n"], ["csv", "x"], ["csv", "x", "--columns", "id=a"],
      ["csv", "x", "--columns", "en=a", "--delimiter", "ab"], ["csv", "x", "--columns", "en=a", "--type", "x"],
      ["frob"],
    ])
  func wrongUse(arguments: [String]) throws {
    let result = try Tool.run(["lexicon", "import"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
  }
}
