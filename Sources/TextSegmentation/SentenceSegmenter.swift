import Glibc
public import TextModel
public import UnicodeText

/// Finds sentences, one text at a time; one a task.
public final class SentenceSegmenter {
  /// Whose sentences they are.
  public let style: SentenceSegmentation.Style
  /// What a single line break means to the style `news`.
  public let lineBreaks: SentenceSegmentation.LineBreaks
  private let segmenter: BreakSegmenter
  private let judge: SentenceJudge

  /// A segmenter of this style.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(
    style: SentenceSegmentation.Style = .news, lineBreaks: SentenceSegmentation.LineBreaks = .detected,
    locale: String = ""
  ) throws(ICUError) {
    self.style = style
    self.lineBreaks = lineBreaks
    segmenter = try (locale.isEmpty ? BreakTable.shared(.sentence) : BreakTable(.sentence, locale: locale))
      .makeSegmenter()
    judge = try SentenceJudge(lineBreaks: lineBreaks)
  }

  /// Tells each sentence in order; together they cover the text, which is valid UTF-8.
  ///
  /// - Throws: ICU's error for a text of 2 GiB or more where ICU itself has to do the work.
  public func forEachSentence(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (ByteRange) -> Void
  ) throws(ICUError) {
    guard style == .news else {
      try segmenter.forEachSegment(in: bytes) { start, end, _ in body(ByteRange(start, end)) }
      return
    }
    var sentenceStart = 0
    /// Where the text before the white space just passed ends; nil before any text.
    var contentEnd: Int?
    var lines = 0
    var ellipsis = EllipsisSearch()
    try segmenter.forEachSegment(in: bytes) { start, end, _ in
      let (contentStart, leadingLines) = Blank.skip(bytes, from: start, to: end)
      lines += leadingLines
      guard contentStart < end else { return }
      if let previousEnd = contentEnd {
        let gap = SentenceJudge.Gap(
          sentenceStart: sentenceStart, contentEnd: previousEnd, contentStart: contentStart, lines: lines)
        if let boundary = judge.boundary(at: gap, in: bytes), boundary > sentenceStart {
          // Controls written to the next text, such as the start of an embedding, go with it.
          let start =
            boundary == contentStart ? Blank.startOfControls(bytes, before: boundary, to: previousEnd) : boundary
          body(ByteRange(sentenceStart, start))
          sentenceStart = start
        }
      }
      let segmentEnd = Blank.skipBack(bytes, from: end, to: contentStart)
      // U+2026 is no terminator to ICU.
      while let found = ellipsis.next(in: bytes, from: contentStart, to: segmentEnd) {
        if let gap = judge.gap(afterEllipsis: found, to: segmentEnd, sentenceStart: sentenceStart, in: bytes),
          let boundary = judge.boundary(at: gap, in: bytes), boundary > sentenceStart
        {
          body(ByteRange(sentenceStart, boundary))
          sentenceStart = boundary
        }
      }
      contentEnd = segmentEnd
      lines = Blank.skip(bytes, from: segmentEnd, to: end).lines
    }
    if sentenceStart < bytes.count { body(ByteRange(sentenceStart, bytes.count)) }
  }
}

/// Finds each `…` once, in one pass over the text.
private struct EllipsisSearch {
  private var position = 0

  /// The offset after the next `…` that ends at or before `end`; nil where there is none.
  mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = max(position, start)
    // Eight bytes at a time, as long as none of them can be the first of `…`, which no letter of two bytes has.
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 3 <= end {
      if index + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0xE2E2_E2E2_E2E2_E2E2
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let last = min(index + 8, end - 2)
      while index < last {
        if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA6 {
          position = index + 3
          return position
        }
        index += 1
      }
    }
    position = index
    return nil
  }
}
