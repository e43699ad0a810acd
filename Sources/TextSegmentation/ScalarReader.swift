/// Reads single characters of valid UTF-8; other bytes do no harm, and nothing outside the given bounds is read.
enum ScalarReader {
  /// The character at `offset`, which is below `end`, and the offset after it.
  @inline(__always)
  static func forward(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, to end: Int
  ) -> (value: UInt32, next: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, offset + 1) }
    let left = end - offset
    if lead < 0xE0 {
      return left < 2 ? (0xFFFD, end) : ((lead & 0x1F) << 6 | tail(bytes, offset + 1), offset + 2)
    }
    if lead < 0xF0 {
      guard left >= 3 else { return (0xFFFD, end) }
      return ((lead & 0xF) << 12 | tail(bytes, offset + 1) << 6 | tail(bytes, offset + 2), offset + 3)
    }
    guard left >= 4 else { return (0xFFFD, end) }
    return (
      (lead & 7) << 18 | tail(bytes, offset + 1) << 12 | tail(bytes, offset + 2) << 6 | tail(bytes, offset + 3),
      offset + 4
    )
  }

  /// The character before `offset`, which is above `start`, and where it begins.
  static func backward(
    _ bytes: UnsafeBufferPointer<UInt8>, before offset: Int, to start: Int
  ) -> (value: UInt32, start: Int) {
    var index = offset - 1
    while index > start, offset - index < 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return (forward(bytes, at: index, to: offset).value, index)
  }

  @inline(__always)
  private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(bytes[offset]) & 0x3F
  }
}
