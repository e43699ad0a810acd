/// How much a word's letters look like those of people's names: a linear sum over its runs of up to four letters.
package struct NameLikeness: @unchecked Sendable {
  // Unchecked: a pointer into an image's bytes, which nobody writes to.

  /// How many weights there are: runs share them by their hashes.
  package static let weightCount = 1 << 16
  /// How many units of a weight are one natural logarithm of odds.
  package static let unitsPerLogarithm: Float = 8
  /// Longer words are looked at as far as this.
  private static let maximumLetters = 32

  private let weights: UnsafePointer<Int8>

  init?(weights: UnsafeBufferPointer<Int8>) {
    guard weights.count == Self.weightCount, let base = weights.baseAddress else { return nil }
    self.weights = base
  }

  /// Calls `body` with the place of the weight of each run of letters in a key, its ends marked.
  @inline(__always)
  package static func forEachRun(of key: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: maximumLetters + 2) { letters in
      var count = 0
      func append(_ letter: UInt32) {
        letters.initializeElement(at: count, to: letter)
        count += 1
      }
      append(1)
      var offset = 0
      while offset < key.count, count <= maximumLetters {
        var letter = UInt32(key[offset])
        offset += 1
        while offset < key.count, key[offset] & 0xC0 == 0x80 {
          letter = letter << 8 | UInt32(key[offset])
          offset += 1
        }
        append(letter)
      }
      append(2)
      for start in 0..<count {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for end in start..<min(start + 5, count) {
          state = (state ^ UInt64(letters[end])) &* 0xD6E8_FEB8_6659_FD93
          state ^= state >> 32
          if end > start { body(Int(state % UInt64(weightCount))) }
        }
      }
    }
  }

  /// The sum of a key's weights in nine steps, from 1 (certainly no name) to 9.
  func step(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var sum = 0
    Self.forEachRun(of: key) { sum += Int(weights[$0]) }
    let logarithms = (Float(sum) / Self.unitsPerLogarithm).rounded()
    return UInt64(max(1, min(9, 5 + logarithms)))
  }
}
