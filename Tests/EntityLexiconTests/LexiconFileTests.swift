@testable import EntityLexicon
import Testing

@Suite("Opening lexicon files")
struct LexiconFileTests {
  private static let source = Sheet.source([Sheet.header] + SmallLexicon.lines)

  /// The message with which opening fails.
  private func message(_ path: String) -> String {
    do {
      _ = try LexiconFile.open(path)
      return "opened"
    } catch {
      return "\(error)"
    }
  }

  @Test("A source and the image of it give the same lexicon")
  func sourceAndImage() throws {
    let folder = try TemporaryFolder()
    let source = try LexiconFile.open(folder.file("a.tsv", Self.source))
    let image = try LexiconFile.open(folder.file("a.image", SmallLexicon.bytes()))
    #expect(source.checksum == image.checksum)
    #expect(image.row(of: 1).englishName == "William Burns")
  }

  @Test("What a file is shows in its bytes, not in its name")
  func namesDoNotMatter() throws {
    let folder = try TemporaryFolder()
    #expect(try LexiconFile.open(folder.file("a.image", Self.source)).entityCount == SmallLexicon.lines.count)
    #expect(try LexiconFile.open(folder.file("a.tsv", SmallLexicon.bytes())).entityCount == SmallLexicon.lines.count)
  }

  @Test("An image stays readable when its file is gone")
  func removedFile() throws {
    let image: LexiconImage
    do {
      let folder = try TemporaryFolder()
      image = try LexiconFile.open(folder.file("a.image", SmallLexicon.bytes()))
    }
    #expect(image.row(of: 2).id == "org.nato")
  }

  @Test("What cannot be opened is told by its path and the system's reason")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    #expect(message("\(folder.path)/none.tsv") == "\(folder.path)/none.tsv: No such file or directory")
    #expect(message(folder.path) == "\(folder.path): not a file")
    #expect(message("/dev/null") == "/dev/null: not a file")
    #expect(message("") == ": No such file or directory")
  }

  @Test("An empty file is a source without a header")
  func empty() throws {
    let folder = try TemporaryFolder()
    let there = try folder.file("a.tsv", [])
    #expect(message(there) == "\(there):1: no header")
  }

  @Test("A source with bad lines is told line by line, the first twenty of them")
  func badSource() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.tsv", Sheet.source([Sheet.header, "x", "person.a ; PERSON ; A ; ; ;", "y"]))
    #expect(
      message(path)
        == "\(path):2: 1 cells, but the header has 6 columns\n\(path):4: 1 cells, but the header has 6 columns")
    let many = try folder.file("b.tsv", Sheet.source([Sheet.header] + (0..<30).map { "x\($0)" }))
    let lines = message(many).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last == "… and 10 more")
  }

  @Test("A source with an id twice is refused")
  func duplicate() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.tsv", Sheet.source([Sheet.header, "a ; GPE ; A ; ; ;", "a ; GPE ; B ; ; ;"]))
    #expect(message(path) == "\(path):3: the id “a” stands at \(path):2 already")
  }

  @Test("A damaged image is told to be one, by its path")
  func badImage() throws {
    let folder = try TemporaryFolder()
    let image = try SmallLexicon.bytes()
    let cut = try folder.file("cut", Array(image.dropLast(8)))
    #expect(
      message(cut)
        == "\(cut): the lexicon image has \(image.count - 8) bytes instead of \(image.count): it was cut or appended to"
    )
    let short = try folder.file("short", Array(image.prefix(12)))
    #expect(message(short) == "\(short): this is no lexicon image")
    var altered = image
    altered[image.count / 2] ^= 1
    let wrong = try folder.file("altered", altered)
    #expect(message(wrong) == "\(wrong): the lexicon image was altered: its checksum does not hold")
    let noise = try folder.file("noise", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2])
    #expect(message(noise) == "\(noise): this is no lexicon image")
  }

  @Test("Lines that end beyond what is read at once are whole", arguments: [(1 << 20) - 40, 1 << 20, 3 << 20])
  func longLines(count: Int) throws {
    let folder = try TemporaryFolder()
    let comment = "# " + String(repeating: "x", count: count)
    let path = try folder.file(
      "a.tsv", Sheet.source(["id ; type ; en", comment, "a.a ; GPE ; A", comment]) + Array("a.b\tGPE\tB".utf8))
    let rows = try LexiconFile.readSources([path]).rows
    #expect(rows.map(\.id) == ["a.a", "a.b"])
    #expect(rows.map(\.line) == [3, 5])
  }

  @Test("Several sources are read in order, and all their bad lines are told")
  func severalSources() throws {
    let folder = try TemporaryFolder()
    let a = try folder.file("a.tsv", Sheet.source(["id ; type ; en", "a.a ; GPE ; A", "a.b ; GPE ; B"]))
    let b = try folder.file("b.tsv", Sheet.source(["en ; id ; type", "C ; a.c ; GPE"]))
    #expect(try LexiconFile.readSources([b, a]).rows.map(\.id) == ["a.c", "a.a", "a.b"])
    let c = try folder.file("c.tsv", Sheet.source(["id ; type ; en", "c"]))
    let d = try folder.file("d.tsv", Sheet.source(["id ; type"]))
    let failure = #expect(throws: LexiconFile.Failure.self) { try LexiconFile.compile([c, a, d]) }
    #expect(
      failure?.description
        == "\(c):2: 1 cells, but the header has 3 columns\n\(d):1: the header has no column “en”; columns are separated by tabs"
    )
    let read = try LexiconFile.readSources([c, a, d])
    #expect(read.rows.map(\.id) == ["a.a", "a.b"] && read.failures.count == 2)
    #expect(throws: LexiconFile.Failure.self) { try LexiconFile.readSources([a, "\(folder.path)/none"]) }
  }
}
