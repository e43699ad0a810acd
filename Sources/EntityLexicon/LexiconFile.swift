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

  /// Smaller images are checked as a whole when they are opened, which takes a millisecond or two; see `LexiconImage`.
  static let largestCheckedAtOnce = 4 << 20

  /// The image in a file, or of the source in it.
  ///
  /// - Throws: `Failure`; what `LexiconCompiler` throws.
  public static func open(_ path: String) throws -> LexiconImage {
    let start = try SourceFile(path).start(4096)
    if start.starts(with: LexiconLayout.magic) {
      let mapping = try Mapping(path)
      do {
        return try LexiconImage(
          bytes: mapping.bytes, owner: mapping,
          verification: mapping.bytes.count <= largestCheckedAtOnce ? .whole : .onTouch)
      } catch {
        throw Failure.badImage(path: path, error)
      }
    }
    // A NUL never stands in a source; a damaged image often has one.
    if start.contains(0) { throw Failure.badImage(path: path, .notALexiconImage) }
    return try inMemory(compile([path]).image)
  }

  /// The rows of several sources and their bad lines, in the order of the paths.
  ///
  /// - Throws: `Failure.unreadable`.
  public static func readSources(_ paths: [String]) throws -> LexiconSource.Result {
    var result = LexiconSource.Result()
    for path in paths { try forEachLine(of: path) { result.add($0) } }
    return result
  }

  /// The image of several sources, in the order of the paths, and how many rows they have. No row is kept longer than it
  /// takes to add it.
  ///
  /// - Throws: `Failure`, with the bad lines of all files; what `LexiconCompiler` throws.
  public static func compile(_ paths: [String]) throws -> (image: [UInt8], rowCount: Int) {
    var compiler = try LexiconCompiler()
    var failures: [LexiconSource.Failure] = []
    for path in paths {
      try forEachLine(of: path) { line in
        switch line {
        case .row(let row): if failures.isEmpty { try compiler.add(row) }
        case .bad(let failure): failures.append(failure)
        case .nothing: break
        }
      }
    }
    guard failures.isEmpty else { throw Failure.badSource(failures) }
    let rowCount = compiler.rowCount
    return (try compiler.image(), rowCount)
  }

  private static func forEachLine(of path: String, _ body: (LexiconSource.Line) throws -> Void) throws {
    var source = LexiconSource(file: path)
    try SourceFile(path).forEachLine { try body(source.read($0)) }
    if let failure = source.end() { try body(.bad(failure)) }
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
      let file = try SourceFile(path)
      guard file.count > 0 else {
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
        return
      }
      guard let address = mmap(nil, file.count, PROT_READ, MAP_PRIVATE, file.descriptor, 0), address != MAP_FAILED
      else {
        throw file.failure()
      }
      bytes = UnsafeRawBufferPointer(start: address, count: file.count)
    }

    deinit {
      if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }
  }
}
