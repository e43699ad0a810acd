import Testing

@Suite("naqhara tag")
struct TagTests {
  private static let text = "قال بوتين في موسكو إن الولايات المتحدة 😀 ل\u{61C}لولايات المتّحدة.\nوبكين.\n"
  /// The same text packed: زار بوتين موسكو.
  private static let plain = Array("زار بوتين موسكو\n".utf8)
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xBB, 0xB1, 0xE9, 0xC6, 0xF2, 0x1B, 0x1B, 0x15, 0x6E,
    0xAC, 0xB8,
    0xD9, 0x71, 0x63, 0xD5, 0xCD, 0xAE, 0x9B, 0x6D, 0x0A, 0x37, 0x5B, 0x81, 0xCC, 0xCD, 0x37, 0x9B, 0x6F, 0x76, 0x70,
    0x01, 0x00,
    0xB8, 0x2C, 0xEC, 0x5F, 0x1D, 0x00, 0x00, 0x00,
  ]
  private static let zstd: [UInt8] = [
    0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x1D, 0xE9, 0x00, 0x00, 0xD8, 0xB2, 0xD8, 0xA7, 0xD8, 0xB1, 0x20, 0xD8, 0xA8, 0xD9,
    0x88, 0xD8,
    0xAA, 0xD9, 0x8A, 0xD9, 0x86, 0x20, 0xD9, 0x85, 0xD9, 0x88, 0xD8, 0xB3, 0xD9, 0x83, 0xD9, 0x88, 0x0A, 0x8F, 0x9A,
    0x38, 0xB3,
  ]

  private func names(_ line: String) throws -> [String] { try TaggedDocument(line).entities.map { $0.name ?? "-" } }

  @Test("Standard input is one text, its answer one line of JSON, and nothing else is said")
  func standardInput() throws {
    let result = try Tool.run("tag", input: Self.text)
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.lines.count == 1)
    let line = try #require(result.lines.first)
    #expect(try names(line) == ["Vladimir Putin", "Moscow", "United States", "United States", "Beijing"])
    #expect(try Tool.run("tag", "-", input: Self.text).text == result.text)
  }

  @Test("Offsets slice the text in each unit", arguments: ["scalars", "utf8", "utf16"])
  func offsets(unit: String) throws {
    let line = try #require(try Tool.run("tag", "--offsets", unit, input: Self.text).lines.first)
    let entities = try TaggedDocument(line).entities
    #expect(entities.count == 5)
    for entity in entities {
      #expect(Slice.of(Array(Self.text.utf8), entity.start, entity.end, unit: unit) == entity.text)
    }
    #expect(entities.map(\.proclitics) == [nil, nil, nil, "ل\u{61C}", "و"])
  }

  @Test("Scalars are the unit of offsets unless another is asked for")
  func defaultUnit() throws {
    #expect(
      try Tool.run("tag", input: Self.text).text == Tool.run("tag", "--offsets", "scalars", input: Self.text).text)
  }

  @Test(
    "Bytes that are not UTF-8 do not move the offsets", arguments: ["scalars", "utf8", "utf16"], ["replace", "skip"])
  func brokenUTF8(unit: String, policy: String) throws {
    let bytes =
      Array("قال \u{1F600}".utf8) + [0xFF, 0x20, 0xD8] + Array(" بوتين ".utf8) + [0xE2, 0x80] + Array("في موسكو".utf8)
      + [0xC0, 0x80]
    let result = try Tool.run(["tag", "--offsets", unit, "--on-invalid", policy], input: bytes)
    #expect(result.status == 0)
    let entities = try TaggedDocument(try #require(result.lines.first)).entities
    #expect(entities.map(\.text) == ["بوتين", "موسكو"])
    // In bytes they are those of the original; in characters, those of the text that was read.
    var read = bytes
    if unit != "utf8", policy == "skip" { read.removeAll { $0 >= 0xF8 || $0 == 0xC0 } }
    for entity in entities where unit == "utf8" || policy == "replace" {
      #expect(Slice.of(read, entity.start, entity.end, unit: unit) == entity.text)
    }
    #expect(result.messages.contains("line 1, byte 11: not UTF-8"))
  }

  @Test("With --on-invalid skip the offsets are those of the text without the broken bytes")
  func skippedBytes() throws {
    let bytes: [UInt8] = [0xFF] + Array("قال ".utf8) + [0xFF, 0xFE] + Array("بوتين".utf8)
    for unit in ["scalars", "utf16"] {
      let line = try #require(
        try Tool.run(["tag", "--on-invalid", "skip", "--offsets", unit], input: bytes).lines.first)
      let entity = try #require(try TaggedDocument(line).entities.first)
      #expect(Slice.of(Array("قال بوتين".utf8), entity.start, entity.end, unit: unit) == "بوتين")
    }
  }

  @Test("With --on-invalid fail a broken document fails alone")
  func failingDocument() throws {
    let folder = try Folder()
    try folder.file("a.txt", [0xD8, 0x0A])
    try folder.file("b.txt", Self.plain)
    let result = try Tool.run(["tag", "--on-invalid", "fail", "--errors", "e.jsonl", "a.txt", "b.txt"], in: folder)
    #expect(result.status == 1)
    #expect(result.lines.count == 1)
    #expect(result.text.hasPrefix("{\"id\":\"b.txt\""))
    #expect(result.messages == "naqhara: error: a.txt: line 1, byte 0: not UTF-8\nnaqhara: 1 record failed\n")
    #expect(
      try Tool.lines(String(decoding: folder.read("e.jsonl"), as: UTF8.self)).map(FailedRecord.init).map(\.source) == [
        "a.txt"
      ])
  }

  @Test("Several files are answered in their order, by their names")
  func severalFiles() throws {
    let folder = try Folder()
    try folder.file("b.txt", "بوتين")
    try folder.file("a.txt", "موسكو")
    try folder.file("c.jsonl", "{\"id\":\"x\",\"text\":\"روسيا\"}\n{\"text\":\"\"}\n")
    let result = try Tool.run(["tag", "b.txt", "a.txt", "c.jsonl", "-"], input: Array("بكين".utf8), in: folder)
    #expect(result.status == 0)
    #expect(
      result.lines.map { $0.prefix(while: { $0 != "," }) } == [
        "{\"id\":\"b.txt\"", "{\"id\":\"a.txt\"", "{\"id\":\"x\"", "{\"id\":\"2\"", "{\"id\":\"-\"",
      ])
    #expect(try result.lines.flatMap(names) == ["Vladimir Putin", "Moscow", "Russia", "Beijing"])
  }

  @Test(
    "Packed files are known by their first bytes, whatever their names",
    arguments: ["a.txt", "a.txt.gz", "a.txt.zst", "-"])
  func packed(name: String) throws {
    for bytes in [Self.plain, Self.gzip, Self.zstd] {
      let folder = try Folder()
      try folder.file(name == "-" ? "unused" : name, bytes)
      let result = try Tool.run(["tag", name], input: bytes, in: folder)
      #expect(result.status == 0 && result.messages == "")
      let entities = try TaggedDocument(try #require(result.lines.first)).entities
      #expect(entities.map(\.text) == ["بوتين", "موسكو"])
      #expect(entities.map(\.start) == [4, 10])
    }
  }

  @Test("A packed file that ends too early is told, and the next file is read")
  func truncatedGzip() throws {
    let folder = try Folder()
    try folder.file("a.txt.gz", Array(Self.gzip.prefix(30)))
    try folder.file("b.txt.zst", Array(Self.zstd.prefix(20)))
    try folder.file("c.txt", Self.plain)
    let result = try Tool.run(["tag", "a.txt.gz", "b.txt.zst", "c.txt"], in: folder)
    #expect(result.status == 1)
    #expect(result.messages.contains("a.txt.gz: byte 30: the gzip data end too early"))
    #expect(result.messages.contains("b.txt.zst"))
    #expect(try names(try #require(result.lines.last)) == ["Vladimir Putin", "Moscow"])
  }

  @Test("JSON lines keep the members that are not the text, as they were written")
  func unknownMembers() throws {
    let input = """
      {"url":"http://x/\\u0041","id":17,"text":"بوتين","n":1.50e+3,"deep":{"a":[1,{"b":null}]},"مفتاح":"قيمة"}
      {"id":"b","text":"\\u0645\\u0648\\u0633\\u0643\\u0648 \\ud83d\\ude00","z":[]}

      {"text":"لا شيء"}
      """
    let result = try Tool.run("tag", "--input", "jsonl", input: input)
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    #expect(
      result.lines[0].hasPrefix(
        "{\"id\":17,\"url\":\"http://x/\\u0041\",\"n\":1.50e+3,\"deep\":{\"a\":[1,{\"b\":null}]},\"مفتاح\":\"قيمة\",\"entities\":["
      ))
    #expect(result.lines[1].hasPrefix("{\"id\":\"b\",\"z\":[],\"entities\":[{\"start\":0,\"end\":5,\"text\":\"موسكو\""))
    #expect(result.lines[2] == "{\"id\":\"4\",\"entities\":[]}")
  }

  @Test("The members that hold text and id can be named")
  func namedMembers() throws {
    let result = try Tool.run(
      "tag", "--input", "jsonl", "--text-field", "body", "--id-field", "key",
      input: "{\"key\":\"k\",\"body\":\"بوتين\",\"text\":1}\n")
    #expect(result.text.hasPrefix("{\"id\":\"k\",\"key\":\"k\",\"text\":1,\"entities\":[{\"start\":0"))
  }

  @Test("A bad line is told on standard error and in --errors, and the rest goes on")
  func badLines() throws {
    let folder = try Folder()
    try folder.file("a.jsonl", "{\"text\":\"بوتين\"}\n{bad\n[1]\n{\"id\":1}\n{\"text\":5}\n{\"text\":\"موسكو\"}\n")
    let result = try Tool.run(["tag", "--errors", "e.jsonl", "a.jsonl"], in: folder)
    #expect(result.status == 1)
    #expect(try result.lines.flatMap(names) == ["Vladimir Putin", "Moscow"])
    let failures = try Tool.lines(String(decoding: folder.read("e.jsonl"), as: UTF8.self)).map(FailedRecord.init)
    #expect(failures.map(\.line) == [2, 3, 4, 5])
    #expect(failures.allSatisfy { $0.source == "a.jsonl" && !$0.reason.isEmpty })
    #expect(result.messages.contains("naqhara: error: a.jsonl: line 4, byte "))
    #expect(result.messages.hasSuffix("naqhara: 4 records failed\n"))
    #expect(try Tool.run(["tag", "a.jsonl"], in: folder).text == result.text)
  }

  @Test("Thousands of bad lines do not fill the screen, but are all in --errors")
  func manyBadLines() throws {
    let folder = try Folder()
    try folder.file("a.jsonl", String(repeating: "x\n", count: 2_000))
    let result = try Tool.run(["tag", "--errors", "e.jsonl", "a.jsonl"], in: folder)
    #expect(result.status == 1)
    #expect(result.lines.isEmpty)
    #expect(Tool.lines(result.messages).count < 30)
    #expect(result.messages.hasSuffix("naqhara: 2000 records failed\n"))
    #expect(try Tool.lines(String(decoding: folder.read("e.jsonl"), as: UTF8.self)).count == 2_000)
  }

  @Test("Lines are documents of their own, with their file and number as ids")
  func lines() throws {
    let folder = try Folder()
    try folder.file("a.txt", "بوتين\n\nموسكو\r\nروسيا")
    let result = try Tool.run(["tag", "--input", "lines", "a.txt"], in: folder)
    #expect(
      result.lines.map { $0.prefix(13) } == [
        "{\"id\":\"a.txt:", "{\"id\":\"a.txt:", "{\"id\":\"a.txt:", "{\"id\":\"a.txt:",
      ])
    #expect(try result.lines.flatMap(names) == ["Vladimir Putin", "Moscow", "Russia"])
    #expect(result.lines[1] == "{\"id\":\"a.txt:2\",\"entities\":[]}")
  }

  @Test(
    "Nothing in, nothing wrong out, in every format",
    arguments: [
      ("jsonl", "{\"id\":\"-\",\"entities\":[]}\n"), ("tsv", "id\tstart\tend\ttype\ttext\tname\tscore\n"),
      ("conll", nil), ("brat", ""),
      ("html", nil), ("terminal", nil), ("highlight", nil),
    ] as [(String, String?)])
  func emptyInput(format: String, expected: String?) throws {
    let result = try Tool.run(["tag", "--format", format])
    #expect(result.status == 0 && result.messages == "")
    if let expected { #expect(result.text == expected) }
    for input in ["lines", "jsonl"] {
      let result = try Tool.run(["tag", "--format", format, "--input", input])
      #expect(result.status == 0 && result.messages == "")
      if format == "jsonl" { #expect(result.text == "") }
    }
  }

  @Test("Every format names the names", arguments: ["jsonl", "tsv", "conll", "brat", "html", "terminal", "highlight"])
  func formats(format: String) throws {
    let result = try Tool.run("tag", "--format", format, input: "قال بوتين في موسكو\n")
    #expect(result.status == 0 && result.messages == "")
    #expect(result.text.contains("PERSON") || format == "highlight")
    #expect(result.text.contains("Vladimir Putin") || format == "conll")
    #expect(result.text.hasSuffix("\n"))
    switch format {
    case "tsv": #expect(result.lines[1].hasPrefix("-\t4\t9\tPERSON\tبوتين\tVladimir Putin\t0.9"))
    case "conll": #expect(result.lines.contains { $0.hasPrefix("بوتين\t") && $0.contains("B-PERSON") })
    case "brat": #expect(result.lines[0].hasPrefix("T1\tPERSON 4 9\tبوتين"))
    case "html": #expect(result.text.contains(" dir=\"auto\"") && result.text.contains("</html>"))
    default: break
    }
  }

  @Test("Output that is no terminal has no colours", arguments: ["terminal", "highlight"])
  func noColoursInFiles(format: String) throws {
    #expect(try !Tool.run("tag", "--format", format, input: "بوتين").text.contains("\u{1B}"))
  }

  @Test("A terminal gets the readable table in colours, and NO_COLOR takes the colours away")
  func terminal() throws {
    let folder = try Folder()
    let path = try folder.file("a.txt", Self.plain)
    let coloured = try Tool.runOnTerminal(["tag", path], environment: ["TERM": "xterm"])
    #expect(coloured.status == 0)
    #expect(coloured.text.contains("Vladimir Putin") && coloured.text.contains("\u{1B}["))
    #expect(!coloured.text.contains("{\"id\""))
    let plain = try Tool.runOnTerminal(["tag", path], environment: ["TERM": "xterm", "NO_COLOR": "1"])
    #expect(plain.text.contains("Vladimir Putin") && !plain.text.contains("\u{1B}"))
  }

  @Test("With -o nothing is on standard output, and the file has what would be there")
  func outputFile() throws {
    let folder = try Folder()
    try folder.file("a.txt", Self.plain)
    let result = try Tool.run(["tag", "a.txt", "-o", "out.jsonl"], in: folder)
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(try folder.read("out.jsonl") == Tool.run(["tag", "a.txt"], in: folder).output)
    #expect(folder.names == ["a.txt", "out.jsonl"])
  }

  @Test("A run that cannot start leaves the old output alone")
  func oldOutputStays() throws {
    let folder = try Folder()
    try folder.file("out.jsonl", "old")
    let result = try Tool.run(["tag", "none.txt", "-o", "out.jsonl"], in: folder)
    #expect(result.status == 2)
    #expect(try folder.read("out.jsonl") == Array("old".utf8))
    #expect(folder.names == ["out.jsonl"])
  }

  @Test("A missing file is found before any work is done")
  func missingFile() throws {
    let folder = try Folder()
    try folder.file("a.txt", Self.plain)
    let result = try Tool.run(["tag", "a.txt", "none.txt"], in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.messages == "naqhara: none.txt: cannot open: No such file or directory\n")
  }

  @Test("An output that cannot be written is told")
  func unwritableOutput() throws {
    let result = try Tool.run("tag", "-o", "/proc/naqhara-none/x", input: "بوتين")
    #expect(result.status == 2)
    #expect(result.messages.contains("/proc/naqhara-none/x"))
    let full = try Tool.shell("echo بوتين | naqhara tag > /dev/full")
    #expect(full.status == 2)
    #expect(!full.errors.isEmpty)
    for command in ["inspect --text x", "lexicon inspect", "lexicon lookup NATO"] {
      #expect(try Tool.shell("naqhara \(command) > /dev/full").status == 2, "\(command)")
    }
  }

  @Test(
    "A reader that closes the pipe ends it quietly, however much there is to say",
    arguments: ["jsonl", "tsv", "html", "conll"])
  func closedPipe(format: String) throws {
    let folder = try Folder()
    try folder.file("a.txt", String(repeating: "قال بوتين في موسكو إن روسيا\n", count: 20_000))
    let result = try Tool.shell(
      "naqhara tag --input lines --format \(format) a.txt | head -1 > first; echo ${PIPESTATUS[0]}", in: folder)
    #expect(result.text == "0\n")
    #expect(result.messages == "")
    #expect(try !folder.read("first").isEmpty)
  }

  @Test("Answers come while the input is still being written", arguments: [1, 2])
  func streaming(jobs: Int) throws {
    let folder = try Folder()
    let line = "{\"text\":\"بوتين\"}"
    // The second line is written only when the first one's answer is there, or after a while.
    let script = """
      mkfifo in
      naqhara tag --input jsonl --jobs \(jobs) < in > out &
      exec 3> in
      echo '\(line)' >&3
      for i in $(seq 100); do [ -s out ] && break; sleep 0.1; done
      wc -l < out
      echo '\(line)' >&3
      exec 3>&-
      wait
      wc -l < out
      """
    let counts = try Tool.shell(script, in: folder).lines.map { $0.filter { $0 != " " } }
    #expect(counts.last == "2")
    #expect(counts.first == "1")
  }

  @Test("Several tasks write what one writes", arguments: ["jsonl", "tsv"])
  func jobs(format: String) throws {
    let folder = try Folder()
    var text = ""
    for number in 0..<6_000 {
      let body =
        number % 97 == 0 ? "" : "قال وليام بيرنز للرئيس بوتين في موسكو إن \(number) وفداً يزور الولايات المتحدة ثم بيرنز"
      text += number % 211 == 0 ? "{broken \(number)\n" : "{\"id\":\(number),\"text\":\"\(body)\",\"n\":\(number)}\n"
    }
    try folder.file("a.jsonl", text)
    let one = try Tool.run(
      ["tag", "--format", format, "--jobs", "1", "--errors", "e1", "a.jsonl", "a.jsonl"], in: folder)
    let four = try Tool.run(
      ["tag", "--format", format, "--jobs", "4", "--errors", "e4", "a.jsonl", "a.jsonl"], in: folder)
    #expect(one.status == 1 && four.status == 1)
    #expect(one.output == four.output)
    #expect(one.errors == four.errors)
    #expect(try folder.read("e1") == folder.read("e4"))
    #expect(one.lines.count > 10_000)
  }

  private static let own = "id\ttype\ten\tar\nown.putin\tPRODUCT\tMy Putin\tبوتين\nown.zqx\tORG\tZaqix Corp\tزاقكس\n"

  @Test("A user's own lexicon, as a source or an image, comes before the built-in one")
  func ownLexicon() throws {
    let folder = try Folder()
    try folder.file("own.tsv", Self.own)
    try folder.file("second.tsv", "id\ttype\ten\tar\nown.second\tORG\tSecond\tزاقكس|بكين\n")
    #expect(try Tool.run(["lexicon", "compile", "own.tsv", "-o", "own.image"], in: folder).status == 0)
    let text = Array("بوتين وزاقكس وموسكو وبكين".utf8)
    for file in ["own.tsv", "own.image"] {
      let result = try Tool.run(["tag", "--lexicon", file], input: text, in: folder)
      #expect(result.status == 0)
      let entities = try TaggedDocument(try #require(result.lines.first)).entities
      #expect(entities.map(\.name) == ["My Putin", "Zaqix Corp", "Moscow", "Beijing"])
      #expect(entities.map(\.entity).prefix(2) == ["own.putin", "own.zqx"])
      #expect(entities.first?.type == "PRODUCT")
    }
    let both = try Tool.run(["tag", "--lexicon", "second.tsv", "--lexicon", "own.tsv"], input: text, in: folder)
    #expect(try names(try #require(both.lines.first)) == ["My Putin", "Second", "Moscow", "Second"])
  }

  @Test("With --only-lexicons the built-in lexicon knows nothing, and with --no-quantities no amounts are found")
  func onlyOwnLexicon() throws {
    let folder = try Folder()
    try folder.file("own.tsv", Self.own)
    let text = Array("بوتين وزاقكس وموسكو بعد 5 كيلومترات".utf8)
    let own = ["tag", "--mode", "lexicon", "--lexicon", "own.tsv"]
    for (options, expected) in [
      ([], ["بوتين", "زاقكس", "موسكو", "5 كيلومترات"]),
      (["--only-lexicons"], ["بوتين", "زاقكس", "5 كيلومترات"]),
      (["--only-lexicons", "--no-quantities"], ["بوتين", "زاقكس"]),
    ] {
      let result = try Tool.run(own + options, input: text, in: folder)
      #expect(result.status == 0)
      let entities = try TaggedDocument(try #require(result.lines.first)).entities
      #expect(entities.map(\.text) == expected)
    }
    let hybrid = try Tool.run(["tag", "--lexicon", "own.tsv", "--only-lexicons"], input: text, in: folder)
    #expect(try names(try #require(hybrid.lines.first)).prefix(2) == ["My Putin", "Zaqix Corp"])
    let none = try Tool.run(["tag", "--only-lexicons"], input: text, in: folder)
    #expect(none.status == 64)
    #expect(none.messages.hasPrefix("Error: --only-lexicons needs a --lexicon\n"))
  }

  @Test("A broken lexicon keeps it from starting, with the reason")
  func brokenLexicon() throws {
    let folder = try Folder()
    try folder.file("own.tsv", Self.own + "own.bad\tNOTHING\tX\t\nown.bad\n")
    let source = try Tool.run(["tag", "--lexicon", "own.tsv"], input: Self.plain, in: folder)
    #expect(source.status == 2 && source.output.isEmpty)
    #expect(
      source.messages
        == "naqhara: own.tsv:4: unknown type “NOTHING”\nown.tsv:5: 1 cells, but the header has 4 columns\n")
    let missing = try Tool.run(["tag", "--lexicon", "none.tsv"], input: Self.plain, in: folder)
    #expect(missing.status == 2)
    #expect(missing.messages == "naqhara: none.tsv: No such file or directory\n")
  }

  @Test("With --all names within names are shown too")
  func allMentions() throws {
    let text = "وكالة الاستخبارات المركزية الأميركية وفلاديمير بوتين"
    let best = try TaggedDocument(try #require(try Tool.run("tag", input: text).lines.first)).entities
    let all = try TaggedDocument(try #require(try Tool.run("tag", "--all", input: text).lines.first)).entities
    #expect(all.count > best.count)
    #expect(all.map(\.start) == all.map(\.start).sorted())
    #expect(all.contains { $0.text == "بوتين" })
  }

  @Test("Every person, organization, place and nationality has an English name")
  func everyNameIsEnglish() throws {
    let text = "قال العميد محمد حسن، والوزير خالد محمود، إن الروس والأميركيين وحلف الناتو في موسكو مع بوتين"
    let entities = try TaggedDocument(try #require(try Tool.run("tag", input: text).lines.first)).entities
    #expect(entities.count >= 6)
    for entity in entities {
      #expect(entity.name?.utf8.allSatisfy { $0 < 0x80 } == true && entity.name != "", "\(entity.text)")
    }
    #expect(entities.contains { $0.entity?.hasPrefix("_:") == true })
  }

  @Test("Dates and amounts have their value, and names beside them stay")
  func values() throws {
    let text = "قال بوتين الأربعاء الماضي إن موسكو دفعت 3.5 مليار دولار، أي ٤٠٪، منذ 11 سبتمبر 2001."
    let entities = try TaggedDocument(try #require(try Tool.run("tag", input: text).lines.first)).entities
    #expect(entities.map(\.type) == ["PERSON", "DATE", "GPE", "MONEY", "PERCENT", "DATE"])
    #expect(
      entities.map(\.value) == [nil, "XXXX-WXX-3", nil, "3500000000 USD", "40 %", "2001-09-11"])
    #expect(entities.filter { $0.value != nil }.allSatisfy { $0.evidence == "rule" && $0.entity == nil })
  }

  @Test("The article of the sample is found as it is when its markup is cut out by hand")
  func sampleArticle() throws {
    let sample = Folder.repository("Tests/SampleTexts/ar-title.txt")
    let strip = "sed -E 's/\\[\\[([^|]*)\\|[^]]*\\]\\]/\\1/g' '\(sample)'"
    let result = try Tool.shell("\(strip) | naqhara tag --format terminal")
    #expect(result.status == 0 && result.messages == "")
    for name in [
      "William Burns", "Dmitry Peskov", "Jake Sullivan", "Vladimir Putin", "Kyiv", "Reuters", "NATO", "New York Times",
    ] {
      #expect(result.text.contains(name), "\(name)")
    }
  }
}
