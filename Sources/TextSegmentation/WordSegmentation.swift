import TextModel
public import TextPipeline
import UnicodeText

/// The stage that cuts a document into tokens, at ICU's word boundaries (UAX #29, and ICU's dictionaries for Thai, Khmer,
/// Lao, Burmese, Chinese and Japanese).
///
/// White space becomes no token; what kind of it stands before a token is kept in `Token.gap`.
public struct WordSegmentation: Stage {
  /// The only kind there is.
  public init() {}

  /// `words`.
  public var name: String { "words" }

  /// A worker with a segmenter of its own.
  public func makeWorker() throws -> any StageWorker {
    Worker(segmenter: try BreakTable.shared(.word).makeSegmenter())
  }

  private final class Worker: StageWorker {
    let segmenter: BreakSegmenter
    init(segmenter: BreakSegmenter) { self.segmenter = segmenter }

    func process(_ document: Document, _ annotations: inout Annotations) throws {
      try document.bytes.withUnsafeBufferPointer { bytes in
        annotations.tokens.reserveCapacity(annotations.tokens.count + bytes.count / 5)
        var gap = Token.Gap.paragraph
        var lines = 2
        try segmenter.forEachSegment(in: bytes) { start, end, status in
          var blankLines = 0
          let kind = Token.Kind(ofSegment: start, end, in: bytes, ruleStatus: status) {
            let blank = Blank.skip(bytes, from: start, to: end)
            blankLines = blank.lines
            return blank.offset == end
          }
          guard let kind else {
            // Line breaks add up over several segments of white space: an empty line ends a paragraph.
            lines = min(lines + blankLines, 2)
            gap = max(gap, lines == 0 ? .space : lines == 1 ? .line : .paragraph)
            return
          }
          annotations.tokens.append(Token(range: ByteRange(start, end), kind: kind, gap: gap))
          gap = .none
          lines = 0
        }
      }
    }
  }
}
