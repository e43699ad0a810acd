/// What several spellings of a word say together of its vowels: Khaled leaves open what Khalid tells.
///
/// Where they disagree, the syllables of Arabic have a say: none begins with two consonants, none ends in a consonant behind ā
/// in the middle of a word, and words are written as before a pause, without an ending.
struct VowelVotes {
  /// What an English e is worth as an a and as an i, beside spellings that say which.
  private static let openA: Float = 0.55
  private static let openI: Float = 0.3
  /// What a vowel that is left out is worth where the syllable needs one.
  private static let omission: Float = 0.2
  /// The share of spellings with a doubled letter from which it is held to be one: many leave it out.
  private static let doubledShare: Float = 0.3

  private struct Count {
    var none: Float = 0
    var a: Float = 0
    var i: Float = 0
    var u: Float = 0
    var doubled: Float = 0
  }

  private let letters: [Unicode.Scalar]
  private var counts: [Count]
  private var total: Float = 0

  init(letters: [Unicode.Scalar]) {
    self.letters = letters
    counts = Array(repeating: Count(), count: letters.count)
  }

  mutating func add(_ marks: [VowelReading.Mark], weight: Float) {
    total += weight
    for (index, mark) in marks.enumerated() where index < counts.count {
      switch mark.sound {
      case .a: counts[index].a += weight
      case .e:
        counts[index].a += Self.openA * weight
        counts[index].i += Self.openI * weight
      case .i: counts[index].i += weight
      case .u: counts[index].u += weight
      case nil: counts[index].none += weight * (needsVowel(index) ? Self.omission : 1)
      }
      if mark.isDoubled { counts[index].doubled += weight }
    }
  }

  /// What the most say of each letter; nil where nobody says anything of a vowel.
  var marks: [VowelReading.Mark]? {
    guard total > 0 else { return nil }
    var marks = counts.indices.map { index in
      let count = counts[index]
      // Before a pause.
      if index > 0, index == counts.count - 1 { return VowelReading.Mark(isDoubled: isDoubled(count)) }
      // إ, not أ, would be written for an i.
      let isHigh = index == 0 && letters[index] == "أ"
      let votes: [(sound: VowelReading.Sound?, weight: Float)] = [
        (nil, count.none), (.a, isHigh ? count.a + count.i : count.a), (.i, isHigh ? 0 : count.i), (.u, count.u),
      ]
      return VowelReading.Mark(sound: votes.max { $0.weight < $1.weight }?.sound, isDoubled: isDoubled(count))
    }
    // The diminutive: Hussein, Zuhair, Otaibi; also where its first vowel is spoken as another.
    if letters.count > 3, letters[2] == "ي", !Self.isLong(letters[0]), !Self.isLong(letters[1]),
      !Self.isLong(letters[3]),
      letters[3] != "ة", letters[0] != "إ", marks[1].sound == .a, marks[0].sound != nil, marks[2].sound == nil
    {
      marks[0].sound = .u
    }
    return marks.contains { $0.sound != nil } ? marks : nil
  }

  private func isDoubled(_ count: Count) -> Bool { count.doubled > Self.doubledShare * total }

  private func needsVowel(_ index: Int) -> Bool {
    guard index + 1 < letters.count, !Self.isLong(letters[index]), !Self.isLong(letters[index + 1]) else {
      return false
    }
    return index == 0 || letters[index - 1] == "ا" && index > 1
  }

  private static func isLong(_ letter: Unicode.Scalar) -> Bool { "اويىآ".unicodeScalars.contains(letter) }
}
