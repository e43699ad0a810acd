/// A place in a file.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it; `-` is standard input.
  public var source: String
  /// From 1; lines end with U+000A.
  public var line: Int
  /// Offset in the file's unpacked bytes.
  public var byte: Int

  /// A place in a file.
  public init(source: String, line: Int = 1, byte: Int = 0) {
    self.source = source
    self.line = line
    self.byte = byte
  }

  /// `news.jsonl: line 3, byte 127`.
  public var description: String {
    "\(source == ByteSource.standardInputName ? "standard input" : source): line \(line), byte \(byte)"
  }
}
