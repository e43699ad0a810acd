import Glibc
import SystemPackage
import TestSupport
import Testing
import TextFormats

private func pack(_ bytes: [UInt8], _ compression: Compression) throws -> [UInt8] {
  switch compression {
  case .gzip: try Packing.gzip(bytes)
  case .bzip2: try Packing.bzip2(bytes)
  case .zstd: try Packing.zstd(bytes)
  }
}

@Suite("Bytes of a file, packed or not")
struct ByteSourceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stored: [UInt8]
    let expected: [UInt8]
    let compression: Compression?
  }

  static func cases() throws -> [Case] {
    let short = Array("سلام\n".utf8)
    let long = noise(700_000)
    let zeros = [UInt8](repeating: 0, count: 3_000_000)
    return try [
      Case(testDescription: "empty", stored: [], expected: [], compression: nil),
      Case(testDescription: "one byte", stored: [0x41], expected: [0x41], compression: nil),
      Case(testDescription: "half of gzip's magic", stored: [0x1F], expected: [0x1F], compression: nil),
      Case(
        testDescription: "three quarters of zstd's", stored: [0x28, 0xB5, 0x2F], expected: [0x28, 0xB5, 0x2F],
        compression: nil),
      Case(testDescription: "plain", stored: long, expected: long, compression: nil),
      Case(testDescription: "gzip", stored: Packing.gzip(short), expected: short, compression: .gzip),
      Case(testDescription: "gzip of nothing", stored: Packing.gzip([]), expected: [], compression: .gzip),
      Case(
        testDescription: "gzip, members",
        stored: Packing.gzip(short) + Packing.gzip([]) + Packing.gzip(long) + Packing.gzip(short),
        expected: short + long + short, compression: .gzip),
      Case(
        testDescription: "gzip, padding", stored: Packing.gzip(short) + [0, 0, 0] + Packing.gzip(short) + [0, 0],
        expected: short + short, compression: .gzip),
      Case(
        testDescription: "gzip that grows 1000-fold", stored: Packing.gzip(zeros), expected: zeros, compression: .gzip),
      Case(testDescription: "bzip2", stored: Packing.bzip2(short), expected: short, compression: .bzip2),
      Case(testDescription: "bzip2 of nothing", stored: Packing.bzip2([]), expected: [], compression: .bzip2),
      Case(
        testDescription: "bzip2, streams",
        stored: Packing.bzip2(short) + Packing.bzip2([]) + Packing.bzip2(long) + Packing.bzip2(short),
        expected: short + long + short, compression: .bzip2),
      Case(testDescription: "bzip2 that grows", stored: Packing.bzip2(zeros), expected: zeros, compression: .bzip2),
      Case(
        testDescription: "bzip2 of one chunk", stored: Packing.bzip2(noise(ByteSource.chunkCount)),
        expected: noise(ByteSource.chunkCount), compression: .bzip2),
      Case(
        testDescription: "text that begins like bzip2", stored: Array("BZh91AY&SX".utf8),
        expected: Array("BZh91AY&SX".utf8), compression: nil),
      Case(
        testDescription: "half of bzip2's magic", stored: Array("BZh9".utf8), expected: Array("BZh9".utf8),
        compression: nil),
      Case(testDescription: "zstd", stored: Packing.zstd(short), expected: short, compression: .zstd),
      Case(testDescription: "zstd of nothing", stored: Packing.zstd([]), expected: [], compression: .zstd),
      Case(
        testDescription: "zstd, frames",
        stored: Packing.zstd(short) + Packing.zstd(long) + Packing.zstd([]) + Packing.zstd(short),
        expected: short + long + short, compression: .zstd),
      Case(
        testDescription: "zstd after a skippable frame",
        stored: [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9] + Packing.zstd(short), expected: short, compression: .zstd),
      Case(testDescription: "zstd that grows", stored: Packing.zstd(zeros), expected: zeros, compression: .zstd),
      // A chunk's length, where "the buffer is full" and "the frame is over" coincide.
      Case(
        testDescription: "zstd of one chunk", stored: Packing.zstd(noise(ByteSource.chunkCount)),
        expected: noise(ByteSource.chunkCount), compression: .zstd),
      Case(
        testDescription: "gzip of one chunk", stored: Packing.gzip(noise(ByteSource.chunkCount)),
        expected: noise(ByteSource.chunkCount), compression: .gzip),
    ]
  }

  @Test("is delivered whole, in bounded chunks", arguments: try cases())
  func delivers(_ test: Case) throws {
    let folder = try TemporaryFolder()
    let source = try ByteSource(path: try folder.file("input", test.stored))
    let result = readAll(source)
    #expect(result.bytes == test.expected)
    #expect(result.failure == nil)
    #expect(result.largest <= ByteSource.chunkCount)
    #expect(source.compression == test.compression)
  }

  @Test("A truncated file gives what came before, then the error", arguments: Compression.allCases)
  func truncated(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    // Two parts, so that all of the first is known to be whole wherever the second is cut.
    let first = Array("ا".utf8) + noise(500_000)
    let parts = try [first, noise(300_000, seed: 2)].map { try pack($0, compression) }
    let whole = parts[0] + parts[1]
    for cut in [parts[0].count + 3, parts[0].count + 150_000, whole.count - 1] {
      let path = try folder.file("cut", Array(whole.prefix(cut)))
      let result = readAll(try ByteSource(path: path))
      #expect(result.bytes.starts(with: first))
      #expect(result.failure == InputFailure(source: path, byte: cut, reason: .truncated(compression)))
    }
  }

  @Test("Every cut of a short packed file is noticed", arguments: Compression.allCases)
  func everyCut(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    let text = Array("قال وليام بيرنز".utf8)
    let whole = try pack(text, compression)
    // Fewer bytes of bzip2 could be text.
    for cut in (compression == .bzip2 ? 10 : 4)..<whole.count {
      let result = readAll(try ByteSource(path: try folder.file("cut", Array(whole.prefix(cut)))))
      #expect(result.failure?.reason == .truncated(compression))
      #expect(text.starts(with: result.bytes))
    }
  }

  @Test("Damage is told with its place, after what came before", arguments: Compression.allCases)
  func damaged(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    let text = Array("قال وليام بيرنز".utf8)
    let whole = try pack(text, compression)
    let result = readAll(try ByteSource(path: try folder.file("damaged", whole + Array("garbage!".utf8))))
    #expect(result.bytes == text)
    guard case .damaged(compression, let detail) = result.failure?.reason else {
      Issue.record("not damaged: \(String(describing: result.failure))")
      return
    }
    #expect(!detail.isEmpty)
    #expect((whole.count...whole.count + 8).contains(result.failure?.byte ?? -1))
  }

  @Test("A missing file and a folder are told by name")
  func missing() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/none.txt"
    #expect(throws: InputFailure(source: missing, byte: 0, reason: .open(.noSuchFileOrDirectory))) {
      try ByteSource(path: missing)
    }
    #expect(
      InputFailure(source: missing, byte: 0, reason: .open(.noSuchFileOrDirectory)).description
        == "\(missing): cannot open: No such file or directory")
    let result = readAll(try ByteSource(path: folder.path))
    #expect(result.failure == InputFailure(source: folder.path, byte: 0, reason: .read(.isDirectory)))
  }

  @Test("What a slow writer has sent is delivered before it sends more")
  func slowWriter() throws {
    let pipe = try FileDescriptor.pipe()
    let source = ByteSource(descriptor: pipe.readEnd, name: "-")
    var bytes: [UInt8] = []
    for piece in ["a", "\u{1F}b", "سطر\n"] {
      try pipe.writeEnd.writeAll(piece.utf8)
      #expect(try source.read(into: &bytes) == piece.utf8.count)
    }
    try pipe.writeEnd.close()
    #expect(try source.read(into: &bytes) == 0)
    #expect(bytes == Array("a\u{1F}bسطر\n".utf8))
    try pipe.readEnd.close()
  }

  @Test("A descriptor that somebody made non-blocking is waited for")
  func nonBlocking() throws {
    let pipe = try FileDescriptor.pipe()
    _ = fcntl(pipe.readEnd.rawValue, F_SETFL, O_NONBLOCK)
    let writer = TestThread {
      usleep(20_000)
      _ = try? pipe.writeEnd.writeAll("late".utf8)
      try? pipe.writeEnd.close()
    }
    let result = readAll(ByteSource(descriptor: pipe.readEnd, name: "-"))
    #expect(result.bytes.text == "late")
    #expect(result.failure == nil)
    #expect(writer.join() != nil)
    try pipe.readEnd.close()
  }
}
