/// A record that failed, or a warning, as one line for `--errors FILE`.
public struct ErrorReport: Hashable, Sendable {
  /// Where the fault is.
  public let position: SourcePosition
  /// What is wrong, without the place.
  public let reason: String

  /// A report of anything.
  public init(position: SourcePosition, reason: String) {
    self.position = position
    self.reason = reason
  }

  /// A report of a record that did not become a document.
  public init(_ failure: RecordFailure) {
    self.init(position: failure.position, reason: failure.explanation)
  }

  /// A report of a file that could not be read on; there is no line then (0), and the byte is that of the stored file.
  public init(_ failure: InputFailure) {
    self.init(
      position: SourcePosition(source: failure.source, line: 0, byte: failure.byte), reason: failure.explanation)
  }

  /// Appends `{"source":…,"line":…,"byte":…,"reason":…}` and a line break.
  public func append(to out: inout [UInt8]) {
    out.append(utf8: "{\"source\":")
    JSONWriter.append(position.source, to: &out)
    out.append(utf8: ",\"line\":")
    out.append(decimal: position.line)
    out.append(utf8: ",\"byte\":")
    out.append(decimal: position.byte)
    out.append(utf8: ",\"reason\":")
    JSONWriter.append(reason, to: &out)
    out.append(utf8: "}\n")
  }
}

extension ErrorReport: CustomStringConvertible {
  /// `news.jsonl: line 3, byte 127: no member "text"`.
  public var description: String {
    guard position.line > 0 else {
      let isStandardInput = position.source == ByteSource.standardInputName
      return "\(isStandardInput ? "standard input" : position.source): byte \(position.byte): \(reason)"
    }
    return "\(position): \(reason)"
  }
}
