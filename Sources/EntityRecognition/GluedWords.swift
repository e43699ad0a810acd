import EntityLexicon

/// Two names written together, as happens after letters that do not join: رويترزالشرق.
enum GluedWords {
  /// The shortest half, in bytes: shorter pieces than four letters stand in too many words by chance.
  private static let minimumCount = 8

  /// Calls `body` with each place at which a key is cut into two beginnings of names, and their nodes, until it returns true.
  static func forEachCut(
    of key: UnsafeRawBufferPointer, in image: LexiconImage, _ body: (_ cut: Int, _ head: UInt32, _ tail: UInt32) -> Bool
  ) {
    guard key.count >= 2 * minimumCount, key[0] >= 0xD8, key[0] <= 0xDB else { return }
    func root(_ part: UnsafeRawBufferPointer) -> UInt32? {
      image.word(part, hash: LexiconImage.hash(part)).flatMap(image.root)
    }
    for cut in stride(from: minimumCount, through: key.count - minimumCount, by: 2) {
      guard endsWord(key[cut - 2], key[cut - 1]), let head = root(UnsafeRawBufferPointer(rebasing: key[..<cut])),
        let tail = root(UnsafeRawBufferPointer(rebasing: key[cut...]))
      else { continue }
      if body(cut, head, tail) { return }
    }
  }

  /// Whether an Arabic letter never joins the one after it (Joining_Type R or U), so that a forgotten space does not show.
  private static func endsWord(_ lead: UInt8, _ trail: UInt8) -> Bool {
    // ا د ذ ر ز ء; و ى, and ه where it stands for teh marbuta.
    switch (lead, trail) {
    case (0xD8, 0xA7), (0xD8, 0xAF), (0xD8, 0xB0), (0xD8, 0xB1), (0xD8, 0xB2), (0xD8, 0xA1): true
    case (0xD9, 0x88), (0xD9, 0x8A), (0xD9, 0x87): true
    default: false
    }
  }
}
