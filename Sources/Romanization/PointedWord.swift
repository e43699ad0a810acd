/// A word of a script whose vowels are points, Arabic or Hebrew, as far as its vowels and neighbours matter.
struct PointedWord {
  /// The word as it goes on, with vowels supplied where they are known.
  var scalars: [Unicode.Scalar]
  /// Where it stands in the scalars of the text.
  let range: Range<Int>

  /// The words of a text: runs of such letters and their marks.
  static func words(in text: [Unicode.Scalar]) -> [PointedWord] {
    var words: [PointedWord] = []
    var index = 0
    while index < text.count {
      guard isLetter(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, isLetter(text[index]) || isMark(text[index]) { index += 1 }
      words.append(PointedWord(scalars: Array(text[start..<index]), range: start..<index))
    }
    return words
  }

  /// The letters without marks, but with a hamza or madda that stands as a mark of its own.
  var letters: [Unicode.Scalar] { scalars.filter { !Self.isMark($0) || (0x653...0x655).contains($0.value) } }

  /// Whether a vowel, or that there is none, is written anywhere in it.
  var hasVowels: Bool { scalars.contains(where: Self.isVowel) }

  /// Whether it begins with the article.
  var hasArticle: Bool {
    let start = letters.prefix(4)
    return start.count == 4 && (start.first == "ا" || start.first == "\u{671}") && start.dropFirst().first == "ل"
  }

  /// The vowel written on its last letter.
  var finalVowel: Unicode.Scalar? {
    scalars.reversed().prefix { Self.isMark($0) }.first { (0x64B...0x650).contains($0.value) }
  }

  /// Marks that say how a letter is read; a doubling alone tells no vowel.
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x64B...0x650, 0x652, 0x670, 0x6E1, 0x8F0...0x8F2, 0x5B0...0x5BB, 0x5C7: true
    default: false
    }
  }

  /// Marks, and the tatweel that may carry one.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED: true
    case 0x8D3...0x8FF: true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x620...0x63F, 0x641...0x64A, 0x66E, 0x66F, 0x671...0x6D3, 0x6D5, 0x6EE, 0x6EF, 0x6FA...0x6FC, 0x750...0x77F:
      true
    case 0x5D0...0x5EA, 0x5EF...0x5F2, 0xFB1D...0xFB4F, 0xFB50...0xFDFB, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
