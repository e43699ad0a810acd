import EntityLexicon
import TextModel

/// A document's tokens as the loops over all of them read them; lives no longer than the closure that was given it.
struct DocumentWords {
  let bytes: UnsafeRawBufferPointer
  let keys: UnsafeRawBufferPointer
  let tokens: UnsafeBufferPointer<Token>
  /// Of the tokens' keys.
  let hashes: UnsafeBufferPointer<UInt64>

  /// The bytes of a token as they stand in the document.
  @inline(__always)
  func original(_ token: Token) -> UnsafeRawBufferPointer {
    let range = token.range
    return UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound])
  }

  /// The normalized form of a token.
  @inline(__always)
  func key(_ token: Token) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: keys[token.keyRange]) }
}

extension TokenView {
  /// Calls `body` with the tokens and the hashes of their keys.
  func withWords<Result>(_ hashes: [UInt64], _ body: (DocumentWords) -> Result) -> Result {
    bytes.withUnsafeBytes { bytes in
      keys.withUnsafeBytes { keys in
        tokens.withUnsafeBufferPointer { tokens in
          hashes.withUnsafeBufferPointer { hashes in
            body(DocumentWords(bytes: bytes, keys: keys, tokens: tokens, hashes: hashes))
          }
        }
      }
    }
  }
}

extension WordDescriber {
  /// Describes a token of a document.
  mutating func describe(_ index: Int, in words: DocumentWords) -> WordDescription {
    let token = words.tokens[index]
    return describe(
      key: words.key(token), hash: words.hashes[index], original: words.original(token), kind: token.kind)
  }
}
