import EntityLexicon
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

  /// Where a name that ends in a token ends: with the full stop of an abbreviation, which is no token's (U.S.), and without
  /// an English possessive, which is in no key, or the controls of direction after it, which end what began before it.
  func end(of index: Int) -> Int {
    let range = tokens[index].range
    if index + 1 < tokens.count, tokens[index + 1].gap == .none, symbol(index + 1) == UInt8(ascii: "."),
      original(index).contains(UInt8(ascii: "."))
    {
      return tokens[index + 1].range.upperBound
    }
    var end = range.upperBound
    let possessives = ["'s", "\u{2019}s", "'S", "\u{2019}S"]
    if let possessive = possessives.first(where: { bytes[range.lowerBound..<end].ends(with: $0.utf8) }),
      possessive.utf8.count < range.count
    {
      end -= possessive.utf8.count
    }
    while end - 3 > range.lowerBound {
      switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
      // U+200B…200F, U+202A…202E, U+2066…2069, U+FEFF.
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF): end -= 3
      // U+061C.
      case (_, 0xD8, 0x9C): end -= 2
      default: return end
      }
    }
    return end
  }

  /// A hash of the keys of a mention's words, without its particles, and of its type.
  func nameHash(of mention: Candidate) -> UInt64 {
    var key: [UInt8] = [mention.type.rawValue]
    for index in mention.first...mention.last {
      // In keys, each letter of a particle has two bytes.
      key += self.key(index).dropFirst(index == mention.first ? 2 * mention.procliticLetters : 0)
      key.append(UInt8(ascii: " "))
    }
    return key.withUnsafeBytes { LexiconImage.hash($0) }
  }

  /// The bytes of a token from a letter on, as they stand in the document.
  func original(_ index: Int, fromByte start: Int = 0) -> ArraySlice<UInt8> {
    let range = tokens[index].range
    return bytes[min(range.lowerBound + start, range.upperBound)..<range.upperBound]
  }
}

extension Collection where Element: Equatable {
  /// Whether the last elements are those of `suffix`.
  fileprivate func ends(with suffix: some Collection<Element>) -> Bool {
    count >= suffix.count && self.dropFirst(count - suffix.count).elementsEqual(suffix)
  }
}
