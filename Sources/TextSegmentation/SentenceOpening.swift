/// How a piece of text begins: its opening marks and its first word.
struct SentenceOpening {
  /// What the first character after opening marks and dashes is.
  private(set) var first = SentenceClass.other
  /// Whether a comma, colon or semicolon stands first, or a dash.
  private(set) var startsWithPause = false
  /// Whether a closing mark stands first with white space after it.
  private(set) var startsWithLoneCloser = false
  /// How many letters the first word has; 0 where the text begins with something else.
  private(set) var wordLetters = 0
  /// Whether a dot follows the first word.
  private(set) var wordEndsWithDot = false
  /// Whether the first word is longer than و and begins with it.
  private(set) var startsWithConjunction = false
  private var wordStart: Int
  private var wordEnd: Int

  /// Reads on from `start`; after a line break a dash opens a speech, on the same line it is a pause.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, afterLineBreak: Bool, classes: SentenceClasses
  ) {
    var index = start
    wordStart = start
    wordEnd = start
    while index < end {
      let (value, next) = ScalarReader.forward(bytes, at: index, to: end)
      let kind = classes[value]
      let isDash = value == 0x2D || value == 0x2013 || value == 0x2014
      if index == start {
        startsWithPause = isDash ? !afterLineBreak : Self.isPause(value)
        startsWithLoneCloser = Self.isCloser(value) && Blank.skip(bytes, from: next, to: end).offset > next
      }
      guard kind == .close || isDash || kind == .format || value == 0x20 else {
        first = kind
        break
      }
      index = next
    }
    guard first.isLetter else { return }
    wordStart = index
    while index < end {
      let (value, next) = ScalarReader.forward(bytes, at: index, to: end)
      let kind = classes[value]
      guard kind.isLetter || kind.isIgnored else {
        wordEndsWithDot = kind == .dot
        break
      }
      if kind.isLetter { wordLetters += 1 }
      index = next
    }
    wordEnd = index
    startsWithConjunction = wordLetters > 3 && bytes[wordStart] == 0xD9 && bytes[wordStart + 1] == 0x88
  }

  /// The first word; nil where there is none, or none that a list would hold.
  func word(_ bytes: UnsafeBufferPointer<UInt8>) -> ShortWord? {
    wordLetters > 0 ? ShortWord(bytes[wordStart..<wordEnd]) : nil
  }

  private static func isPause(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x3A, 0x3B, 0x60C, 0x61B, 0x55D, 0x3001, 0xFF0C: true
    default: false
    }
  }

  private static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x203A: true
    default: false
    }
  }
}
