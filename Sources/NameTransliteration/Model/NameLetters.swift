/// Words as the models see them.
package enum NameLetters {
  /// The letters of a word, in small letters, without marks; Hangul as its jamo.
  ///
  /// An English word must be folded by the profile `search`; what is then not a–z is left out.
  package static func letters(of word: String, language: NameLanguage?) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      switch (language, scalar) {
      case (.english, _): if ("a"..."z").contains(scalar) { result.append(scalar) }
      case (.korean, "\u{AC00}"..."\u{D7A3}"): appendJamo(of: scalar, to: &result)
      // The Persian forms of the same letters, and what is left of presentation forms.
      case (_, "ی"), (_, "ﻳ"): result.append("ي")
      case (_, "ک"): result.append("ك")
      case (.hebrew, "'"), (.hebrew, "’"), (.hebrew, "׳"): result.append("'")
      default:
        let properties = scalar.properties
        if properties.isAlphabetic, properties.generalCategory != .nonspacingMark { result.append(scalar) }
      }
    }
    return result
  }

  /// The canonical decomposition of a syllable (The Unicode Standard, section 3.12).
  private static func appendJamo(of syllable: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    let index = syllable.value - 0xAC00
    for (base, number) in [(0x1100, index / 588), (0x1161, index / 28 % 21), (0x11A7, index % 28)] as [(UInt32, UInt32)]
    where base != 0x11A7 || number > 0 {
      if let jamo = Unicode.Scalar(base + number) { result.append(jamo) }
    }
  }
}

extension NameLanguage {
  /// The language whose model writes this one's names.
  var modelCode: String {
    switch self {
    case .persian, .urdu: NameLanguage.arabic.rawValue
    default: rawValue
    }
  }
}
