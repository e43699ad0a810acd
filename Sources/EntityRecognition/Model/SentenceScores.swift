import SequenceTagging

/// The scores of a sentence's tokens and their labels; keeps its memory from one sentence to the next.
final class SentenceScores {
  private let memory: WordMemory
  /// What a token scores over which no name is, and for its neighbours: from the one before it to the one after it.
  private let noName: (LinearChainModel.Scores, LinearChainModel.Scores, LinearChainModel.Scores)
  private let features: FeatureBuffer
  private var capacity = 0
  private var padded: UnsafeMutablePointer<LinearChainModel.Scores>
  private var outlineMemory: UnsafeMutablePointer<WordDescription.Outline>
  private var identities: UnsafeMutablePointer<UInt64>
  private var seats: UnsafeMutablePointer<Int>
  private var start = 0

  /// How many tokens there are.
  private(set) var count = 0
  /// A label a token, for whoever decides them.
  private(set) var labels: UnsafeMutablePointer<UInt8>
  /// The scores, one a token.
  var scores: UnsafePointer<LinearChainModel.Scores> { UnsafePointer(padded + WordFeatures.reach) }
  /// The words.
  var outlines: Outlines { Outlines(memory: UnsafePointer(outlineMemory), start: start) }

  struct Outlines: WordOutlines {
    fileprivate let memory: UnsafePointer<WordDescription.Outline>
    fileprivate let start: Int
    subscript(token index: Int) -> WordDescription.Outline {
      @inline(__always) get { memory[index &- start] }
    }
  }

  init(_ weights: FeatureWeights, _ memory: WordMemory) {
    self.memory = memory
    let features = FeatureBuffer(weights)
    self.features = features
    func noName(_ offset: Int) -> LinearChainModel.Scores {
      var sink = features.sink
      sink.addNoName(at: offset)
      features.endToken(sink)
      var scores = LinearChainModel.Scores.zero
      features.add(to: &scores)
      return scores
    }
    self.noName = (noName(-1), noName(0), noName(1))
    padded = .allocate(capacity: 1)
    outlineMemory = .allocate(capacity: 1)
    labels = .allocate(capacity: 1)
    identities = .allocate(capacity: 1)
    seats = .allocate(capacity: 1)
  }

  deinit {
    padded.deallocate()
    outlineMemory.deallocate()
    labels.deallocate()
    identities.deallocate()
    seats.deallocate()
  }

  /// Adds up the scores of a sentence's tokens.
  func score(_ sentence: Range<Int>, _ words: DocumentWords, _ reader: ContextFeatures.Reader) {
    reserve(sentence.count)
    start = sentence.lowerBound
    count = sentence.count
    padded.initialize(repeating: .zero, count: count + 2 * WordFeatures.reach)
    let scores = padded + WordFeatures.reach
    // In three goes, so that what each of them reads has time to come near.
    for place in 0..<count { identities[place] = memory.identity(start + place, in: words) }
    for place in 0..<count { seats[place] = memory.seat(of: identities[place], start + place, in: words) }
    // Each word gives its part to the tokens that see it.
    for place in 0..<count {
      outlineMemory[place] = memory.add(
        identities[place], at: seats[place], start + place, in: words, to: scores + place)
    }
    let outlines = outlines
    var first = 0
    while first < count {
      let next = min(first + FeatureBuffer.tokenCount, count)
      for place in first..<next {
        var sink = Sink(features: features.sink, scores: scores[place], noName: noName)
        reader.forEach(start + place, in: sentence, outlines, &sink)
        scores[place] = sink.scores
        features.endToken(sink.features)
      }
      features.add(to: scores + first)
      first = next
    }
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    padded.deallocate()
    outlineMemory.deallocate()
    labels.deallocate()
    identities.deallocate()
    seats.deallocate()
    capacity = max(count, 2 * capacity, 64)
    padded = .allocate(capacity: capacity + 2 * WordFeatures.reach)
    outlineMemory = .allocate(capacity: capacity)
    labels = .allocate(capacity: capacity)
    identities = .allocate(capacity: capacity)
    seats = .allocate(capacity: capacity)
  }

  /// Gathers the features of a token, and adds at once what is known of them.
  private struct Sink: FeatureSink {
    var features: FeatureBuffer.Sink
    var scores: LinearChainModel.Scores
    let noName: (LinearChainModel.Scores, LinearChainModel.Scores, LinearChainModel.Scores)

    @inline(__always)
    mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
      features.add(template, at: offset, value)
    }

    @inline(__always)
    mutating func addNoName(at offset: Int) {
      scores &+= offset < 0 ? noName.0 : offset == 0 ? noName.1 : noName.2
    }
  }
}
