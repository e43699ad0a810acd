import NameTransliteration

/// A writer that knows a few parts and spells the others letter by letter, so that a test sees this layer and nothing else.
struct FixedParts: NamePartWriting {
  /// The spellings by text, best first.
  static let known: [String: [String]] = [
    "سيسي": ["Sisi"], "أسد": ["Assad"], "بغدادي": ["Baghdadi"], "شيخ": ["Sheikh"], "زرقاوي": ["Zarqawi"],
    "غامدي": ["Ghamdi"], "دوسري": ["Dosari"], "ثاني": ["Thani"], "ظواهري": ["Zawahiri"], "نهيان": ["Nahyan"],
    "صباح": ["Sabah"], "نواس": ["Nuwas"], "مازن": ["Mazen"], "كلثوم": ["Kulthum"], "خلدون": ["Khaldun"],
    "تيمية": ["Taymiyyah"], "جبيل": ["Jbeil"], "عبيد": ["Obeid"], "ربه": ["Rabbo"], "حوت": ["Hout"],
    "حق": ["Haq", "Hak", "Hagh"], "عاص": ["As"], "غيط": ["Gheit"], "زيات": ["Zayat"], "دين": ["Din"],
    "نجاح": ["Najah", "Nagah"], "جنيد": ["Junaid", "Junid", "Djouneid", "Guneid"],
    "شعراوي": ["Shaarawi", "Shaarawy", "Chaaraoui"], "قذافي": ["Qaddafi", "Gaddafi", "Kadhafi"],
    "بدر": ["Badr"], "حسام": ["Hossam"], "شمس": ["Shams"], "جاد": ["Gad"],
    "كينيدي": ["Kennedy"], "جون": ["John"], "بوش": ["Bush"], "جورج": ["George"], "رولينغ": ["Rowling"],
    "إليوت": ["Eliot"], "فانس": ["Vance"], "كينغ": ["King"], "ويلز": ["Wells"], "بايدن": ["Biden"],
    "ترامب": ["Trump"], "تشارلز": ["Charles"], "لاين": ["Leyen"], "أورسولا": ["Ursula"], "غوخ": ["Gogh"],
    "بيرغ": ["Berg"], "هويا": ["Hoya"], "كروز": ["Cruz"], "بيلن": ["Bellen"], "بسمارك": ["Bismarck"],
    "سيلفا": ["Silva"], "بونتي": ["Ponte"], "سانتوس": ["Santos"], "ساد": ["Sade"], "ميرو": ["Miro"],
    "مارتن": ["Martin"],
    "دريان": ["Drian"], "فان": ["Van"], "يونكر": ["Juncker"], "ميشيل": ["Michel"], "جار": ["Jarre"],
    "غريغور": ["Gregor"], "كونري": ["Connery"], "سليماني": ["Soleimani"], "خامنئي": ["Khamenei"],
    "кеннеди": ["Kennedy"], "Асад": ["Assad"], "Сиси": ["Sisi"], "Башар": ["Bashar"], "Пушкин": ["Pushkin"],
    "Ляйен": ["Leyen"], "Гог": ["Gogh"], "Алиев": ["Aliyev"], "Али": ["Ali"], "Роулинг": ["Rowling"],
    "Ладен": ["Laden"],
    "Путин": ["Putin"], "גוך": ["Gogh"], "אסד": ["Assad"], "פוטין": ["Putin"], "רולינג": ["Rowling"],
    "ゴッホ": ["Gogh"], "フィンセント": ["Vincent"], "ブッシュ": ["Bush"], "ジョージ": ["George"], "트럼프": ["Trump"],
  ]

  func candidates(for part: NamePart, limit: Int) -> [NameCandidate] {
    let spellings = Self.known[part.text] ?? ["<\(part.text)>"]
    var score: Float = 0.8
    return spellings.prefix(limit).map { text in
      defer { score /= 2 }
      return NameCandidate(text: text, score: score, origin: .model)
    }
  }

  func count(of part: NamePart) -> Int { 0 }
}
