/// A word of a name and what stands between it and the word before.
struct NameWord {
  /// The separators before it, in ASCII where there is such a one.
  var gap: String
  /// The word.
  var part: NamePart

  var text: String { part.text }
  var key: String { part.key }
  var language: NameLanguage? { part.language }
  /// Whether it is the word before with only a space between.
  var followsSpace: Bool { gap == " " }

  /// The same word as another text.
  func with(text: String, key: String) -> NamePart { NamePart(text: text, key: key, language: language) }
}

/// A name cut into words.
struct NameWords {
  private(set) var words: [NameWord] = []
  /// What stands behind the last word.
  private(set) var tail = ""
  /// The longest word, in scalars; what is longer is no name, and is cut. Swift compares and hashes strings in a time that
  /// grows with the square of the number of marks after one letter.
  private static let maximumCount = 255

  /// The words of a name that is normalized by the profile `name`; `key` normalizes by `search`.
  init(_ name: String, language: NameLanguage?, key: (String) -> String) {
    var gap = ""
    var word = String.UnicodeScalarView()
    var count = 0
    func flush(_ words: inout [NameWord], _ gap: inout String) {
      guard !word.isEmpty else { return }
      let text = String(word)
      let own = NameLanguage.guessed(from: word)
      let part = NamePart(text: text, key: key(text), language: Self.agreed(own, language))
      words.append(NameWord(gap: words.isEmpty && gap == " " ? "" : gap, part: part))
      gap = ""
      word = .init()
      count = 0
    }
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if Self.belongsToWord(scalar, after: word.last, before: next) {
        if count == Self.maximumCount { flush(&words, &gap) }
        word.append(scalar)
        count += 1
      } else if Self.isMark(scalar) {
        // A mark without a letter says nothing.
        continue
      } else {
        flush(&words, &gap)
        let separator = Self.separator(scalar)
        if separator != " " || gap.last != " " { gap += separator }
      }
    }
    flush(&words, &gap)
    tail = gap == " " && !words.isEmpty ? "" : gap
  }

  /// A word's language: that of the name, unless the word is of another script.
  private static func agreed(_ own: NameLanguage?, _ name: NameLanguage?) -> NameLanguage? {
    guard let own, let name else { return own }
    let isSameScript =
      own.isArabicScript && name.isArabicScript || own.sections.contains(name) || name.sections.contains(own)
    return isSameScript ? name : own
  }

  private static func belongsToWord(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    let isInside = previous != nil
    switch scalar {
    case "'", "\u{2019}", "\u{2BC}", "\u{5F3}":
      guard let previous else { return false }
      // Inside a word, and behind the Hebrew letters that it gives a foreign sound: ג'ורג'.
      return next?.properties.isAlphabetic == true || "גזצץתחטד".unicodeScalars.contains(previous)
    case "\u{30FB}": return false
    case "\u{30FC}": return true
    default: break
    }
    if isPlainLetter(scalar.value) { return true }
    if scalar.isASCII { return false }
    if isMark(scalar) { return isInside }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// Whether it is one of the letters that nearly all names are written with: asked first, since properties cost a search.
  static func isPlainLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x410...0x44F, 0x5D0...0x5EA, 0x620...0x64A: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII || isPlainLetter(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func separator(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "،": ","
    case "؛": ";"
    case "؟": "?"
    case "«", "»", "“", "”", "„": "\""
    case "‘", "’": "'"
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{5BE}", "\u{30A0}", "\u{FF1D}": "-"
    case "\u{30FB}", "·": " "
    default: scalar.properties.isWhitespace ? " " : String(scalar)
    }
  }
}
