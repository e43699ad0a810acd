import Glibc

/// A file that is read from its start, a line at a time.
final class SourceFile {
  let descriptor: Int32
  /// Its bytes when it was opened.
  let count: Int
  private let path: String

  init(_ path: String) throws(LexiconFile.Failure) {
    func failure() -> LexiconFile.Failure { .unreadable(path: path, reason: String(cString: strerror(errno))) }
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "not a file") }
    count = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What the system said last.
  func failure() -> LexiconFile.Failure { .unreadable(path: path, reason: String(cString: strerror(errno))) }

  /// The first bytes; the next read goes on after them.
  func start(_ count: Int) throws(LexiconFile.Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    bytes.removeLast(count - (try read(into: &bytes, from: 0)))
    return bytes
  }

  /// Calls the body with each line, without its line feed; what stands after the last line feed is a line too.
  func forEachLine(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    // The buffer begins with this many bytes of a line that has not ended.
    var pending = 0
    while true {
      let count = try read(into: &buffer, from: pending)
      var start = 0
      try buffer.withUnsafeBufferPointer { bytes in
        var search = pending
        while let end = bytes[search..<pending + count].firstIndex(of: 0x0A) {
          try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          start = end + 1
          search = start
        }
        if count == 0 { try body(UnsafeBufferPointer(rebasing: bytes[start..<pending])) }
      }
      if count == 0 { return }
      buffer.removeSubrange(0..<start)
      pending += count - start
      // Room for the rest of a long line, which doubles each time.
      buffer.append(contentsOf: repeatElement(0, count: max(1 << 20, pending * 2) - buffer.count))
    }
  }

  /// Fills the buffer from a place on, as far as the system gives; 0 at the end of the file.
  private func read(into buffer: inout [UInt8], from start: Int) throws(LexiconFile.Failure) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw failure() }
    }
  }
}
