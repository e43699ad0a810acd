import Glibc

/// Which target letters each source letter is written by.
///
/// A source letter is written by none to `maximumChunk` target letters, in order; the probabilities are those of the pairs
/// alone, found by expectation maximization. (Deligne, Yvon & Bimbot 1995: variable-length sequence matching.)
struct LetterAlignment {
  struct Option: Hashable {
    var letter: UInt8
    /// Up to four target letters, the first in the lowest byte.
    var chunk: UInt32
  }

  let maximumChunk: Int
  private(set) var logProbability: [Option: Float] = [:]

  init(_ pairs: [(source: [UInt8], target: [UInt8], weight: Float)], maximumChunk: Int, rounds: Int = 8, minimum: Float)
  {
    self.maximumChunk = maximumChunk
    var table: [Option: Float] = [:]
    let prior: [Float] = [0.15, 0.55, 0.2, 0.07, 0.03]
    for round in 0..<rounds {
      var counts: [Option: Float] = [:]
      for pair in pairs {
        Self.expect(
          pair.source, pair.target, pair.weight, maximumChunk,
          { option, length in
            round == 0 ? prior[length] : table[option] ?? 1e-7
          }, into: &counts)
      }
      var totals: [UInt8: Float] = [:]
      let isLast = round == rounds - 1
      if round >= rounds - 3 { counts = counts.filter { $0.value >= minimum } }
      for option in counts.keys.sorted(by: { ($0.letter, $0.chunk) < ($1.letter, $1.chunk) }) {
        totals[option.letter, default: 0] += counts[option] ?? 0
      }
      if isLast {
        // What is very rare for a letter is noise.
        counts = counts.filter { $0.value >= 6e-4 * (totals[$0.key.letter] ?? 0) }
      }
      table = [:]
      for (option, count) in counts { table[option] = count / (totals[option.letter] ?? 1) }
    }
    logProbability = table.mapValues { log($0) }
  }

  private static func expect(
    _ source: [UInt8], _ target: [UInt8], _ weight: Float, _ maximum: Int, _ probability: (Option, Int) -> Float,
    into counts: inout [Option: Float]
  ) {
    let n = source.count, m = target.count
    guard n > 0, m <= maximum * n else { return }
    let width = m + 1
    var alpha = [Float](repeating: 0, count: (n + 1) * width)
    var beta = alpha
    var terms: [(i: Int, j: Int, k: Int, option: Option, p: Float)] = []
    alpha[0] = 1
    for i in 0..<n {
      for j in max(0, m - maximum * (n - i))...max(0, min(m, maximum * i)) where alpha[i * width + j] > 0 {
        var chunk: UInt32 = 0
        for k in 0...min(maximum, m - j) {
          if k > 0 { chunk |= UInt32(target[j + k - 1]) << UInt32(8 * (k - 1)) }
          guard m - j - k <= maximum * (n - i - 1) else { continue }
          let option = Option(letter: source[i], chunk: chunk)
          let p = probability(option, k)
          guard p > 1e-9 else { continue }
          terms.append((i, j, k, option, p))
          alpha[(i + 1) * width + j + k] += alpha[i * width + j] * p
        }
      }
    }
    let total = alpha[n * width + m]
    guard total > 0 else { return }
    beta[n * width + m] = 1
    for term in terms.reversed() {
      let after = beta[(term.i + 1) * width + term.j + term.k]
      guard after > 0 else { continue }
      beta[term.i * width + term.j] += term.p * after
      counts[term.option, default: 0] += weight * alpha[term.i * width + term.j] * term.p * after / total
    }
  }

  /// The likeliest alignment, a chunk for each source letter; nil where there is none.
  func best(_ source: [UInt8], _ target: [UInt8]) -> (chunks: [UInt32], score: Float)? {
    let n = source.count, m = target.count
    guard n > 0, m > 0 else { return nil }
    let width = m + 1
    var score = [Float](repeating: -.infinity, count: (n + 1) * width)
    var step = [Int8](repeating: 0, count: (n + 1) * width)
    score[0] = 0
    for i in 0..<n {
      for j in 0...m where score[i * width + j] > -.infinity {
        var chunk: UInt32 = 0
        for k in 0...min(maximumChunk, m - j) {
          if k > 0 { chunk |= UInt32(target[j + k - 1]) << UInt32(8 * (k - 1)) }
          guard let p = logProbability[Option(letter: source[i], chunk: chunk)] else { continue }
          let next = (i + 1) * width + j + k
          if score[i * width + j] + p > score[next] {
            score[next] = score[i * width + j] + p
            step[next] = Int8(k)
          }
        }
      }
    }
    guard score[n * width + m] > -.infinity else { return nil }
    var chunks = [UInt32](repeating: 0, count: n)
    var j = m
    for i in stride(from: n - 1, through: 0, by: -1) {
      let k = Int(step[(i + 1) * width + j])
      var chunk: UInt32 = 0
      for index in 0..<k { chunk |= UInt32(target[j - k + index]) << UInt32(8 * index) }
      chunks[i] = chunk
      j -= k
    }
    return (chunks, score[n * width + m])
  }
}
