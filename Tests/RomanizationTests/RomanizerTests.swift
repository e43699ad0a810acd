import Romanization
import Testing
import TestSupport
import TextModel

/// What holds for every scheme and every text.
@Suite struct RomanizerTests {
  private func make(_ id: String, vowels: (any VowelRestoring)? = nil, capitals: Bool = false) throws -> Romanizer {
    try Romanizer(try #require(RomanizationScheme(named: id)), vowels: vowels, capitals: capitals)
  }

  // MARK: The way back

  /// The characters that may stand in any order; those of the Arabic tables are taken from their rows.
  static let alphabets: [(String, String)] = [
    ("ar-buckwalter", ""), ("ar-buckwalter-xml", ""), ("ar-buckwalter-safe", ""), ("ar-hsb", ""),
    ("ar-icao", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةپچژگ"),
    ("ru-iso-9", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяѣѳѵі"), ("uk-iso-9", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    // Without the letters that have a final form, which the way back writes at the end of a word.
    ("he-iso-259", "אבגדהוזחטילסעקרשת"),
  ]

  @Test("Random text comes back as it was", arguments: alphabets)
  func roundTrip(_ id: String, _ alphabet: String) throws {
    let romanizer = try make(id)
    var letters = Array((alphabet + "    \n").unicodeScalars)
    if alphabet.isEmpty { for row in CaseFile.cases(of: id) { letters += row.source.unicodeScalars } }
    var random = SeededGenerator(seed: 20_07)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...120, using: &random) { text.append(letters.randomElement(using: &random) ?? "ب") }
      try check(romanizer, String(text))
    }
  }

  @Test("Random sequences of the tables' words come back too", arguments: RomanizationScheme.all.filter(\.isReversible))
  func wordRoundTrip(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    let words = CaseFile.cases(of: scheme.id).filter { !$0.place.contains("one way") }.map(\.source)
    var random = SeededGenerator(seed: 1_956)
    for _ in 0..<50 {
      let count = Int.random(in: 1...20, using: &random)
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      try check(romanizer, text)
    }
  }

  private func check(_ romanizer: Romanizer, _ source: String) throws {
    let written = try romanizer.romanize(source).text
    let back = try romanizer.original(of: written)
    #expect(Array(back.unicodeScalars) == Array(source.unicodeScalars), "\(source) became \(written), then \(back)")
  }

  @Test("A scheme without a way back says so", arguments: ["ar-ala-lc", "ar-satts", "ar-arabizi"])
  func notReversible(_ id: String) throws {
    let romanizer = try make(id)
    #expect(throws: RomanizationError.notReversible(scheme: id)) { try romanizer.original(of: "x") }
  }

  @Test("Both letters for إ come back") func breve() throws {
    #expect(try make("ar-hsb").original(of: "ǍlA") == "إلا")
    #expect(try make("ar-hsb").original(of: "ĂlA") == "إلا")
    #expect(try make("ar-hsb").original(of: "A\u{30C}lA") == "إلا")
  }

  // MARK: Hostile and foreign texts

  static let hostile = [
    String(repeating: "\u{64E}", count: 100_000), "ب" + String(repeating: "\u{651}\u{64E}", count: 5_000),
    String(repeating: "ب", count: 10_000), String(repeating: "ة", count: 5_000), String(repeating: "ال", count: 5_000),
    String(repeating: "ـ", count: 5_000), String(repeating: "وَالْ", count: 2_000),
    "e" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "щ", count: 5_000), String(repeating: "ש\u{5C1}\u{5B8}", count: 2_000),
    String(repeating: "وزارة ", count: 2_000),
  ]

