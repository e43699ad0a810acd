import Glibc

/// Opens a lexicon that a user named: an image is mapped, a source is compiled in memory.
public enum LexiconFile {
  /// Why a file is no lexicon.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// The system refuses it.
    case unreadable(path: String, reason: String)
    /// It is an image, but no usable one.
    case badImage(path: String, LexiconImage.Failure)
    /// It is a source with bad lines.
    case badSource([LexiconSource.Failure])

    /// A sentence, or one a line, for a person.
    public var description: String {
      switch self {
      case .unreadable(let path, let reason): "\(path): \(reason)"
      case .badImage(let path, let failure): "\(path): \(failure)"
      case .badSource(let failures):
        failures.prefix(20).map(\.description).joined(separator: "\n")
          + (failures.count > 20 ? "\n… and \(failures.count - 20) more" : "")
      }
    }
  }

  /// The image in a file, or of the source in it.
  ///
  /// - Throws: `Failure`; what `LexiconCompiler.compile` throws.
  public static func open(_ path: String) throws -> LexiconImage {
    let mapping = try Mapping(path)
    let start = mapping.copy(prefix: 4096)
    if start.starts(with: LexiconImage.magic) {
      do {
        return try LexiconImage(bytes: mapping.bytes, owner: mapping)
      } catch {
        throw Failure.badImage(path: path, error)
      }
    }
    // A NUL never stands in a source; a damaged image often has one.
    if start.contains(0) { throw Failure.badImage(path: path, .notALexiconImage) }
    let source = LexiconSource.read(mapping.copy(), file: path)
    guard source.failures.isEmpty else { throw Failure.badSource(source.failures) }
    return try inMemory(LexiconCompiler.compile(source.rows))
  }

  /// The rows of several sources, in the order of the paths.
  ///
  /// - Throws: `Failure`, with the bad lines of all files.
  public static func readSources(_ paths: [String]) throws -> [LexiconRow] {
    var rows: [LexiconRow] = []
    var failures: [LexiconSource.Failure] = []
    for path in paths {
      let result = LexiconSource.read(try Mapping(path).copy(), file: path)
      rows += result.rows
      failures += result.failures
    }
    guard failures.isEmpty else { throw Failure.badSource(failures) }
    return rows
  }

  /// An image of bytes in memory.
  public static func inMemory(_ image: [UInt8]) throws(LexiconImage.Failure) -> LexiconImage {
    let block = Block(image)
    return try LexiconImage(bytes: block.bytes, owner: block)
  }

  /// A copy of bytes, aligned as images must be.
  private final class Block: LexiconImage.Owner, @unchecked Sendable {
    // Unchecked, because it holds a pointer; the bytes are written once, before anybody else sees them.
    let bytes: UnsafeRawBufferPointer

    init(_ image: [UInt8]) {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(image.count, 1), alignment: 64)
      image.withUnsafeBytes { buffer.copyMemory(from: $0) }
      bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[0..<image.count])
    }

    deinit { bytes.baseAddress?.deallocate() }
  }

  /// A file in memory, read-only, loaded by the system as it is touched.
  private final class Mapping: LexiconImage.Owner, @unchecked Sendable {
    // Unchecked, because it holds a pointer; the mapping is private and never written.
    let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(Failure) {
      func failure() -> Failure { .unreadable(path: path, reason: String(cString: strerror(errno))) }
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure() }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw failure() }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "not a file") }
      let count = Int(status.st_size)
      guard count > 0 else {
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
        return
      }
      guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
        throw failure()
      }
      bytes = UnsafeRawBufferPointer(start: address, count: count)
    }

    /// The first bytes, or all. Only here is the mapping sure to live as long as it is read.
    func copy(prefix count: Int = .max) -> [UInt8] { withExtendedLifetime(self) { Array(bytes.prefix(count)) } }

    deinit {
      if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }
  }
}
