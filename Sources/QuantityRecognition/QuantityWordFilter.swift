/// Turns away nearly every word that begins no spelling of the tables: 8 KB of bits, which stay in the nearest cache.
///
/// A word has two bits, in one word of memory, by its first eight bytes, its last eight and its length. Of words that are
/// not in the tables about one in a hundred is let through; none that is in them is turned away.
struct QuantityWordFilter {
  private static let wordCount = 1 << 10

  private let bits: UnsafeMutablePointer<UInt64>

  /// A filter that turns everything away; its memory is the caller's to free.
  init() {
    bits = .allocate(capacity: Self.wordCount)
    bits.initialize(repeating: 0, count: Self.wordCount)
  }

  func deallocate() { bits.deallocate() }

  /// Lets a word through from now on.
  func insert(_ key: UnsafeRawBufferPointer) {
    guard let start = key.baseAddress else { return }
    let place = Self.place(Ends(start, count: key.count, readable: key.count))
    bits[place.word] |= place.bits
  }

  /// Whether a word may be one of those inserted.
  @inline(__always)
  func mayContain(_ ends: Ends) -> Bool {
    let place = Self.place(ends)
    return bits[place.word] & place.bits == place.bits
  }

  /// The same of a word behind which nothing may be read.
  @inline(__always)
  func mayContain(_ key: UnsafeRawBufferPointer) -> Bool {
    guard let start = key.baseAddress, !key.isEmpty else { return false }
    return mayContain(Ends(start, count: key.count, readable: key.count))
  }

  @inline(__always)
  private static func place(_ ends: Ends) -> (word: Int, bits: UInt64) {
    var hash = (ends.first &* 0x9E37_79B9_7F4A_7C15) ^ ends.last ^ UInt64(truncatingIfNeeded: ends.count)
    hash = (hash ^ hash >> 32) &* 0xFF51_AFD7_ED55_8CCD
    return (Int(truncatingIfNeeded: hash >> 54), 1 << (hash >> 48 & 63) | 1 << (hash >> 42 & 63))
  }

  /// The first and the last eight bytes of a word that is not empty; of a shorter one its bytes, filled up with zeros.
  struct Ends {
    let first: UInt64
    let last: UInt64
    let count: Int

    /// - Parameter readable: how many bytes may be read from `start` on, at least `count`.
    @inline(__always)
    init(_ start: UnsafeRawPointer, count: Int, readable: Int) {
      self.count = count
      guard readable >= 8 else {
        first = Self.gathered(start, count)
        last = first
        return
      }
      // Without branches, since lengths are mixed: the same bytes twice where there are fewer than eight.
      let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- min(count, 8) &* 8)
      first = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) & mask
      last = UInt64(littleEndian: (start + max(count &- 8, 0)).loadUnaligned(as: UInt64.self)) & mask
    }

    /// Fewer than eight bytes and nothing else.
    @inline(never)
    private static func gathered(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
      var bytes: UInt64 = 0
      for index in 0..<count { bytes |= UInt64(start.load(fromByteOffset: index, as: UInt8.self)) << UInt64(index * 8) }
      return bytes
    }

    /// Whether an ASCII digit, or one of the six signs behind 9, is among these bytes.
    @inline(__always)
    var mayHoldDigit: Bool { Self.mayHoldDigit(first) || Self.mayHoldDigit(last) }

    @inline(__always)
    private static func mayHoldDigit(_ bytes: UInt64) -> Bool {
      // A byte whose upper half is 3 becomes one without an upper half. What a borrow makes too many is looked at again.
      let halves = bytes & 0xF0F0_F0F0_F0F0_F0F0 ^ 0x3030_3030_3030_3030
      return (halves &- 0x0101_0101_0101_0101) & ~halves & 0x8080_8080_8080_8080 != 0
    }
  }
}
