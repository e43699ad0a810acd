/// What the writers append to their output.
extension [UInt8] {
  mutating func append(utf8 string: String) { append(contentsOf: string.utf8) }

  /// Text that stands in the source.
  mutating func append(literal text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(decimal: value.magnitude, atLeast: 1)
  }

  private mutating func append(decimal value: UInt, atLeast minimum: Int) {
    var value = value
    if value >= 100_000_000 {
      append(decimal: value / 100_000_000, atLeast: 1)
      return append(decimal: value % 100_000_000, atLeast: 8)
    }
    // The last digit goes into the highest byte.
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + value % 10)
      value /= 10
      count += 1
    } while value > 0 || count < minimum
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  /// A score, to four decimals: `1`, `0.98`.
  mutating func append(score: Float) {
    guard score > 0 else { return append(0x30) }
    let tenThousandths = Int((Swift.min(score, 1000) * 10_000).rounded())
    append(decimal: tenThousandths / 10_000)
    var rest = tenThousandths % 10_000
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var unit = 1_000
    while rest > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Text in which every control, tab and line break, U+2028 and U+2029 included, is a space: a cell of a table.
  mutating func append(cell bytes: some Sequence<UInt8>) {
    var index = count
    append(contentsOf: bytes)
    // What is written never overtakes what is read, since a space is no longer than what it stands for.
    var end = index
    while index < count {
      var byte = self[index]
      var length = 1
      if byte < 0x20 || byte == 0x7F {
        byte = 0x20
      } else if byte == 0xC2, index + 1 < count, self[index + 1] < 0xA0 {
        (byte, length) = (0x20, 2)
      } else if byte == 0xE2, index + 2 < count, self[index + 1] == 0x80, 0xA8...0xA9 ~= self[index + 2] {
        (byte, length) = (0x20, 3)
      }
      self[end] = byte
      end += 1
      index += length
    }
    removeLast(count - end)
  }
}
