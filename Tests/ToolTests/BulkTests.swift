import Testing

@Suite("naqhara in bulk")
struct BulkTests {
  private func entities(_ lines: [String]) throws -> [[String]] {
    try lines.map { try TaggedDocument($0).entities.map { $0.name ?? "-" } }
  }

  @Test("A table's texts are tagged, and its other columns are kept")
  func table() throws {
    let folder = try Folder()
    let path = try folder.file(
      "news.csv", "id,text,lang\n7,\"زار بوتين\nموسكو\",ar\n8,bad\n9,\"قال \"\"بايدن\"\" في واشنطن\",ar\n")
    let result = try Tool.run(["tag", "--mode", "lexicon", "--errors", "\(folder.path)/errors", path])
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasPrefix(#"{"id":"7","lang":"ar","entities":["#) == true)
    #expect(try entities(result.lines) == [["Vladimir Putin", "Moscow"], ["Joe Biden", "Washington"]])
    #expect(result.messages.contains("line 4, byte 49: 2 cells, but the head has 3"))
    #expect(String(decoding: try folder.read("errors"), as: UTF8.self).contains(#""line":4,"byte":49"#))
    let missing = try Tool.run(["tag", "--text-field", "body", path])
    #expect(missing.status == 1)
    #expect(missing.output.isEmpty)
    #expect(missing.messages.contains(#"no column "body"; there are "id", "text", "lang""#))
  }

  @Test("A web archive's pages are tagged under their addresses")
  func archive() throws {
    let text = "وصل بوتين إلى موسكو."
    let record =
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://example.org/1\r\n"
      + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
    let result = try Tool.run("tag", "--mode", "lexicon", "--input", "warc", input: record + record)
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasPrefix(#"{"id":"https://example.org/1","entities""#) == true)
    #expect(try entities(result.lines) == Array(repeating: ["Vladimir Putin", "Moscow"], count: 2))
  }

  @Test("Folders and lists stand for their files")
  func paths() throws {
    let folder = try Folder()
    for name in ["b.txt", "a.txt"] { try folder.file(name, "موسكو") }
    let whole = try Tool.run(["tag", folder.path])
    #expect(
      whole.lines.map { String($0.prefix(while: { $0 != "," })) }
        == ["a", "b"].map { "{\"id\":\"\(folder.path)/\($0).txt\"" })
    try folder.file("list", "b.txt\na.txt\n")
    let listed = try Tool.run(["tag", "@list"], in: folder)
    #expect(listed.lines.map { String($0.prefix(while: { $0 != "," })) } == ["{\"id\":\"b.txt\"", "{\"id\":\"a.txt\""])
    let missing = try Tool.run(["tag", "@none"], in: folder)
    #expect(missing.status == 2)
    #expect(missing.messages.contains("none: cannot open"))
  }

  @Test("Packed output unpacks to the same bytes", arguments: ["gzip", "zstd"])
  func compressed(_ format: String) throws {
    let folder = try Folder()
    let text = (0..<3_000).map { "زار بوتين موسكو \($0)\n" }.joined()
    try folder.file("news", text)
    let plain = try Tool.run(["tag", "--mode", "lexicon", "--input", "lines", "news"], in: folder)
    #expect(plain.lines.count == 3_000)
    let packed = try Tool.run(
      ["tag", "--mode", "lexicon", "--input", "lines", "--compress", format, "-o", "packed", "news"], in: folder)
    #expect(packed.status == 0)
    let bytes = try folder.read("packed")
    #expect(bytes.count * 4 < plain.output.count)
    try folder.file("plain", plain.output)
    func read(_ name: String) throws -> Tool.Result {
      try Tool.run(["normalize", "--profile", "strict", "--input", "lines", name], in: folder)
    }
    let unpacked = try read("packed")
    #expect(unpacked.status == 0)
    #expect(unpacked.output == (try read("plain").output))
    if format == "gzip" {
      #expect(try Tool.shell("gzip -dc packed", in: folder).output == plain.output)
      let empty = try Tool.shell("naqhara tag --input lines --compress gzip < /dev/null | gzip -dc", in: folder)
      #expect(empty.status == 0)
      #expect(empty.output.isEmpty)
    }
  }

  @Test("Too many failures stop the job, and no half file is left")
  func maximumErrors() throws {
    let folder = try Folder()
    let bad = Array(repeating: "{\"text\":1}", count: 50).joined(separator: "\n")
    try folder.file("bad.jsonl", "{\"text\":\"موسكو\"}\n" + bad + "\n{\"text\":\"القاهرة\"}\n")
    func run(_ maximum: String) throws -> Tool.Result {
      try Tool.run(["tag", "--max-errors", maximum, "-o", "out", "bad.jsonl"], in: folder)
    }
    let stopped = try run("10")
    #expect(stopped.status == 1)
    #expect(stopped.messages.contains("11 records failed"))
    #expect(stopped.messages.contains("--max-errors"))
    #expect(folder.names == ["bad.jsonl"])
    let finished = try run("50")
    #expect(finished.status == 1)
    #expect(finished.messages.contains("50 records failed"))
    #expect(try folder.read("out").count { $0 == 0x0A } == 2)
    #expect(try Tool.run(["tag", "--max-errors", "-1"]).status == 64)
  }

  @Test("--quiet says nothing of what can be read")
  func quiet() throws {
    let bytes = Array("a".utf8) + [0xFF] + Array("موسكو".utf8)
    #expect(try Tool.run(["tag"], input: bytes).messages.contains("not UTF-8"))
    let quiet = try Tool.run(["tag", "--quiet"], input: bytes)
    #expect(quiet.messages == "")
    #expect(quiet.status == 0)
  }
}
