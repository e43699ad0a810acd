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
      if unit == .scalars {
        for index in stretch { count += bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
      } else {
        // A character of four bytes is a surrogate pair.
        for index in stretch {
          count += (bytes[index] & 0xC0 == 0x80 ? 0 : 1) + (bytes[index] >= 0xF0 ? 1 : 0)
        }
      }
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
}
