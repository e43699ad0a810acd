/// A segment of a document that is not white space: a word, a number, a punctuation mark.
///
/// Kept small (16 bytes), since a document has one for every five bytes or so.
public struct Token: Hashable, Sendable {
  /// What a token is made of, after ICU's rule status of its word boundary.
  public enum Kind: UInt8, Sendable {
    /// Letters of any script, Chinese characters and kana included.
    case word
    /// Begins with a digit.
    case number
    /// Anything else that is visible: punctuation, symbols, emoji.
    case symbol
  }

  /// What stands between a token and the one before it.
  public enum Gap: UInt8, Comparable, Sendable {
    /// Nothing.
    case none
    /// White space without a line break, or invisible controls.
    case space
    /// White space with one line break.
    case line
    /// An empty line, or a paragraph separator; also the start of the text.
    case paragraph

    /// Orders by width.
    public static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32
  /// Where the token's normalized form begins in `Annotations.keys`.
  public var keyStart: UInt32 = 0
  /// Length of the normalized form in bytes; a longer form is cut to 0, which matches nothing.
  public var keyCount: UInt16 = 0
  /// What the token is made of.
  public let kind: Kind
  @usableFromInline var layout: UInt8

  /// A token at a byte range of a document that `Document` has accepted, so that its offsets fit into 32 bits.
  @inlinable
  public init(range: ByteRange, kind: Kind, gap: Gap) {
    self.init(
      start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound),
      kind: kind, gap: gap)
  }

  @usableFromInline
  init(start: UInt32, end: UInt32, kind: Kind, gap: Gap) {
    self.start = start
    self.end = end
    self.kind = kind
    layout = gap.rawValue
  }

  /// Where the token stands in the document.
  @inlinable public var range: ByteRange { ByteRange(Int(start), Int(end)) }

  /// Where its normalized form stands in `Annotations.keys`.
  @inlinable public var keyRange: Range<Int> { Int(keyStart)..<Int(keyStart) + Int(keyCount) }

  /// What stands before it.
  @inlinable public var gap: Gap { Gap(rawValue: layout & 3) ?? .none }

  /// Whether a sentence begins with it.
  public var startsSentence: Bool {
    @inlinable get { layout & 4 != 0 }
    set { layout = newValue ? layout | 4 : layout & ~4 }
  }
}
