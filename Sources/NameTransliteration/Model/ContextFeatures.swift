/// What a letter network sees at one source letter: the letters around it and the target letters written so far, as rows of
/// the network's first table.
///
/// A letter is a number below `sourceCount` or `targetCount`; 0 stands for what is outside the word.
package struct ContextFeatures: Sendable, Equatable {
  /// How many letters before and after the current one are seen.
  package static let window = 4
  /// How many target letters are remembered.
  package static let historyCount = 5
  /// The letters of a history that are seen.
  package static let historyMask: UInt64 = (1 << UInt64(8 * historyCount)) - 1
  /// How many rows `sourceRows` gives.
  package static let sourceRowCount = 2 * window + 1 + 4 + 2 + 3
  /// How many rows `historyRows` gives.
  package static let historyRowCount = historyCount + 4

  package let sourceCount: Int
  package let targetCount: Int
  package let bigramCount: Int
  package let trigramCount: Int
  private let historyStart: Int
  /// How many rows the table has.
  package let rowCount: Int

  package init(sourceCount: Int, targetCount: Int, bigramCount: Int, trigramCount: Int) {
    self.sourceCount = sourceCount
    self.targetCount = targetCount
    self.bigramCount = bigramCount
    self.trigramCount = trigramCount
    historyStart = (2 * Self.window + 1) * sourceCount + 4 * bigramCount + 2 * trigramCount + 17
    rowCount = historyStart + Self.historyCount * targetCount + 2 * bigramCount + 2 * trigramCount
  }

  /// The rows that the source letters give at `index`; `letters` has `window` zeros on either side, and `index` counts from
  /// its first real letter.
  package func sourceRows(
    _ letters: UnsafePointer<UInt8>, count: Int, at index: Int, into rows: UnsafeMutablePointer<Int32>
  ) {
    let here = letters + index + Self.window
    var start = 0
    var next = 0
    func add(_ row: Int) {
      rows[next] = Int32(truncatingIfNeeded: start &+ row)
      next &+= 1
    }
    for offset in -Self.window...Self.window {
      add(Int(here[offset]))
      start &+= sourceCount
    }
    for offset in -2...1 {
      add(Self.hashed(UInt32(here[offset]), UInt32(here[offset &+ 1]), 0, bigramCount))
      start &+= bigramCount
    }
    for offset in -1...0 {
      add(Self.hashed(UInt32(here[offset]), UInt32(here[offset &+ 1]), UInt32(here[offset &+ 2]) &+ 1, trigramCount))
      start &+= trigramCount
    }
    add(min(index, 7))
    add(8 &+ min(count &- 1 &- index, 7))
    add(16)
  }

  /// The rows that what is written so far gives; `history` has the last letter in its lowest byte, `letter` is the current
  /// source letter.
  package func historyRows(_ history: UInt64, letter: UInt8, into rows: UnsafeMutablePointer<Int32>) {
    var start = historyStart
    var next = 0
    func add(_ row: Int) {
      rows[next] = Int32(truncatingIfNeeded: start &+ row)
      next &+= 1
    }
    for index in 0..<Self.historyCount {
      add(Int(UInt8(truncatingIfNeeded: history >> UInt64(8 &* index))))
      start &+= targetCount
    }
    let last = UInt32(UInt8(truncatingIfNeeded: history))
    let second = UInt32(UInt8(truncatingIfNeeded: history >> 8))
    let third = UInt32(UInt8(truncatingIfNeeded: history >> 16))
    add(Self.hashed(last, second, 0, bigramCount))
    start &+= bigramCount
    add(Self.hashed(last, UInt32(letter), 0, bigramCount))
    start &+= bigramCount
    add(Self.hashed(last, second, third &+ 1, trigramCount))
    start &+= trigramCount
    add(Self.hashed(last, second, UInt32(letter) &+ 1, trigramCount))
  }

  private static func hashed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ count: Int) -> Int {
    var value = a &* 0x9E37_79B1 ^ b &* 0x85EB_CA77 ^ c &* 0xC2B2_AE3D
    value ^= value >> 15
    value = value &* 0x2C1B_3C6D
    value ^= value >> 13
    return Int((UInt64(value) &* UInt64(count)) >> 32)
  }
}
