/// Hebrew letters in UTF-8, as two bytes of a key with the first in the lower half; see `ArabicLetter`.
@usableFromInline
enum HebrewLetter {
  @usableFromInline static let bet: UInt16 = 0x91D7
  @usableFromInline static let he: UInt16 = 0x94D7
  @usableFromInline static let vav: UInt16 = 0x95D7
  @usableFromInline static let kaf: UInt16 = 0x9BD7
  @usableFromInline static let lamed: UInt16 = 0x9CD7
  @usableFromInline static let mem: UInt16 = 0x9ED7
  @usableFromInline static let shin: UInt16 = 0xA9D7

  /// ו ש כ: another particle may follow.
  @inlinable
  static func isConjunction(_ letter: UInt16) -> Bool { letter == vav || letter == shin || letter == kaf }

  /// Every particle that is written together with the next word: ו ש כ ב ל מ ה.
  @inlinable
  static func isParticle(_ letter: UInt16) -> Bool {
    isConjunction(letter) || letter == bet || letter == lamed || letter == mem || letter == he
  }
}