  @Test("Long words and countless marks are worked through", arguments: RomanizationScheme.all)
  func hostileTexts(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme, capitals: true)
    for text in Self.hostile {
      let result = try romanizer.romanize(text)
      #expect(result.text.utf8.count <= 8 * text.utf8.count + 8)
      if scheme.isReversible { _ = try romanizer.original(of: text) }
    }
  }

  static let broken = [
    "", " ", "\n", "\u{64E}", "\u{651}", "\u{670}", "ء", "ـ", "ة", "ال", "الل", "لل", "و", "وال", "\u{0}", "😀",
    "\u{200F}ب",
    "\u{64E}ب", "بَِّ", "ﷲ", "ﷺ", "ﻻ", "\u{5B0}", "-", "=", "+", "a=b", "'", "\\", "{}", "ъ", "Ь", "漢字",
  ]

  @Test("Oddities neither trap nor throw", arguments: RomanizationScheme.all)
  func oddities(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    for text in Self.broken {
      let result = try romanizer.romanize(text)
      #expect(result.text.isEmpty == false || text.unicodeScalars.count <= 2)
      if scheme.isReversible { _ = try romanizer.original(of: result.text) }
    }
    #expect(try romanizer.romanize("").text == "")
  }

  @Test("Latin text passes through", arguments: SchemeTests.wanted)
  func latin(_ id: String) throws {
    let text = "Reuters - NATO 2024 (Kyiv)"
    #expect(try make(id).romanize(text).text == text)
  }

  @Test("A long text is the same as its words") func stretches() throws {
    let romanizer = try make("ar-ala-lc")
    let words = CaseFile.cases(of: "ar-ala-lc").map(\.source).filter { !$0.contains(" ") && !$0.hasSuffix("ة") }
    let long = words.joined(separator: " ")
    #expect(try romanizer.romanize(long).text == words.map { try romanizer.romanize($0).text }.joined(separator: " "))
  }

  static let spellings: [(String, [String])] = [
    ("qurʼān", ["قُرْآن", "قُرْا\u{653}ن", "قـُرْآن", "قُرۡءَان", "\u{FED7}\u{64F}\u{FEAE}\u{652}\u{FE81}\u{FEE5}"]),
    ("muḥammad", ["مُحَم\u{651}\u{64E}د", "مُحَم\u{64E}\u{651}د", "\u{200F}مُحَمَّد"]),
    ("kitāban", ["كِتَابًا", "کِتَاباً"]), ("fī", ["فِي", "فِى", "فِی"]),
    ("al-miṣrī", ["المِصْرِيّ", "المِصْرِىّ", "ٱلْمِصْرِيّ"]), ("suʼila", ["سُئِلَ", "سُي\u{654}ِلَ"]),
  ]

  @Test("Ways to encode or to point a word make no difference", arguments: spellings)
  func encodings(_ expected: String, _ sources: [String]) throws {
    let romanizer = try make("ar-ala-lc")
    for source in sources {
      let found = try romanizer.romanize(source).text.unicodeScalars.filter { $0 != "\u{200F}" }
      #expect(String(String.UnicodeScalarView(found)) == expected, "\(source)")
    }
  }

  @Test("Signs of the text stay, whatever the rules use inside") func signs() throws {
    #expect(try make("ar-ala-lc").romanize("a=b + c-d (بَاب) «بَاب»").text == "a=b + c-d (bāb) «bāb»")
    #expect(try make("ar-bgn-pcgn").romanize("A=B + C-D").text == "A=B + C-D")
  }

  // MARK: Vowels

  /// Knows three words.
  private struct ThreeWords: VowelRestoring {
    func vowelled(_ word: String) -> String? {
      ["محمد": "مُحَمَّد", "وزارة": "وِزَارَة", "قطر": "كَطَر"][word]
    }
  }

  @Test("Missing vowels are restored where they are known, and the answer says which") func restored() throws {
    let romanizer = try make("ar-ala-lc", vowels: ThreeWords())
    let text = "أَحْمَد، محمد وزارة x قطر"
    let result = try romanizer.romanize(text)
    // An answer with other letters is not used.
    #expect(result.text == "aḥmad, muḥammad wizārah x qṭr")
    #expect(result.words.map(\.vowels) == [.written, .restored, .restored, .missing])
    let bytes = Array(text.utf8)
    let slices = result.words.map { String(decoding: bytes[$0.range.lowerBound..<$0.range.upperBound], as: UTF8.self) }
    #expect(slices == ["أَحْمَد", "محمد", "وزارة", "قطر"])
    #expect(result.vowels == .missing)
    #expect(try romanizer.romanize("محمد").vowels == .restored)
    #expect(try romanizer.romanize("مُحَمَّد").vowels == .written)
    #expect(try romanizer.romanize("NATO 5").vowels == nil)
    #expect(try romanizer.romanize("وزارة التَّرْبِيَة").text == "wizārat al-tarbiyah")
  }

  @Test("A scheme that writes letters alone asks for no vowels") func lettersAlone() throws {
    let result = try make("ar-buckwalter", vowels: ThreeWords()).romanize("محمد")
    #expect(result.text == "mHmd" && result.words.isEmpty && result.vowels == nil)
  }

  // MARK: Construct state

  static let construct: [(String, String)] = [
    ("وِزَارَة التَّرْبِيَة", "wizārat al-tarbiyah"), ("وِزَارَةُ التَّرْبِيَةِ", "wizārat al-tarbiyah"),
    ("جَامِعَة بَغْدَاد", "jāmiʻat baghdād"), ("مَدِينَة كَبِيرَة", "madīnah kabīrah"),
    ("المَدِينَة المُنَوَّرَة", "al-madīnah al-munawwarah"), ("فَاطِمَة الزَّهْرَاء", "fāṭimah al-zahrāʼ"),
    ("مَدِينَةٌ", "madīnah"), ("مَدِينَةٌ بَغْدَاد", "madīnah baghdād"), ("قِيَامَةُ الشَّعْبِ", "qiyāmat al-shaʻb"),
    ("وِزَارَة، التَّرْبِيَة", "wizārah, al-tarbiyah"), ("وِزَارَة في", "wizārah fy"), ("مِرْآة الزَّمَان", "mirʼāt al-zamān"),
    ("دَوْلَة التِي", "dawlah allatī"),
  ]

  @Test("ة is t only before a genitive that is known", arguments: construct)
  func constructState(_ source: String, _ expected: String) throws {
    #expect(try make("ar-ala-lc").romanize(source).text == expected)
  }

  // MARK: Capitals

  static let names: [(String, String, String)] = [
    ("ar-ala-lc", "عَبْد الرَّحْمٰن بْن عَوْف", "ʻAbd al-Raḥmān ibn ʻAwf"), ("ar-ala-lc", "القُرْآن", "al-Qurʼān"),
    ("ar-ala-lc", "ابْن سِينَا", "Ibn Sīnā"),
    ("ar-din-31635", "أَنْوَر السَّادَات", "Anwar as-Sādāt"), ("ar-ijmes", "حَسَن البَنَّا", "Ḥasan al-Bannā"),
    ("ar-buckwalter", "باب", "bAb"), ("ar-ala-lc", "أَدْهَم وَالشَّيْخ", "Adʹham wa-al-Shaykh"),
    ("ar-bgn-pcgn", "تَلّ اللَّحْم", "Tall al Laḩm"),
  ]

  @Test("With capitals every word has one, but no article", arguments: names)
  func capitals(_ id: String, _ source: String, _ expected: String) throws {
    #expect(try make(id, capitals: true).romanize(source).text == expected)
  }

  @Test("Errors are sentences") func errors() {
    #expect("\(RomanizationError.notReversible(scheme: "ar-ala-lc"))".hasPrefix("ar-ala-lc cannot be reversed"))
  }
}
