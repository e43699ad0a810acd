import SystemPackage
import TestSupport
import Testing
import TextFormats
import TextModel

@Suite("Files become documents")
struct DocumentReaderTests {
  @Test(
    "A file's name tells its format",
    arguments: [
      ("a.txt", .text), ("a", .text), ("a.jsonl", .jsonl), ("a.ndjson", .jsonl), ("dir.jsonl/a.txt", .text),
      ("a.jsonl.gz", .jsonl), ("A.JSONL.GZ", .jsonl), ("a.ndjson.zst", .jsonl), ("a.jsonl.bz2", .jsonl),
      ("a.txt.zst", .text), (".gz", .text),
      ("a.json", .text), ("-", .text), ("a.csv", .csv), ("a.TSV.gz", .tsv), ("a.warc.wet.gz", .warc), ("a.warc", .warc),
    ] as [(String, InputFormat)])
  func formats(_ path: String, _ format: InputFormat) {
    #expect(InputFormat(path: path) == format)
  }

  private func read(
    _ text: String, _ format: InputFormat, name: String = "f", configure: (inout InputOptions) -> Void = { _ in }
  ) throws -> [InputRecord] {
    try read(Array(text.utf8), format, name: name, configure: configure)
  }

  private func read(
    _ bytes: [UInt8], _ format: InputFormat, name: String = "f", configure: (inout InputOptions) -> Void = { _ in }
  ) throws -> [InputRecord] {
    let folder = try TemporaryFolder()
    let descriptor = try FileDescriptor.open(FilePath(try folder.file(name, bytes)), .readOnly)
    defer { try? descriptor.close() }
    var options = InputOptions()
    options.format = format
    configure(&options)
    let result = readAll(DocumentReader(source: ByteSource(descriptor: descriptor, name: name), options: options))
    #expect(result.failure == nil)
    return result.records
  }

  @Test(
    "A text is one document, even an empty one, byte order mark included", arguments: ["", "نص\r\n\n", "\u{FEFF}a"])
  func text(_ text: String) throws {
    let records = try read(text, .text, name: "article.txt")
    #expect(records.map(\.text) == [text])
    #expect(records.map(\.id) == ["article.txt"])
    #expect(records.map(\.position) == [SourcePosition(source: "article.txt")])
  }

