internal import CSequenceKernels
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
  private static let pairCount = 1 << 16
  /// Where in a word's row the sums begin.
  private static let sumsOffset = 32
  /// Seen from two tokens before the word up to two after it.
  private static let sumCount = 2 * WordFeatures.reach + 1

  private var describer: WordDescriber
  private let features: FeatureBuffer
  private let sums: UnsafeMutablePointer<LinearChainModel.Scores>
  /// Two a pair.
  private let keys: UnsafeMutablePointer<UInt64>
  /// Which seat of each pair was asked for last.
  private let recent: UnsafeMutablePointer<UInt8>
  /// A row a seat: the outline, then the sums, one number a label.
  private let rows: UnsafeMutableRawPointer
  private let rowSize: Int
  private let sumSize: Int

  init(model: LinearChainModel, weights: FeatureWeights, describer: WordDescriber) {
    features = FeatureBuffer(weights)
    sums = .allocate(capacity: Self.sumCount)
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
    sums.deallocate()
  }

  /// What a token's word is known by. Capitals, hamza and final ى are not in its key, but in its description.
  @inline(__always)
  func identity(_ index: Int, in words: DocumentWords) -> UInt64 {
    let token = words.tokens[index]
    let original = LexiconImage.hash(words.original(token))
    let identity = max(original &+ words.hashes[index] &* 3 &+ UInt64(token.kind.rawValue), 1)
    nqs_prefetch(keys + 2 &* pair(of: identity))
    return identity
  }

  @inline(__always)
  private func pair(of identity: UInt64) -> Int { Int(truncatingIfNeeded: identity >> 20) & (Self.pairCount - 1) }

  /// Where a token's word sits; it gets a seat if it has none.
  @inline(__always)
  func seat(of identity: UInt64, _ index: Int, in words: DocumentWords) -> Int {
    let pair = pair(of: identity)
    var seat = 2 &* pair
    if keys[seat] != identity {
      seat &+= 1
      if keys[seat] != identity {
        seat = 2 &* pair &+ Int(1 &- recent[pair])
        fill(seat, index, in: words)
        keys[seat] = identity
      }
    }
    recent[pair] = UInt8(truncatingIfNeeded: seat & 1)
    let row = rows + seat &* rowSize
    nqs_prefetch(row)
    nqs_prefetch(row + 64)
    return seat
  }

  /// Adds what a token's word gives to the scores of the tokens around it.
  ///
  /// - Parameters:
  ///   - seat: where the word was seated some tokens ago; it may have had to leave.
  ///   - scores: those of the token, with room for `WordFeatures.reach` tokens on either side.
  /// - Returns: what other features ask of the word.
  @inline(__always)
  func add(
    _ identity: UInt64, at seat: Int, _ index: Int, in words: DocumentWords,
    to scores: UnsafeMutablePointer<LinearChainModel.Scores>
  ) -> WordDescription.Outline {
    var seat = seat
    if keys[seat] != identity { seat = self.seat(of: identity, index, in: words) }
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
      var sink = features.sink
      WordFeatures.forEach(description, trigrams: describer.trigrams, at: -place, &sink)
      features.endToken(sink)
    }
    sums.initialize(repeating: .zero, count: Self.sumCount)
    features.add(to: sums)
    for place in 0..<Self.sumCount {
      (row + Self.sumsOffset + place * sumSize).copyMemory(from: sums + place, byteCount: sumSize)
    }
  }

  /// The description of a token's word and its runs of three letters.
  func describe(_ index: Int, in words: DocumentWords) -> (WordDescription, trigrams: [UInt64]) {
    let description = describer.describe(index, in: words)
    return (description, describer.trigrams)
  }
}
