/// What several spellings of a word say together of its vowels: Khaled leaves open what Khalid tells.
struct VowelVotes {
  /// What an English e is worth as an a and as an i, beside spellings that say which.
  private static let openA: Float = 0.55
  private static let openI: Float = 0.3
  /// The share of spellings with a doubled letter from which it is held to be one: many leave it out.
  private static let doubledShare: Float = 0.3

  private struct Count {
    var none: Float = 0
    var a: Float = 0
    var i: Float = 0
    var u: Float = 0
    var doubled: Float = 0
  }

  private var counts: [Count]
  private var total: Float = 0

  init(letterCount: Int) { counts = Array(repeating: Count(), count: letterCount) }

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
      case nil: counts[index].none += weight
      }
      if mark.isDoubled { counts[index].doubled += weight }
    }
  }

  /// What the most say of each letter; nil where nobody says anything of a vowel.
  var marks: [VowelReading.Mark]? {
    guard total > 0 else { return nil }
    let marks = counts.map { count in
      let votes: [(sound: VowelReading.Sound?, weight: Float)] = [
        (nil, count.none), (.a, count.a), (.i, count.i), (.u, count.u),
      ]
      let best = votes.max { $0.weight < $1.weight }
      return VowelReading.Mark(sound: best?.sound, isDoubled: count.doubled > Self.doubledShare * total)
    }
    return marks.contains { $0.sound != nil } ? marks : nil
  }
}
