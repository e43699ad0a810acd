/// The probability that a word is written in a given way, summed over all alignments, and the likeliest of them.
///
/// What is written when a source letter is reached depends on nothing but the place in both words, so the forward sums of a
/// table of places are exact. One a task.
package final class SpellingProbability {
  private static let margin: Float = 12
  private static let impossible: Float = -1000
  private let network: LetterNetwork
  private var sums: [Int16]
  private var scratch: [Int16]
  private var logs: [Float]
  private var table: [Float] = []
  /// How many target letters the likeliest way to each place wrote last.
  private var steps: [UInt8] = []
  private var source: [UInt8] = []

  package init(network: LetterNetwork) {
    self.network = network
    sums = [Int16](repeating: 0, count: network.width * NameSearch.maximumCount)
    scratch = [Int16](repeating: 0, count: 2 * network.width)
    logs = [Float](repeating: 0, count: max(1, network.maximumOptionCount))
  }

  /// Takes a new source word; without padding.
  package func take(source letters: [UInt8]) {
    let letters = letters.prefix(NameSearch.maximumCount)
    let padding = [UInt8](repeating: 0, count: ContextFeatures.window)
    source = Array(letters)
    let padded = padding + letters + padding
    padded.withUnsafeBufferPointer { padded in
      guard let base = padded.baseAddress else { return }
      sums.withUnsafeMutableBufferPointer { sums in
        guard let start = sums.baseAddress else { return }
        for index in source.indices {
          network.sumSource(base, count: source.count, at: index, into: start + index * network.width)
        }
      }
    }
  }

  /// The logarithm of the probability that the source taken is written so; -60 a letter at worst.
  package func logProbability(of target: [UInt8]) -> Float { fill(target, keepsSteps: false) }

  /// The likeliest alignment of the source taken with a spelling: how many letters each source letter is written by; nil where
  /// the network knows no way to write it so.
  package func alignment(with target: [UInt8]) -> (counts: [Int], logProbability: Float)? {
    let logProbability = fill(target, keepsSteps: true)
    guard logProbability > Self.impossible else { return nil }
    var counts = [Int](repeating: 0, count: source.count)
    var j = target.count
    for i in source.indices.reversed() {
      counts[i] = Int(steps[(i + 1) * (target.count + 1) + j])
      j -= counts[i]
    }
    return (counts, logProbability)
  }

  /// Fills the table of places: with sums over all ways, or with the likeliest way (Viterbi 1967) and its steps. Gives the last.
  private func fill(_ target: [UInt8], keepsSteps: Bool) -> Float {
    let n = source.count, m = target.count
    let impossible = Self.impossible
    guard n > 0, m > 0, m <= 4 * n, m <= 4 * NameSearch.maximumCount else { return impossible }
    if keepsSteps { steps = [UInt8](repeating: 0, count: (n + 1) * (m + 1)) }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(impossible, count: (n + 1) * (m + 1)))
    table[0] = 0
    for i in 0..<n {
      let letter = source[i]
      let first = Int(network.optionStarts[Int(letter)])
      let count = network.optionCount(of: letter)
      var history: UInt64 = 0
      // Ways far below the best at this letter add nothing that could be seen.
      var best = impossible
      for j in 0...m { best = max(best, table[i * (m + 1) + j]) }
      let least = max(best - Self.margin, impossible)
      for j in 0...m {
        if j > 0 { history = history << 8 | UInt64(target[j - 1]) }
        let here = table[i * (m + 1) + j]
        guard here > least, m - j <= 4 * (n - i) else { continue }
        sums.withUnsafeBufferPointer { sums in
          scratch.withUnsafeMutableBufferPointer { scratch in
            logs.withUnsafeMutableBufferPointer { logs in
              guard let sums = sums.baseAddress, let scratch = scratch.baseAddress, let logs = logs.baseAddress else {
                return
              }
              network.options(
                of: letter, source: sums + i * network.width, history: history, scratch: scratch, into: logs)
            }
          }
        }
        for option in 0..<count {
          var rest = network.chunks[Int(network.optionChunks[first + option])]
          var length = 0
          while rest != 0, j + length < m, target[j + length] == UInt8(truncatingIfNeeded: rest) {
            rest >>= 8
            length += 1
          }
          guard rest == 0 else { continue }
          let next = (i + 1) * (m + 1) + j + length
          let way = here + logs[option]
          if !keepsSteps {
            table[next] = FastMath.logSum(table[next], way)
          } else if way > table[next] {
            table[next] = way
            steps[next] = UInt8(truncatingIfNeeded: length)
          }
        }
      }
    }
    return table[n * (m + 1) + m]
  }
}
