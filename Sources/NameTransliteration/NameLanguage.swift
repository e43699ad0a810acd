/// A language whose names are known how to be written in English.
public enum NameLanguage: String, CaseIterable, Sendable {
  /// Arabic.
  case arabic = "ar"
  /// Persian.
  case persian = "fa"
  /// Urdu, which is read as Persian is.
  case urdu = "ur"
  /// Hebrew.
  case hebrew = "he"
  /// Russian, and whatever else is written in Cyrillic.
  case russian = "ru"
  /// Ukrainian.
  case ukrainian = "uk"
  /// Korean.
  case korean = "ko"
  /// Japanese in Katakana.
  case japanese = "ja"
  /// English, and whatever else is written in Latin letters.
  case english = "en"

  /// Its place among all cases.
  var place: Int {
    switch self {
    case .arabic: 0
    case .persian: 1
    case .urdu: 2
    case .hebrew: 3
    case .russian: 4
    case .ukrainian: 5
    case .korean: 6
    case .japanese: 7
    case .english: 8
    }
  }

  /// The sections of the dictionary to be asked, in this order.
  var sections: [NameLanguage] { [section] + (neighbour.map { [$0] } ?? []) }

  /// The language whose section of the dictionary is asked first.
  var section: NameLanguage { self == .urdu ? .persian : self }

  /// The language that shares so many names with this one that its section of the dictionary is asked too.
  var neighbour: NameLanguage? {
    switch self {
    case .arabic: .persian
    case .persian, .urdu: .arabic
    case .russian: .ukrainian
    case .ukrainian: .russian
    default: nil
    }
  }

  /// The file in Lexicons/rules that writes a part in English; nil where ICU's own transforms must do.
  var rules: String? {
    switch self {
    case .arabic: "arabic-english"
    case .persian, .urdu: "persian-english"
    case .hebrew: "hebrew-english"
    case .russian: "russian-english"
    case .ukrainian: "ukrainian-english"
    case .korean, .japanese, .english: nil
    }
  }

  /// Whether it is written in the Arabic script.
  var isArabicScript: Bool { self == .arabic || self == .persian || self == .urdu }

  /// The language that a text's letters speak for; nil where none of them is of a script known here.
  public static func guessed(from text: some Sequence<Unicode.Scalar>) -> NameLanguage? {
    var guess: NameLanguage?
    for scalar in text {
      guard let language = NameLanguage(letter: scalar.value) else { continue }
      switch (guess, language) {
      case (nil, _): guess = language
      // Letters that only the neighbour has decide.
      case (.arabic, .persian), (.arabic, .urdu), (.persian, .urdu), (.russian, .ukrainian): guess = language
      // Latin letters beside others are a part that stays as it is.
      case (.english, _): guess = language
      default: break
      }
    }
    return guess
  }

  /// The language that one letter speaks for.
  init?(letter value: UInt32) {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .english
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: self = .ukrainian
    case 0x400...0x52F: self = .russian
    case 0x5D0...0x5F4, 0xFB1D...0xFB4F: self = .hebrew
    case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: self = .urdu
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: self = .persian
    case 0x620...0x64A, 0x66E...0x6D3, 0x6D5, 0x6FA...0x6FF, 0x750...0x77F: self = .arabic
    case 0xFB50...0xFDFB, 0xFE70...0xFEFC: self = .arabic
    case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: self = .korean
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .japanese
    default: return nil
    }
  }
}
