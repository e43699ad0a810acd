/// Hebrew letters in UTF-8, as two bytes of a key with the first in the lower half; see `ArabicLetter`.
@usableFromInline
enum HebrewLetter {
  /// The first byte of each.
  @usableFromInline static let lead: UInt8 = 0xD7

  static let bet: UInt16 = 0x91D7
  static let he: UInt16 = 0x94D7
  static let vav: UInt16 = 0x95D7
  static let kaf: UInt16 = 0x9BD7
  static let lamed: UInt16 = 0x9CD7
  static let mem: UInt16 = 0x9ED7
  static let shin: UInt16 = 0xA9D7
}
