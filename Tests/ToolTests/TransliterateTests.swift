import Testing

@Suite("naqhara transliterate")
struct TransliterateTests {
  @Test("The names of the issue")
  func issueNames() throws {
    let result = try Tool.shell("printf 'بيرنز\\nناريشكين\\n' | naqhara transliterate")
    #expect(result.status == 0 && result.messages == "")
    #expect(result.text == "Burns\nNaryshkin\n")
  }

  @Test("A name that the lexicon knows as a whole gets its usual form")
  func wholeNames() throws {
    let result = try Tool.run("transliterate", input: "فلاديمير بوتين\nالقاهرة\nوليام بيرنز\n")
    #expect(result.lines == ["Vladimir Putin", "Cairo", "William Burns"])
  }

  private static let garbage = [
    "بيرنز", "", "   ", "\t", "؟!", "123", "😀", "\u{200F}", "ًٌ", "Burns", "Путин", "a\tb", "\u{0}",
    String(repeating: "ب", count: 3_000),
    "e\u{301}", "北京", "{\"text\":1}", "ناريشكين",
  ]

  @Test("Each line is answered by one line, whatever it is", arguments: [1, 5], ["text", "jsonl"])
  func oneAnswerALine(top: Int, format: String) throws {
    let input = Self.garbage.joined(separator: "\n") + "\n"
    let result = try Tool.run("transliterate", "--top", "\(top)", "--format", format, input: input)
    #expect(result.status == 0 && result.messages == "")
    #expect(result.lines.count == Self.garbage.count)
    let first = try #require(result.lines.first)
    let last = try #require(result.lines.last)
    if format == "text" {
      #expect(first.split(separator: "\t").first == "Burns")
      #expect(last.split(separator: "\t").first == "Naryshkin")
      #expect(result.lines[1] == "")
    } else {
      #expect(try SpelledName(last).candidates.first?.text == "Naryshkin")
      for (line, source) in zip(result.lines, Self.garbage) { #expect(try SpelledName(line).source == source) }
    }
  }

  @Test("Line breaks of Windows, a byte order mark and a last line without its end change nothing")
  func lineBreaks() throws {
    for input in ["بيرنز\nناريشكين\n", "بيرنز\r\nناريشكين\r\n", "بيرنز\nناريشكين", "\u{FEFF}بيرنز\nناريشكين\n"] {
      #expect(try Tool.run("transliterate", input: input).lines == ["Burns", "Naryshkin"])
    }
    #expect(try Tool.run("transliterate", input: "").text == "")
    #expect(try Tool.run("transliterate", input: "\n").text == "\n")
  }

  @Test("A line that fails has its answer line too")
  func failedLines() throws {
    let bytes = Array("بيرنز\n".utf8) + [0xFF, 0x0A] + Array("ناريشكين\n".utf8)
    let result = try Tool.run(["transliterate", "--on-invalid", "fail"], input: bytes)
    #expect(result.status == 1)
    #expect(result.lines == ["Burns", "", "Naryshkin"])
    let objects = "{\"text\":\"بيرنز\"}\n{}\nx\n{\"text\":\"ناريشكين\"}\n"
    let fromObjects = try Tool.run("transliterate", "--input", "jsonl", input: objects)
    #expect(fromObjects.status == 1)
    #expect(fromObjects.lines == ["Burns", "", "", "Naryshkin"])
    let asObjects = try Tool.run("transliterate", "--input", "jsonl", "--format", "jsonl", input: objects)
    #expect(try asObjects.lines.map { try SpelledName($0).candidates.isEmpty } == [false, true, true, false])
  }

  @Test("A name with a line break within is answered by one line")
  func lineBreakWithin() throws {
    let result = try Tool.run(
      "transliterate", "--input", "jsonl", input: "{\"text\":\"بيرنز\\nناريشكين\"}\n{\"text\":\"بيرنز\"}\n")
    #expect(result.lines.count == 2)
    #expect(result.lines.last == "Burns")
  }

  @Test("Candidates come best first, each once, with score and origin")
  func candidates() throws {
    let result = try Tool.run(
      "transliterate", "--top", "5", "--format", "jsonl", input: "محمد\nبيرنز\nناريشكين\nكخظضغ\n")
    #expect(result.lines.count == 4)
    for line in result.lines {
      let name = try SpelledName(line)
      #expect((1...5).contains(name.candidates.count))
      #expect(Set(name.candidates.map(\.text)).count == name.candidates.count)
      #expect(name.candidates.map(\.score) == name.candidates.map(\.score).sorted(by: >))
      #expect(
        name.candidates.allSatisfy { ["lexicon", "model", "rules"].contains($0.origin) && (0...1).contains($0.score) })
      #expect(name.candidates.allSatisfy { !$0.text.isEmpty && $0.text.utf8.allSatisfy { $0 < 0x80 } })
    }
    #expect(try SpelledName(try #require(result.lines.first)).candidates.count > 1)
  }

