public import TextModel

/// Texts on which stages stumble, in an order in which something of one might be left over for the next.
public enum TrickyDocuments {
  /// The texts; those that are not UTF-8 have been repaired.
  public static func all() throws -> [Document] {
    let news = """
      موسكو/ واشنطن - رويترز

      قال د. وليام بيرنز، مدير وكالة الاستخبارات المركزية CIA، إن «الأمر لم ينتهِ.» وأضاف: "متى ننتهي؟" سأل الصحفي.
      و\u{61C}قال \u{2067}بيسكوف\u{2069} للصحفيين في 12.5.2022 إن ٣٫٥ مليار…

      В 2020 г. А. С. Иванов уехал. Dr. Smith (U.S.) said: "Why?" he asked.
      """
    let texts: [(id: String, text: String)] = [
      ("a normal text", news),
      ("empty", ""),
      ("one byte", "a"),
      ("one line break", "\n"),
      ("white space", " \t\r\n\u{A0}\u{2029} "),
      ("marks alone", "\u{64B}\u{651}\u{301}\u{5B0}"),
      ("a mark, then a letter", "\u{670}ا"),
      ("tatweel alone", "ــــ"),
      ("ligatures", "ﻻﷲﷺﻷحمد وﻹيران ﷽"),
      ("presentation forms", "\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA} \u{FE70}\u{FE71}"),
      ("bidi controls", "\u{202B}\u{61C}و\u{200F}روسيا\u{202C}\u{2066}\u{2069}\u{200E}"),
      ("bidi controls alone", "\u{200F}\u{202A}\u{2069}"),
      ("a byte order mark", "\u{FEFF}نص"),
      ("joiners", "می\u{200C}خواهم \u{200D}ه\u{200D} \u{200B}"),
      ("quranic", "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ ۝ مُوسَىٰ ۖ"),
      ("dictionary scripts", "ภาษาไทยง่ายนิดเดียว 日本語の文章です。中文分词 ខ្មែរ မြန်မာ ພາສາລາວ"),
      ("emoji", "👩🏽\u{200D}💻🇪🇬🏴\u{E0067}\u{E007F}1\u{FE0F}\u{20E3}"),
      ("jamo and accents", "\u{1112}\u{1161}\u{11AB} e\u{301}\u{323} \u{212B} İ ß ς ё"),
      ("one very long word", String(repeating: "كتاب", count: 5_000)),
      ("one very long mark", "ا" + String(repeating: "\u{64E}", count: 5_000)),
      ("dots", String(repeating: ".", count: 3_000)),
      ("quotation marks", String(repeating: "«\"", count: 1_500) + "؟" + String(repeating: "»", count: 1_500)),
      ("line breaks", String(repeating: "\n", count: 1_000) + "." + String(repeating: "\r\n", count: 500)),
      ("nulls and controls", "a\u{0}b\u{1}\u{7F}\u{85}c\u{2028}d"),
      ("the last scalar", "\u{10FFFF}\u{E000}\u{FFFE}"),
      ("the normal text again", news),
    ]
    let broken: [(id: String, bytes: [UInt8])] = [
      ("broken bytes", [0xD9, 0x88, 0xFF, 0x20, 0xD8, 0xF0, 0x9F, 0x41, 0xC0, 0x80, 0xED, 0xA0, 0x80]),
      ("broken at the end", Array("قال ".utf8) + [0xE2, 0x80]),
    ]
    return try texts.map { try Document(id: $0.id, text: $0.text) }
      + broken.map { try Document(id: $0.id, bytes: $0.bytes) }
      + [Document(id: "the normal text at last", text: news)]
  }
}
