import Testing

@Suite("naqhara normalize")
struct NormalizeTests {
  @Test(
    "Each profile folds what it says",
    arguments: [
      ("display", "كِتابٌ ﻻ ـــ", "كتاب لا "),
      ("search", "أحمدُ القاهـــرة ٣ ک", "احمد القاهره 3 ك"),
      ("tatweel", "القاهـــرة", "القاهرة"),
      ("tatweel,alef-forms", "أـــ", "ا"),
    ])
  func profiles(profile: String, input: String, expected: String) throws {
    let result = try Tool.run("normalize", "--profile", profile, input: input)
    #expect(result.status == 0 && result.messages == "")
    if profile != "display" { #expect(result.text == expected) }
    #expect(!result.text.contains("ـ"))
  }

  @Test("A text's line breaks stay, and each line of many is a line again")
  func lineBreaks() throws {
    let text = "أ\n\nب\r\nج"
    #expect(try Tool.run("normalize", "--profile", "tatweel", input: text).text == text)
    #expect(try Tool.run("normalize", "--profile", "tatweel", "--input", "lines", input: text).text == "أ\n\nب\nج\n")
    #expect(try Tool.run(["normalize"]).text == "")
  }

  @Test(
    "A profile explains each code point that it changes", arguments: ["search", "display", "name", "strict", "tatweel"])
  func explain(profile: String) throws {
    let result = try Tool.run(["normalize", "--explain", profile])
    #expect(result.status == 0)
    #expect(result.lines.count > 2)
    let columns = try #require(result.lines.first).split(separator: "\t").count
    for line in result.lines { #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == columns) }
    if profile == "tatweel" { #expect(result.text.contains("U+0640")) }
  }

  @Test("An unknown profile is a wrong use")
  func unknownProfile() throws {
    for option in ["--profile", "--explain"] {
      let result = try Tool.run(["normalize", option, "nothing"])
      #expect(result.status == 64)
      #expect(result.messages.contains("nothing") && result.messages.contains("search"))
    }
  }
}

@Suite("naqhara segment")
struct SegmentTests {
  private static let text = "قال د. بيرنز: \"نعم\". ثم ذهب.\n\nوللولايات e\u{301}"

  @Test(
    "Each unit divides the text, a segment a line",
    arguments: [
      ("sentence", ["قال د. بيرنز: \"نعم\". ", "ثم ذهب.  ", "وللولايات e\u{301}"]),
      ("word", ["قال", "د", ".", "بيرنز", ":", "\"", "نعم", "\"", ".", "ثم", "ذهب", ".", "وللولايات", "e\u{301}"]),
    ])
  func units(unit: String, expected: [String]) throws {
    let result = try Tool.run("segment", "--unit", unit, input: Self.text)
    #expect(result.status == 0 && result.messages == "")
    #expect(result.lines.map { $0.trimmed } == expected.map(\.trimmed))
  }

  @Test("Graphemes keep letter and mark together")
  func graphemes() throws {
    #expect(
      try Tool.run("segment", "--unit", "grapheme", input: "e\u{301}بَ👩🏽\u{200D}💻").lines == [
        "e\u{301}", "بَ", "👩🏽\u{200D}💻",
      ])
  }

  @Test("Clitics are parted where the lexicon says so")
  func clitics() throws {
    let result = try Tool.run("segment", "--unit", "clitic", input: "وللولايات كتاب")
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasPrefix("و+ل+") == true)
    #expect(result.lines.last == "كتاب")
  }

  @Test(
    "Offsets of segments slice the text in each unit", arguments: ["grapheme", "word", "sentence", "clitic"],
    ["scalars", "utf8", "utf16"])
  func offsets(unit: String, offsets: String) throws {
    let text = "😀 " + Self.text
    let result = try Tool.run("segment", "--unit", unit, "--format", "jsonl", "--offsets", offsets, input: text)
    let document = try SegmentedDocument(try #require(result.lines.first))
    #expect(!document.segments.isEmpty)
    for segment in document.segments {
      #expect(Slice.of(Array(text.utf8), segment.start, segment.end, unit: offsets) == segment.text)
      for part in segment.parts ?? [] {
        #expect(Slice.of(Array(text.utf8), part.start, part.end, unit: offsets) == part.text)
      }
    }
  }

  @Test("Nothing gives no segment", arguments: ["grapheme", "word", "sentence", "clitic"])
  func empty(unit: String) throws { #expect(try Tool.run(["segment", "--unit", unit]).text == "") }
}

@Suite("naqhara inspect")
struct InspectTests {
  @Test("Each stage shows what it made")
  func stages() throws {
    let result = try Tool.run(["inspect", "--text", "زارَ بوتين موسكو"])
    #expect(result.status == 0 && result.messages == "")
    let titles = result.lines.filter { $0.hasPrefix("== ") }
    #expect(titles.count >= 5)
    for part in ["Vladimir Putin", "Moscow", "\\u{64E}", "person.vladimir-putin"] {
      #expect(result.text.contains(part), "\(part)")
    }
  }

  @Test("A file, standard input and --text show the same")
  func sources() throws {
    let folder = try Folder()
    try folder.file("a.txt", "زار بوتين")
    let text = try Tool.run(["inspect", "--text", "زار بوتين"]).text
    #expect(try Tool.run(["inspect", "a.txt"], in: folder).text == text)
    #expect(try Tool.run("inspect", input: "زار بوتين").text == text)
  }

  @Test("Nothing and a missing file")
  func nothing() throws {
    #expect(try Tool.run(["inspect"]).status == 0)
    #expect(try Tool.run(["inspect", "--text", ""]).status == 0)
    let missing = try Tool.run(["inspect", "/proc/naqhara-none.txt"])
    #expect(missing.status == 2 && missing.messages.contains("/proc/naqhara-none.txt"))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
