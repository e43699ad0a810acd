/// A half-open range of UTF-8 byte offsets.
///
/// In everything that a stage returns, the offsets are those of the document's bytes, never those of a normalized copy.
/// Unlike `Range<Int>` it cannot trap: bounds in the wrong order make an empty range at the lower one.
public struct ByteRange: Hashable, Sendable {
  /// Offset of the first byte.
  public let lowerBound: Int
  /// Offset after the last byte; never below `lowerBound`.
  public let upperBound: Int

  /// A range from two offsets; where `upperBound < lowerBound`, the empty range at `lowerBound`.
  @inlinable
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound < lowerBound ? lowerBound : upperBound
  }

  /// Length in bytes.
  @inlinable public var count: Int { upperBound - lowerBound }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { lowerBound == upperBound }

  /// Whether the two share at least one byte.
  @inlinable
  public func overlaps(_ other: ByteRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// Whether every byte of `other` is in this range.
  @inlinable
  public func contains(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// The part that lies within `0..<count`.
  @inlinable
  public func clamped(toCount count: Int) -> ByteRange {
    ByteRange(min(max(lowerBound, 0), count), min(max(upperBound, 0), count))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  @inlinable
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}

extension ByteRange: CustomStringConvertible {
  /// `12..<17`.
  public var description: String { "\(lowerBound)..<\(upperBound)" }
}
