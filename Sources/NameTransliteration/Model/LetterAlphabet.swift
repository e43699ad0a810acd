/// The letters of a language, numbered from 1 in the order of their code points.
package struct LetterAlphabet: @unchecked Sendable {
  // Unchecked: the pointer leads into an image that nobody writes to.
  private let scalars: UnsafePointer<UInt32>
  private let scalarCount: Int

  package init(scalars: UnsafePointer<UInt32>, count: Int) {
    self.scalars = scalars
    scalarCount = count
  }

  /// How many numbers there are, with the 0 for what is outside the word.
  package var count: Int { scalarCount + 1 }

  /// The number of a letter; nil where the language has no such.
  package func number(of scalar: Unicode.Scalar) -> UInt8? {
    var low = 0
    var high = scalarCount
    while low < high {
      let middle = (low &+ high) / 2
      if scalars[middle] == scalar.value { return UInt8(truncatingIfNeeded: middle &+ 1) }
      if scalars[middle] < scalar.value { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }

  package func text(_ letters: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for letter in letters where letter > 0 && Int(letter) <= scalarCount {
      if let scalar = Unicode.Scalar(scalars[Int(letter) &- 1]) { text.append(scalar) }
    }
    return String(text)
  }
}
