import TextModel

/// A part of a text that may belong to a quantity: digits, words that the tables know, or a sign.
///
/// It is a token, several tokens that the tables know together (تشرين الثاني), or a part of one (5كم).
struct QuantityPiece {
  enum Content {
    /// Digits, with separators; their key stands at this place among the keys.
    case digits(key: Range<Int>)
    /// Words of the tables.
    case words(node: UInt32)
    /// One ASCII sign.
    case sign(UInt8)
  }

  let content: Content
  /// Where the token begins, particles included.
  var tokenStart: Int
  /// The place in the document, without particles and article.
  var range: ByteRange
  /// The white space before it.
  let gap: Token.Gap
  /// Whether it is written with the article.
  var isDefinite = false
  /// Whether و stands before it.
  var hasConjunction = false
  /// Whether a preposition is written together with it.
  var hasPreposition = false
  /// Whether the text begins it with a capital, or with a letter that has none.
  var isCapital = true

  /// Whether nothing is written before it.
  var isBare: Bool { !hasConjunction && !hasPreposition }
}

/// The particles at the beginning of a key.
struct QuantityProclitics {
  var letters = 0
  var hasConjunction = false
  var hasPreposition = false
  var isDefinite = false

  var keyCount: Int { letters * 2 }

  /// The ways to read a key's beginning as particles, the fewest first, and none after the article; `body` says whether it
  /// takes the rest.
  @inline(__always)
  static func forEach(of key: UnsafeRawBufferPointer, _ body: (QuantityProclitics) -> Bool) {
    var particles = QuantityProclitics()
    if tryArticle(particles, key, body) { return }
    // و ف, Hebrew ו ש
    if isConjunction(letter(0, of: key)) {
      particles.letters = 1
      particles.hasConjunction = true
      if body(particles) || tryArticle(particles, key, body) { return }
    }
    // ب ل ك, Hebrew ב ל ה מ כ
    let preposition = letter(particles.letters, of: key)
    guard isPreposition(preposition) else { return }
    particles.letters += 1
    particles.hasPreposition = true
    if body(particles) || tryArticle(particles, key, body) { return }
    if preposition == 0xD984, letter(particles.letters, of: key) == 0xD984 {
      // للأسبوع: the article has lost its alef.
      particles.letters += 1
      particles.isDefinite = true
      _ = body(particles)
    }
  }

  /// Two bytes of a key as a letter; 0 behind its end.
  @inline(__always)
  private static func letter(_ index: Int, of key: UnsafeRawBufferPointer) -> UInt16 {
    let offset = index &* 2
    return offset &+ 2 <= key.count ? UInt16(bigEndian: key.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) : 0
  }

  @inline(__always)
  private static func isConjunction(_ letter: UInt16) -> Bool {
    switch letter {
    case 0xD988, 0xD981, 0xD795, 0xD7A9: true
    default: false
    }
  }

  @inline(__always)
  private static func isPreposition(_ letter: UInt16) -> Bool {
    switch letter {
    case 0xD8A8, 0xD984, 0xD983, 0xD791, 0xD79C, 0xD794, 0xD79E, 0xD79B: true
    default: false
    }
  }

  @inline(__always)
  private static func tryArticle(
    _ particles: QuantityProclitics, _ key: UnsafeRawBufferPointer, _ body: (QuantityProclitics) -> Bool
  ) -> Bool {
    guard letter(particles.letters, of: key) == 0xD8A7, letter(particles.letters + 1, of: key) == 0xD984 else {
      return false
    }
    var definite = particles
    definite.letters += 2
    definite.isDefinite = true
    return body(definite)
  }
}
