/// The particles that Arabic writes together with the word after them.
///
/// Works on normalized keys (profile `search`), in which every Arabic letter has two bytes.
public enum Proclitics {
  /// A way to read a key as particles and a word.
  public struct Split: Hashable, Sendable {
    /// How many letters of particles stand before the word: 1 or 2.
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

  /// The shortest word, in letters, that is looked up after a particle.
  public static let minimumWordLetters = 2

  /// Calls `body` for each way to read the key, the fewest particles first.
  ///
  /// The order of particles is conjunction (و ف), then preposition or future (ب ل ك س); after ل the article loses its alef.
  @inlinable
  public static func forEachSplit(
    of key: UnsafeRawBufferPointer, _ body: (Split) -> Void
  ) {
    let count = key.count
    guard count >= 2 + 2 * minimumWordLetters else { return }
    let first = letter(key, 0)
    let isConjunction = first == waw || first == feh
    guard isConjunction || first == beh || first == lam || first == kaf || first == seen else { return }
    if first == lam, letter(key, 2) == lam {
      body(Split(letters: 1, restoresAlef: true))
    } else {
      body(Split(letters: 1, restoresAlef: false))
    }
    guard isConjunction, count >= 4 + 2 * minimumWordLetters else { return }
    let second = letter(key, 2)
    if second == lam, letter(key, 4) == lam {
      body(Split(letters: 2, restoresAlef: true))
    } else if second == beh || second == lam || second == kaf || second == seen {
      body(Split(letters: 2, restoresAlef: false))
    }
  }

  // The letters' two bytes, the first in the lower half.
  @usableFromInline static let waw: UInt16 = 0x88D9
  @usableFromInline static let feh: UInt16 = 0x81D9
  @usableFromInline static let beh: UInt16 = 0xA8D8
  @usableFromInline static let lam: UInt16 = 0x84D9
  @usableFromInline static let kaf: UInt16 = 0x83D9
  @usableFromInline static let seen: UInt16 = 0xB3D8
  /// The alef that `Split.restoresAlef` asks for.
  public static let alef: [UInt8] = [0xD8, 0xA7]

  @inlinable
  static func letter(_ key: UnsafeRawBufferPointer, _ offset: Int) -> UInt16 {
    UInt16(key[offset]) | UInt16(key[offset + 1]) << 8
  }

  /// Where the word begins in the token's original bytes after `letters` letters of particles, marks and tatweel and
  /// invisible controls that follow a particle being its own.
  public static func wordStart(afterLetters letters: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var left = letters
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard offset + length <= bytes.count else { return bytes.count }
      let second = length > 1 ? bytes[offset + 1] : 0
      if !isPassive(lead, second, length > 2 ? bytes[offset + 2] : 0) {
        if left == 0 { return offset }
        left -= 1
      }
      offset += length
    }
    return offset
  }

  /// Marks, tatweel and invisible controls.
  private static func isPassive(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xD8: second >= 0x90 && second <= 0x9A || second == 0x9C
    case 0xD9: second == 0x80 || second >= 0x8B && second <= 0x9F || second == 0xB0
    case 0xDB: second >= 0x96 && second <= 0xAD && second != 0xA5 && second != 0xA6
    case 0xE2: second == 0x80 && (third >= 0x8B && third <= 0x8F || third >= 0xAA && third <= 0xAE) || second == 0x81
    case 0xEF: second == 0xBB && third == 0xBF
    default: false
    }
  }
}
