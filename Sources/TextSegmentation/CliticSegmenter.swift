public import TextModel

/// Takes Arabic words apart into conjunction, preposition or future particle, article, stem and pronoun, in every way that
/// the spelling allows, the likeliest first.
///
/// Spelling alone cannot tell كتاب "book" from ك + تاب, so knowledge of words decides, where there is some: a split is
/// believed when its stem is known and not much rarer than the word as a whole would have to be. Without knowledge only
/// the article is trusted.
public struct CliticSegmenter: Sendable {
  /// The shortest stem, in letters.
  public static let minimumStemLetters = 2

  /// What is known about words.
  public let knowledge: (any WordKnowledge)?

  /// A segmenter with this knowledge, if any.
  public init(knowledge: (any WordKnowledge)? = nil) { self.knowledge = knowledge }

  /// All readings of a word, the best first; never empty, since the whole word is always one of them.
  ///
  /// - Parameters:
  ///   - key: the word normalized by the profile `search`.
  ///   - bytes: the word as it is written, valid UTF-8; the pronoun ه is told from ة by them.
  ///   - offset: where the word stands; ranges count from there.
  public func readings(
    ofKey key: UnsafeRawBufferPointer, in bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0
  ) -> [CliticReading] {
    var builder = CliticReadingBuilder(key: key, bytes: bytes, offset: offset, knowledge: knowledge)
    return builder.readings()
  }

  /// All readings of a token whose key is there already; ranges count in the document.
  public func readings(of token: Token, in document: Document, _ annotations: Annotations) -> [CliticReading] {
    let range = token.range.clamped(toCount: document.bytes.count)
    let keyEnd = min(token.keyRange.upperBound, annotations.keys.count)
    let keyStart = min(token.keyRange.lowerBound, keyEnd)
    return annotations.keys.withUnsafeBytes { keys in
      document.bytes.withUnsafeBufferPointer { bytes in
        readings(
          ofKey: UnsafeRawBufferPointer(rebasing: keys[keyStart..<keyEnd]),
          in: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound]), at: range.lowerBound)
      }
    }
  }
}
