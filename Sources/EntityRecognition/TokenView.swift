import TextModel

/// A document's tokens with their keys and bytes, for reading.
struct TokenView {
  let bytes: [UInt8]
  let tokens: [Token]
  let keys: [UInt8]

  /// The normalized form of a token.
  func key(_ index: Int) -> ArraySlice<UInt8> { keys[tokens[index].keyRange] }

  /// Whether a token is a single ASCII character after normalization, and which.
  func symbol(_ index: Int) -> UInt8? {
    tokens[index].kind == .symbol && tokens[index].keyCount == 1 ? keys[Int(tokens[index].keyStart)] : nil
  }

  /// Whether a token is an opening or closing quotation mark.
  func isQuote(_ index: Int) -> Bool {
    switch symbol(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Whether nothing but white space inside one sentence stands between a token and the one before it.
  func continues(_ index: Int) -> Bool {
    index > 0 && !tokens[index].startsSentence && tokens[index].gap < .paragraph
  }

  /// Where a name that ends in a token ends: with the full stop of an abbreviation, which is no token's: U.S.
  func end(of index: Int) -> Int {
    let end = tokens[index].range.upperBound
    guard index + 1 < tokens.count, tokens[index + 1].gap == .none, symbol(index + 1) == UInt8(ascii: "."),
      original(index).contains(UInt8(ascii: "."))
    else { return end }
    return tokens[index + 1].range.upperBound
  }

  /// The bytes of a token from a letter on, as they stand in the document.
  func original(_ index: Int, fromByte start: Int = 0) -> ArraySlice<UInt8> {
    let range = tokens[index].range
    return bytes[min(range.lowerBound + start, range.upperBound)..<range.upperBound]
  }
}
