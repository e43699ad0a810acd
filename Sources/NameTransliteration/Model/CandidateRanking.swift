/// Ranks the candidates of one word by what is known of each: a network of one small hidden layer (listwise, Cao et al. 2007),
/// whose scores are logarithms of probabilities up to a constant.
package struct CandidateRanking: @unchecked Sendable {
  // Unchecked: the pointer leads into an image that nobody writes to.
  package let inputCount: Int
  package let hiddenCount: Int
  /// Means, scales, then hidden weights, hidden biases, output weights, direct weights.
  private let numbers: UnsafePointer<Float>

  package init(inputCount: Int, hiddenCount: Int, numbers: UnsafePointer<Float>) {
    self.inputCount = inputCount
    self.hiddenCount = hiddenCount
    self.numbers = numbers
  }

  package static func numberCount(inputs: Int, hidden: Int) -> Int { 3 * inputs + hidden * (inputs + 2) }

  /// The slope of a hidden unit below zero.
  package static let leak: Float = 0.05

  package func score(_ inputs: UnsafePointer<Float>) -> Float {
    let means = numbers
    let scales = means + inputCount
    let hidden = scales + inputCount
    let biases = hidden + hiddenCount &* inputCount
    let outputs = biases + hiddenCount
    let direct = outputs + hiddenCount
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: inputCount) { scaled in
      guard let scaled = scaled.baseAddress else { return 0 }
      var score: Float = 0
      for input in 0..<inputCount {
        scaled[input] = (inputs[input] - means[input]) * scales[input]
        score += scaled[input] * direct[input]
      }
      for unit in 0..<hiddenCount {
        var sum = biases[unit]
        let weights = hidden + unit &* inputCount
        for input in 0..<inputCount { sum += scaled[input] * weights[input] }
        score += (sum > 0 ? sum : Self.leak * sum) * outputs[unit]
      }
      return score
    }
  }
}

/// What the ranking sees of a candidate.
package struct CandidateEvidence {
  /// What a logarithm of a probability is at least.
  static let floor: Float = -40

  package var letters: [UInt8]
  /// Where it ends in the trie; -1 where it is not attested.
  package var node: Int
  /// Logarithms of probabilities: from left to right, from right to left, and of the source given the candidate.
  package var forward: Float
  package var backward: Float
  package var channel: Float

  /// How many numbers there are of each candidate.
  package static let accurateCount = 11
  package static let fastCount = 7

  /// The numbers of all candidates of a word, one after the other: each as it is, then how far below the best it is.
  package static func inputs(
    of candidates: [CandidateEvidence], sourceCount: Int, trie: NameTrie, isAccurate: Bool, into inputs: inout [Float]
  ) {
    inputs.removeAll(keepingCapacity: true)
    func weight(_ candidate: CandidateEvidence) -> Float {
      candidate.node >= 0 ? Float(trie.nameWeights[candidate.node]) / 12 : 0
    }
    var forward = floor, backward = floor, channel = floor, frequency: Float = 0
    for candidate in candidates {
      forward = max(forward, candidate.forward)
      backward = max(backward, candidate.backward)
      channel = max(channel, candidate.channel)
      frequency = max(frequency, weight(candidate))
    }
    for candidate in candidates {
      let ownForward = max(floor, candidate.forward)
      let ownWeight = weight(candidate)
      inputs.append(ownForward)
      inputs.append(ownWeight)
      inputs.append(candidate.node >= 0 ? 1 : 0)
      inputs.append(Float(candidate.letters.count))
      inputs.append(Float(sourceCount))
      inputs.append(ownForward - forward)
      inputs.append(ownWeight - frequency)
      if isAccurate {
        let ownBackward = max(floor, candidate.backward)
        let ownChannel = max(floor, candidate.channel)
        inputs.append(ownBackward)
        inputs.append(ownChannel)
        inputs.append(ownBackward - backward)
        inputs.append(ownChannel - channel)
      }
    }
  }
}
