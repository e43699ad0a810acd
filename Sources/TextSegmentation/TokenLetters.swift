/// Walks the letters of a token as it is written, in step with the letters of its normalized key (profile `search`).
struct TokenLetters {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// At the start of a token's original bytes, which are valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A letter and the marks after it.
  struct Letter {
    /// The character.
    var value: UInt32
    /// Where it begins.
    var start: Int
    /// How many letters of the key it becomes.
    var keyLetters: Int
  }

  /// The next letter; what the key leaves out (marks, tatweel, invisible controls) is passed over.
  mutating func next() -> Letter? {
    while offset < bytes.count {
      let start = offset
      let (value, next) = ScalarReader.forward(bytes, at: offset, to: bytes.count)
      offset = next
      if !Self.isPassive(value) { return Letter(value: value, start: start, keyLetters: Self.keyLetters(value)) }
    }
    return nil
  }

  /// Ligatures that have a code point become several letters.
  private static func keyLetters(_ value: UInt32) -> Int {
    switch value {
    case 0xFEF5...0xFEFC: 2  // ﻻ
    case 0xFDF2: 4  // ﷲ
    default: 1
    }
  }

  /// Marks, tatweel and invisible controls.
  private static func isPassive(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x300...0x344, 0x346...0x36F,  // soft hyphen, accents
      0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7,  // Hebrew points
      0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DD, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED,
      0x8D3...0x8E1, 0x8E3...0x8FF, 0x180E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x2064, 0x2066...0x206F, 0x20D0...0x20FF, 0xFC5E...0xFC63, 0xFCF2...0xFCF4, 0xFE20...0xFE2F,
      0xFE70...0xFE72, 0xFE74, 0xFE76...0xFE7F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
