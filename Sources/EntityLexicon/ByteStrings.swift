/// Different strings, one after the other in one array, each with a number: what the compiler keeps millions of.
struct ByteStrings {
  /// All strings, in the order of their numbers.
  private(set) var bytes: [UInt8] = []
  /// Where each begins; behind the last, where it ends.
  private(set) var starts: [UInt32] = [0]
  /// Open addressing: number + 1, or 0; at least half of it is free.
  private var slots = [UInt32](repeating: 0, count: 16)

  var count: Int { starts.count - 1 }

  /// The number of a string, and whether it is a new one.
  ///
  /// - Throws: `LexiconCompiler.Failure` where 32 bits cannot count its bytes.
  mutating func insert(_ string: UnsafeRawBufferPointer) throws(LexiconCompiler.Failure) -> (number: Int, isNew: Bool) {
    var slot = place(of: string, hash: KeyHash.hash(string))
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    guard bytes.count + string.count < Int(UInt32.max) else { throw .tooLarge("its text") }
    if (count + 1) * 2 > slots.count {
      grow()
      slot = place(of: string, hash: KeyHash.hash(string))
    }
    bytes.append(contentsOf: string)
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = UInt32(truncatingIfNeeded: count)
    return (count - 1, true)
  }

  /// The same for the bytes of a string.
  mutating func insert(_ string: String) throws(LexiconCompiler.Failure) -> (number: Int, isNew: Bool) {
    var string = string
    return try string.withUTF8 { bytes in
      Result { () throws(LexiconCompiler.Failure) in try insert(UnsafeRawBufferPointer(bytes)) }
    }.get()
  }

  /// Where a string begins.
  func start(_ number: Int) -> UInt32 { starts[number] }

  /// Calls the body with each string, in the order of their numbers.
  func forEach(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for number in 0..<count {
        body(number, UnsafeRawBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])]))
      }
    }
  }

  /// The slot of a string, or the free one where it belongs.
  private func place(of string: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    bytes.withUnsafeBytes { bytes in
      slots.withUnsafeBufferPointer { slots in
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
          let number = Int(slots[slot]) - 1
          let start = Int(starts[number])
          if Int(starts[number + 1]) - start == string.count,
            Self.equal(string, UnsafeRawBufferPointer(rebasing: bytes[start..<start + string.count]))
          {
            return slot
          }
          slot = (slot + 1) & (slots.count - 1)
        }
        return slot
      }
    }
  }

  private static func equal(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard let a = a.baseAddress, let start = b.baseAddress else { return b.isEmpty }
    return LexiconImage.equal(a, start, b.count)
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    forEach { number, string in
      var slot = Int(truncatingIfNeeded: KeyHash.hash(string)) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
    slots = larger
  }
}
