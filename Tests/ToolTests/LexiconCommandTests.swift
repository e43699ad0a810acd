import Glibc
import Testing

@Suite("naqhara lexicon")
struct LexiconCommandTests {
  private static let source = """
    id\ttype\ten\tar
    org.zaqix\tORG\tZaqix Corp | Zaqix\tزاقكس | ~شركة زاقكس
    gpe.zaq\tGPE\tZaq City\tزاق
    title.zaq\tTITLE\tZaq Lord\tسيد زاق

    """

  @Test("The committed image is what the Makefile's list of sources gives, without an error among them")
  func committedImage() throws {
    let root = Folder.repository("")
    let make = try Tool.run(program: "/usr/bin/make", ["-n", "lexicon"], input: [], environment: [:], in: root)
    let command = try #require(make.lines.first { $0.contains(" lexicon compile ") }, "\(make.messages)")
    let words = command.split(separator: " ").map(String.init)
    let sources = words.filter { $0.hasSuffix(".tsv") }
    let image = try #require(words.last)
    #expect(sources.count > 10 && image.hasSuffix(".image"))
    // Whether names agree, `make lint` asks the release build, which is many times as fast.
    let arguments = ["lexicon", "check", "--errors-only", "--no-agreement", "--image", image] + sources
    let result = try Tool.run(program: Tool.path, arguments, input: [], environment: [:], in: root)
    #expect(result.status == 0, "\(result.lines.prefix(20).joined(separator: "\n"))\(result.messages)")
  }

