/// A text to be worked on: its bytes are valid UTF-8, and every offset that a stage returns points into them.
public struct Document: Sendable {
  /// The largest text, in bytes: offsets within a document are kept in 32 bits.
  public static let maximumCount = Int(UInt32.max) - 1

  /// Why bytes could not become a document.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Longer than `maximumCount`.
    case tooLong(count: Int)
    /// Not UTF-8, and the policy was `fail`.
    case invalidUTF8(InvalidUTF8)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .tooLong(let count):
        "a text of \(count) bytes is longer than the \(Document.maximumCount) bytes of a document"
      case .invalidUTF8(let place): "\(place)"
      }
    }
  }

  /// The name under which results are reported.
  public var id: String
  /// The text, valid UTF-8.
  public let bytes: [UInt8]
  /// From the bytes that were read to `bytes`; nil where they are the same.
  public let repair: Alignment?
  /// Where the bytes that were read were not UTF-8; at most `InvalidUTF8.maximumReports` of them.
  public let invalidUTF8: [InvalidUTF8]

  /// A document of a string.
  ///
  /// - Throws: `Failure.tooLong`.
  public init(id: String = "", text: String) throws(Failure) {
    try self.init(id: id, bytes: Array(text.utf8))
  }

  /// A document of bytes as they were read; what is not UTF-8 is treated as `policy` says.
  ///
  /// - Throws: `Failure.tooLong`; `Failure.invalidUTF8` where the policy is `fail`.
  public init(id: String = "", bytes: [UInt8], onInvalid policy: InvalidUTF8.Policy = .replace) throws(Failure) {
    guard bytes.count <= Self.maximumCount else { throw .tooLong(count: bytes.count) }
    self.id = id
    guard let repaired = UTF8Repair(bytes, policy: policy) else {
      self.bytes = bytes
      repair = nil
      invalidUTF8 = []
      return
    }
    if policy == .fail, let first = repaired.invalid.first { throw .invalidUTF8(first) }
    guard repaired.bytes.count <= Self.maximumCount else { throw .tooLong(count: repaired.bytes.count) }
    self.bytes = repaired.bytes
    repair = repaired.alignment
    invalidUTF8 = repaired.invalid
  }

  /// The text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text at a range, which is clamped to the document.
  public func text(at range: ByteRange) -> String {
    let range = range.clamped(toCount: bytes.count)
    return String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// Where a range of this document stood in the bytes that were read.
  public func originalRange(of range: ByteRange) -> ByteRange {
    repair?.sourceRange(ofTarget: range) ?? range
  }
}
