/// What most spellings of a name in Latin letters have in common: its consonants, in classes of those that are written for
/// each other, and the letter `a` for any vowel at its beginning.
///
/// | class | letters |
/// |---|---|
/// | `k` | k q c ck; x is `ks`; ch before r and l |
/// | `g` | g gh dj, and j at the beginning or after a vowel but i |
/// | `s` | s z ts tz; c before e, i and y |
/// | `x` | sh ch sch tch cz zh |
/// | `h` | kh; h at the beginning |
/// | `b` | b p; ph is `f` |
/// | `f` | f v; w before a vowel |
/// | `d`, `t`, `l`, `m`, `n`, `r` | with or without an h; of doubled ones one |
///
/// All else is left out. The classes were chosen by what `name-training match` prints: of 57,496 English names, one shares its
/// skeleton with 24 others. If k were one with g, as in Gaddafi and Qaddafi, 3 more of 1,000 pairs of variants would be equal, but
/// there would be 31 others; with d and t as one, 2 more and 28.
package enum ConsonantSkeleton {
  /// The skeleton of small letters a–z; others are left out.
  package static func of(_ word: some Sequence<UInt8>) -> [UInt8] {
    let letters = word.filter { (0x61...0x7A).contains($0) }
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      let (sound, used) = sound(letters[index...], after: index > 0 ? letters[index - 1] : nil)
      for letter in sound where result.last != letter || letter == vowel { result.append(letter) }
      index += used
    }
    // Vowels kept apart what is doubled and what only looks so: Mohammed, Emma.
    return result.first.map { [$0] + result.dropFirst().filter { $0 != vowel } } ?? []
  }

  private static let vowel = UInt8(ascii: "a")

  private static func isVowel(_ letter: UInt8?) -> Bool { letter.map { "aeiouy".utf8.contains($0) } ?? false }

  /// The class of the next sound, and how many letters write it.
  private static func sound(_ letters: ArraySlice<UInt8>, after previous: UInt8?) -> (sound: String.UTF8View, Int) {
    for (spelling, sound) in clusters where letters.starts(with: spelling.utf8) {
      let next = letters.dropFirst(spelling.utf8.count).first
      if spelling == "ch", next == UInt8(ascii: "r") || next == UInt8(ascii: "l") { return ("k".utf8, 2) }
      return (sound.utf8, spelling.utf8.count)
    }
    let next = letters.dropFirst().first
    switch letters.first.map({ Unicode.Scalar($0) }) {
    case "a", "e", "i", "o", "u", "y": return ("a".utf8, 1)
    case "c": return (next.map { "eiy".utf8.contains($0) } == true ? "s".utf8 : "k".utf8, 1)
    case "k", "q": return ("k".utf8, 1)
    case "x": return ("ks".utf8, 1)
    case "s", "z": return ("s".utf8, 1)
    case "b", "p": return ("b".utf8, 1)
    case "f", "v": return ("f".utf8, 1)
    case "w": return (isVowel(next) ? "f".utf8 : "".utf8, 1)
    case "h": return (previous == nil ? "h".utf8 : "".utf8, 1)
    case "j":
      let isConsonant = previous == nil || isVowel(previous) && previous != UInt8(ascii: "i") && next != nil
      return (isConsonant ? "g".utf8 : "a".utf8, 1)
    case let letter?: return (String(letter).utf8, 1)
    case nil: return ("".utf8, 1)
    }
  }

  /// The longer first.
  private static let clusters = [
    ("tsch", "x"), ("sch", "x"), ("tch", "x"), ("sh", "x"), ("ch", "x"), ("cz", "x"), ("zh", "x"), ("kh", "h"),
    ("gh", "g"), ("dj", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
  ]
}
