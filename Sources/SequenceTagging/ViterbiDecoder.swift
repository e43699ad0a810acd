internal import CSequenceKernels

/// Finds the best sequence of labels for the scores of a sentence's tokens (Viterbi 1967); keeps its buffers from one sentence to
/// the next.
///
/// Most tokens are outside every span, and that is certain before anything is decoded: a run of other labels through such a token
/// would lose, whatever its labels are, even if each weighed as much as it can after any other. So only the short stretches
/// between these tokens are decoded, with the same result.
public final class ViterbiDecoder {
  private let labels: LabelSet
  private let transitions: [Int32]
  private var links: nqs_links
  /// A bit for each label that a sequence may begin with.
  private let firstAllowed: UInt32
  private var origins: UnsafeMutablePointer<UInt8>
  private var gains: UnsafeMutablePointer<Int32>
  private var capacity = 64

  /// A decoder of a model.
  public init(_ model: LinearChainModel) {
    let labels = model.labels
    let count = labels.count
    let transitions = (0..<count * count).map { place in
      labels.allows(place % count, after: place / count) ? model.transitions[place] : Self.never
    }
    var links = nqs_links()
    links.label_count = Int32(truncatingIfNeeded: count)
    withUnsafeMutableBytes(of: &links.after) { after in
      let after = after.bindMemory(to: Int32.self)
      for place in after.indices {
        let (previous, label) = (place / Int(NQS_WIDTH), place % Int(NQS_WIDTH))
        after[place] = previous < count && label < count ? transitions[previous * count + label] : Self.never
      }
    }
    nqs_prepare_links(&links)
    self.labels = labels
    self.transitions = transitions
    self.links = links
    firstAllowed = (0..<count).reduce(0) { bits, label in
      labels.allows(label, after: nil) ? bits | 1 << UInt32(truncatingIfNeeded: label) : bits
    }
    origins = .allocate(capacity: Int(NQS_WIDTH) * capacity)
    gains = .allocate(capacity: 2 * capacity)
  }

  deinit {
    origins.deallocate()
    gains.deallocate()
  }

  private static let never = Int32.min / 4

  /// Writes the best labels of a sentence's tokens.
  public func decode(_ scores: ArraySlice<LinearChainModel.Scores>, into best: inout [UInt8]) {
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(0, count: scores.count))
    scores.withUnsafeBufferPointer { scores in
      best.withUnsafeMutableBufferPointer { best in
        guard let scores = scores.baseAddress, let labels = best.baseAddress else { return }
        decode(scores, count: best.count, into: labels)
      }
    }
  }

  /// Writes the best labels of `count` tokens.
  package func decode(
    _ scores: UnsafePointer<LinearChainModel.Scores>, count: Int, into best: UnsafeMutablePointer<UInt8>
  ) {
    if count > capacity {
      origins.deallocate()
      gains.deallocate()
      capacity = max(count, 2 * capacity)
      origins = .allocate(capacity: Int(NQS_WIDTH) * capacity)
      gains = .allocate(capacity: 2 * capacity)
    }
    nqs_decode(
      best, &links, firstAllowed, UnsafeRawPointer(scores).assumingMemoryBound(to: Int16.self),
      Int32(truncatingIfNeeded: count), origins, gains)
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
