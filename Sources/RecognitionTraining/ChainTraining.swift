import Glibc
import SequenceTagging

/// Trains a linear-chain conditional random field by following the gradient of its likelihood, one sentence after another, with
/// the FTRL-proximal steps of McMahan and others (2013), whose first norm leaves most weights at zero.
struct ChainTraining {
  struct Options {
    /// How often all sentences are gone through.
    var epochs = 8
    /// How large the steps are (α of the paper).
    var rate: Float = 0.25
    /// What a weight must be worth to be kept (λ1); the transitions are always kept.
    var l1: Float = 1
    /// What keeps weights small (λ2).
    var l2: Float = 0.5
  }

  let labels: LabelSet
  let options: Options
  private let size: Int
  /// FTRL's sums and squares, `size` a feature; the transitions stand behind all features.
  private var sums: [Float]
  private var squares: [Float]
  private let featureCount: Int

  init(labels: LabelSet, featureCount: Int, options: Options) {
    self.labels = labels
    self.options = options
    self.featureCount = featureCount
    size = labels.count
    sums = [Float](repeating: 0, count: (featureCount + size) * size)
    squares = sums
  }

  /// The weight behind a sum and a square.
  @inline(__always)
  private func weight(_ sum: Float, _ square: Float, l1: Float) -> Float {
    if abs(sum) <= l1 { return 0 }
    return -(sum - (sum < 0 ? -l1 : l1)) / ((1 + square.squareRoot()) / options.rate + options.l2)
  }

  /// The weights, `labels.count` a feature, the transitions behind all features.
  var weights: [Float] {
    let transitions = featureCount * size
    return sums.indices.map { weight(sums[$0], squares[$0], l1: $0 < transitions ? options.l1 : 0) }
  }

  /// Goes through these sentences `epochs` times, in an order that is another each time and the same in each training.
  mutating func train(_ sequences: [TrainingSequence]) {
    var order = Array(sequences.indices)
    var shuffle = Shuffle()
    for _ in 0..<options.epochs {
      shuffle.apply(to: &order)
      for index in order { step(sequences[index]) }
    }
  }

  private mutating func step(_ sequence: TrainingSequence) {
    let n = sequence.count
    let size = size
    guard n > 0 else { return }
    let transitions = featureCount * size
    sums.withUnsafeMutableBufferPointer { sums in
      squares.withUnsafeMutableBufferPointer { squares in
        let (l1, l2, rate) = (options.l1, options.l2, options.rate)
        // Scores of the tokens.
        var scores = [Float](repeating: 0, count: n * size)
        for token in 0..<n {
          for place in Int(sequence.starts[token])..<Int(sequence.starts[token + 1]) {
            let base = Int(sequence.features[place]) * size
            for label in 0..<size {
              let sum = sums[base + label]
              if abs(sum) > l1 {
                scores[token * size + label] -=
                  (sum - (sum < 0 ? -l1 : l1)) / ((1 + squares[base + label].squareRoot()) / rate + l2)
              }
            }
          }
        }
        var potentials = [Float](repeating: 0, count: size * size)
        for index in potentials.indices {
          potentials[index] = expf(
            -sums[transitions + index] / ((1 + squares[transitions + index].squareRoot()) / rate + l2))
        }
        // Forward and backward sums, each token's scaled to one.
        var emissions = scores
        for token in 0..<n {
          let row = token * size
          var top = scores[row]
          for label in 1..<size { top = max(top, scores[row + label]) }
          for label in 0..<size { emissions[row + label] = expf(scores[row + label] - top) }
        }
        var alphas = emissions
        func normalize(_ values: inout [Float], _ row: Int) {
          var total: Float = 0
          for label in 0..<size { total += values[row + label] }
          let factor = 1 / max(total, 1e-30)
          for label in 0..<size { values[row + label] *= factor }
        }
        normalize(&alphas, 0)
        for token in 1..<max(n, 1) {
          let row = token * size
          for label in 0..<size {
            var total: Float = 0
            for previous in 0..<size { total += alphas[row - size + previous] * potentials[previous * size + label] }
            alphas[row + label] = total * emissions[row + label]
          }
          normalize(&alphas, row)
        }
        var betas = [Float](repeating: 1, count: n * size)
        var gradients = [Float](repeating: 0, count: size * size)
        var pairs = gradients
        for token in stride(from: n - 2, through: 0, by: -1) {
          let row = token * size
          var total: Float = 0
          for previous in 0..<size {
            var beta: Float = 0
            for label in 0..<size {
              let value =
                potentials[previous * size + label] * emissions[row + size + label] * betas[row + size + label]
              beta += value
              let pair = alphas[row + previous] * value
              pairs[previous * size + label] = pair
              total += pair
            }
            betas[row + previous] = beta
          }
          let factor = 1 / max(total, 1e-30)
          for index in pairs.indices { gradients[index] += pairs[index] * factor }
          gradients[Int(sequence.labels[token]) * size + Int(sequence.labels[token + 1])] -= 1
          normalize(&betas, row)
        }
        @inline(__always)
        func update(_ index: Int, _ gradient: Float, _ l1: Float) {
          let (sum, square) = (sums[index], squares[index])
          let old =
            abs(sum) <= l1
            ? 0 : -(sum - (sum < 0 ? -l1 : l1)) / ((1 + square.squareRoot()) / rate + l2)
          let new = square + gradient * gradient
          sums[index] = sum + gradient - (new.squareRoot() - square.squareRoot()) / rate * old
          squares[index] = new
        }
        for token in 0..<n {
          let row = token * size
          var marginals = [Float](repeating: 0, count: size)
          var total: Float = 0
          for label in 0..<size {
            marginals[label] = alphas[row + label] * betas[row + label]
            total += marginals[label]
          }
          let factor = 1 / max(total, 1e-30)
          for label in 0..<size { marginals[label] *= factor }
          marginals[Int(sequence.labels[token])] -= 1
          for place in Int(sequence.starts[token])..<Int(sequence.starts[token + 1]) {
            let base = Int(sequence.features[place]) * size
            for label in 0..<size where abs(marginals[label]) > 1e-4 { update(base + label, marginals[label], l1) }
          }
        }
        for index in gradients.indices where gradients[index] != 0 { update(transitions + index, gradients[index], 0) }
      }
    }
  }
}
