import UnicodeText

/// Decides for the style `news` whether a sentence ends where ICU or a line break says so.
///
/// Each decision looks at no more than `reach` bytes on either side (and at a line's width), so that hostile text costs no
/// more than any other.
struct SentenceJudge {
  /// A place between two pieces of text, with the white space between them.
  struct Gap {
    /// Where the sentence that may end here began.
    var sentenceStart: Int
    /// Where its text ends.
    var contentEnd: Int
    /// Where the next text begins.
    var contentStart: Int
    /// How many lines the white space between them ends.
    var lines: Int
    /// Whether only a capital letter after the gap makes it a boundary, ICU having none here.
    var isEllipsis = false
  }

  /// How far a decision looks for words, quotation marks and stops, in bytes.
  private static let reach = 96

  private let lineBreaks: SentenceSegmentation.LineBreaks
  private let classes: SentenceClasses

  init(lineBreaks: SentenceSegmentation.LineBreaks) throws(ICUError) {
    self.lineBreaks = lineBreaks
    classes = try SentenceClasses()
  }

  /// The place where a sentence may end after a `…` in the midst of what ICU takes for one sentence.
  func gap(afterEllipsis offset: Int, to end: Int, sentenceStart: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Gap? {
    var contentEnd = offset
    let limit = min(end, offset + Self.reach)
    while contentEnd < limit {
      let (value, next) = ScalarReader.forward(bytes, at: contentEnd, to: end)
      guard classes[value] == .close || value == 0x2026 else { break }
      contentEnd = next
    }
    let contentStart = Blank.skip(bytes, from: contentEnd, to: end).offset
    guard contentStart > contentEnd, contentStart < end else { return nil }
    return Gap(
      sentenceStart: sentenceStart, contentEnd: contentEnd, contentStart: contentStart, lines: 0, isEllipsis: true)
  }

  /// Where the sentence ends; nil where it goes on.
  func boundary(at gap: Gap, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if gap.lines >= 2 { return gap.contentStart }
    if gap.lines == 1, lineBreaks == .paragraph || isListItem(gap, bytes) { return gap.contentStart }
    let reachStart = max(gap.sentenceStart, gap.contentEnd - Self.reach)
    let before = SentenceEnding(
      bytes, from: reachStart, isSentenceStart: reachStart == gap.sentenceStart, to: gap.contentEnd, classes: classes)
    guard before.hasTerminator else {
      // Without a stop that is known here, ICU's word is taken: its locale may know another.
      return gap.lines == 0 && !gap.isEllipsis || endsParagraph(gap, bytes) ? gap.contentStart : nil
    }
    let after = SentenceOpening(
      bytes, from: gap.contentStart, to: min(bytes.count, gap.contentStart + Self.reach),
      afterLineBreak: gap.lines > 0, classes: classes)
    if let boundary = boundary(at: gap, before, after, bytes) { return boundary }
    // At the end of a paragraph only an abbreviation can keep a sentence with a stop from ending.
    let isAbbreviated = before.dots == 1 && !before.isStrong && !before.hasQuote && goesOn(before, after, bytes)
    return !isAbbreviated && endsParagraph(gap, bytes) ? gap.contentStart : nil
  }

  private func boundary(
    at gap: Gap, _ before: SentenceEnding, _ after: SentenceOpening, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let hasSpace = gap.contentStart > gap.contentEnd
    if after.first == .lower || after.startsWithPause { return nil }
    if hasSpace, after.startsWithLoneCloser { return nil }
    if before.isRemark { return nil }
    if before.hasQuote, isAttribution(after, bytes) { return nil }
    if !hasSpace, let boundary = glued(before, after, gap, bytes) {
      switch boundary {
      case .no: return nil
      case .at(let offset): return offset
      }
    }
    if before.isStrong { return gap.contentStart }
    if before.dots > 1 { return after.first == .upper ? gap.contentStart : nil }
    return before.hasQuote || !goesOn(before, after, bytes) ? gap.contentStart : nil
  }

  private enum GluedBoundary {
    case no
    case at(Int)
  }

  /// A stop without white space after it; nil where it is like any other.
  private func glued(
    _ before: SentenceEnding, _ after: SentenceOpening, _ gap: Gap, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> GluedBoundary? {
    // An opening mark belongs to what follows: انتهى.«وقال…
    if let opener = before.opener { return .at(opener) }
    guard before.closerStart == gap.contentEnd else { return nil }
    if before.isStrong {
      // Addresses: https://example.org/watch?V=2
      return bytes[gap.contentEnd - 1] < 0x80 && bytes[gap.contentStart] < 0x80 ? .no : nil
    }
    guard before.dots == 1 else { return nil }
    let left = before.lastPartLetters
    let right = after.wordLetters
    // د.محمد, أ.ف.ب, И.И.Иванов
    if left == 1, right > 0 { return .no }
    if left == 2, right == 1 || right == 2 { return .no }
    if left > 0, right == 1, after.wordEndsWithDot { return .no }
    if let word = before.word(bytes), SentenceWords.abbreviations[word] == .beforeAnything { return .no }
    return nil
  }

  private func isAttribution(_ after: SentenceOpening, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    after.word(bytes).map(SentenceWords.attributions.contains) ?? false
  }

  /// Whether the one dot is that of an abbreviation, an initial or a number that the sentence goes on after.
  private func goesOn(
    _ before: SentenceEnding, _ after: SentenceOpening, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard before.wordStart < before.wordEnd else { return false }
    // The number of a list or a heading: 1. Введение
    if before.isNumber { return before.startsSentence && before.wordEnd - before.wordStart <= 6 }
    let word = before.word(bytes)
    let isStarter = after.word(bytes).map(SentenceWords.starters.contains) ?? (after.first != .numeric)
    // The starter may itself be an initial: J. A. Smith.
    let startsSentence = isStarter && !(after.wordLetters == 1 && after.wordEndsWithDot)
    if let abbreviation = abbreviation(of: word, before) {
      switch abbreviation {
      case .beforeAnything:
        // As an initial it may end a sentence: فيتامين د. وقال
        return before.letters > 1 || !startsSentence || before.isSmall
      case .beforeNumber:
        if after.first == .numeric { return true }
      case .anywhere:
        return !startsSentence && !(before.followsNumber && after.startsWithConjunction)
      case .atEnd: return false
      }
    }
    if before.parts > 1 { return before.longestPart <= 2 && before.isLastPartLetters && !startsSentence }
    guard before.letters == 1, !before.isSmall else { return false }
    return after.first != .numeric && after.wordLetters > 0 && !startsSentence
  }

  private func abbreviation(of word: ShortWord?, _ before: SentenceEnding) -> SentenceWords.Abbreviation? {
    guard let word else { return nil }
    if let known = SentenceWords.abbreviations[word] { return known }
    switch word.firstTwo {
    case (0xD0, _), (0xD1, _):
      // At the start of a sentence: Проф.
      guard before.letters > 1, let small = ShortWord(word.string.lowercased()) else { return nil }
      return SentenceWords.abbreviations[small]
    case (0xD9, 0x88):
      // With و before it: ود. محمود
      return word.dropping(2).flatMap { SentenceWords.abbreviations[$0] }
    default: return nil
    }
  }

  // MARK: Lines

  /// `• `, `- ` and `* ` begin an item of a list.
  private func isListItem(_ gap: Gap, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (value, next) = ScalarReader.forward(bytes, at: gap.contentStart, to: bytes.count)
    switch value {
    case 0x2A, 0x2D, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6:
      return next < bytes.count && (bytes[next] == 0x20 || bytes[next] == 0x09)
    default: return false
    }
  }

  /// Whether the line above or below is too wide to be a wrapped one.
  private func endsParagraph(_ gap: Gap, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard gap.lines == 1, lineBreaks == .detected else { return false }
    let limit = SentenceSegmentation.detectedLineWidth
    var width = 0
    var index = gap.contentEnd - 1
    while index >= 0, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] & 0xC0 != 0x80 { width += 1 }
      if width > limit { return true }
      index -= 1
    }
    width = 0
    index = gap.contentStart
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] & 0xC0 != 0x80 { width += 1 }
      if width > limit { return true }
      index += 1
    }
    return false
  }
}
