/// A word of at most 32 bytes, for looking words up without making strings.
struct ShortWord: Hashable {
  /// The longest word, in bytes.
  static let maximumCount = 32

  private var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// nil where the word is empty or too long. UTF-8 has no zero bytes but U+0000, so the length need not be kept.
  init?(_ source: some Collection<UInt8>) {
    guard (1...Self.maximumCount).contains(source.count) else { return nil }
    withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: source) }
  }

  /// nil where the word is empty or too long.
  init?(_ word: some StringProtocol) { self.init(word.utf8) }

  /// Without its first `count` bytes.
  func dropping(_ count: Int) -> ShortWord? {
    withUnsafeBytes(of: bytes) { all in
      ShortWord(all.dropFirst(count).prefix { $0 != 0 })
    }
  }

  /// The first two bytes: a letter of Arabic, Cyrillic or Hebrew.
  var firstTwo: (UInt8, UInt8) { withUnsafeBytes(of: bytes) { ($0[0], $0[1]) } }

  /// It as text.
  var string: String { withUnsafeBytes(of: bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } }

  static func == (a: ShortWord, b: ShortWord) -> Bool { a.bytes == b.bytes }

  func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: bytes) { hasher.combine(bytes: $0) }
  }
}
