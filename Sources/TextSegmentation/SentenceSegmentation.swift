import TextModel
public import TextPipeline

/// The stage that finds the sentences, and marks the tokens with which they begin where tokens are there already.
///
/// The sentences cover the document: each begins where the one before ends, with the white space after a sentence being
/// its own. Sentences that an earlier stage found are replaced.
public struct SentenceSegmentation: Stage {
  /// Whose sentences they are.
  public enum Style: String, CaseIterable, Sendable {
    /// ICU's sentence rules (UAX #29), to the letter: every line break ends a sentence, and so does `Dr. `.
    case unicode
    /// ICU's boundaries corrected by what stands around them: abbreviations, initials, datelines, ellipses, quotations
    /// and their attributions, and lines that were only wrapped.
    case news
  }

  /// What a single line break means to the style `news`, where the line before it has no full stop or the like. With
  /// one, it ends a sentence; an empty line always does.
  public enum LineBreaks: String, CaseIterable, Sendable {
    /// Each line is a paragraph, so its end ends a sentence.
    case paragraph
    /// No more than a space: the text is wrapped, and a name may stand across two lines.
    case space
    /// A space, except beside a line of more than `detectedLineWidth` characters: nobody wraps so widely, so such a
    /// line is a whole paragraph, and what stands above or below it (a headline, a caption) is another.
    case detected
  }

  /// The longest line, in characters, that `LineBreaks.detected` takes for a wrapped one.
  public static let detectedLineWidth = 160

  /// Whose sentences they are.
  public let style: Style
  /// What a single line break means to the style `news`.
  public let lineBreaks: LineBreaks
  /// The locale of ICU's rules; "" is the root, and only Greek (`el`) differs from it.
  public let locale: String

  /// A stage of this style.
  public init(style: Style = .news, lineBreaks: LineBreaks = .detected, locale: String = "") {
    self.style = style
    self.lineBreaks = lineBreaks
    self.locale = locale
  }

  /// `sentences (news)`.
  public var name: String { "sentences (\(style.rawValue))" }

  /// A worker with a segmenter of its own.
  public func makeWorker() throws -> any StageWorker {
    Worker(segmenter: try SentenceSegmenter(style: style, lineBreaks: lineBreaks, locale: locale))
  }

  private final class Worker: StageWorker {
    let segmenter: SentenceSegmenter
    init(segmenter: SentenceSegmenter) { self.segmenter = segmenter }

    func process(_ document: Document, _ annotations: inout Annotations) throws {
      annotations.sentences.removeAll(keepingCapacity: true)
      try document.bytes.withUnsafeBufferPointer { bytes in
        try segmenter.forEachSentence(in: bytes) { annotations.sentences.append($0) }
      }
      Self.markStarts(annotations.sentences, &annotations.tokens)
    }

    /// Both are in the order of the text, so one walk is enough.
    private static func markStarts(_ sentences: [ByteRange], _ tokens: inout [Token]) {
      var sentence = 0
      for index in tokens.indices {
        let start = tokens[index].range.lowerBound
        var isFirst = false
        while sentence < sentences.count, sentences[sentence].lowerBound <= start {
          isFirst = true
          sentence += 1
        }
        if isFirst != tokens[index].startsSentence { tokens[index].startsSentence = isFirst }
      }
    }
  }
}
