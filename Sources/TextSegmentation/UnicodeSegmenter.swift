public import TextModel
public import UnicodeText

/// Divides text as Unicode and ICU say (UAX #29), into all its segments, white space included; one a task.
///
/// For tokens take the stage `WordSegmentation`, for a reader's sentences `SentenceSegmenter`.
public final class UnicodeSegmenter {
  /// What a text is divided into.
  public enum Unit: String, CaseIterable, Sendable {
    /// Grapheme clusters: what a reader takes for one character.
    case grapheme
    /// Words, and everything between them.
    case word
    /// Sentences with the white space after them.
    case sentence
  }

  /// A piece of the text.
  public struct Segment: Hashable, Sendable {
    /// Where it stands.
    public let range: ByteRange
    /// For a word segment what a token of it would be; nil for white space and in the other units.
    public let kind: Token.Kind?
  }

  /// What texts are divided into.
  public let unit: Unit
  private let segmenter: BreakSegmenter

  /// A segmenter with a locale's rules; "" is the root, which suits most.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(_ unit: Unit, locale: String = "") throws(ICUError) {
    self.unit = unit
    let kind: BreakIterator.Kind =
      switch unit {
      case .grapheme: .character
      case .word: .word
      case .sentence: .sentence
      }
    segmenter = try (locale.isEmpty ? BreakTable.shared(kind) : BreakTable(kind, locale: locale)).makeSegmenter()
  }

  /// Tells each segment in order; together they cover the text, which is valid UTF-8.
  ///
  /// - Throws: ICU's error for a text of 2 GiB or more where ICU itself has to do the work.
  public func forEachSegment(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Segment) -> Void
  ) throws(ICUError) {
    let isWord = unit == .word
    try segmenter.forEachSegment(in: bytes) { start, end, status in
      var kind: Token.Kind?
      if isWord {
        kind = Token.Kind(ofSegment: start, end, in: bytes, ruleStatus: status) {
          Blank.skip(bytes, from: start, to: end).offset == end
        }
      }
      body(Segment(range: ByteRange(start, end), kind: kind))
    }
  }

  /// The segments of a document.
  ///
  /// - Throws: ICU's error for a text of 2 GiB or more where ICU itself has to do the work.
  public func segments(in document: Document) throws -> [Segment] {
    var segments: [Segment] = []
    try document.bytes.withUnsafeBufferPointer { bytes in
      try forEachSegment(in: bytes) { segments.append($0) }
    }
    return segments
  }
}
