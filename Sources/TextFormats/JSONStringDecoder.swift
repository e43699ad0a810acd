import TextModel

/// Resolves the escapes of JSON strings.
enum JSONStringDecoder {
  /// The string at a range that includes the quotation marks.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, at range: Range<Int>, policy: InvalidUTF8.Policy
  ) throws(JSONFailure) -> [UInt8] {
    guard range.count >= 2 else { throw JSONFailure(byte: range.lowerBound, reason: .endsEarly) }
    let end = range.upperBound - 1
    var index = range.lowerBound + 1
    let inner = bytes.part(index..<end)
    guard let escape = inner.firstIndex(of: 0x5C) else { return [UInt8](inner) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    result.append(contentsOf: inner.part(0..<escape))
    index += escape
    while index < end {
      let runStart = index
      while index < end, bytes[index] != 0x5C { index += 1 }
      result.append(contentsOf: bytes.part(runStart..<index))
      guard index < end else { break }
      guard index + 1 < end else { throw JSONFailure(byte: index, reason: .endsEarly) }
      switch bytes[index + 1] {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        index = try decodeUnit(bytes, at: index, end: end, policy: policy, into: &result)
        continue
      case let other: result.append(other)
      }
      index += 2
    }
    return result
  }

  /// The value of four hexadecimal digits.
  static func hexadecimal(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      let byte = bytes[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// `\uXXXX`, or two of them that are a pair; gives the index after it.
  private static func decodeUnit(
    _ bytes: UnsafeRawBufferPointer, at start: Int, end: Int, policy: InvalidUTF8.Policy, into result: inout [UInt8]
  ) throws(JSONFailure) -> Int {
    guard start + 6 <= end, let unit = hexadecimal(bytes, at: start + 2) else {
      throw JSONFailure(byte: start, reason: .badEscape)
    }
    if let scalar = Unicode.Scalar(unit) {
      result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return start + 6
    }
    if unit < 0xDC00, start + 12 <= end, bytes[start + 6] == 0x5C, bytes[start + 7] == UInt8(ascii: "u"),
      let low = hexadecimal(bytes, at: start + 8), 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return start + 12
    }
    switch policy {
    case .replace: result.append(contentsOf: [0xEF, 0xBF, 0xBD])
    case .skip: break
    case .fail: throw JSONFailure(byte: start, reason: .loneSurrogate)
    }
    return start + 6
  }
}
