import Glibc
public import SystemPackage

/// Delivers the bytes of a file or of standard input in bounded chunks; gzip, bzip2 and zstd are unpacked on the way.
///
/// It waits for no more input than it needs: what a slow writer has sent so far is delivered at once.
public final class ByteSource {
  /// The largest number of bytes that one call delivers.
  public static let chunkCount = 256 << 10
  /// How users name standard input.
  public static let standardInputName = "-"

  /// The file, as the user named it.
  public let name: String
  /// How the file is packed; known when the first bytes have been read.
  public private(set) var compression: Compression?

  private let descriptor: FileDescriptor
  private let closesDescriptor: Bool
  private var decoder: (any ByteDecoder)?
  private var isRecognized = false
  /// The bytes as they are stored: those from `position` to `limit` are still to be delivered.
  private var input = [UInt8](repeating: 0, count: ByteSource.chunkCount)
  private var position = 0
  private var limit = 0
  /// Where `input` begins in the file.
  private var inputStart = 0
  private var isAtEnd = false
  private var output: [UInt8] = []
  /// Thrown when everything before it has been delivered.
  private var failure: InputFailure?

  /// Opens a file, or standard input where `path` is `-`.
  public init(path: String) throws(InputFailure) {
    name = path
    if path == Self.standardInputName {
      descriptor = .standardInput
      closesDescriptor = false
      return
    }
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      closesDescriptor = true
    } catch {
      throw InputFailure(source: path, byte: 0, reason: .open(error as? Errno ?? .ioError))
    }
  }

  /// Whether a read would answer at once, rather than wait for whoever writes the input.
  public var isReady: Bool { position < limit || isAtEnd || hasBytes }

  /// Reads from an open descriptor, which stays open afterwards.
  public init(descriptor: FileDescriptor, name: String) {
    self.name = name
    self.descriptor = descriptor
    closesDescriptor = false
  }

  deinit {
    if closesDescriptor { try? descriptor.close() }
  }

  /// Appends the next bytes, at most `chunkCount` of them, and says how many; 0 at the end.
  ///
  /// - Throws: `InputFailure`, when all bytes before the fault have been delivered.
  public func read(into buffer: inout [UInt8]) throws(InputFailure) -> Int {
    if !isRecognized { recognize() }
    return if let decoder { try unpack(with: decoder, into: &buffer) } else { try copy(into: &buffer) }
  }

  /// The size of an ordinary file as it is stored; nil where that cannot be known.
  var storedCount: Int? {
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(exactly: status.st_size)
  }

  /// How much of an ordinary file has been delivered, from 0 to 1; nil where its size cannot be known.
  public var fractionRead: Double? {
    guard let storedCount, storedCount > 0 else { return nil }
    return min(Double(inputStart + position) / Double(storedCount), 1)
  }

  private func recognize() {
    isRecognized = true
    while true {
      readMore(atLeast: 1)
      switch Compression.recognize(input[position..<limit]) {
      case .packed(let compression):
        self.compression = compression
        decoder =
          switch compression {
          case .gzip: GzipDecoder()
          case .bzip2: Bzip2Decoder()
          case .zstd: ZstdDecoder()
          }
        output = [UInt8](repeating: 0, count: Self.chunkCount)
        return
      case .plain: return
      case .undecided: if isAtEnd { return }
      }
    }
  }

  private func copy(into buffer: inout [UInt8]) throws(InputFailure) -> Int {
    if position == limit { readMore(atLeast: 1) }
    let count = limit - position
    buffer.append(contentsOf: input[position..<limit])
    position = limit
    if count == 0, let failure { throw failure }
    return count
  }

  private func unpack(with decoder: any ByteDecoder, into buffer: inout [UInt8]) throws(InputFailure) -> Int {
    var written = 0
    while written < output.count {
      let progress = input.withUnsafeBytes { input in
        output.withUnsafeMutableBytes { output in
          decoder.decode(
            UnsafeRawBufferPointer(rebasing: input[position..<limit]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[written...]))
        }
      }
      position += progress.read
      written += progress.written
      if let problem = progress.problem, let compression {
        stop(.damaged(compression, problem))
        break
      }
      if position < limit || progress.written > 0 { continue }
      // The decoder has given everything: more input is needed, but not before what there is has been delivered.
      if written > 0 { break }
      if isAtEnd {
        if !decoder.isComplete, let compression { stop(.truncated(compression)) }
        break
      }
      readMore(atLeast: 1)
    }
    if written == 0, let failure { throw failure }
    buffer.append(contentsOf: output[..<written])
    return written
  }

  /// Remembers what to throw, unless reading has failed before.
  private func stop(_ reason: InputFailure.Reason) {
    if failure == nil { failure = InputFailure(source: name, byte: inputStart + position, reason: reason) }
    isAtEnd = true
    position = limit
  }

  /// Fills the input as far as bytes are there without waiting; waits only for the first `count`.
  private func readMore(atLeast count: Int) {
    if position == limit {
      inputStart += limit
      position = 0
      limit = 0
    }
    let wanted = limit + count
    while limit < input.count, !isAtEnd, limit < wanted || hasBytes {
      do {
        let limit = self.limit
        let descriptor = self.descriptor
        let read = try input.withUnsafeMutableBytes { bytes in
          try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[limit...]))
        }
        self.limit += read
        isAtEnd = read == 0
      } catch Errno.wouldBlock {
        // Somebody made the descriptor non-blocking: wait as if it were not.
        var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
        poll(&request, 1, -1)
      } catch {
        failure = InputFailure(source: name, byte: inputStart + limit, reason: .read(error as? Errno ?? .ioError))
        isAtEnd = true
      }
    }
  }

  private var hasBytes: Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}
