import Glibc

/// Weights that tell two kinds of things apart by numbers (Newton's method, with a small penalty on large weights).
struct LogisticRegression {
  private(set) var weights: [Double]

  init(_ rows: [[Double]], _ isPositive: [Bool], rounds: Int = 12, penalty: Double = 1e-2) {
    let count = rows.first?.count ?? 0
    weights = [Double](repeating: 0, count: count)
    // Both kinds weigh the same.
    let positives = Double(max(1, isPositive.count { $0 }))
    let negatives = Double(max(1, isPositive.count { !$0 }))
    for _ in 0..<rounds {
      var gradient = weights.map { -penalty * $0 }
      var curvature = (0..<count).map { i in (0..<count).map { $0 == i ? penalty : 0.0 } }
      for (row, positive) in zip(rows, isPositive) {
        let p = probability(row)
        let share = Double(rows.count) / 2 / (positive ? positives : negatives)
        for i in 0..<count {
          gradient[i] += share * ((positive ? 1 : 0) - p) * row[i]
          for j in 0..<count { curvature[i][j] += share * p * (1 - p) * row[i] * row[j] }
        }
      }
      let step = Self.solve(curvature, gradient)
      for i in 0..<count { weights[i] += step[i] }
    }
  }

  func probability(_ row: [Double]) -> Double { 1 / (1 + exp(-zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 })) }

  /// The solution of a set of linear equations, by elimination.
  private static func solve(_ matrix: [[Double]], _ values: [Double]) -> [Double] {
    var rows = zip(matrix, values).map { $0 + [$1] }
    let count = rows.count
    for i in 0..<count {
      let pivot = (i..<count).max { abs(rows[$0][i]) < abs(rows[$1][i]) } ?? i
      rows.swapAt(i, pivot)
      guard abs(rows[i][i]) > 1e-12 else { continue }
      for k in 0..<count where k != i {
        let factor = rows[k][i] / rows[i][i]
        for j in i...count { rows[k][j] -= factor * rows[i][j] }
      }
    }
    return (0..<count).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][count] / rows[$0][$0] : 0 }
  }
}
