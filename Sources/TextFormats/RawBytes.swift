import Glibc

extension UnsafeRawBufferPointer {
  /// The bytes of a range, as a buffer of their own: copied and compared as a whole, which a slice is not.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }

  /// Where a byte first stands, at or after an index.
  func firstIndex(of byte: UInt8, from index: Int = 0) -> Int? {
    guard index < count, let base = baseAddress, let found = memchr(base + index, Int32(byte), count - index) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// How many U+000A there are; eight bytes at a time.
  var countOfLineBreaks: Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var index = 0
    while index + 8 <= self.count {
      let difference = loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      // The high bit of each byte stays 0 where the difference is 0; no carry leaves its byte.
      let breaks = ~(((difference & low) &+ low) | difference | low) >> 7
      // The sum of the eight bytes, each 0 or 1, comes together in the highest.
      count &+= Int(truncatingIfNeeded: (breaks &* 0x0101_0101_0101_0101) >> 56)
      index += 8
    }
    while index < self.count {
      if self[index] == 0x0A { count &+= 1 }
      index += 1
    }
    return count
  }

  /// Whether these are the same bytes.
  func equals(_ other: [UInt8]) -> Bool {
    other.withUnsafeBytes { other in
      guard count == other.count else { return false }
      guard let a = baseAddress, let b = other.baseAddress else { return true }
      return memcmp(a, b, count) == 0
    }
  }
}
