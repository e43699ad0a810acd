import NameTransliteration
import Romanization
import Testing

/// The names' own knowledge of vowels, as the command gives it to a scheme.
private struct Names: VowelRestoring {
  let vowels: NameVowels

  func vowelled(_ word: String) -> String? { vowels.vowelled(word) }
}

/// Names without vowels under a scheme that needs them.
@Suite struct NameVowelsTests {
  private func vowels() throws -> NameVowels { try NameVowels(NameTransliteration(from: .arabic)) }

  private func romanizer() throws -> Romanizer {
    try Romanizer(try #require(RomanizationScheme(named: "ar-ala-lc")), vowels: Names(vowels: vowels()))
  }

  private static func cases(_ text: String) -> [(String, String)] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: "=").map { $0.drop { $0 == " " } }
      return (String(cells.first ?? "").filter { $0 != " " }, String(cells.last ?? ""))
    }
  }

  /// Names and words that the table has by heart.
  static let known = cases(
    """
    محمد = muḥammad
    أحمد = aḥmad
    خالد = khālid
    رشيد = rashīd
    الرشيد = al-rashīd
    يوسف = yūsuf
    إبراهيم = ibrāhīm
    فاطمة = fāṭimah
    عائشة = ʻāʼishah
    مصطفى = muṣṭafá
    عيسى = ʻīsá
    زكريا = zakarīyā
    عمرو = ʻamr
    القاهرة = al-qāhirah
    الإسكندرية = al-iskandarīyah
    الرياض = al-riyāḍ
    دمشق = dimashq
    بيروت = bayrūt
    بغداد = baghdād
    الموصل = al-mawṣil
    الدوحة = al-dawḥah
    صنعاء = ṣanʻāʼ
    السعودية = al-suʻūdīyah
    الكويت = al-kuwayt
    البحرين = al-baḥrayn
    الأردن = al-urdunn
    سوريا = sūriyā
    المصري = al-miṣrī
    السيستاني = al-sīstānī
    رئيس = raʼīs
    """)

  /// Names of public life that only the dictionary and the model know, which come out right.
  static let told = cases(
    """
    المشهداني = al-mashhadānī
    القحطاني = al-qaḥṭānī
    الزهراني = al-zahrānī
    المطيري = al-muṭayrī
    النجيفي = al-nujayfī
    الجبير = al-jubayr
    شفيق = shafīq
    محفوظ = maḥfūẓ
    درويش = darwīsh
    العقاد = al-ʻaqqād
    ميقاتي = mīqātī
    القذافي = al-qadhdhāfī
    البشير = al-bashīr
    الغنوشي = al-ghannūshī
    البنا = al-bannā
    خليفة = khalīfah
    صباح = ṣabāḥ
    قابوس = qābūs
    بثينة = buthaynah
    رمضان = ramaḍān
    أسامة = usāmah
    معاذ = muʻādh
    الناصرية = al-nāṣirīyah
    الإسماعيلية = al-ismāʻīlīyah
    طرطوس = ṭarṭūs
    الخليل = al-khalīl
    المنصورة = al-manṣūrah
    وهران = wahrān
    سوسة = sūsah
    الطائف = al-ṭāʼif
    الأهرام = al-ahrām
    البعث = al-baʻth
    """)

  /// More of them, which a model may get wrong: English does not say all.
  static let hard = cases(
    """
    الجبوري = al-jubūrī
    العبادي = al-ʻabādī
    المالكي = al-mālikī
    الدليمي = al-dulaymī
    العتيبي = al-ʻutaybī
    الدوسري = al-dawsarī
    قباني = qabbānī
    جبران = jubrān
    السنيورة = al-sinyūrah
    فرنجية = faranjīyah
    لحود = laḥḥūd
    السراج = al-sarrāj
    توكل = tawakkul
    مؤمن = muʼmin
    الفلوجة = al-fallūjah
    الرقة = al-raqqah
    مصراتة = miṣrātah
    ظفار = ẓufār
    """)

  @Test("Names known by heart", arguments: known)
  func knownNames(_ source: String, _ expected: String) throws {
    let result = try romanizer().romanize(source)
    #expect(result.text == expected)
    #expect(result.vowels == .restored)
    // They need neither dictionary nor model.
    let bare = try NameVowels(NameTransliteration(from: .arabic, to: .english, dictionary: nil))
    #expect(bare.vowelled(source) == (try vowels().vowelled(source)))
  }

  @Test("Names that English spellings tell", arguments: told)
  func toldNames(_ source: String, _ expected: String) throws {
    let result = try romanizer().romanize(source)
    #expect(result.text == expected)
    #expect(result.vowels == .restored)
  }

  @Test("Of all names, those that come out right are many") func share() throws {
    let romanizer = try romanizer()
    let all = Self.known + Self.told + Self.hard
    let right = try all.filter { try romanizer.romanize($0.0).text == $0.1 }
    #expect(right.count * 100 >= all.count * 80)
  }

  static let pointings: [(String, String)] = [
    ("شفيق", "شَفِيق"), ("الرشيد", "الرَّشِيد"), ("القحطاني", "القَحطَانِي"), ("الزهراني", "الزَّهرَانِي"), ("خليفة", "خَلِيفَة"),
    // Marks that are no vowels stay.
    ("شـفيق", "شـَفِيق"), ("قذّاف", "قَذَّاف"),
  ]

  @Test("Marks stand where pointed texts have them", arguments: pointings)
  func pointing(_ source: String, _ expected: String) throws {
    // By canonical equivalence: the order of the marks of a letter is free.
    #expect(try vowels().vowelled(source) == expected)
  }

  @Test("Written vowels are never changed", arguments: ["مَحمد", "مُحْمد", "كِتاب", "قٰسم", "كتابًا"])
  func written(_ word: String) throws {
    #expect(try vowels().vowelled(word) == nil)
    let plain = try Romanizer(try #require(RomanizationScheme(named: "ar-ala-lc")))
    let result = try romanizer().romanize(word)
    #expect(result == (try plain.romanize(word)))
    #expect(result.vowels == .written)
  }

  @Test("Each word of a text says where its vowels are from") func words() throws {
    let result = try romanizer().romanize("الرئيس مُحَمَّد أنور السادات ب")
    #expect(result.text == "al-raʼīs muḥammad anwar al-sādāt b")
    #expect(result.words.map(\.vowels) == [.restored, .written, .restored, .restored, .missing])
  }

  static let hostile = [
    "", " ", "ء", "ال", "الل", "ة", "ى", "آ", "ـ", "ـمحمد", "\u{651}", "\u{651}محمد", "محمد Reuters", "NATO", "Путин",
    "😀",
    "\u{0}", "漢字", "ﷲ", "پچ", "٢٠٢٤", "م\u{651}\u{651}\u{651}", "ا\u{655}ا\u{653}", String(repeating: "م", count: 48),
    String(repeating: "ا", count: 48), String(repeating: "و", count: 48), String(repeating: "ي", count: 47) + "ة",
    "م" + String(repeating: "\u{651}", count: 47), String(repeating: "ع", count: 48),
    "ال" + String(repeating: "ء", count: 46),
  ]

  @Test("Hostile words get marks or nothing, and keep their letters", arguments: hostile)
  func hostileWords(_ word: String) throws {
    let vowels = try vowels()
    guard let answer = vowels.vowelled(word) else { return }
    let marks: ClosedRange<UInt32> = 0x64B...0x652
    #expect(answer != word)
    #expect(
      answer.unicodeScalars.filter { !marks.contains($0.value) && $0.value != 0x670 }
        .elementsEqual(word.unicodeScalars.filter { !marks.contains($0.value) }))
    // The cache says the same.
    #expect(vowels.vowelled(word) == answer)
  }

  @Test("Words that are too long, and what is not Arabic, are left alone") func leftAlone() throws {
    let vowels = try vowels()
    for word in [
      String(repeating: "م", count: 49), String(repeating: "محمد", count: 100_000),
      "م" + String(repeating: "\u{651}", count: 100_000), "م", "Reuters", "Путин", "محمد1", "ל", "",
    ] { #expect(vowels.vowelled(word) == nil) }
  }
}