  @Test(
    "Each line is a document",
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\n\r\nb\r\n", ["a", "", "b"]),
      ("a\rb\n", ["a\rb"]), ("\n\n\n", ["", "", ""]), ("a\r", ["a"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
      ("\u{FEFF}", []), ("بيرنز\nناريشكين", ["بيرنز", "ناريشكين"]),
    ] as [(String, [String])])
  func lines(_ text: String, _ expected: [String]) throws {
    let bytes = Array(text.utf8)
    let records = try read(bytes, .lines)
    #expect(records.map(\.text) == expected)
    #expect(records.map(\.id) == expected.indices.map { "f:\($0 + 1)" })
    #expect(records.map(\.position.line) == Array(0..<expected.count).map { $0 + 1 })
    for (record, line) in zip(records, expected) {
      #expect(Array(bytes[record.position.byte...].prefix(line.utf8.count)) == Array(line.utf8))
    }
    #expect(try read(bytes, .lines, name: "-").map(\.id) == expected.indices.map { "\($0 + 1)" })
  }

  @Test("Lines longer and shorter than a chunk keep their numbers and places")
  func longLines() throws {
    var random = TestRandom(state: 3)
    let lines = (0..<200).map { index in
      let count = index % 40 == 7 ? 600_000 : Int.random(in: 0...9_000, using: &random)
      return String(repeating: Character("\(index % 10)"), count: count)
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let records = try read(bytes, .lines)
    #expect(records.map { $0.text?.utf8.count } == lines.map(\.utf8.count))
    #expect(records.map(\.text) == lines)
    for (index, record) in records.enumerated() {
      #expect(record.position.line == index + 1)
      #expect(record.position.byte == 0 || bytes[record.position.byte - 1] == 0x0A)
    }
  }

  @Test("Line numbers hold across blocks, whatever bytes the lines hold")
  func anyBytes() throws {
    let bytes = noise(700_000)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let records = try read(bytes, .lines)
    #expect(records.count == lines.count)
    #expect(records.map(\.position.line) == Array(1...lines.count))
    #expect(records.map(\.position.byte) == lines.map(\.startIndex))
  }

  @Test("Blocks hold about 256 KB, and can be taken apart in other tasks")
  func blocks() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("f.txt", String(repeating: "سطر من النص\n", count: 60_000))
    var options = InputOptions()
    options.format = .lines
    let reader = try DocumentReader(path: path, options: options)
    var blocks: [InputBlock] = []
    while let block = try reader.nextBlock() { blocks.append(block) }
    #expect(blocks.count > 3)
    #expect(blocks.allSatisfy { $0.byteCount <= ByteSource.chunkCount * 2 })
    let counts = await withTaskGroup(of: Int.self) { group in
      for block in blocks { group.addTask { block.records().count } }
      return await group.reduce(0, +)
    }
    #expect(counts == 60_000)
  }

  @Test("An object's text and id are taken, the rest is kept as it is written")
  func objects() throws {
    let records = try read(
      #"""
      {"id":"a","text":"وليام بيرنز","lang":"ar", "n": 1.50,"x":{"y":[1, 2]}}
      {"text":"x","id":17}

      {"text":"\u0628\n"}
      {"text":"a","id":null,"text":"b"}
      {"\u0074ext":"escaped name","id":"c","entities":[1]}
      {"text":"raw \u001f","id":"d","s":"\ud800"}
      """#, .jsonl)
    #expect(records.map(\.text) == ["وليام بيرنز", "x", "ب\n", "b", "escaped name", "raw \u{1F}"])
    #expect(records.map(\.id) == ["a", "17", "4", "5", "c", "d"])
    #expect(
      records.map(\.members.json.text) == [
        #""lang":"ar","n": 1.50,"x":{"y":[1, 2]}"#, "", "", "", "", #""s":"\ud800""#,
      ])
    #expect(records.map(\.members.hasNumericID) == [false, true, false, false, false, false])
    #expect(records.map(\.position.line) == [1, 2, 4, 5, 6, 7])
  }

  @Test("Other fields can be named; the id's own is then kept beside \"id\"")
  func fields() throws {
    let records = try read(#"{"body":"نص","uri":"u1","text":"t","id":9}"#, .jsonl) {
      $0.textField = "body"
      $0.idField = "uri"
    }
    #expect(records.map(\.text) == ["نص"])
    #expect(records.map(\.id) == ["u1"])
    #expect(records.map(\.members.json.text) == [#""uri":"u1","text":"t""#])
  }

  @Test("A bad record is reported with its place, and the others are read")
  func failures() throws {
    let text = #"""
      {"text":"ok"}
      not json
      {"id":1}
      {"text":null}
      {"text":5}
      {"text":"a","id":[1]}
      {"text":"unterminated}
      {"text":"fine"}
      """#
    let records = try read(text, .jsonl)
    #expect(records.map(\.text) == ["ok", nil, nil, nil, nil, nil, nil, "fine"])
    let failures = records.compactMap(\.failure)
    let lines = text.utf8.split(separator: 0x0A).map { Array($0) }
    let expected: [(line: Int, byte: Int, reason: RecordFailure.Reason)] = [
      (2, 0, .json(.notAnObject)), (3, 0, .missingMember("text")), (4, 0, .missingMember("text")),
      (5, 8, .wrongType(member: "text", expected: "a string", found: .number)),
      (6, 17, .wrongType(member: "id", expected: "a string or a number", found: .array)),
      (7, lines[6].count, .json(.endsEarly)),
    ]
    #expect(failures.count == expected.count)
    for (failure, expected) in zip(failures, expected) {
      #expect(failure.reason == expected.reason)
      #expect(failure.position.line == expected.line)
      let lineStart = lines.prefix(expected.line - 1).reduce(0) { $0 + $1.count + 1 }
      #expect(failure.position.byte == lineStart + expected.byte)
    }
    #expect(failures.first?.description == "f: line 2, byte 14: not a JSON object: it does not begin with {")
  }

  /// `ab<80>ج<D8>|ت`, the second line; two wrong places.
  private static let broken: [UInt8] = Array("ok\nab".utf8) + [0x80] + Array("ج".utf8) + [0xD8] + Array("|ت".utf8)

  @Test(
    "Bytes that are not UTF-8 are treated as the policy says, and offsets still hold",
    arguments: [
      (.replace, "ab\u{FFFD}ج\u{FFFD}|ت"), (.skip, "abج|ت"), (.fail, nil),
    ] as [(InvalidUTF8.Policy, String?)])
  func invalidUTF8(_ policy: InvalidUTF8.Policy, _ expected: String?) throws {
    let records = try read(Self.broken, .lines) { $0.onInvalid = policy }
    #expect(records.map(\.text) == ["ok", expected])
    let record = try #require(records.last)
    guard let document = try? record.document.get() else {
      #expect(record.failure?.reason == .invalidUTF8)
      #expect(record.failure?.position == SourcePosition(source: "f", line: 2, byte: 5))
      return
    }
    #expect(record.warnings.map(\.position.byte) == [5, 8])
    #expect(record.warnings.map(\.position.line) == [2, 2])
    for place in record.warnings.map(\.position.byte) { #expect([0x80, 0xD8].contains(Self.broken[place])) }
    // The last letter, in the bytes of the file.
    let end = document.bytes.count
    let original = document.originalRange(of: ByteRange(end - 2, end))
    let inFile = record.position.byte + original.lowerBound..<record.position.byte + original.upperBound
    #expect(Array(Self.broken[inFile]).text == "ت")
  }

  @Test("The policy holds for the text, the id and the kept members of an object")
  func invalidUTF8InObjects() throws {
    func line(_ json: String) -> [UInt8] { json.utf8.flatMap { $0 == UInt8(ascii: "!") ? [0xFF] : [$0] } + [0x0A] }
    let bytes = line(#"{"text":"a!b"}"#) + line(#"{"text":"a","id":"i!"}"#) + line(#"{"text":"a","k":"k!"}"#)
    let replaced = try read(bytes, .jsonl)
    #expect(replaced.map(\.text) == ["a\u{FFFD}b", "a", "a"])
    #expect(replaced.map(\.id) == ["1", "i\u{FFFD}", "3"])
    #expect(replaced.map(\.members.json.text) == ["", "", "\"k\":\"k\u{FFFD}\""])
    #expect(replaced.map(\.warnings.count) == [1, 0, 0])
    #expect(replaced[0].warnings[0].position == replaced[0].position)
    let refused = try read(bytes + line(#"{"text":"\ud800"}"#), .jsonl) { $0.onInvalid = .fail }
    #expect(refused.map { $0.failure?.reason } == [.invalidUTF8, .invalidUTF8, .invalidUTF8, .invalidUTF8])
    #expect(refused.map { $0.failure?.position.line } == [1, 2, 3, 4])
  }

  @Test("An id that is longer than any name of a document fails its record", arguments: ["9", "\"\u{641}\""])
  func longID(_ id: String) throws {
    let long = id.map { $0 == "\"" ? "\"" : String(repeating: $0, count: 5_000) }.joined()
    let records = try read("{\"id\":\(long),\"text\":\"a\"}\n{\"id\":\(id),\"text\":\"b\"}\n", .jsonl)
    #expect(records.map(\.text) == [nil, "b"])
    #expect(records[0].failure?.position == SourcePosition(source: "f", line: 1, byte: 6))
    #expect(records[0].failure?.explanation.contains("4096 bytes") == true)
  }

  @Test("A record that is too long is reported and passed over", arguments: [5, 300_000, 800_000])
  func tooLong(_ length: Int) throws {
    let maximum = min(length - 1, 280_000)
    let lines = ["ab", String(repeating: "x", count: length), "cd", "", "ef"]
    let records = try read(lines.joined(separator: "\n"), .lines) { $0.maximumRecordCount = maximum }
    #expect(records.map(\.text) == ["ab", nil, "cd", "", "ef"])
    #expect(records.map(\.position.line) == [1, 2, 3, 4, 5])
    #expect(records.map(\.position.byte) == [0, 3, length + 4, length + 7, length + 8])
    #expect(records[1].failure?.reason == .tooLong(maximum: maximum))
    let last = try read(lines.prefix(2).joined(separator: "\n"), .lines) { $0.maximumRecordCount = maximum }
    #expect(last.map(\.text) == ["ab", nil])
    let text = try read(lines.joined(separator: "\n"), .text) { $0.maximumRecordCount = maximum }
    #expect(text.map { $0.failure?.reason } == [.tooLong(maximum: maximum)])
  }

  @Test(
    "Of a truncated file, the records before the cut are read", arguments: [.text, .lines, .jsonl] as [InputFormat])
  func truncated(_ format: InputFormat) throws {
    let folder = try TemporaryFolder()
    let lines = (1...20_000).map { #"{"text":"سطر \#($0) \#($0 &* 7919)"}"# }
    let packed = try Packing.zstd(Array(lines.joined(separator: "\n").utf8)).dropLast(10)
    var options = InputOptions()
    options.format = format
    let path = try folder.file("f.zst", Array(packed))
    let result = readAll(try DocumentReader(path: path, options: options))
    #expect(result.failure == InputFailure(source: path, byte: packed.count, reason: .truncated(.zstd)))
    if format == .text {
      #expect(result.records.count == 1)
    } else {
      #expect(result.records.count > 1_000)
      #expect(result.records.dropLast().allSatisfy { $0.failure == nil })
    }
  }

  @Test("Lines come as they are written, without waiting for the end")
  func streams() throws {
    let pipe = try FileDescriptor.pipe()
    let source = ByteSource(descriptor: pipe.readEnd, name: "-")
    var options = InputOptions()
    options.format = .lines
    let reader = DocumentReader(source: source, options: options)
    try pipe.writeEnd.writeAll("a\n".utf8)
    #expect(try reader.nextBatch()?.map(\.text) == ["a"])
    try pipe.writeEnd.writeAll("b\nc".utf8)
    #expect(try reader.nextBatch()?.map(\.text) == ["b"])
    try pipe.writeEnd.close()
    #expect(try reader.nextBatch()?.map(\.text) == ["c"])
    #expect(try reader.nextBatch() == nil)
    try pipe.readEnd.close()
  }

  @Test("Standard input is a text unless the user says otherwise")
  func standardInput() throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.writeEnd.close()
    let reader = DocumentReader(source: ByteSource(descriptor: pipe.readEnd, name: "-"))
    #expect(reader.format == .text)
    #expect(readAll(reader).records.map(\.text) == [""])
    try pipe.readEnd.close()
  }

  @Test("A report is one line of JSON")
  func report() throws {
    let position = SourcePosition(source: "ملف \"1\".jsonl", line: 3, byte: 127)
    var out: [UInt8] = []
    ErrorReport(RecordFailure(position: position, reason: .missingMember("text"))).append(to: &out)
    #expect(
      out.text == #"{"source":"ملف \"1\".jsonl","line":3,"byte":127,"reason":"no member \"text\""}"# + "\n")
  }
}
