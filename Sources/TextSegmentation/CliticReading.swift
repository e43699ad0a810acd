public import TextModel

/// One way to take an Arabic word apart.
public struct CliticReading: Hashable, Sendable {
  /// A part of the word.
  public struct Segment: Hashable, Sendable {
    /// What a part is.
    public enum Kind: String, Sendable {
      /// A particle or the article, before the stem.
      case proclitic
      /// The word itself.
      case stem
      /// A pronoun after the stem.
      case enclitic
    }

    /// What it is.
    public let kind: Kind
    /// Where it stands; the segments of a reading cover the word.
    public let range: ByteRange
    /// It as a word of its own, normalized: ال for the second ل of للولايات, مدرسه for the stem of مدرستهم.
    public let form: String
  }

  /// The parts in order; exactly one is a stem.
  public let segments: [Segment]
  /// How likely the reading is, on the scale of `WordKnowledge`; only the order of one word's readings means something.
  public let score: Float
  /// Whether the stem was known.
  public let isKnown: Bool

  /// The word itself.
  public var stem: Segment? { segments.first { $0.kind == .stem } }
  /// Whether nothing is split off.
  public var isWhole: Bool { segments.count == 1 }
}
