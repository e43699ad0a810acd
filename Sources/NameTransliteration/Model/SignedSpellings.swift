/// English names that are written with an apostrophe or a hyphen, which the model leaves out: oconnor, o'connor.
///
/// Lines `letters TAB spelling`, sorted by their bytes.
package struct SignedSpellings: @unchecked Sendable {
  // Unchecked: the bytes are an image's, and nobody writes to them.
  private let lines: UnsafeBufferPointer<UInt8>

  package init(lines: UnsafeBufferPointer<UInt8>) { self.lines = lines }

  /// The spelling with its signs, in small letters; nil where it has none.
  package func spelling(of letters: some Collection<UInt8>) -> String? {
    var low = 0
    var high = lines.count
    while low < high {
      // The line in which the middle falls.
      var start = (low + high) / 2
      while start > low, lines[start - 1] != 0x0A { start -= 1 }
      var end = start
      while end < high, lines[end] != 0x0A { end += 1 }
      let line = lines[start..<end]
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let key = line[..<tab]
      if key.elementsEqual(letters) { return String(decoding: line[(tab + 1)...], as: UTF8.self) }
      if key.lexicographicallyPrecedes(letters) { low = min(end + 1, high) } else { high = start }
    }
    return nil
  }
}
