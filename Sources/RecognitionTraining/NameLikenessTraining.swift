import EntityRecognition
import Glibc

/// Trains `NameLikeness` by logistic regression: parts of names against the words of a language.
struct NameLikenessTraining {
  private static let passes = 4
  private static let rate: Float = 0.1
  private static let decay: Float = 1e-5

  /// The weights for parts of names and ordinary words, both keys of the profile `search`.
  static func weights(names: Set<String>, words: Set<String>) -> [Int8] {
    var examples: [(runs: [Int], isName: Bool)] = []
    for name in names.sorted() { examples.append((runs(name), true)) }
    for word in words.subtracting(names).sorted() { examples.append((runs(word), false)) }
    var weights = [Float](repeating: 0, count: NameLikeness.weightCount)
    var squares = [Float](repeating: 1e-3, count: NameLikeness.weightCount)
    var shuffle = Shuffle()
    for _ in 0..<passes {
      shuffle.apply(to: &examples)
      for example in examples {
        var sum: Float = 0
        for run in example.runs { sum += weights[run] }
        let gradient = 1 / (1 + expf(-sum)) - (example.isName ? 1 : 0)
        for run in example.runs {
          let slope = gradient + decay * weights[run]
          squares[run] += slope * slope
          weights[run] -= rate * slope / squares[run].squareRoot()
        }
      }
    }
    return weights.map { Int8(max(-127, min(127, ($0 * NameLikeness.unitsPerLogarithm).rounded()))) }
  }

  private static func runs(_ text: String) -> [Int] {
    var text = text
    var runs: [Int] = []
    text.withUTF8 { bytes in NameLikeness.forEachRun(of: UnsafeRawBufferPointer(bytes)) { runs.append($0) } }
    return runs
  }
}

/// Brings lists into a random order, the same in each run.
struct Shuffle {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func apply<Element>(to list: inout [Element]) {
    for index in stride(from: list.count - 1, to: 0, by: -1) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      list.swapAt(index, Int(state % UInt64(index + 1)))
    }
  }
}
