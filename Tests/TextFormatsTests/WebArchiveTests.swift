import SystemPackage
import Testing
import TextFormats
import TextModel

@Suite("Web archives become documents")
struct WebArchiveTests {
  private static func record(_ type: String, _ text: String, url: String? = nil, extra: String = "") -> String {
    let address = url.map { "WARC-Target-URI: \($0)\r\n" } ?? ""
    return "WARC/1.0\r\nWARC-Type: \(type)\r\n\(address)WARC-Record-ID: <urn:uuid:\(text.utf8.count)>\r\n"
      + "WARC-Date: 2026-11-24T00:00:00Z\r\n\(extra)Content-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
  }

  private func read(_ text: String, maximum: Int? = nil) throws -> [InputRecord] {
    let folder = try TemporaryFolder()
    var options = InputOptions()
    if let maximum { options.maximumRecordCount = maximum }
    let result = readAll(try DocumentReader(path: try folder.file("a.warc.wet", text), options: options))
    #expect(result.failure == nil)
    return result.records
  }

  @Test("Records of text are documents, with the address as their id; the others are passed over")
  func texts() throws {
    let first = "زار بيرنز\nالقاهرة."
    let archive =
      Self.record("warcinfo", "software: x\r\n")
      + Self.record(
        "conversion", first, url: "https://example.org/a", extra: "WARC-Identified-Content-Language: ara\r\n")
      + Self.record("response", "HTTP/1.1 200 OK\r\n\r\n<p>", url: "https://example.org/b")
      + Self.record("conversion", "", url: "https://example.org/c")
      + Self.record("resource", "plain", extra: "Content-Type: text/plain; charset=utf-8\r\n")
      + Self.record("resource", "{}", extra: "Content-Type: application/json\r\n")
    let records = try read(archive)
    #expect(records.map(\.text) == [first, "", "plain"])
    #expect(records.map(\.id) == ["https://example.org/a", "https://example.org/c", "<urn:uuid:5>"])
    #expect(records.first?.members.json.text == #""date":"2026-11-24T00:00:00Z","language":"ara""#)
    let bytes = Array(archive.utf8)
    for record in records {
      let text = Array((record.text ?? "?").utf8)
      #expect(Array(bytes[record.position.byte...].prefix(text.count)) == text)
      #expect(record.position.line == bytes[..<record.position.byte].count { $0 == 0x0A } + 1)
    }
  }

  @Test("Long records come whole, and those that are too long are passed over")
  func long() throws {
    let texts = (0..<60).map { String(repeating: "نص ", count: $0 * 1_700) }
    let archive = texts.map { Self.record("conversion", $0, url: "u") }.joined()
    #expect(try read(archive).map(\.text) == texts)
    let maximum = 150_000
    let some = try read(archive, maximum: maximum)
    #expect(some.count == texts.count)
    for (record, text) in zip(some, texts) {
      if text.utf8.count + 1_000 < maximum { #expect(record.text == text) }
      if text.utf8.count >= maximum { #expect(record.failure?.reason == .tooLong(maximum: maximum)) }
    }
  }

  @Test(
    "What is no record is reported once, and reading goes on at the next one",
    arguments: [
      ("garbage\nand more\n", ArchiveProblem.noRecord), ("\r\nWARC/1", .noRecord),
      ("WARC/1.0\r\nWARC-Type: conversion\r\n\r\nno length\r\n", .noLength),
      ("WARC/1.0\r\nContent-Length: -5\r\n\r\n\r\n", .noLength),
      ("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n\r\n", .noLength),
      ("WARC/1.0\r\nX: " + String(repeating: "x", count: 400_000) + "\r\n", .longHead),
    ] as [(String, ArchiveProblem)])
  func damaged(_ damage: String, _ problem: ArchiveProblem) throws {
    let good = Self.record("conversion", "good", url: "u")
    let records = try read(good + damage + "\r\n" + good + good)
    #expect(records.map(\.text) == ["good", nil, "good", "good"])
    #expect(records.compactMap(\.failure).map(\.reason) == [.archive(problem)])
    #expect(try read(damage).compactMap(\.failure).count == 1)
  }

  @Test("What is no text may be longer than any record, and is passed over")
  func film() throws {
    let film = Self.record("response", String(repeating: "x", count: 900_000), url: "v")
    let page = Self.record("conversion", "page", url: "u")
    #expect(try read(page + film + page + film, maximum: 100_000).map(\.text) == ["page", "page"])
  }

  @Test("Of a cut archive, the whole records are read")
  func cut() throws {
    let good = Self.record("conversion", "good text", url: "u")
    for count in stride(from: 1, to: good.utf8.count - 4, by: 7) {
      let records = try read(good + String(good.utf8.prefix(count))!)
      #expect(records.map(\.text) == ["good text", nil], "\(count)")
      #expect(records.last?.failure?.reason == .archive(.endsEarly))
    }
  }
}
