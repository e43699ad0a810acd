import TextModel

/// What one pass over a document reads.
struct QuantitySource {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let keys: UnsafeRawBufferPointer
  /// The words with which spellings begin; nil where every token is to be looked at.
  let beginnings: QuantityWordFilter?

  func key(_ index: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange]) }

  /// The first token, at or after one, that may be a piece at a run's beginning; the number of tokens where none is.
  ///
  /// Nearly all tokens are passed over here, so this looks at no more than a few bytes of each: it may take a token for known
  /// that is not, but never the other way round.
  func firstKnown(from start: Int) -> Int {
    guard let beginnings, let base = keys.baseAddress else { return start }
    var index = start
    while index < tokens.count {
      if mayBeKnown(tokens[index], base, beginnings) { return index }
      index &+= 1
    }
    return index
  }

  /// The same of one token.
  func mayBeKnown(_ index: Int) -> Bool {
    guard let beginnings, let base = keys.baseAddress else { return true }
    return mayBeKnown(tokens[index], base, beginnings)
  }

  @inline(__always)
  private func mayBeKnown(_ token: Token, _ keys: UnsafeRawPointer, _ beginnings: QuantityWordFilter) -> Bool {
    let start = Int(token.keyStart)
    let count = Int(token.keyCount)
    let readable = self.keys.count &- start
    return count > 0 && count <= readable && Self.mayBeKnown(keys + start, count, readable, beginnings)
  }

  @inline(__always)
  private static func mayBeKnown(
    _ key: UnsafeRawPointer, _ count: Int, _ readable: Int, _ beginnings: QuantityWordFilter
  ) -> Bool {
    let ends = QuantityWordFilter.Ends(key, count: count, readable: readable)
    if beginnings.mayContain(ends) || ends.mayHoldDigit { return true }
    // Between the first and the last eight bytes.
    if count > 16 {
      for offset in 8..<count &- 8 where 0x30...0x39 ~= key.load(fromByteOffset: offset, as: UInt8.self) { return true }
    }
    guard 0xD6...0xDB ~= key.load(as: UInt8.self) else { return false }
    var isKnown = false
    QuantityProclitics.forEach(of: UnsafeRawBufferPointer(start: key, count: count)) { split in
      let offset = split.keyCount
      guard count >= offset &+ 2 else { return false }
      isKnown = beginnings.mayContain(
        QuantityWordFilter.Ends(key + offset, count: count &- offset, readable: readable &- offset))
      return isKnown
    }
    return isKnown
  }
}
