/// Finds the best sequence of labels for the scores of a sentence's tokens; keeps its buffers from one sentence to the next.
public struct ViterbiDecoder {
  private let labels: LabelSet
  private let transitions: [Int32]
  /// A row a label before: the weight of each label after it, `never` for what stands behind the last.
  private let rows: [Sums]
  private var origins: [SIMD16<UInt8>] = []

  private typealias Sums = SIMD16<Int32>

  private static let never = Int32.min / 4

  /// A decoder of a model.
  public init(_ model: LinearChainModel) {
    labels = model.labels
    var transitions = model.transitions
    for previous in 0..<labels.count {
      for label in 0..<labels.count where !labels.allows(label, after: previous) {
        transitions[previous * labels.count + label] = Self.never
      }
    }
    self.transitions = transitions
    let count = labels.count
    rows = (0..<count).map { previous in
      var row = Sums(repeating: Self.never)
      for label in 0..<count { row[label] = transitions[previous * count + label] }
      return row
    }
  }

  /// Writes the best labels of a sentence's tokens.
  public mutating func decode(_ scores: ArraySlice<LinearChainModel.Scores>, into best: inout [UInt8]) {
    best.removeAll(keepingCapacity: true)
    guard let start = scores.first else { return }
    let count = labels.count
    origins.removeAll(keepingCapacity: true)
    var sums = Sums(repeating: Self.never)
    for label in 0..<count where labels.allows(label, after: nil) { sums[label] = Int32(start[label]) }
    for token in scores.dropFirst() {
      // All labels at once: the best way to each of them, by way of each label before.
      var best = Sums(repeating: .min)
      var origin = Sums.zero
      for previous in 0..<count {
        let candidate = rows[previous] &+ Sums(repeating: sums[previous])
        let isBetter = candidate .> best
        best.replace(with: candidate, where: isBetter)
        origin.replace(with: Sums(repeating: Int32(truncatingIfNeeded: previous)), where: isBetter)
      }
      origins.append(SIMD16(truncatingIfNeeded: origin))
      let next = best &+ Sums(truncatingIfNeeded: token)
      // The best is kept at zero and what is forbidden stays so, that the sums of a long sentence do not overflow.
      sums = pointwiseMax((next &- Sums(repeating: next.max())), Sums(repeating: Self.never))
    }
    var label = (0..<count).max { sums[$0] < sums[$1] } ?? 0
    best.append(contentsOf: repeatElement(0, count: scores.count))
    for token in stride(from: scores.count - 1, through: 0, by: -1) {
      best[token] = UInt8(truncatingIfNeeded: label)
      if token > 0 { label = Int(origins[token - 1][label]) }
    }
  }

  /// The probability of a token's label where the labels beside it are as they are; nil stands for the start or the end.
  public func probability(of label: Int, _ scores: LinearChainModel.Scores, after previous: Int?, before next: Int?)
    -> Float
  {
    func sum(_ label: Int) -> Float {
      var sum = Int32(scores[label])
      if let previous { sum += max(transitions[previous * labels.count + label], Self.never / 4) }
      if let next { sum += max(transitions[label * labels.count + next], Self.never / 4) }
      return Float(sum) * LinearChainModel.unit
    }
    let own = sum(label)
    var total: Float = 0
    for other in 0..<labels.count where other == 0 || other == label || labels.allows(other, after: previous) {
      total += Exponential.of(sum(other) - own)
    }
    return total > 0 ? 1 / total : 0
  }
}

/// The exponential function without a library of mathematics: e^x = 2^k · e^r with |r| ≤ ln 2 / 2, by a polynomial.
enum Exponential {
  static func of(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    guard x < 80 else { return .greatestFiniteMagnitude }
    let k = (x * 1.442695).rounded()
    let r = x - k * 0.6931472
    let polynomial = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r / 120))))
    return polynomial * Float(sign: .plus, exponent: Int(k), significand: 1)
  }
}
