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
          if status < 100, let blank = Self.blank(bytes, start, end) {
            // Line breaks add up over several segments of white space: an empty line ends a paragraph.
            lines = min(lines + blank.lines, 2)
            gap = max(gap, lines == 0 ? blank.gap : lines == 1 ? .line : .paragraph)
            return
          }
          let kind: Token.Kind = status < 100 ? .symbol : status < 200 ? .number : .word
          annotations.tokens.append(Token(range: ByteRange(start, end), kind: kind, gap: gap))
          gap = .none
          lines = 0
        }
      }
    }

    /// How many lines a segment of white space or invisible controls ends (2 for a paragraph); nil for visible ones.
    @inline(__always)
    private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (lines: Int, gap: Token.Gap)? {
      if bytes[start] == 0x20, end == start + 1 { return (0, .space) }
      var lines = 0
      var index = start
      var isCarriageReturn = false
      while index < end {
        let byte = bytes[index]
        switch byte {
        case 0x0A:
          if !isCarriageReturn { lines += 1 }
        case 0x0D, 0x0B: lines += 1
        case 0x0C: lines += 2
        case 0x09, 0x20: break
        case 0xC2:
          guard index + 1 < end, [0x85, 0xA0, 0xAD].contains(bytes[index + 1]) else { return nil }
          if bytes[index + 1] == 0x85 { lines += 1 }
          index += 1
        case 0xD8:
          guard index + 1 < end, bytes[index + 1] == 0x9C else { return nil }  // U+061C
          index += 1
        case 0xE1, 0xE2, 0xE3, 0xEF:
          guard index + 2 < end else { return nil }
          switch UInt32(byte & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F) {
          case 0x1680, 0x180E, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: break
          case 0x2028: lines += 1
          case 0x2029: lines += 2
          default: return nil
          }
          index += 2
        default: return nil
        }
        isCarriageReturn = byte == 0x0D
        index += 1
      }
      return (min(lines, 2), .space)
    }
  }
}
