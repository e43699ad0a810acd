import TextModel
import UnicodeText

/// What each folding does to one code point.
///
/// Where Unicode has the data, it is asked through ICU; the lists here are what Unicode has no property for.
struct FoldingRules {
  private let nfd: UnicodeNormalizer
  private let nfkc: UnicodeNormalizer
  private let caseFolder: CaseMapper

  init() throws(ICUError) {
    nfd = try UnicodeNormalizer(.nfd)
    nfkc = try UnicodeNormalizer(.nfkc)
    caseFolder = CaseMapper(.fold)
  }

  /// What `scalar` becomes; nil where the folding leaves it alone. `base` is the last character that is no mark, which is
  /// `scalar` itself unless that is one.
  func apply(_ folding: Folding, to scalar: Unicode.Scalar, after base: Unicode.Scalar?) throws(ICUError) -> [Unicode
    .Scalar]?
  {
    switch folding {
    case .controls: return Self.isControl(scalar) ? [] : nil
    case .joiners: return (0x200B...0x200D).contains(scalar.value) ? [] : nil
    case .spaces: return Self.isSpace(scalar) ? [" "] : nil
    case .presentationForms:
      return Self.isArabicPresentationForm(scalar) ? try compatibility(scalar) : nil
    case .width: return (0xFF01...0xFFEE).contains(scalar.value) ? try compatibility(scalar) : nil
    case .compatibility: return try compatibility(scalar)
    case .tatweel: return scalar == "\u{640}" ? [] : nil
    case .daggerAlefRestored: return scalar == "\u{670}" ? (base == "\u{649}" ? [] : ["\u{627}"]) : nil
    case .daggerAlefDropped: return scalar == "\u{670}" ? [] : nil
    case .tashkeel: return Self.isTashkeel(scalar) ? [] : nil
    case .quranicMarks: return Self.isQuranicMark(scalar) ? [] : nil
    case .niqqud: return Self.isNiqqud(scalar) ? [] : nil
    case .alefForms:
      if (0x653...0x655).contains(scalar.value) { return [] }
      return Self.alefForms.contains(scalar.value) ? ["\u{627}"] : nil
    case .hamzaCarriers: return Self.hamzaCarriers[scalar]
    case .persianShapes: return Self.persianShapes[scalar]
    case .persianLetters: return Self.persianLetters[scalar]
    case .alefMaqsura: return scalar == "\u{649}" ? ["\u{64A}"] : nil
    case .tehMarbuta: return scalar == "\u{629}" || scalar == "\u{6C3}" ? ["\u{647}"] : nil
    case .digits:
      guard scalar.value > 0x7F, let digit = CharacterProperties.decimalDigit(of: scalar),
        let ascii = Unicode.Scalar(0x30 + UInt32(digit))
      else { return nil }
      return [ascii]
    case .punctuation: return Self.punctuation[scalar]
    case .caseFolding:
      let folded = try scalars(of: caseFolder.map(Array(String(scalar).utf8)).bytes)
      return folded == [scalar] ? nil : folded
    case .finalSigma: return scalar == "\u{3C2}" ? ["\u{3C3}"] : nil
    case .yo:
      switch scalar {
      case "ё": return ["е"]
      case "Ё": return ["Е"]
      default: return nil
      }
    case .diacritics: return try withoutDiacritics(scalar)
    }
  }

  /// NFKC, but a spacing mark never becomes a space: ﹰ is its tanwin, and ¨ stays as it is.
  private func compatibility(_ scalar: Unicode.Scalar) throws(ICUError) -> [Unicode.Scalar]? {
    var result = try scalars(of: nfkc.normalize(Array(String(scalar).utf8)).bytes)
    if result == [scalar] { return nil }
    if result.first == " ", result.count > 1, CharacterProperties.isNonspacingMark(result[1]) {
      guard Self.isArabicPresentationForm(scalar) else { return nil }
      result.removeFirst()
    }
    return result
  }

