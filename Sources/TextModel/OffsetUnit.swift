/// The unit in which offsets are given to the outside.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalars: what Python indexes, and the default of every output.
  case scalars
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 code units: what JavaScript and Java index.
  case utf16
}

/// Converts byte offsets of one text into another unit, in one forward pass over the text.
///
/// Ask for offsets in ascending order: each byte is then looked at once. For an offset before the last one the bytes
/// between them are looked at again, so that a few steps back cost little, whatever the length of the text. An offset
/// inside a character counts the characters that begin before it.
public struct OffsetConverter {
  private let unit: OffsetUnit
  private var byteOffset = 0
  private var offset = 0

  /// A converter at the start of a text.
  public init(to unit: OffsetUnit) { self.unit = unit }

  /// The offset in the wanted unit of `byteOffset`, which is clamped to the text. `bytes` is valid UTF-8 and always the same.
  public mutating func convert(_ byteOffset: Int, in bytes: [UInt8]) -> Int {
    let end = min(max(byteOffset, 0), bytes.count)
    if unit == .utf8 { return end }
    // Back to the start where that is nearer.
    if end < self.byteOffset - end { (self.byteOffset, offset) = (0, 0) }
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      let stretch = min(end, self.byteOffset)..<max(end, self.byteOffset)
      count = Self.count(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[stretch]), unit)
    }
    offset += end < self.byteOffset ? -count : count
    self.byteOffset = end
    return offset
  }

  /// Both ends of a range, in the wanted unit.
  public mutating func convert(_ range: ByteRange, in bytes: [UInt8]) -> Range<Int> {
    let lower = convert(range.lowerBound, in: bytes)
    return lower..<max(lower, convert(range.upperBound, in: bytes))
  }

  /// How many units the characters have that begin in these bytes; eight bytes at a time.
  private static func count(_ bytes: UnsafeRawBufferPointer, _ unit: OffsetUnit) -> Int {
    var count = 0
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count &+= 8 &- highBits(word & ~(word << 1))
      // A character of four bytes is a surrogate pair.
      if unit == .utf16 { count &+= highBits(word & word << 1 & word << 2 & word << 3) }
      index &+= 8
    }
    while index < bytes.count {
      count &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1
      if unit == .utf16, bytes[index] >= 0xF0 { count &+= 1 }
      index &+= 1
    }
    return count
  }

  /// How many of eight bytes have their highest bit set.
  @inline(__always)
  private static func highBits(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word >> 7 & 0x0101_0101_0101_0101) &* 0x0101_0101_0101_0101) >> 56)
  }
}
