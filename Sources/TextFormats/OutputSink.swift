import Glibc
public import SystemPackage

/// Takes the output and writes it in large pieces, to standard output or to a file.
///
/// A file appears under its name only when `finish()` has been called: until then it is written beside it under a temporary
/// name, so that nobody takes half of it for the whole and a failed run leaves the old file alone. What is no ordinary
/// file, such as `/dev/null` or a named pipe, is written directly.
public final class OutputSink {
  /// How users name standard output.
  public static let standardOutputName = "-"
  /// What is held back until `flush()`, at most.
  public static let bufferCount = 256 << 10

  /// The file, as the user named it.
  public let name: String
  /// Whether a terminal shows the output.
  public var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  private let descriptor: FileDescriptor
  private var isOpen: Bool
  private let replacement: Replacement?
  private var buffer: [UInt8] = []
  private let encoder: (any ByteEncoder)?
  /// Whether the encoder may hold something back.
  private var isHeldBack = false

  private struct Replacement {
    let temporaryPath: String
    let path: String
  }

  /// Lets writes to a closed pipe fail with `OutputFailure.closed`; without it the system ends the process.
  public static func ignoreBrokenPipeSignal() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Opens a file for writing, or standard output where `path` is `-`; what is written is packed where that is asked for.
  public init(
    path: String = OutputSink.standardOutputName, compression: OutputCompression? = nil
  ) throws(OutputFailure) {
    name = path
    encoder = compression?.makeEncoder()
    if path == Self.standardOutputName {
      (descriptor, isOpen, replacement) = (.standardOutput, false, nil)
      return
    }
    (descriptor, replacement) = try Self.open(path)
    isOpen = true
  }

  /// Writes to an open descriptor, which stays open afterwards.
  public init(descriptor: FileDescriptor, name: String, compression: OutputCompression? = nil) {
    self.name = name
    self.descriptor = descriptor
    encoder = compression?.makeEncoder()
    isOpen = false
    replacement = nil
  }

  deinit { discard() }

  /// Takes bytes; writes when enough have come together.
  public func write(_ bytes: [UInt8]) throws(OutputFailure) {
    if buffer.isEmpty, bytes.count >= Self.bufferCount {
      try writeNow(bytes, .hold)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferCount { try writeBuffer(.hold) }
  }

  /// Writes what was held back, so that a reader has all of it.
  public func flush() throws(OutputFailure) {
    if !buffer.isEmpty || isHeldBack { try writeBuffer(.flush) }
  }

  private func writeBuffer(_ step: EncodingStep) throws(OutputFailure) {
    try writeNow(buffer, step)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what was held back and gives a file its name; nothing can be written afterwards.
  public func finish() throws(OutputFailure) {
    if !buffer.isEmpty || encoder != nil { try writeBuffer(.end) }
    guard isOpen else { return }
    isOpen = false
    do {
      try descriptor.close()
    } catch {
      if let replacement { unlink(replacement.temporaryPath) }
      throw .write(path: name, error as? Errno ?? .ioError)
    }
    guard let replacement, rename(replacement.temporaryPath, replacement.path) != 0 else { return }
    let error = Errno(rawValue: errno)
    unlink(replacement.temporaryPath)
    throw .write(path: name, error)
  }

  /// Ends without giving a file its name; what stood there before stays.
  public func discard() {
    buffer.removeAll()
    guard isOpen else { return }
    isOpen = false
    try? descriptor.close()
    if let replacement { unlink(replacement.temporaryPath) }
  }

  private func writeNow(_ bytes: [UInt8], _ step: EncodingStep) throws(OutputFailure) {
    guard let encoder else { return try writeAll(bytes) }
    isHeldBack = step == .hold
    var packed: [UInt8] = []
    bytes.withUnsafeBytes { encoder.encode($0, step, into: &packed) }
    try writeAll(packed)
  }

  private func writeAll(_ bytes: [UInt8]) throws(OutputFailure) {
    var written = 0
    while written < bytes.count {
      do {
        written += try bytes.withUnsafeBytes { bytes in
          try descriptor.write(UnsafeRawBufferPointer(rebasing: bytes[written...]))
        }
      } catch Errno.wouldBlock {
        var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } catch Errno.brokenPipe {
        buffer.removeAll()
        throw .closed
      } catch {
        buffer.removeAll()
        throw .write(path: name, error as? Errno ?? .ioError)
      }
    }
  }

  private static func open(_ path: String) throws(OutputFailure) -> (FileDescriptor, Replacement?) {
    var status = stat()
    let exists = stat(path, &status) == 0
    do {
      if exists, status.st_mode & S_IFMT != S_IFREG {
        return (try FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec), nil)
      }
      // A link stays a link: what it points to is replaced.
      let target = exists ? resolved(path) : path
      let (descriptor, temporaryPath) = try createTemporary(beside: target)
      if exists { _ = fchmod(descriptor.rawValue, status.st_mode & 0o7777) }
      return (descriptor, Replacement(temporaryPath: temporaryPath, path: target))
    } catch {
      throw .open(path: path, error as? Errno ?? .ioError)
    }
  }

  private static func createTemporary(beside path: String) throws -> (FileDescriptor, String) {
    var number = 0
    while true {
      let temporaryPath = "\(path).\(getpid())-\(number).tmp"
      do {
        let descriptor = try FileDescriptor.open(
          FilePath(temporaryPath), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: FilePermissions(rawValue: 0o666))
        return (descriptor, temporaryPath)
      } catch Errno.fileExists where number < 1_000 {
        number += 1
      }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
