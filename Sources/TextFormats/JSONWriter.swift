/// Appends JSON to a buffer: strings, numbers, nothing else; the brackets and commas are the caller's.
///
/// Characters stay as they are, but for what a line of JSON must not hold or what other programs take for the end of a
/// line: all controls, U+2028 and U+2029 are escaped.
public enum JSONWriter {
  /// A string in quotation marks.
  public static func append(_ string: String, to out: inout [UInt8]) {
    var string = string
    string.withUTF8 { append(utf8: $0, to: &out) }
  }

  /// A string in quotation marks, from bytes that are valid UTF-8.
  public static func append(utf8 bytes: [UInt8], in range: Range<Int>, to out: inout [UInt8]) {
    let range = range.clamped(to: 0..<bytes.count)
    bytes.withUnsafeBufferPointer { append(utf8: UnsafeBufferPointer(rebasing: $0[range]), to: &out) }
  }

  /// A whole number.
  public static func append(_ value: Int, to out: inout [UInt8]) { out.append(decimal: value) }

  /// The shortest number that reads as the same value; `null` for what JSON cannot write.
  public static func append(_ value: Double, to out: inout [UInt8]) {
    append(number: value.isFinite ? value.description : nil, to: &out)
  }

  /// The shortest number that reads as the same value; `null` for what JSON cannot write.
  public static func append(_ value: Float, to out: inout [UInt8]) {
    append(number: value.isFinite ? value.description : nil, to: &out)
  }

  private static func append(number: String?, to out: inout [UInt8]) {
    guard let number else { return out.append(utf8: "null") }
    out.append(utf8: number)
    if number.utf8.suffix(2).elementsEqual(".0".utf8) { out.removeLast(2) }
  }

  private static func append(utf8 bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.append(0x22)
    var runStart = 0
    var index = 0
    while index < bytes.count {
      index = skipOrdinary(bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      // C2 begins U+0080…U+009F, E2 begins U+2028; everything else from 80 on is ordinary.
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
        index += 1
        continue
      }
      let length = escapedCount(bytes, at: index)
      if length > 0 {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        appendEscape(bytes, at: index, length: length, to: &out)
        runStart = index + length
      }
      index += max(length, 1)
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    out.append(0x22)
  }

  /// Passes over eight bytes at a time, as long as none of them needs a look.
  @inline(__always)
  private static func skipOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(bytes)
    var index = start
    while index &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let controls = (word &- 0x2020_2020_2020_2020) & ~word
      let marks = zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      // C2 and E2 differ in one bit.
      let others = zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F) | zeros(word & 0xDFDF_DFDF_DFDF_DFDF ^ 0xC2C2_C2C2_C2C2_C2C2)
      if (controls | marks | others) & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 8
    }
    return index
  }

  /// The high bit of each byte that is zero; a borrow may set others behind one, but never where none is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

  /// How many bytes the character has that is to be escaped here; 0 where it is not.
  private static func escapedCount(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]) ? 3 : 0
    default: 1
    }
  }

  private static func appendEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int, to out: inout [UInt8]
  ) {
    out.append(0x5C)
    let value: UInt16
    switch length {
    case 1:
      switch bytes[index] {
      case 0x22: return out.append(0x22)
      case 0x5C: return out.append(0x5C)
      case 0x08: return out.append(UInt8(ascii: "b"))
      case 0x09: return out.append(UInt8(ascii: "t"))
      case 0x0A: return out.append(UInt8(ascii: "n"))
      case 0x0C: return out.append(UInt8(ascii: "f"))
      case 0x0D: return out.append(UInt8(ascii: "r"))
      case let byte: value = UInt16(byte)
      }
    case 2: value = UInt16(bytes[index + 1])
    default: value = 0x2000 + UInt16(bytes[index + 2] & 0x3F)
    }
    out.append(UInt8(ascii: "u"))
    for shift: UInt16 in [12, 8, 4, 0] {
      let digit = UInt8(value >> shift & 0xF)
      out.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}
