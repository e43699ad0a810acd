import EntityLexicon
import SequenceTagging
import TextModel

/// What a word gives to the tokens around it: its outline, and the sums of the weights of its features by where it stands.
struct RememberedWord {
  var outline = WordDescription.Outline()
  /// For the tokens that see it two and one after them, in their own place, one and two before them.
  var twoAfter = LinearChainModel.Scores.zero
  var oneAfter = LinearChainModel.Scores.zero
  var here = LinearChainModel.Scores.zero
  var oneBefore = LinearChainModel.Scores.zero
  var twoBefore = LinearChainModel.Scores.zero
}

/// Keeps words, since most of a text's are the same few ten thousand. Each word has one seat, and the last comer takes it: bounded
/// memory and no bookkeeping. To make a word costs some sixty look-ups in the table of weights, so there are many seats; the system
/// gives memory to those only that are taken.
final class WordMemory {
  /// A power of two.
  private static let seatCount = 1 << 15

  private let model: LinearChainModel
  private var describer: WordDescriber
  private let keys: UnsafeMutablePointer<UInt64>
  private let words: UnsafeMutablePointer<RememberedWord>

  init(model: LinearChainModel, describer: WordDescriber) {
    self.model = model
    self.describer = describer
    keys = .allocate(capacity: Self.seatCount)
    keys.initialize(repeating: 0, count: Self.seatCount)
    words = .allocate(capacity: Self.seatCount)
  }

  deinit {
    keys.deallocate()
    words.deallocate()
  }

  /// Calls `body` with what a token's word gives; `hash` is that of its key.
  @inline(__always)
  func recall(_ index: Int, in view: TokenView, hash: UInt64, _ body: (borrowing RememberedWord) -> Void) {
    let token = view.tokens[index]
    // Capitals, hamza and final ى are not in the key, but in the description.
    let original = view.bytes.withUnsafeBytes {
      LexiconImage.hash(UnsafeRawBufferPointer(rebasing: $0[token.range.lowerBound..<token.range.upperBound]))
    }
    let key = max(original &+ hash &* 3 &+ UInt64(token.kind.rawValue), 1)
    let seat = Int(key >> 20 & UInt64(Self.seatCount - 1))
    if keys[seat] != key {
      words.advanced(by: seat).initialize(to: word(index, in: view, hash: hash))
      keys[seat] = key
    }
    body(words[seat])
  }

  private func word(_ index: Int, in view: TokenView, hash: UInt64) -> RememberedWord {
    let description = describer.describe(index, in: view, hash: hash)
    return RememberedWord(
      outline: description.outline, twoAfter: scores(description, at: 2), oneAfter: scores(description, at: 1),
      here: scores(description, at: 0), oneBefore: scores(description, at: -1), twoBefore: scores(description, at: -2))
  }

  /// The description of a token's word and its runs of three letters.
  func describe(_ index: Int, in view: TokenView, hash: UInt64) -> (WordDescription, trigrams: [UInt64]) {
    let description = describer.describe(index, in: view, hash: hash)
    return (description, describer.trigrams)
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
