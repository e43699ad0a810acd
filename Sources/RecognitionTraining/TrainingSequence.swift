/// A sentence for training: features of its tokens, and the labels that people gave them.
struct TrainingSequence {
  /// Its place in the corpus.
  var sentence: Int
  /// Feature numbers of all tokens, one after the other.
  var features: [UInt32] = []
  /// Where each token's features begin; one more than there are tokens.
  var starts: [Int32] = [0]
  /// The label of each token.
  var labels: [UInt8] = []

  init(sentence: Int) { self.sentence = sentence }

  var count: Int { labels.count }
}

/// Numbers features as they come.
struct FeatureNumbers {
  private var numbers: [UInt64: UInt32] = [:]
  private(set) var hashes: [UInt64] = []

  mutating func number(of hash: UInt64) -> UInt32 {
    if let number = numbers[hash] { return number }
    let number = UInt32(hashes.count)
    numbers[hash] = number
    hashes.append(hash)
    return number
  }

  /// The number of a feature that was seen.
  func known(_ hash: UInt64) -> UInt32? { numbers[hash] }
}
