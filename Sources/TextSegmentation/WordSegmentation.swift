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
    private let segmenter: BreakSegmenter
    /// Segments on their way to tokens: some hundred at a time, so that the segmenter's loop stays small.
    private let segments = UnsafeMutablePointer<Segment>.allocate(capacity: batchCount)
    private let tokens = UnsafeMutablePointer<Token>.allocate(capacity: batchCount)
    private static let batchCount = 512

    private struct Segment {
      let start: Int
      let end: Int
      let status: Int32
    }

    /// The white space before the next token.
    private struct Space {
      var gap = Token.Gap.paragraph
      /// How many lines it has ended, 2 for two and more.
      var lines = 2
    }

    init(segmenter: BreakSegmenter) { self.segmenter = segmenter }

    deinit {
      segments.deallocate()
      tokens.deallocate()
    }

    func process(_ document: Document, _ annotations: inout Annotations) throws {
      try document.bytes.withUnsafeBufferPointer { bytes in
        annotations.tokens.reserveCapacity(annotations.tokens.count + bytes.count / 5)
        var space = Space()
        let segments = segments
        var count = 0
        try segmenter.forEachSegment(in: bytes) { start, end, status in
          segments[count] = Segment(start: start, end: end, status: status)
          count &+= 1
          if count == Self.batchCount {
            append(count, bytes, &space, to: &annotations.tokens)
            count = 0
          }
        }
        append(count, bytes, &space, to: &annotations.tokens)
      }
    }

    /// Makes tokens of the segments at hand.
    @inline(never)
    private func append(
      _ segmentCount: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ space: inout Space, to target: inout [Token]
    ) {
      var count = 0
      for index in 0..<segmentCount {
        let segment = segments[index]
        var blankLines = 0
        let kind = Token.Kind(ofSegment: segment.start, segment.end, in: bytes, ruleStatus: segment.status) {
          let blank = Blank.skip(bytes, from: segment.start, to: segment.end)
          blankLines = blank.lines
          return blank.offset == segment.end
        }
        guard let kind else {
          // Line breaks add up over several segments of white space: an empty line ends a paragraph.
          space.lines = min(space.lines + blankLines, 2)
          space.gap = max(space.gap, space.lines == 0 ? .space : space.lines == 1 ? .line : .paragraph)
          continue
        }
        tokens[count] = Token(range: ByteRange(segment.start, segment.end), kind: kind, gap: space.gap)
        count &+= 1
        space = Space(gap: .none, lines: 0)
      }
      target.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
    }
  }
}
