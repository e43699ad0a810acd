/// The letters of which Arabic clitics are made, as the two bytes of their UTF-8, the first in the lower half.
@usableFromInline
enum ArabicLetter {
  @usableFromInline static let alef: UInt16 = 0xA7D8
  @usableFromInline static let beh: UInt16 = 0xA8D8
  @usableFromInline static let teh: UInt16 = 0xAAD8
  @usableFromInline static let seen: UInt16 = 0xB3D8
  @usableFromInline static let hamza: UInt16 = 0xA1D8
  @usableFromInline static let feh: UInt16 = 0x81D9
  @usableFromInline static let kaf: UInt16 = 0x83D9
  @usableFromInline static let lam: UInt16 = 0x84D9
  @usableFromInline static let meem: UInt16 = 0x85D9
  @usableFromInline static let noon: UInt16 = 0x86D9
  @usableFromInline static let heh: UInt16 = 0x87D9
  @usableFromInline static let waw: UInt16 = 0x88D9
  @usableFromInline static let yeh: UInt16 = 0x8AD9

  /// و and ف, which stand before everything else.
  @inlinable @inline(__always)
  static func isConjunction(_ letter: UInt16) -> Bool { letter == waw || letter == feh }

  /// ب ل ك before a noun and س before a verb.
  @inlinable @inline(__always)
  static func isParticle(_ letter: UInt16) -> Bool { letter == beh || letter == lam || letter == kaf || letter == seen }

  /// The letter at a byte offset of a key.
  @inlinable @inline(__always)
  static func at(_ offset: Int, in key: UnsafeRawBufferPointer) -> UInt16 {
    UInt16(key[offset]) | UInt16(key[offset + 1]) << 8
  }
}
