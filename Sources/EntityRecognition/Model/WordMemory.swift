import EntityLexicon
import SequenceTagging
import TextModel

/// Keeps what words give to the tokens around them, since most of a text's words are the same few ten thousand: the outline of each,
/// and the sums of the weights of its features by where it stands.
///
/// A word has one of two seats; the one that was asked for last stays. Bounded memory and no bookkeeping. To make a word costs
/// some fifty look-ups in the table of weights, so there are many seats; the system gives memory to those only that are taken.
final class WordMemory {
  /// A power of two.
  private static let pairCount = 1 << 15
  /// Where in a word's row the sums begin.
  private static let sumsOffset = 32
  /// Seen from two tokens before the word up to two after it.
  private static let sumCount = 2 * WordFeatures.reach + 1

  private let model: LinearChainModel
  private var describer: WordDescriber
  private let features = FeatureBuffer()
  /// Two a pair.
  private let keys: UnsafeMutablePointer<UInt64>
  /// Which seat of each pair was asked for last.
  private let recent: UnsafeMutablePointer<UInt8>
  /// A row a seat: the outline, then the sums, one number a label.
  private let rows: UnsafeMutableRawPointer
  private let rowSize: Int
  private let sumSize: Int

  init(model: LinearChainModel, describer: WordDescriber) {
    self.model = model
    self.describer = describer
    sumSize = 2 * model.labels.count
    rowSize = (Self.sumsOffset + Self.sumCount * sumSize + 63) / 64 * 64
    keys = .allocate(capacity: 2 * Self.pairCount)
    keys.initialize(repeating: 0, count: 2 * Self.pairCount)
    recent = .allocate(capacity: Self.pairCount)
    recent.initialize(repeating: 0, count: Self.pairCount)
    // Sums are read as whole vectors, also the last one.
    let slack = MemoryLayout<LinearChainModel.Scores>.size
    rows = .allocate(byteCount: 2 * Self.pairCount * rowSize + slack, alignment: 64)
  }

  deinit {
    keys.deallocate()
    recent.deallocate()
    rows.deallocate()
  }

  /// Adds what a token's word gives to the scores of the tokens around it.
  ///
  /// - Parameter scores: those of the token, with room for `WordFeatures.reach` tokens on either side.
  /// - Returns: what other features ask of the word.
  @inline(__always)
  func recall(
    _ index: Int, in words: DocumentWords, addingTo scores: UnsafeMutablePointer<LinearChainModel.Scores>
  ) -> WordDescription.Outline {
    let token = words.tokens[index]
    // Capitals, hamza and final ى are not in the key, but in the description.
    let original = LexiconImage.hash(words.original(token))
    let key = max(original &+ words.hashes[index] &* 3 &+ UInt64(token.kind.rawValue), 1)
    let pair = Int(truncatingIfNeeded: key >> 20) & (Self.pairCount - 1)
    var seat = 2 * pair
    if keys[seat] != key {
      seat += 1
      if keys[seat] != key {
        seat = 2 * pair + Int(1 - recent[pair])
        fill(seat, index, in: words)
        keys[seat] = key
      }
    }
    recent[pair] = UInt8(truncatingIfNeeded: seat & 1)
    let row = UnsafeRawPointer(rows + seat &* rowSize)
    var sums = row + Self.sumsOffset
    for place in -WordFeatures.reach...WordFeatures.reach {
      scores[place] &+= sums.loadUnaligned(as: LinearChainModel.Scores.self)
      sums += sumSize
    }
    return row.load(as: WordDescription.Outline.self)
  }

  private func fill(_ seat: Int, _ index: Int, in words: DocumentWords) {
    let description = describer.describe(index, in: words)
    let row = rows + seat * rowSize
    row.storeBytes(of: description.outline, as: WordDescription.Outline.self)
    for place in -WordFeatures.reach...WordFeatures.reach {
      // For a token that stands so many places behind the word, the word is as many before it.
      let sum = scores(description, at: -place)
      withUnsafeBytes(of: sum) { sum in
        let sums = row + Self.sumsOffset + (place + WordFeatures.reach) * sumSize
        sums.copyMemory(from: UnsafeRawPointer(sum.baseAddress ?? UnsafeRawPointer(sums)), byteCount: sumSize)
      }
    }
  }

  /// The description of a token's word and its runs of three letters.
  func describe(_ index: Int, in words: DocumentWords) -> (WordDescription, trigrams: [UInt64]) {
    let description = describer.describe(index, in: words)
    return (description, describer.trigrams)
  }

  /// The features that the last described word has for a token from which it stands `offset` away.
  private func scores(_ description: WordDescription, at offset: Int) -> LinearChainModel.Scores {
    var features = features
    WordFeatures.forEach(description, trigrams: describer.trigrams, at: offset, &features)
    var scores = LinearChainModel.Scores.zero
    model.add(features.hashes, to: &scores)
    return scores
  }
}
