import UnicodeText

/// What UAX #29 calls the property Sentence_Break of a character.
enum SentenceClass: Int32 {
  case other = 0
  case dot
  case close
  case format
  case lower
  case numeric
  case letter
  case separator
  case space
  case terminator
  case upper
  case carriageReturn
  case extend
  case lineFeed
  case goesOn

  /// A letter with or without case.
  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  /// A mark or an invisible control, at which a word goes on.
  var isIgnored: Bool { self == .extend || self == .format }
}

/// Looks Sentence_Break up in ICU.
struct SentenceClasses {
  private let map: CodePointMap

  init() throws(ICUError) { map = try CodePointMap(.sentenceBreak) }

  subscript(value: UInt32) -> SentenceClass {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    return SentenceClass(rawValue: map.value(of: scalar)) ?? .other
  }
}
