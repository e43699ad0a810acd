import NameTransliteration
import Testing

/// Names of public life in the spellings in which newspapers have them.
@Suite struct NameSimilarityTests {
  static let same: [[String]] = [
    ["Qasem Soleimani", "قاسم سليماني", "Касем Сулеймани", "Kassem Suleimani", "קאסם סולימאני"],
    ["Muammar Gaddafi", "معمر القذافي", "Муаммар Каддафи"], ["Muammar Gaddafi", "معمر القذافي", "Moammar Kadhafi"],
    ["Volodymyr Zelensky", "Володимир Зеленський", "فولوديمير زيلينسكي", "Volodymyr Zelenskyy"],
    ["Benjamin Netanyahu", "בנימין נתניהו", "بنيامين نتنياهو", "Биньямин Нетаньяху", "Binyamin Netanyahu"],
    ["Xi Jinping", "شي جين بينغ", "Си Цзиньпин"],
    ["Emmanuel Macron", "إيمانويل ماكرون", "Эмманюэль Макрон", "עמנואל מקרון", "エマニュエル・マクロン", "에마뉘엘 마크롱"],
    ["Vladimir Putin", "فلاديمير بوتين", "Владимир Путин", "ולדימיר פוטין", "Putin, Vladimir"],
    ["Abdel Fattah al-Sisi", "عبد الفتاح السيسي", "Abdulfattah El-Sisi", "Абдель Фаттах ас-Сиси"],
    ["Mohammed bin Salman", "محمد بن سلمان", "Mohamed Bin Salman", "Мухаммед ибн Салман"],
    ["Donald Trump", "دونالد ترامب", "Дональд Трамп", "ドナルド・トランプ", "도널드 트럼프"],
    ["Nikita Khrushchev", "Никита Хрущёв", "نيكيتا خروتشوف"],
    ["Hassan Nasrallah", "حسن نصر الله", "حسن نصرالله", "Хасан Насралла"],
    ["Recep Tayyip Erdoğan", "رجب طيب أردوغان"], ["Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган"],
    ["George W. Bush", "جورج دبليو بوش", "George Walker Bush", "Джордж Буш"],
    ["Ali Khamenei", "علی خامنه‌ای", "علي خامنئي", "Али Хаменеи"],
  ]

  static let different: [[String]] = [
    ["Vladimir Putin", "فولوديمير زيلينسكي"], ["Vladimir Putin", "Владимир Ленин"], ["Qasem Soleimani", "قاسم أمين"],
    ["Benjamin Netanyahu", "بيني غانتس"], ["Xi Jinping", "Li Keqiang"], ["Emmanuel Macron", "عمانوئيل فالس"],
    ["Donald Trump", "دونالد رامسفيلد"], ["محمد بن سلمان", "محمد بن زايد"], ["Hassan Nasrallah", "حسن روحاني"],
    ["Angela Merkel", "انجلينا جولي"], ["John Kerry", "جون ميجور"], ["קאסם", "Путин"],
    ["Boris Johnson", "Boris Yeltsin"], ["J. Biden", "دونالد ترامب"], ["مصر", "Trump"],
  ]

  /// All pairs of the spellings of a name.
  static let samePairs = same.flatMap { spellings in
    spellings.enumerated().flatMap { index, first in spellings[(index + 1)...].map { [first, $0] } }
  }

  private static func similarity(_ pair: [String]) throws -> Float {
    try NameTransliteration().makeSimilarity().similarity(pair[0], pair[1])
  }

  @Test(arguments: samePairs) func spellingsOfOneName(_ pair: [String]) throws {
    #expect(try Self.similarity(pair) > 0.5)
  }

  @Test(arguments: different) func namesOfTwoPeople(_ pair: [String]) throws {
    #expect(try Self.similarity(pair) < 0.3)
  }

  @Test func aFamilyNameAloneIsLessThanTheWhole() throws {
    let similarity = try NameTransliteration().makeSimilarity()
    let alone = similarity.similarity("Каддафи", "معمر القذافي")
    #expect(alone > 0.5)
    #expect(alone < similarity.similarity("Муаммар Каддафи", "معمر القذافي"))
    #expect(similarity.similarity("V. Putin", "فلاديمير بوتين") > 0.5)
    #expect(similarity.similarity("V. Putin", "فلاديمير بوتين") > similarity.similarity("S. Putin", "فلاديمير بوتين"))
  }

  static let oddities = [
    "", " ", "-", "3", "😀", "\u{0}", "\u{64E}", "ال", "عبد", "عبد ال", "al-", "Abdel", "bin", "bin bin bin", "م", "V.",
    "漢字",
    "ก", "Γιώργος Παπανδρέου", "ﷲ", "a\u{301}", "김정은", "ー", "'", "Путин", "Vladimir Putin", "فلاديمير بوتين",
    String(repeating: "ب", count: 5_000), String(repeating: "محمد ", count: 2_000),
    "e" + String(repeating: "\u{323}\u{301}", count: 50_000),
  ]

  @Test func everyPairHasAProbabilityThatIsTheSameBothWays() throws {
    let similarity = try NameTransliteration().makeSimilarity()
    for first in Self.oddities {
      for second in Self.oddities {
        let found = similarity.similarity(first, second)
        #expect((0...1).contains(found), "\(first.prefix(20)) \(second.prefix(20))")
        #expect(found == similarity.similarity(second, first), "\(first.prefix(20)) \(second.prefix(20))")
      }
      #expect(similarity.similarity(first, first) == 1)
    }
  }

  @Test func whatIsRememberedChangesNothing() throws {
    let pairs = Self.samePairs + Self.different
    let one = try NameTransliteration().makeSimilarity()
    let first = pairs.map { one.similarity($0[0], $0[1]) }
    #expect(pairs.reversed().map { one.similarity($0[0], $0[1]) }.reversed() == first)
  }

  @Test func withoutModelsLettersStillTell() throws {
    let rules = NameTransliteration(from: nil, to: .english, dictionary: .embedded, model: nil)
    let similarity = try rules.makeSimilarity()
    #expect(similarity.similarity("Vladimir Putin", "فلاديمير بوتين") > 0.5)
    #expect(similarity.similarity("Vladimir Putin", "فولوديمير زيلينسكي") < 0.3)
  }
}
