/// Walks over JSON without keeping anything of it; a cursor that only goes forward.
struct JSONScanner {
  private let bytes: UnsafeRawBufferPointer
  private(set) var index: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    index = 0
  }

  /// A scanner of a part, whose offsets are still those of all bytes.
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes.part(0..<range.upperBound)
    index = range.lowerBound
  }

  /// One object and nothing else.
  mutating func scanObject(into members: inout [JSONMember]) throws(JSONFailure) {
    skipSpace()
    guard index < bytes.count else { throw fault(.endsEarly) }
    guard bytes[index] == Character.openBrace else { throw fault(.notAnObject) }
    index += 1
    skipSpace()
    if next != Character.closeBrace {
      while true {
        skipSpace()
        let name = try scanName()
        skipSpace()
        let start = index
        let kind = try scanValue(depth: 1)
        members.append(JSONMember(name: name, value: start..<index, kind: kind))
        skipSpace()
        if next == Character.comma {
          index += 1
        } else if next == Character.closeBrace {
          break
        } else {
          throw fault(next == nil ? .endsEarly : .missingComma)
        }
      }
    }
    index += 1
    skipSpace()
    if index < bytes.count { throw fault(.trailingBytes) }
  }

  /// One array and nothing else.
  mutating func scanArray(into elements: inout [JSONElement]) throws(JSONFailure) {
    skipSpace()
    guard index < bytes.count else { throw fault(.endsEarly) }
    guard bytes[index] == Character.openBracket else { throw fault(.notAnArray) }
    index += 1
    skipSpace()
    if next != Character.closeBracket {
      while true {
        skipSpace()
        let start = index
        let kind = try scanValue(depth: 1)
        elements.append(JSONElement(value: start..<index, kind: kind))
        skipSpace()
        if next == Character.comma {
          index += 1
        } else if next == Character.closeBracket {
          break
        } else {
          throw fault(next == nil ? .endsEarly : .missingComma)
        }
      }
    }
    index += 1
    skipSpace()
    if index < bytes.count { throw fault(.trailingBytes) }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ reason: JSONFailure.Reason) -> JSONFailure { JSONFailure(byte: index, reason: reason) }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
    { index += 1 }
  }

  /// A name and its colon; gives the name's range.
  private mutating func scanName() throws(JSONFailure) -> Range<Int> {
    guard let first = next else { throw fault(.endsEarly) }
    guard first == Character.quote else { throw fault(.badName) }
    let start = index
    try scanString()
    let end = index
    skipSpace()
    guard next == Character.colon else { throw fault(next == nil ? .endsEarly : .missingColon) }
    index += 1
    return start..<end
  }

  /// One value of any depth, without recursion.
  private mutating func scanValue(depth: Int) throws(JSONFailure) -> JSONMember.Kind {
    var openContainers: [UInt8] = []
    var kind: JSONMember.Kind?
    values: while true {
      skipSpace()
      guard let first = next else { throw fault(.endsEarly) }
      if first == Character.openBrace || first == Character.openBracket {
        kind = kind ?? (first == Character.openBrace ? .object : .array)
        guard depth + openContainers.count < JSONReader.maximumDepth else { throw fault(.tooDeep) }
        index += 1
        skipSpace()
        // The closing bracket stands two places after the opening one in ASCII, for both kinds.
        if next == first + 2 {
          index += 1
        } else {
          openContainers.append(first)
          if first == Character.openBrace { _ = try scanName() }
          continue values
        }
      } else {
        let found = try scanScalar(first)
        kind = kind ?? found
      }
      while let container = openContainers.last {
        skipSpace()
        guard let after = next else { throw fault(.endsEarly) }
        if after == Character.comma {
          index += 1
          skipSpace()
          if container == Character.openBrace { _ = try scanName() }
          continue values
        }
        guard after == container + 2 else { throw fault(.missingComma) }
        index += 1
        openContainers.removeLast()
      }
      return kind ?? .null
    }
  }

  private mutating func scanScalar(_ first: UInt8) throws(JSONFailure) -> JSONMember.Kind {
    switch first {
    case Character.quote:
      try scanString()
      return .string
    case UInt8(ascii: "-"), 0x30...0x39:
      try scanNumber()
      return .number
    case UInt8(ascii: "t"): try scanWord("true")
    case UInt8(ascii: "f"): try scanWord("false")
    case UInt8(ascii: "n"):
      try scanWord("null")
      return .null
    default: throw fault(.badValue)
    }
    return .boolean
  }

  private mutating func scanWord(_ word: StaticString) throws(JSONFailure) {
    let start = index
    let matches = word.withUTF8Buffer { word in
      guard bytes.count - start >= word.count else { return false }
      return zip(bytes[start...], word).allSatisfy { $0 == $1 }
    }
    guard matches else { throw fault(.badValue) }
    index += word.utf8CodeUnitCount
  }

  private mutating func scanNumber() throws(JSONFailure) {
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { try scanDigits() }
    if next == UInt8(ascii: ".") {
      index += 1
      try scanDigits()
    }
    if let letter = next, letter | 0x20 == UInt8(ascii: "e") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try scanDigits()
    }
    // `01`, `1a`, `1.2.3`: said here, where the number is, and not as a missing comma.
    if let after = next, 0x30...0x39 ~= after || after == 0x2E || 0x61...0x7A ~= after | 0x20 {
      throw fault(.badNumber)
    }
  }

  private mutating func scanDigits() throws(JSONFailure) {
    let start = index
    while index < bytes.count, 0x30...0x39 ~= bytes[index] { index += 1 }
    if index == start { throw fault(next == nil ? .endsEarly : .badNumber) }
  }

  /// A string from its opening to its closing quotation mark.
  private mutating func scanString() throws(JSONFailure) {
    index += 1
    while true {
      skipOrdinary()
      guard index < bytes.count else { throw fault(.endsEarly) }
      let byte = bytes[index]
      if byte == Character.quote {
        index += 1
        return
      }
      guard byte == Character.backslash else {
        // `skipOrdinary` stops a little early at the end of a block of eight.
        if byte < 0x20 { throw fault(.controlInString) }
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { throw fault(.endsEarly) }
      switch bytes[index + 1] {
      case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: index += 2
      case 0x75:
        guard index + 6 <= bytes.count else { throw fault(.endsEarly) }
        guard JSONStringDecoder.hexadecimal(bytes, at: index + 2) != nil else { throw fault(.badEscape) }
        index += 6
      default: throw fault(.badEscape)
      }
    }
  }

  /// Goes to the next quotation mark, backslash or control, or stops a little before it; eight bytes at a time.
  @inline(__always)
  private mutating func skipOrdinary() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = self.index
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      if found & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    self.index = index
  }

  private enum Character {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
  }
}
