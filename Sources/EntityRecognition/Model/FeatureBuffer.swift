import SequenceTagging

/// The features of several tokens, gathered so that their weights are added up in one go.
final class FeatureBuffer {
  /// Of how many tokens.
  static let tokenCount = 16
  /// More than a token has: four for each type of the names over it and beside it, and some eighty others.
  private static let mostOfToken = FeatureWeights.capacity / tokenCount

  private let weights: FeatureWeights
  private let hashes: UnsafeMutablePointer<UInt64>
  private let ends: UnsafeMutablePointer<Int32>
  private var count = 0
  private var filled = 0

  init(_ weights: FeatureWeights) {
    self.weights = weights
    hashes = .allocate(capacity: FeatureWeights.capacity)
    ends = .allocate(capacity: Self.tokenCount)
  }

  deinit {
    hashes.deallocate()
    ends.deallocate()
  }

  /// What takes the features of the next token.
  var sink: Sink { Sink(start: hashes + filled) }

  /// Ends a token, whose features the sink took.
  func endToken(_ sink: Sink) {
    filled += sink.count
    ends[count] = Int32(truncatingIfNeeded: filled)
    count += 1
  }

  /// Adds the weights of all that was gathered to the scores of the tokens, and forgets it.
  func add(to scores: UnsafeMutablePointer<LinearChainModel.Scores>) {
    weights.add(hashes, ends: UnsafeBufferPointer(start: ends, count: count), to: scores)
    count = 0
    filled = 0
  }

  /// Takes the features of one token.
  struct Sink: FeatureSink {
    fileprivate let start: UnsafeMutablePointer<UInt64>
    fileprivate var count = 0

    @inline(__always)
    mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
      guard count < FeatureBuffer.mostOfToken else { return }
      start[count] = template.feature(at: offset, value)
      count &+= 1
    }
  }
}
