/// The particles that Arabic and Hebrew write together with the word after them.
///
/// Works on normalized keys (profile `search`), in which every letter of theirs has two bytes. This is the quick way for
/// looking names up; `CliticSegmenter` weighs whole readings, suffixes included.
public enum Proclitics {
  /// A way to read a key as particles and a word.
  public struct Split: Hashable, Sendable {
    /// How many letters of particles stand before the word: 1, 2, or 3 with an article; in Hebrew up to
    /// `HebrewParticles.maximumLetters`.
    @usableFromInline let letters: UInt8
    /// Whether an alef must be put before the rest: للولايات is ل + الولايات, the article having lost its alef.
    public let restoresAlef: Bool

    @usableFromInline
    init(letters: UInt8, restoresAlef: Bool) {
      self.letters = letters
      self.restoresAlef = restoresAlef
    }

    /// How many letters are particles.
    public var letterCount: Int { Int(letters) }

    /// How many bytes of the key are particles.
    @inlinable public var keyCount: Int { Int(letters) * 2 }
  }

  /// The shortest word, in letters, that is looked up after a particle. Letters of other scripts may have one byte: وCIA.
  public static let minimumWordLetters = 2

  /// Whether what follows `offset` bytes of particles is long enough to be a word.
  @inlinable @inline(__always)
  static func isWord(_ key: UnsafeRawBufferPointer, from offset: Int) -> Bool {
    let count = key.count - offset
    return count >= 2 * minimumWordLetters || count >= minimumWordLetters && key[offset] < 0x80
  }

  /// The alef that `Split.restoresAlef` asks for.
  public static let alef: [UInt8] = [0xD8, 0xA7]

  /// Calls `body` for each way to read the key, the fewest particles first, as long as it returns true.
  ///
  /// In Arabic the order of particles is conjunction (و ف), then preposition or future (ب ل ك س). After ل the article loses
  /// its alef, so that للولايات is ل + الولايات, but للبنان is ل + لبنان: both are told. In Hebrew see `HebrewParticles`.
  @inlinable
  public static func forEachSplit(
    of key: UnsafeRawBufferPointer, _ body: (Split) -> Bool
  ) {
    let count = key.count
    guard count >= 2 + minimumWordLetters else { return }
    let first = ArabicLetter.at(0, in: key)
    let isArabicConjunction = ArabicLetter.isConjunction(first)
    // The article belongs to an Arabic name, but not to one in Latin letters: الCIA, والCIA.
    let article = isArabicConjunction ? 2 : 0
    if count >= article + 4 + minimumWordLetters, key[article + 4] < 0x80,
      ArabicLetter.at(article, in: key) == ArabicLetter.alef, ArabicLetter.at(article + 2, in: key) == ArabicLetter.lam
    {
      guard body(Split(letters: UInt8(truncatingIfNeeded: article / 2 + 2), restoresAlef: false)) else { return }
    }
    if key[0] == HebrewLetter.lead { return forEachHebrewSplit(of: key, body) }
    guard isArabicConjunction || ArabicLetter.isParticle(first), isWord(key, from: 2) else { return }
    if first == ArabicLetter.lam, ArabicLetter.at(2, in: key) == ArabicLetter.lam {
      guard body(Split(letters: 1, restoresAlef: true)) else { return }
    }
    guard body(Split(letters: 1, restoresAlef: false)), count >= 4 + minimumWordLetters, isWord(key, from: 4) else {
      return
    }
    let second = ArabicLetter.at(2, in: key)
    if isArabicConjunction, ArabicLetter.isParticle(second) {
      if second == ArabicLetter.lam, ArabicLetter.at(4, in: key) == ArabicLetter.lam {
        guard body(Split(letters: 2, restoresAlef: true)) else { return }
      }
      _ = body(Split(letters: 2, restoresAlef: false))
    }
  }

  /// The splits of a key that begins with a Hebrew letter.
  @usableFromInline
  static func forEachHebrewSplit(of key: UnsafeRawBufferPointer, _ body: (Split) -> Bool) {
    var particles = HebrewParticles()
    for letters in 1...HebrewParticles.maximumLetters {
      let offset = 2 * (letters - 1)
      guard isWord(key, from: offset + 2), particles.take(ArabicLetter.at(offset, in: key)) else { return }
      if particles.isWhole, !body(Split(letters: UInt8(letters), restoresAlef: false)) { return }
    }
  }

  /// Where the word begins in the token's original bytes after `letters` letters of particles.
  ///
  /// Marks, tatweel and invisible controls that follow a particle are its own. Where particle and word are written as one
  /// character (ﻷ), the word begins with that character.
  public static func wordStart(afterLetters letters: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var left = letters
    var token = TokenLetters(bytes)
    while let letter = token.next() {
      if left < letter.keyLetters { return letter.start }
      left -= letter.keyLetters
    }
    return bytes.count
  }
}
