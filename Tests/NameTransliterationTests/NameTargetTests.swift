import Testing

@testable import NameTransliteration

/// Names in Arabic, Russian and Hebrew.
@Suite struct NameTargetTests {
  //          English = Arabic = Russian = Hebrew
  static let names = NameConventionTests.cases(
    """
    William Burns = ويليام بيرنز = Уильям Бернс = ויליאם ברנס
    George W. Bush = جورج دبليو بوش = Джордж У. Буш = ג'ורג' וו. בוש
    J. K. Rowling = جي كي رولينج = Дж. К. Роулинг = ג. ק. רולינג
    J.K. Rowling = جي كي رولينج = Дж. К. Роулинг = ג. ק. רולינג
    Ursula von der Leyen = أورسولا فون دير لاين = Урсула фон дер Лейен = אורסולה פון דר ליין
    Oscar de la Hoya = أوسكار دي لا هويا = Оскар де ла Хоя = אוסקר דה לה הויה
    Van der Berg = فان دير بيرغ = Ван дер Берг = ואן דר ברג
    Jean-Marie Le Pen = جان ماري لوبان = Жан-Мари Ле Пен = ז'אן-מארי לה פן
    Marine Le Pen = مارين لوبان = Марин Ле Пен = מארין לה פן
    John McCain = جون ماكين = Джон Маккейн = ג'ון מקיין
    O'Connor = أوكونور = О'Коннор = או'קונור
    Bashar al-Assad = بشار الأسد = Башар аль-Асад = בשאר אל-אסד
    Abdel Fattah al-Sisi = عبد الفتاح السيسي = Абдель Фаттах ас-Сиси = עבד אל-פתח א-סיסי
    Abd al-Rahman = عبد الرحمن = Абд ар-Рахман = עבד א-רחמן
    Mohammed bin Salman = محمد بن سلمان = Мухаммед бин Салман = מוחמד בין סלמאן
    Abu Bakr al-Baghdadi = أبو بكر البغدادي = Абу Бакр аль-Багдади = אבו בכר אל-בגדאדי
    Al Thani = آل ثاني = Аль Тани = אאל ת'אני
    President Joe Biden = الرئيس جو بايدن = президент Джо Байден = הנשיא ג'ו ביידן
    Kim Jong-un = كيم جونغ أون = Ким Чен Ын = קים ג'ונג-און
    King Charles III = الملك تشارلز الثالث = король Чарльз III = המלך צ'ארלס השלישי
    Donald Trump Jr. = دونالد ترامب الابن = Дональд Трамп младший = דונלד טראמפ הבן
    Richard Nixon = ريتشارد نيكسون = Ричард Никсон = ריצ'רד ניקסון
    فلاديمير بوتين = فلاديمير بوتين = Владимир Путин = ולדימיר פוטין
    عبد الفتاح السيسي = عبد الفتاح السيسي = Абдель Фаттах ас-Сиси = עבד אל-פתח א-סיסי
    Владимир Путин = فلاديمير بوتين = Владимир Путин = ולדימיר פוטין
    """)

  static let targets: [NameTransliteration.Target] = [.arabic, .russian, .hebrew]

  @Test(arguments: names) func eachLanguageHasItsForm(_ test: NameConventionTests.Case) throws {
    let found = try Self.targets.map { try NameTransliteration(to: $0).makeTransliterator().best(test.source) }
    #expect(found == test.expected)
  }

  @Test(arguments: targets) func titlesMayBeDropped(_ target: NameTransliteration.Target) throws {
    var settings = NameTransliteration(to: target)
    settings.titles = .drop
    let transliterator = try settings.makeTransliterator()
    #expect(transliterator.best("President Joe Biden") == transliterator.best("Joe Biden"))
  }

  /// Rule files write all that an English name may have, and nothing is left in Latin letters.
  @Test(arguments: [(NameTransliteration.Target.russian, 0x400...0x4FF), (.hebrew, 0x5D0...0x5EA)])
  func nothingIsLeftInLatinLetters(_ target: NameTransliteration.Target, _ letters: ClosedRange<Int>) throws {
    let writer = try PartTransliterator(NameTransliteration(from: .english, to: target, dictionary: nil))
    let alphabet = "abcdefghijklmnopqrstuvwxyz"
    for first in alphabet {
      for second in alphabet {
        for word in ["\(first)\(second)", "ma\(first)\(second)o", "\(first)e\(second)", "\(second)\(first)a"] {
          let text = writer.candidates(for: NamePart(text: word, key: word, language: .english), limit: 1).first?.text
          let isWritten = text?.unicodeScalars.allSatisfy { letters.contains(Int($0.value)) || $0 == "'" }
          #expect(isWritten == true, "\(word) became \(text ?? "nothing")")
        }
      }
    }
  }
}
