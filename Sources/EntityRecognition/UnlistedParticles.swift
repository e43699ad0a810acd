import NameTransliteration
import TextModel
import TextSegmentation

/// Decides which letters at the beginning of an unlisted name are particles: وايمانويل is و and ايمانويل, but وليد is a name.
struct UnlistedParticles {
  let nameParts: NamePartDictionary?
  let likeness: NameLikeness
  /// The fewest letters of what is left when nothing is known of it.
  private static let minimumBytes = 8

  /// How many letters of a token are particles before the name.
  func letters(of index: Int, in view: TokenView) -> Int {
    let range = view.tokens[index].keyRange
    return view.keys.withUnsafeBytes { keys in
      let key = UnsafeRawBufferPointer(rebasing: keys[range])
      guard people(key) == 0 else { return 0 }
      var letters = 0
      Proclitics.forEachSplit(of: key) { split in
        guard !split.restoresAlef else { return true }
        let rest = UnsafeRawBufferPointer(rebasing: key[split.keyCount...])
        // و is by far the commonest particle and rare at the beginning of a foreign name.
        let isConjunction = split.letterCount == 1 && key[0] == 0xD9 && key[1] == 0x88
        if people(rest) > 0
          || isConjunction && rest.count >= Self.minimumBytes && likeness.step(rest) >= likeness.step(key)
        {
          letters = split.letterCount
        }
        return letters == 0
      }
      return letters
    }
  }

  private func people(_ key: UnsafeRawBufferPointer) -> Int {
    nameParts?.namePartCount(key.assumingMemoryBound(to: UInt8.self)) ?? 0
  }
}
