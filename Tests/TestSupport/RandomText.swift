/// Pieces from which texts are thrown together.
public enum RandomText {
  /// Pieces that belong together.
  public static let alphabets: [(name: String, pieces: [String])] = [
    (
      "Arabic with marks and bidi controls",
      [
        "ك", "ت", "اب", "ال", "مُ", "حَمَّ", "ـ", "ٰ", "\u{61C}", "\u{200F}", "\u{200E}", "\u{202B}", "\u{202C}",
        "\u{2067}", "\u{2069}",
        "\u{200C}", "\u{200D}", " ", ".", "،", "؟", "٣", "٫", "12", "،", "\n", "(", ")", "»", "«", "ﻻ", "۔", "گ", "ی",
      ]
    ),
    (
      "dictionary scripts",
      [
        "ภาษาไทย", "สวัสดี", "ๆ", "ฯ", "ភាសាខ្មែរ", "ខ្មែរ", "မြန်မာ", "ພາສາລາວ", "日本語", "東京都", "ひらがな", "カタカナ", "ー", "ｶﾅ", "中文",
        "𠮷", "。", "、", "한국어", "a", "word", " ", "كتاب", "3", "\u{200B}", "\u{301}", "」", "「", "\n",
      ]
    ),
    (
      "emoji and flags",
      [
        "😀", "👩", "\u{200D}", "❤", "\u{FE0F}", "🏽", "🇪", "🇬", "🇸", "🇦", "🏴", "\u{E0067}", "\u{E007F}",
        "1\u{FE0F}\u{20E3}", "#", "©",
        "👨\u{200D}👩\u{200D}👧", " ", "x", "\r", "\n", "\u{FE0E}",
      ]
    ),
    (
      "Latin, Cyrillic, numbers and marks",
      [
        "a", "B", "don't", "e\u{301}", "п", "Щ", "3.14", "1,000", "3,", "a:b", "http://x.y/z?a=1", "_", "-", "\u{AD}",
        "\u{2060}", "\u{FEFF}",
        "\"", "'", "’", "“", ".", "..", "!", "?", ";", ")", "Mr.", " ", "\u{A0}", "\t", "\r\n", "\u{85}", "\u{2028}",
        "%", "$5", "\u{0}",
        "א", "״", "׳", "µ",
      ]
    ),
    (
      "Indic conjuncts, Hangul, prepended marks",
      [
        "क", "्", "ष", "ि", "\u{200D}", "\u{200C}", "த", "மி", "ழ்", "ᄀ", "ᅡ", "ᆨ", "가", "각", "\u{0600}", "\u{06DD}", "١",
        "\u{110BD}", "ก", "ำ",
        "\u{1F3FB}", " ", "\u{300}", "\u{0D4E}",
      ]
    ),
  ]

  /// So many pieces, and any scalar at all here and there.
  public static func make(_ pieces: [String], count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        // Any scalar at all.
        let value = UInt32.random(in: 0..<0x110000, using: &generator)
        if let scalar = Unicode.Scalar(value) { bytes += Array(String(Character(scalar)).utf8) }
      } else {
        bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
    }
    return bytes
  }
}