  @Test("Compiling twice gives the same bytes, and says how many rows there are")
  func compile() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    let first = try Tool.run(["lexicon", "compile", "a.tsv", "-o", "1.image"], in: folder)
    #expect(first.status == 0 && first.output.isEmpty)
    #expect(first.messages.hasPrefix("3 rows, "))
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "2.image"], in: folder).status == 0)
    #expect(try folder.read("1.image") == folder.read("2.image"))
    #expect(try Tool.run(["lexicon", "check", "--image", "1.image", "a.tsv"], in: folder).status == 0)
  }

  @Test("Bad sources give no image, and the message names file and line")
  func compileBadSource() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source + "bad line\n")
    let result = try Tool.run(["lexicon", "compile", "a.tsv", "-o", "a.image"], in: folder)
    #expect(result.status == 2)
    #expect(result.messages == "naqhara: a.tsv:5: 1 cells, but the header has 4 columns\n")
    #expect(folder.names == ["a.tsv"])
    try folder.file("b.tsv", Self.source)
    let twice = try Tool.run(["lexicon", "compile", "b.tsv", "b.tsv", "-o", "a.image"], in: folder)
    #expect(twice.status == 2)
    #expect(twice.messages.contains("the id “org.zaqix” stands at b.tsv:2 already"))
    #expect(try Tool.run(["lexicon", "compile", "none.tsv", "-o", "a.image"], in: folder).status == 2)
    #expect(try Tool.run(["lexicon", "compile", "b.tsv", "-o", "/proc/naqhara-none/a.image"], in: folder).status == 2)
    #expect(try Tool.run(["lexicon", "compile", "b.tsv"], in: folder).status == 64)
  }

  @Test("Checking tells errors and notices, and fails for errors alone")
  func check() throws {
    let folder = try Folder()
    try folder.file("good.tsv", Self.source)
    try folder.file("twice.tsv", "id\ttype\ten\ngpe.zaq\tGPE\tOther\n")
    try folder.file("same.tsv", "id\ttype\ten\ngpe.b\tGPE\tZaq City\n")
    let good = try Tool.run(["lexicon", "check", "good.tsv"], in: folder)
    #expect(good.status == 0)
    #expect(good.text == "3 rows, 0 errors, 0 notices\n")
    let error = try Tool.run(["lexicon", "check", "good.tsv", "twice.tsv"], in: folder)
    #expect(error.status == 1)
    #expect(
      error.text == "error: twice.tsv:2: the id “gpe.zaq” stands at good.tsv:3 already\n4 rows, 1 errors, 0 notices\n")
    try folder.file("bad.tsv", "id\ttype\ten\nx\ngpe.y\tGPE\tY\nz\n")
    let bad = try Tool.run(["lexicon", "check", "good.tsv", "bad.tsv"], in: folder)
    #expect(bad.status == 1)
    #expect(
      bad.lines == [
        "error: bad.tsv:2: 1 cells, but the header has 3 columns",
        "error: bad.tsv:4: 1 cells, but the header has 3 columns", "4 rows, 2 errors, 0 notices",
      ])
    let notice = try Tool.run(["lexicon", "check", "good.tsv", "same.tsv"], in: folder)
    #expect(notice.status == 0)
    #expect(notice.lines.count == 2 && notice.text.hasPrefix("notice: "))
    #expect(try Tool.run(["lexicon", "check", "--errors-only", "good.tsv", "same.tsv"], in: folder).lines.count == 1)
  }

  @Test("An image replaces its file, and nothing is left beside it")
  func compileReplaces() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    try folder.file("a.image", "old")
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "a.image"], in: folder).status == 0)
    #expect(try Tool.run(["lexicon", "inspect", "a.image"], in: folder).status == 0)
    #expect(folder.names.sorted() == ["a.image", "a.tsv"])
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "/dev/null"], in: folder).status == 0)
  }

  @Test("A row is printed for programs as one object, also from a user's lexicon")
  func lookupJSON() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    let result = try Tool.run(
      ["lexicon", "lookup", "--format", "jsonl", "--lexicon", "a.tsv", "org.zaqix"], in: folder)
    #expect(
      result.text == #"""
        {"id":"org.zaqix","type":"ORG","source":"","names":{"en":["Zaqix Corp","Zaqix"],"ar":["زاقكس","شركة زاقكس"]},"needsEvidence":["شركة زاقكس"]}

        """#)
  }

  @Test("Checking sees that an image is of other sources")
  func checkImage() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    try folder.file("b.tsv", Self.source.replacing("Zaq City", with: "Zaq Town"))
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "a.image"], in: folder).status == 0)
    let result = try Tool.run(["lexicon", "check", "--image", "a.image", "b.tsv"], in: folder)
    #expect(result.status == 1)
    #expect(result.text.contains("a.image is not what the sources give"))
  }

  @Test("A cut, altered or foreign image is refused", arguments: ["tag", "inspect"])
  func damagedImages(command: String) throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    #expect(try Tool.run(["lexicon", "compile", "a.tsv", "-o", "good"], in: folder).status == 0)
    let image = try folder.read("good")
    try folder.file("cut", Array(image.dropLast(100)))
    var altered = image
    altered[image.count / 2] ^= 0x10
    try folder.file("altered", altered)
    var other = image
    other[8] ^= 0x80
    try folder.file("other", other)
    try folder.file("foreign", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1])
    let reasons = [
      "cut": "was cut", "altered": "was altered", "other": "compile it again", "foreign": "no lexicon image",
    ]
    for (name, reason) in reasons {
      let arguments = command == "tag" ? ["tag", "--lexicon", name] : ["lexicon", "inspect", name]
      let result = try Tool.run(arguments, in: folder)
      #expect(result.status == 2 && result.output.isEmpty, "\(name)")
      #expect(result.messages.hasPrefix("naqhara: \(name): ") && result.messages.contains(reason), "\(result.messages)")
    }
  }

  @Test("An image says what it holds; without a file it is the built-in one")
  func inspect() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    let own = try Tool.run(["lexicon", "inspect", "a.tsv"], in: folder)
    #expect(own.status == 0)
    #expect(own.lines.contains("rows      3") && own.lines.contains("names     8"))
    let builtIn = try Tool.run(["lexicon", "inspect"])
    #expect(builtIn.status == 0)
    let checksum = try #require(builtIn.lines.first).split(separator: " ").last.map(String.init)
    #expect(try Tool.run(["--version"]).text.contains(try #require(checksum)))
    #expect(builtIn.text.contains("PERSON") && builtIn.text.contains("hand"))
  }

  @Test("A row is found by its id and by any spelling of its names")
  func lookup() throws {
    let folder = try Folder()
    try folder.file("a.tsv", Self.source)
    let expected = "org.zaqix\tORG\t\n  en\tZaqix Corp | Zaqix\n  ar\tزاقكس | ~شركة زاقكس\n"
    for name in ["org.zaqix", "زاقكس", "زَاقـكس", "zaqix", "ZAQIX CORP", "شركة  زاقكس"] {
      let result = try Tool.run(["lexicon", "lookup", "--lexicon", "a.tsv", name], in: folder)
      #expect(result.status == 0 && result.messages == "")
      #expect(result.text == expected, "\(name)")
    }
    let missing = try Tool.run(["lexicon", "lookup", "--lexicon", "a.tsv", "زاقكس", "زززز"], in: folder)
    #expect(missing.status == 1)
    #expect(missing.text == expected)
    #expect(missing.messages == "naqhara: no entry for “زززز”\n")
  }
}
