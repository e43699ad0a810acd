import Glibc
import SystemPackage
import TestSupport
import Testing
import TextFormats

@Suite("Output to files and pipes", .serialized)
struct OutputSinkTests {
  private func contents(_ path: String) throws -> String {
    let result = readAll(try ByteSource(path: path))
    #expect(result.failure == nil)
    return result.bytes.text
  }

  @Test("A file has its name only when it is whole")
  func replaces() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("out.txt", "old")
    chmod(path, 0o640)
    let sink = try OutputSink(path: path)
    try sink.write(Array("new".utf8))
    try sink.write(noise(OutputSink.bufferCount))
    #expect(try contents(path) == "old")
    #expect(folder.contents.count == 2)
    try sink.finish()
    #expect(try contents(path).hasPrefix("new"))
    #expect(folder.contents == ["out.txt"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(Int(status.st_size) == 3 + OutputSink.bufferCount)
  }

  @Test("A run that fails leaves the old file and nothing else")
  func discards() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("out.txt", "old")
    do {
      let sink = try OutputSink(path: path)
      try sink.write(Array("new".utf8))
      try sink.flush()
    }
    #expect(try contents(path) == "old")
    #expect(folder.contents == ["out.txt"])
  }

  @Test("A link stays a link; what is no ordinary file is written directly")
  func links() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("real.txt", "old")
    let link = folder.path + "/link.txt"
    #expect(symlink(path, link) == 0)
    let sink = try OutputSink(path: link)
    try sink.write(Array("new".utf8))
    try sink.finish()
    #expect(try contents(path) == "new")
    var target = [CChar](repeating: 0, count: 16)
    #expect(readlink(link, &target, target.count) > 0)
    #expect(folder.contents == ["link.txt", "real.txt"])
    let null = try OutputSink(path: "/dev/null")
    try null.write(Array("x".utf8))
    try null.finish()
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A file that cannot be made is told by name")
  func cannotOpen() {
    #expect(throws: OutputFailure.open(path: "/nowhere/out.txt", .noSuchFileOrDirectory)) {
      try OutputSink(path: "/nowhere/out.txt")
    }
  }

  @Test("A full device is a typed error")
  func fullDevice() throws {
    let sink = try OutputSink(path: "/dev/full")
    try sink.write(Array("x".utf8))
    #expect(throws: OutputFailure.write(path: "/dev/full", .noSpace)) { try sink.finish() }
  }

  @Test("A closed pipe is a quiet condition of its own")
  func closedPipe() throws {
    OutputSink.ignoreBrokenPipeSignal()
    let pipe = try FileDescriptor.pipe()
    let sink = OutputSink(descriptor: pipe.writeEnd, name: "-")
    try sink.write(Array("line\n".utf8))
    try sink.flush()
    try pipe.readEnd.close()
    try sink.write(Array("line\n".utf8))
    #expect(throws: OutputFailure.closed) { try sink.flush() }
    // Nothing is left that a second attempt could trip over.
    #expect(throws: Never.self) { try sink.finish() }
    try pipe.writeEnd.close()
  }

  @Test("Large pieces reach a slow reader whole, also over a non-blocking descriptor")
  func slowReader() throws {
    let pipe = try FileDescriptor.pipe()
    _ = fcntl(pipe.writeEnd.rawValue, F_SETFL, O_NONBLOCK)
    let bytes = noise(1_000_000)
    let reader = TestThread { readAll(ByteSource(descriptor: pipe.readEnd, name: "-")).bytes }
    let sink = OutputSink(descriptor: pipe.writeEnd, name: "-")
    try sink.write(bytes)
    try sink.finish()
    try pipe.writeEnd.close()
    // Noise that looks like gzip would be unpacked; it does not.
    #expect(reader.join() == bytes)
    try pipe.readEnd.close()
  }

  @Test(
    "Packed output unpacks to what was written, and after each flush all of it",
    arguments: OutputCompression.allCases, [0, 1, 70_000, 900_000])
  func packed(_ compression: OutputCompression, _ count: Int) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/packed"
    let descriptor = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create], permissions: .ownerReadWrite)
    let sink = OutputSink(descriptor: descriptor, name: path, compression: compression)
    var written: [UInt8] = []
    for (place, seed) in (1...6 as ClosedRange<UInt64>).enumerated() {
      let bytes = place % 2 == 0 ? noise(count, seed: seed) : [UInt8](repeating: 0x61, count: count)
      try sink.write(bytes)
      written += bytes
      guard place % 3 == 2 else { continue }
      try sink.flush()
      let soFar = readAll(try ByteSource(path: path))
      // A comparison of its own, lest a failure prints megabytes.
      let isAllThere = soFar.bytes == written
      #expect(isAllThere)
      // It goes on, but from nothing nothing has been made yet.
      #expect(count == 0 || soFar.failure != nil)
    }
    try sink.finish()
    try descriptor.close()
    let whole = readAll(try ByteSource(path: path))
    #expect(whole.failure == nil)
    let isWhole = whole.bytes == written
    #expect(isWhole)
  }
}
