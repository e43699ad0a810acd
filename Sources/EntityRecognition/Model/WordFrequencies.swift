import EntityLexicon

/// How frequent words are in their language: a class for each listed word, 0 for all others.
///
/// A table of 16-bit slots: twelve bits of the word's hash, four of its class. About one unlisted word in two thousand is taken for
/// a listed one, which one feature among many can bear.
package struct WordFrequencies: @unchecked Sendable {
  // Unchecked: a pointer into an image's bytes, which nobody writes to.

  private let slots: UnsafePointer<UInt16>
  private let mask: UInt64

  /// The highest class.
  package static let maximumClass: UInt8 = 15

  init?(slots: UnsafeBufferPointer<UInt16>) {
    guard let base = slots.baseAddress, slots.count.nonzeroBitCount == 1, slots.contains(0) else { return nil }
    self.slots = base
    mask = UInt64(slots.count - 1)
  }

  /// 0 for a word that is not listed; else the higher the more frequent, a step being the square root of ten.
  func frequencyClass(hash: UInt64) -> UInt64 {
    let tag = Self.tag(hash)
    var slot = hash & mask
    while true {
      let value = slots[Int(slot)]
      if value >> 4 == tag { return UInt64(value & 15) }
      if value == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  private static func tag(_ hash: UInt64) -> UInt16 { max(UInt16(truncatingIfNeeded: hash >> 52), 1) }

  /// The hash of a word, which is a key of the profile `search`.
  package static func hash(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { LexiconImage.hash(UnsafeRawBufferPointer($0)) }
  }

  /// The table of these words' classes, 1 to 15.
  package static func table(_ classes: [UInt64: UInt8]) -> [UInt16] {
    var count = 16
    while count < classes.count + classes.count / 3 + 1 { count *= 2 }
    var slots = [UInt16](repeating: 0, count: count)
    for (hash, value) in classes.sorted(by: { $0.key < $1.key }) {
      var slot = Int(hash & UInt64(count - 1))
      while slots[slot] != 0, slots[slot] >> 4 != tag(hash) { slot = (slot + 1) % count }
      slots[slot] = tag(hash) << 4 | UInt16(max(1, min(value, maximumClass)))
    }
    return slots
  }
}
