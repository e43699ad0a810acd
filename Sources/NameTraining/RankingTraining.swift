import Glibc
import NameTransliteration

/// Trains a small network that ranks candidates: listwise, so that the right ones together have the probability 1 (Cao et al. 2007).
struct RankingTraining {
  struct List {
    /// `features.count` numbers a candidate.
    var rows: [[Float]]
    var isRight: [Bool]
  }

  let inputCount: Int
  let hiddenCount: Int
  var means: [Float]
  var scales: [Float]
  /// Hidden weights, hidden biases, output weights, direct weights.
  var weights: [Float]

  /// A ranking that says nothing.
  init(inputCount: Int) {
    self.inputCount = inputCount
    hiddenCount = 1
    means = [Float](repeating: 0, count: inputCount)
    scales = means
    weights = [Float](repeating: 0, count: hiddenCount * (inputCount + 2) + inputCount)
  }

  init(_ lists: [List], hiddenCount: Int, epochs: Int) {
    inputCount = lists.first?.rows.first?.count ?? 0
    self.hiddenCount = hiddenCount
    var sums = [Float](repeating: 0, count: inputCount), squares = sums
    var count: Float = 0
    for list in lists { for row in list.rows { count += 1; for i in row.indices { sums[i] += row[i] } } }
    means = sums.map { $0 / count }
    for list in lists {
      for row in list.rows { for i in row.indices { let d = row[i] - means[i]; squares[i] += d * d } }
    }
    scales = squares.map { 1 / max(($0 / count).squareRoot(), 1e-4) }
    var random = SplitMix(state: 7)
    let total = hiddenCount * (inputCount + 2) + inputCount
    weights = (0..<total).map { _ in random.unit() * 0.3 }
    for i in (total - inputCount)..<total { weights[i] = 0 }
    for h in 0..<hiddenCount { weights[hiddenCount * inputCount + hiddenCount + h] *= 0.3 }
    let usable = lists.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }.map { list in
      List(rows: list.rows.map { row in row.indices.map { (row[$0] - means[$0]) * scales[$0] } }, isRight: list.isRight)
    }
    var m = [Float](repeating: 0, count: total), v = m
    var step = 0
    var order = Array(usable.indices)
    let batch = 16
    var gradient = [Float](repeating: 0, count: total)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      let rate = 0.004 * (1 - 0.95 * Float(epoch) / Float(epochs))
      for start in stride(from: 0, to: order.count, by: batch) {
        for i in 0..<total { gradient[i] = 0 }
        for number in order[start..<min(start + batch, order.count)] {
          Self.accumulate(usable[number], weights, inputCount, hiddenCount, &gradient)
        }
        step += 1
        let c1 = 1 - pow(0.9, Float(step)), c2 = 1 - pow(0.999, Float(step))
        for i in 0..<total {
          let g = gradient[i] / Float(batch) + 1e-5 * weights[i]
          m[i] = 0.9 * m[i] + 0.1 * g
          v[i] = 0.999 * v[i] + 0.001 * g * g
          weights[i] -= rate * (m[i] / c1) / ((v[i] / c2).squareRoot() + 1e-8)
        }
      }
    }
  }

  private static func forward(_ row: [Float], _ weights: [Float], _ n: Int, _ h: Int, _ hidden: inout [Float]) -> Float
  {
    var score: Float = 0
    for unit in 0..<h {
      var sum = weights[n * h + unit]
      for i in 0..<n { sum += row[i] * weights[unit * n + i] }
      hidden[unit] = sum > 0 ? sum : CandidateRanking.leak * sum
      score += hidden[unit] * weights[n * h + h + unit]
    }
    for i in 0..<n { score += row[i] * weights[n * h + 2 * h + i] }
    return score
  }

  private static func accumulate(_ list: List, _ weights: [Float], _ n: Int, _ h: Int, _ gradient: inout [Float]) {
    var hidden = [[Float]](repeating: [Float](repeating: 0, count: h), count: list.rows.count)
    var scores = list.rows.indices.map { forward(list.rows[$0], weights, n, h, &hidden[$0]) }
    let highest = scores.max() ?? 0
    var total: Float = 0, right: Float = 0
    for i in scores.indices {
      scores[i] = exp(scores[i] - highest)
      total += scores[i]
      if list.isRight[i] { right += scores[i] }
    }
    for i in scores.indices {
      let p = scores[i] / total
      let d = p - (list.isRight[i] ? scores[i] / max(right, 1e-20) : 0)
      if abs(d) < 1e-5 { continue }
      for unit in 0..<h {
        let w = weights[n * h + h + unit]
        gradient[n * h + h + unit] += d * hidden[i][unit]
        let g = d * w * (hidden[i][unit] > 0 ? 1 : CandidateRanking.leak)
        gradient[n * h + unit] += g
        for k in 0..<n { gradient[unit * n + k] += g * list.rows[i][k] }
      }
      for k in 0..<n { gradient[n * h + 2 * h + k] += d * list.rows[i][k] }
    }
  }
}
