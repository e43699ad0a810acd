package import BinaryImage

/// The weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
///
/// The score of a sequence of labels is the sum, over its tokens, of a weight for each feature of the token and the label, and
/// of a weight for the label and the one before it. Features are told by 64-bit hashes; the table keeps 32 bits of each,
/// so that nearly all features that were not seen in training weigh nothing. Weights are whole units of `unit`.
public final class LinearChainModel: @unchecked Sendable {
  // Unchecked: holds only pointers into bytes that nobody writes to, and what keeps these.

  /// Scores of a token, one a label; what stands behind the last label means nothing.
  public typealias Scores = SIMD16<Int16>

  /// What one unit of a score is, in natural logarithms of odds.
  public static let unit: Float = 1.0 / 24

  /// Which text it is for: `ar/news`.
  public let name: String
  /// The labels.
  public let labels: LabelSet
  /// The weight of each label after each: `transitions[from * labels.count + to]`, in units.
  let transitions: [Int32]
  private let image: ImageBytes
  /// The tags of the features, so that a search from a feature's own slot on ends at an empty one.
  let slots: UnsafeBufferPointer<UInt32>
  /// A row of as many bytes as there are labels a slot; 16 bytes can be read from each of them.
  let weights: UnsafePointer<Int8>

  /// How many sections of an image a model takes.
  package static let sectionCount = 5
  /// Behind the last row, so that a row can be read as 16 bytes wherever it stands.
  private static let padding = 16

  /// The model in an image's sections from `first` on; nil where their numbers contradict each other.
  package init?(_ image: ImageBytes, first: Int) {
    guard let name = image.section(first, of: UInt8.self), let types = image.section(first + 1, of: UInt8.self),
      let transitions = image.section(first + 2, of: Int32.self), let slots = image.section(first + 3, of: UInt32.self),
      let weights = image.section(first + 4, of: Int8.self),
      let weightBase = weights.baseAddress, !slots.isEmpty, slots.count < 1 << 28
    else { return nil }
    let labels = LabelSet(types: String(decoding: types, as: UTF8.self).split(separator: " ").map(String.init))
    guard transitions.count == labels.count * labels.count,
      weights.count == slots.count * labels.count + Self.padding,
      // A search ends at an empty slot, so there must be one.
      slots.contains(0)
    else { return nil }
    self.image = image
    self.name = String(decoding: name, as: UTF8.self)
    self.labels = labels
    // A damaged weight must not make sums overflow.
    self.transitions = transitions.map { max(-100_000, min(100_000, $0)) }
    self.slots = slots
    self.weights = weightBase
  }

  /// The weight of a label after another, in units.
  package func transition(from previous: Int, to label: Int) -> Int {
    Int(transitions[previous * labels.count + label])
  }

  /// Adds a feature's weights to a token's scores; `FeatureWeights` does so for many.
  public func add(_ feature: UInt64, to scores: inout Scores) {
    let tag = Self.tag(feature)
    var slot = Self.slot(feature, of: slots.count)
    while slots[slot] != 0 {
      if slots[slot] == tag {
        for label in 0..<labels.count { scores[label] &+= Int16(weights[slot * labels.count + label]) }
        return
      }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
  }

  private static func tag(_ feature: UInt64) -> UInt32 { max(UInt32(truncatingIfNeeded: feature >> 32), 1) }

  /// Where the search for a feature begins: the lower half of its hash, scaled to the table.
  private static func slot(_ feature: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: ((feature & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The sections of an image for weights in natural logarithms: `labels.count` a feature. Features that weigh nothing are left out.
  package static func sections(
    name: String, labels: LabelSet, features: [UInt64], weights: [Float], transitions: [Float]
  ) -> [[UInt8]] {
    let size = labels.count
    func units(_ weight: Float, limit: Float) -> Float { max(-limit, min(limit, (weight / unit).rounded())) }
    let kept = features.indices.filter { feature in
      (0..<size).contains { units(weights[feature * size + $0], limit: 127) != 0 }
    }
    let slotCount = kept.count + kept.count / 3 + 16
    var slots = [UInt32](repeating: 0, count: slotCount)
    var rows = [Int8](repeating: 0, count: slotCount * size + padding)
    for feature in kept {
      let tag = tag(features[feature])
      var slot = slot(features[feature], of: slotCount)
      // Two features of one slot and one tag cannot be told apart: the first stays.
      while slots[slot] != 0, slots[slot] != tag { slot = (slot + 1) % slotCount }
      guard slots[slot] == 0 else { continue }
      slots[slot] = tag
      for label in 0..<size { rows[slot * size + label] = Int8(units(weights[feature * size + label], limit: 127)) }
    }
    let links = transitions.map { Int32(units($0, limit: 10_000)) }
    return [
      Array(name.utf8), Array(labels.types.joined(separator: " ").utf8), links.withUnsafeBytes { Array($0) },
      slots.withUnsafeBytes { Array($0) }, rows.withUnsafeBytes { Array($0) },
    ]
  }
}
