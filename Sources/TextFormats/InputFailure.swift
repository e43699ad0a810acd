public import SystemPackage

/// Why no more bytes could be read from a file; what came before them has been delivered.
public struct InputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The file cannot be opened.
    case open(Errno)
    /// The system cannot read on.
    case read(Errno)
    /// The packed data end in the midst of a member or frame.
    case truncated(Compression)
    /// The packed data are damaged, in the words of zlib, libbz2 or libzstd.
    case damaged(Compression, String)
    /// The table's head has no such column.
    case missingColumn(String, columns: [String])
  }

  /// The file, as the user named it; `-` is standard input.
  public let source: String
  /// Offset in the file as it is stored, packed or not.
  public let byte: Int
  /// What went wrong.
  public let reason: Reason

  /// A failure at a place of a file.
  public init(source: String, byte: Int, reason: Reason) {
    self.source = source
    self.byte = byte
    self.reason = reason
  }

  /// What went wrong, without the place.
  public var explanation: String {
    switch reason {
    case .open(let error): "cannot open: \(error)"
    case .read(let error): "cannot read: \(error)"
    case .truncated(let compression): "the \(compression.rawValue) data end too early"
    case .damaged(let compression, let detail): "the \(compression.rawValue) data are damaged: \(detail)"
    case .missingColumn(let name, let columns):
      "no column \"\(name)\"; there are \(columns.map { "\"\($0)\"" }.joined(separator: ", "))"
    }
  }

  /// `crawl.jsonl.gz: byte 4096: the gzip data end too early`.
  public var description: String {
    let name = source == ByteSource.standardInputName ? "standard input" : source
    if case .open = reason { return "\(name): \(explanation)" }
    return "\(name): byte \(byte): \(explanation)"
  }
}
