import SequenceTagging

/// The scores of a sentence's tokens and their labels; keeps its memory from one sentence to the next.
final class SentenceScores {
  private let model: LinearChainModel
  /// What a token scores over which no name is, and for its neighbours: from the one before it to the one after it.
  private let noName: (LinearChainModel.Scores, LinearChainModel.Scores, LinearChainModel.Scores)
  private var features = FeatureBuffer()
  private var capacity = 0
  private var padded: UnsafeMutablePointer<LinearChainModel.Scores>
  private var outlineMemory: UnsafeMutablePointer<WordDescription.Outline>
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

  init(_ model: LinearChainModel) {
    self.model = model
    func weights(_ offset: Int) -> LinearChainModel.Scores {
      var features = FeatureBuffer()
      var scores = LinearChainModel.Scores.zero
      features.addNoName(at: offset)
      model.add(features.hashes, to: &scores)
      return scores
    }
    noName = (weights(-1), weights(0), weights(1))
    padded = .allocate(capacity: 1)
    outlineMemory = .allocate(capacity: 1)
    labels = .allocate(capacity: 1)
  }

  deinit {
    padded.deallocate()
    outlineMemory.deallocate()
    labels.deallocate()
  }

  /// Adds up the scores of a sentence's tokens.
  func score(_ sentence: Range<Int>, _ words: DocumentWords, _ reader: ContextFeatures.Reader, _ memory: WordMemory) {
    reserve(sentence.count)
    start = sentence.lowerBound
    count = sentence.count
    padded.initialize(repeating: .zero, count: count + 2 * WordFeatures.reach)
    let scores = padded + WordFeatures.reach
    // Each word gives its part to the tokens that see it.
    for place in 0..<count {
      outlineMemory[place] = memory.recall(start + place, in: words, addingTo: scores + place)
    }
    let outlines = outlines
    for place in 0..<count {
      features.removeAll()
      var sink = Sink(features: features, scores: scores[place], noName: noName)
      reader.forEach(start + place, in: sentence, outlines, &sink)
      model.add(sink.features.hashes, to: &sink.scores)
      scores[place] = sink.scores
    }
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    padded.deallocate()
    outlineMemory.deallocate()
    labels.deallocate()
    capacity = max(count, 2 * capacity, 64)
    padded = .allocate(capacity: capacity + 2 * WordFeatures.reach)
    outlineMemory = .allocate(capacity: capacity)
    labels = .allocate(capacity: capacity)
  }

  /// Gathers the features of a token, and adds at once what is known of them.
  private struct Sink: FeatureSink {
    var features: FeatureBuffer
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
