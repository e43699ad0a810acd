/// The clitics of written Arabic and what they cost a reading.
enum Clitics {
  /// A particle before the stem, or the article.
  struct Proclitic {
    /// It as a word of its own.
    let form: String
    /// Its letters in this place: the article after ل is a bare ل.
    let letters: Int
    /// The decimal logarithm of how often a word has it.
    let cost: Float
  }

  /// A pronoun after the stem.
  struct Enclitic {
    /// Its letters, as in a key.
    let key: [UInt16]
    /// It as text.
    let form: String
    /// The decimal logarithm of how often a word has it.
    let cost: Float

    init(_ form: String, _ cost: Float) {
      self.form = form
      self.cost = cost
      let bytes = Array(form.utf8)
      key = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    }
  }

  static let waw = Proclitic(form: "و", letters: 1, cost: -1.2)
  static let feh = Proclitic(form: "ف", letters: 1, cost: -2.2)
  static let beh = Proclitic(form: "ب", letters: 1, cost: -1.4)
  static let lam = Proclitic(form: "ل", letters: 1, cost: -1.5)
  static let kaf = Proclitic(form: "ك", letters: 1, cost: -2.6)
  static let seen = Proclitic(form: "س", letters: 1, cost: -2.0)
  static let article = Proclitic(form: "ال", letters: 2, cost: -0.6)
  /// The article after ل, whose alef is not written.
  static let articleAfterLam = Proclitic(form: "ال", letters: 1, cost: -0.6)

  static func conjunction(_ letter: UInt16) -> Proclitic? {
    switch letter {
    case ArabicLetter.waw: waw
    case ArabicLetter.feh: feh
    default: nil
    }
  }

  static func particle(_ letter: UInt16) -> Proclitic? {
    switch letter {
    case ArabicLetter.beh: beh
    case ArabicLetter.lam: lam
    case ArabicLetter.kaf: kaf
    case ArabicLetter.seen: seen
    default: nil
    }
  }

  static let enclitics: [Enclitic] = [
    Enclitic("هما", -3.0), Enclitic("كما", -3.2), Enclitic("ها", -1.6), Enclitic("هم", -2.0), Enclitic("هن", -3.2),
    Enclitic("كم", -2.7), Enclitic("كن", -3.4), Enclitic("ني", -2.6), Enclitic("نا", -2.0), Enclitic("ه", -1.5),
    Enclitic("ك", -2.5), Enclitic("ي", -2.4),
  ]
}