  @Test("Several candidates in text are separated by tabs, the best first")
  func topInText() throws {
    let best = try Tool.run("transliterate", input: "محمد\n").lines
    let top = try Tool.run("transliterate", "--top", "4", input: "محمد\n").lines
    #expect(top.first?.split(separator: "\t").first.map(String.init) == best.first)
    #expect((2...4).contains(top.first?.split(separator: "\t").count ?? 0))
  }

  @Test("The way back writes Arabic")
  func backToArabic() throws {
    let result = try Tool.run("transliterate", "--to", "ar", input: "Burns\nVladimir Putin\n")
    #expect(result.lines.count == 2)
    #expect(result.lines.last == "فلاديمير بوتين")
    for line in result.lines {
      #expect(line.unicodeScalars.allSatisfy { $0 == " " || (0x600...0x6FF).contains($0.value) })
    }
  }

  @Test(
    "A region's habits",
    arguments: [
      ("press", "Jamal al-Mahdi", "Abdel Rahman"), ("egypt", "Gamal El-Mahdy", "Abdel Rahman"),
      ("maghreb", "Djamel El Mehdi", "Abderrahmane"), ("gulf", "Jamal Al-Mahdi", "Abdulrahman"),
    ])
  func styles(style: String, first: String, second: String) throws {
    let result = try Tool.run("transliterate", "--style", style, input: "جمال المهدي\nعبد الرحمن\n")
    #expect(result.lines == [first, second])
  }

  @Test("Titles and the article as asked for")
  func titlesAndArticle() throws {
    let input = "د. جمال الدوسري\n"
    #expect(try Tool.run("transliterate", input: input).lines.first?.hasPrefix("Dr. Jamal al-") == true)
    let result = try Tool.run("transliterate", "--titles", "drop", "--article", "assimilated", input: input)
    #expect(result.lines.first?.hasPrefix("Jamal ad-") == true)
  }

  @Test("Names in Russian and Hebrew", arguments: [("ru", "Джордж У. Смит"), ("he", "ג'ורג' וו. סמית'")])
  func otherTargets(target: String, expected: String) throws {
    #expect(try Tool.run("transliterate", "--to", target, input: "George W. Smith\n").lines == [expected])
  }

  @Test("A user's lexicon is asked first")
  func ownLexicon() throws {
    let folder = try Folder()
    try folder.file("own.tsv", "id\ttype\ten\tar\nown.x\tORG\tBurns & Sons\tبيرنز\n")
    #expect(
      try Tool.run("transliterate", "--lexicon", "own.tsv", input: "بيرنز\n", in: folder).lines == ["Burns & Sons"])
  }

  @Test("Several tasks write what one writes")
  func jobs() throws {
    let names = (0..<3_000).map { "بيرنز \($0)\n" }.joined()
    #expect(
      try Tool.run("transliterate", "--jobs", "1", input: names).output
        == Tool.run("transliterate", "--jobs", "4", input: names).output)
  }
}
