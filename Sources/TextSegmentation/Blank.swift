/// White space and invisible controls, at which no text is seen.
enum Blank {
  /// Where the blank characters from `start` on end, at most `end`, and how many lines they end (2 for a paragraph
  /// separator or a page break).
  @inline(__always)
  static func skip(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> (offset: Int, lines: Int) {
    // Most segments are one space or begin with a letter.
    if start < end {
      let first = bytes[start]
      if first == 0x20, end == start + 1 { return (end, 0) }
      if first > 0x20, first < 0xC2 || first > 0xC2 && first < 0xE1 && first != 0xD8 { return (start, 0) }
    }
    return skipAny(bytes, from: start, to: end)
  }

  private static func skipAny(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (offset: Int, lines: Int) {
    var lines = 0
    var index = start
    var isCarriageReturn = false
    while index < end {
      let (value, next) = ScalarReader.forward(bytes, at: index, to: end)
      guard let ended = endedLines(value) else { break }
      if value != 0x0A || !isCarriageReturn { lines += ended }
      isCarriageReturn = value == 0x0D
      index = next
    }
    return (index, lines)
  }

  /// Where the blank characters before `end` start, at least `start`.
  static func skipBack(_ bytes: UnsafeBufferPointer<UInt8>, from end: Int, to start: Int) -> Int {
    var index = end
    while index > start {
      let (value, previous) = ScalarReader.backward(bytes, before: index, to: start)
      guard endedLines(value) != nil else { break }
      index = previous
    }
    return index
  }

  /// Where the invisible controls right before `offset` begin; `offset` itself where no white space stands before them.
  static func startOfControls(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int, to start: Int) -> Int {
    var index = offset
    while index > start {
      let (value, previous) = ScalarReader.backward(bytes, before: index, to: start)
      switch value {
      case 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: index = previous
      default: return index
      }
    }
    return offset
  }

  /// How many lines a blank character ends; nil where it is not blank.
  private static func endedLines(_ value: UInt32) -> Int? {
    switch value {
    case 0x09, 0x20, 0xA0, 0xAD, 0x61C, 0x1680, 0x180E, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000,
      0xFEFF:
      0
    case 0x0A, 0x0B, 0x0D, 0x85, 0x2028: 1
    case 0x0C, 0x2029: 2
    default: nil
    }
  }
}
