/// A place where bytes are not UTF-8.
public struct InvalidUTF8: Hashable, Sendable, CustomStringConvertible {
  /// What is done with bytes that are not UTF-8.
  public enum Policy: String, CaseIterable, Sendable {
    /// Each maximal part of an ill-formed sequence becomes U+FFFD (The Unicode Standard, section 3.9).
    case replace
    /// They are left out.
    case skip
    /// The document is refused.
    case fail
  }

  /// How many places are reported for one document; the rest is only counted by the alignment.
  public static let maximumReports = 100

  /// Offset of the first wrong byte in the bytes that were read.
  public let byte: Int
  /// Line of that byte, from 1; lines end with U+000A.
  public let line: Int
  /// How many bytes are wrong together.
  public let count: Int

  /// `line 3, byte 127: not UTF-8 (2 bytes)`.
  public var description: String { "line \(line), byte \(byte): not UTF-8 (\(count) byte\(count == 1 ? "" : "s"))" }
}

/// Bytes made valid; nil where they were.
struct UTF8Repair {
  var bytes: [UInt8] = []
  var alignment: Alignment
  var invalid: [InvalidUTF8] = []

  init?(_ input: [UInt8], policy: InvalidUTF8.Policy) {
    guard let first = Self.firstInvalid(in: input, from: 0) else { return nil }
    var builder = Alignment.Builder()
    var next: Range<Int>? = first
    var position = 0
    var line = 1
    bytes.reserveCapacity(input.count + 16)
    while let wrong = next {
      bytes.append(contentsOf: input[position..<wrong.lowerBound])
      builder.keep(wrong.lowerBound - position)
      if invalid.count < InvalidUTF8.maximumReports {
        for byte in input[position..<wrong.lowerBound] where byte == 0x0A { line += 1 }
        invalid.append(InvalidUTF8(byte: wrong.lowerBound, line: line, count: wrong.count))
      }
      if policy == .replace { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
      builder.replace(wrong.count, with: policy == .replace ? 3 : 0)
      position = wrong.upperBound
      next = Self.firstInvalid(in: input, from: position)
    }
    bytes.append(contentsOf: input[position...])
    builder.keep(input.count - position)
    alignment = builder.alignment
  }

  /// The first maximal ill-formed part at or after `start` (The Unicode Standard, table 3-7).
  static func firstInvalid(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    bytes.withUnsafeBytes { bytes in
      var index = start
      let end = bytes.count
      while index < end {
        index = skipCommon(bytes, from: index)
        guard index < end else { return nil }
        let lead = bytes[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return index..<index + 1
        }
        guard index + 1 < end, second.contains(bytes[index + 1]) else { return index..<index + 1 }
        var valid = 2
        while valid < length, index + valid < end, bytes[index + valid] & 0xC0 == 0x80 { valid += 1 }
        if valid < length { return index..<index + valid }
        index += length
      }
      return nil
    }
  }
  /// The end of the ASCII and of the characters of two bytes that stand here, or a place before it where a character begins:
  /// eight bytes at a time.
  private static func skipCommon(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    // The bytes before these, shifted by one: a character begins at `start`, so that what precedes it does not count.
    var last: UInt64 = 0
    while index &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let before = word << 8 | last
      let continuations = word & ~(word << 1)
      let leads = before & before << 1 & ~(before << 2)
      let longer = word & word << 1 & word << 2
      // C0 and C1 lead nothing.
      let overlong = word & 0xFEFE_FEFE_FEFE_FEFE ^ 0xC0C0_C0C0_C0C0_C0C0
      let isOverlong = (overlong &- 0x0101_0101_0101_0101) & ~overlong
      if ((continuations ^ leads) | longer | isOverlong) & 0x8080_8080_8080_8080 != 0 { break }
      last = word >> 56
      index &+= 8
    }
    return index > start && bytes[index &- 1] >= 0xC0 ? index &- 1 : index
  }
}