  private func withoutDiacritics(_ scalar: Unicode.Scalar) throws(ICUError) -> [Unicode.Scalar]? {
    if Self.isCombiningDiacritic(scalar) { return [] }
    guard scalar.value > 0x7F else { return nil }
    if let plain = Self.strokedLetters[scalar] { return plain }
    guard CharacterProperties.isLatinOrGreek(scalar) else { return nil }
    let decomposed = try scalars(of: nfd.normalize(Array(String(scalar).utf8)).bytes)
    guard decomposed.count > 1, let base = decomposed.first,
      decomposed.dropFirst().allSatisfy(CharacterProperties.isNonspacingMark)
    else { return nil }
    return [base]
  }

  private func scalars(of bytes: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }
}

// The lists. Invisible characters are escaped, letters stand as they are.
extension FoldingRules {
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD,  // soft hyphen
      0x34F,  // combining grapheme joiner
      0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,  // bidi controls
      0x180E, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func isArabicPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
    (0xFB50...0xFDFF).contains(scalar.value) || (0xFE70...0xFEFC).contains(scalar.value)
  }

  /// Fathatan … sukun, the later vowel signs of the block, shadda among them.
  static func isTashkeel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x64B...0x652, 0x656...0x65F: true
    default: false
    }
  }

  static func isQuranicMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x610...0x61A, 0x6D6...0x6DC, 0x6DD, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x8D3...0x8E1, 0x8E3...0x8FF:
      true
    default: false
    }
  }

  static func isNiqqud(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    default: false
    }
  }

  static func isCombiningDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  static let alefForms: Set<UInt32> = [0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675, 0x773, 0x774]

  static let hamzaCarriers: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ؤ": ["و"], "ئ": ["ي"], "ٶ": ["و"], "ٸ": ["ي"],
  ]

  static let persianShapes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ک": ["ك"], "ڪ": ["ك"], "ی": ["ي"], "ے": ["ي"], "ۓ": ["ي"], "ې": ["ي"], "ہ": ["ه"], "ھ": ["ه"], "ە": ["ه"],
    "ۀ": ["ه"],
    "ۂ": ["ه"],
  ]

  static let persianLetters: [Unicode.Scalar: [Unicode.Scalar]] = [
    "گ": ["ك"], "پ": ["ب"], "چ": ["ج"], "ژ": ["ز"], "ڤ": ["ف"], "ڨ": ["ق"], "ڭ": ["ك"], "ٹ": ["ت"], "ڈ": ["د"],
    "ڑ": ["ر"],
    "ں": ["ن"],
  ]

  static let punctuation: [Unicode.Scalar: [Unicode.Scalar]] = [
    "،": [","], "؛": [";"], "؟": ["?"], "٪": ["%"], "٫": ["."], "٬": [","], "۔": ["."], "٭": ["*"],
    "«": ["\""], "»": ["\""], "“": ["\""], "”": ["\""], "„": ["\""], "‟": ["\""], "״": ["\""],
    "‘": ["'"], "’": ["'"], "‚": ["'"], "‛": ["'"], "ʼ": ["'"], "׳": ["'"], "‹": ["'"], "›": ["'"],
    "‐": ["-"], "‑": ["-"], "‒": ["-"], "–": ["-"], "—": ["-"], "―": ["-"], "־": ["-"], "−": ["-"],
    "…": [".", ".", "."],
  ]

  /// Letters whose stroke or ligature Unicode does not decompose, after case folding or before.
  static let strokedLetters: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ł": ["l"], "Ł": ["L"], "ø": ["o"], "Ø": ["O"], "đ": ["d"], "Đ": ["D"], "ð": ["d"], "Ð": ["D"], "ħ": ["h"],
    "Ħ": ["H"],
    "ı": ["i"], "æ": ["a", "e"], "Æ": ["A", "E"], "œ": ["o", "e"], "Œ": ["O", "E"], "þ": ["t", "h"], "Þ": ["T", "h"],
    "ŧ": ["t"], "Ŧ": ["T"], "ə": ["a"], "Ə": ["A"],
  ]
}
