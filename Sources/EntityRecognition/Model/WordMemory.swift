import EntityLexicon
import TextModel
import SequenceTagging

/// What a word gives to the tokens around it: its description, and the sums of the weights of its features by where it stands.
struct RememberedWord {
  var description = WordDescription()
  /// For the tokens that see it two and one after them, in their own place, one and two before them.
  var twoAfter = LinearChainModel.Scores.zero
  var oneAfter = LinearChainModel.Scores.zero
  var here = LinearChainModel.Scores.zero
  var oneBefore = LinearChainModel.Scores.zero
  var twoBefore = LinearChainModel.Scores.zero
}

/// Keeps words, since most of a text's are the same few thousand. Each word has one seat, and the last comer takes it: bounded
/// memory and no bookkeeping.
struct WordMemory {
  /// A power of two.
  private static let seatCount = 1 << 13

  private let model: LinearChainModel
  private var describer: WordDescriber
  private var keys = [UInt64](repeating: 0, count: seatCount)
  private var words = [RememberedWord](repeating: RememberedWord(), count: seatCount)

  init(model: LinearChainModel, describer: WordDescriber) {
    self.model = model
    self.describer = describer
  }

  /// What a token's word gives; `hash` is that of its key.
  mutating func recall(_ index: Int, in view: TokenView, hash: UInt64) -> RememberedWord {
    let token = view.tokens[index]
    // Capitals, hamza and final ى are not in the key, but in the description.
    let original = view.bytes.withUnsafeBytes {
      LexiconImage.hash(UnsafeRawBufferPointer(rebasing: $0[token.range.lowerBound..<token.range.upperBound]))
    }
    let key = max(original &+ hash &* 3 &+ UInt64(token.kind.rawValue), 1)
    let seat = Int(key >> 20 & UInt64(Self.seatCount - 1))
    if keys[seat] == key { return words[seat] }
    var word = RememberedWord()
    word.description = describer.describe(index, in: view, hash: hash)
    word.twoAfter = scores(word.description, at: 2)
    word.oneAfter = scores(word.description, at: 1)
    word.here = scores(word.description, at: 0)
    word.oneBefore = scores(word.description, at: -1)
    word.twoBefore = scores(word.description, at: -2)
    keys[seat] = key
    words[seat] = word
    return word
  }

  /// The runs of three letters of a token's word.
  mutating func trigrams(_ index: Int, in view: TokenView, hash: UInt64) -> [UInt64] {
    _ = describer.describe(index, in: view, hash: hash)
    return describer.trigrams
  }

  /// The features that the last described word has for a token from which it stands `offset` away.
  private func scores(_ description: WordDescription, at offset: Int) -> LinearChainModel.Scores {
    var sum = ScoreSum(model: model)
    WordFeatures.forEach(description, trigrams: describer.trigrams, at: offset, &sum)
    return sum.scores
  }
}

/// Adds up the weights of features.
struct ScoreSum: FeatureSink {
  let model: LinearChainModel
  var scores = LinearChainModel.Scores.zero

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
    model.add(template.feature(at: offset, value), to: &scores)
  }
}
