/// How a piece of text ends: its closing marks, its stops, and the word before them.
struct SentenceEnding {
  /// Whether there is a stop of any kind.
  private(set) var hasTerminator = false
  /// Whether there is a stop other than a dot.
  private(set) var isStrong = false
  /// How many dots there are; three for an ellipsis.
  private(set) var dots = 0
  /// Where the closing quotation marks and brackets after the stops begin.
  private(set) var closerStart: Int
  /// Where, after the stops, a mark stands that opens rather than closes.
  private(set) var opener: Int?
  /// Whether nothing but the stops stands in brackets: (!)
  private(set) var isRemark = false
  /// Whether there are closing marks after the stops.
  var hasQuote: Bool { hasTerminator && closerStart < end }

  /// Where the word before the stops begins.
  private(set) var wordStart: Int
  /// Where it ends.
  private(set) var wordEnd: Int
  /// Whether it is the first of its sentence.
  private(set) var startsSentence = false
  /// Whether it is made of digits.
  private(set) var isNumber = false
  /// Whether a number stands before it.
  private(set) var followsNumber = false
  /// How many letters it has.
  private(set) var letters = 0
  /// How many parts it has between dots.
  private(set) var parts = 1
  /// How many letters the longest part has.
  private(set) var longestPart = 0
  /// How many letters the last part has.
  private(set) var lastPartLetters = 0
  /// Whether the last part has no digits.
  private(set) var isLastPartLetters = true
  /// Whether the word begins with a small letter.
  private(set) var isSmall = false

  private let end: Int

  /// Reads back from `end`; `start` is where the sentence began, or nearer where that is far away.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isSentenceStart: Bool, to end: Int, classes: SentenceClasses
  ) {
    self.end = end
    var index = end
    closerStart = end
    wordStart = end
    wordEnd = end
    while index > start {
      let (value, previous) = ScalarReader.backward(bytes, before: index, to: start)
      guard classes[value] == .close else { break }
      if Self.isOpener(value) { opener = previous }
      index = previous
    }
    closerStart = index
    index = readStops(bytes, from: start, to: index, classes)
    guard hasTerminator else { return }
    if index > start, closerStart < end {
      let before = ScalarReader.backward(bytes, before: index, to: start).value
      isRemark = before == 0x28 || before == 0x5B
    }
    readWord(bytes, from: start, isSentenceStart: isSentenceStart, to: index, classes)
  }

  /// The word; nil where it is too long for an abbreviation.
  func word(_ bytes: UnsafeBufferPointer<UInt8>) -> ShortWord? { ShortWord(bytes[wordStart..<wordEnd]) }

  /// Reads the stops before `end`; returns where they begin.
  private mutating func readStops(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ classes: SentenceClasses
  ) -> Int {
    var index = end
    var otherStops = 0
    var fullStops = 0
    while index > start {
      var (value, previous) = ScalarReader.backward(bytes, before: index, to: start)
      if value == 0x20, dots > 0, previous > start {
        // Dots with spaces between them: . . .
        let (next, start) = ScalarReader.backward(bytes, before: previous, to: start)
        guard next == 0x2E else { break }
        (value, previous) = (next, start)
      }
      if value == 0x2026 {
        dots += 3
      } else if value == 0x6D4 {
        fullStops += 1
      } else {
        let kind = classes[value]
        guard kind == .dot || kind == .terminator else { break }
        if kind == .dot { dots += 1 } else { otherStops += 1 }
      }
      hasTerminator = true
      index = previous
    }
    isStrong = otherStops > 0 || fullStops == 1
    dots += fullStops
    return index
  }

  private mutating func readWord(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isSentenceStart: Bool, to end: Int, _ classes: SentenceClasses
  ) {
    wordEnd = end
    wordStart = end
    var index = end
    while index > start {
      let (value, previous) = ScalarReader.backward(bytes, before: index, to: start)
      let kind = classes[value]
      if kind.isLetter || kind == .numeric {
        wordStart = previous
      } else if !kind.isIgnored, value != 0x2E, value != 0x2D {
        break
      }
      index = previous
    }
    if isSentenceStart { startsSentence = Blank.skip(bytes, from: start, to: wordStart).offset == wordStart }
    let before = Blank.skipBack(bytes, from: wordStart, to: start)
    if before > start {
      followsNumber = classes[ScalarReader.backward(bytes, before: before, to: start).value] == .numeric
    }
    readParts(bytes, classes)
  }

  private mutating func readParts(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: SentenceClasses) {
    var index = wordStart
    var partLetters = 0
    isNumber = true
    while index < wordEnd {
      let (value, next) = ScalarReader.forward(bytes, at: index, to: wordEnd)
      let kind = classes[value]
      if kind.isLetter {
        if letters == 0 {
          isSmall = kind == .lower
          if isNumber, index > wordStart {
            // A unit written to its number: 2020م
            followsNumber = true
            startsSentence = false
            wordStart = index
            parts = 1
            isLastPartLetters = true
          }
        }
        isNumber = false
        letters += 1
        partLetters += 1
      } else if value == 0x2E {
        longestPart = max(longestPart, partLetters)
        partLetters = 0
        parts += 1
        isLastPartLetters = true
      } else if kind == .numeric {
        isLastPartLetters = false
      }
      index = next
    }
    longestPart = max(longestPart, partLetters)
    lastPartLetters = partLetters
  }

  private static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x2039, 0x201C, 0x201E: true
    default: false
    }
  }
}
