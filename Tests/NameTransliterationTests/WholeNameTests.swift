import NameTransliteration
import Testing

/// Real names as a reader of English news expects them, by dictionary and rules together.
@Suite struct WholeNameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let source: String
    let expected: String
    var testDescription: String { source }
  }

  /// `source = expected`, or `source = expected | also right`.
  private static func cases(_ table: String) -> [Case] {
    table.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "=", maxSplits: 1)
      guard cells.count == 2 else { return nil }
      func trimmed(_ cell: Substring) -> String {
        String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      return Case(source: trimmed(cells[0]), expected: trimmed(cells[1]))
    }
  }

  static let arabic = cases(
    """
    بيرنز = Burns
    ناريشكين = Naryshkin
    بيسكوف = Peskov
    سوليفان = Sullivan
    زيلينسكي = Zelenskyy | Zelensky
    ديميتري = Dmitry
    سيرجي = Sergei
    وليام = William
    جيك = Jake
    فلاديمير = Vladimir
    ميلي = Milley | Milei
    محمد = Mohammed | Mohamed
    يوسف = Youssef | Yusuf
    ماكرون = Macron
    شولتس = Scholz
    أردوغان = Erdogan
    وليام بيرنز = William Burns
    سيرجي ناريشكين = Sergei Naryshkin
    ديميتري بيسكوف = Dmitry Peskov
    جيك سوليفان = Jake Sullivan
    فولوديمير زيلينسكي = Volodymyr Zelenskyy | Volodymyr Zelensky
    فلاديمير بوتين = Vladimir Putin
    أنغيلا ميركل = Angela Merkel
    أنجيلا ميركل = Angela Merkel
    جورج واشنطن = George Washington
    جورج دبليو بوش = George W. Bush
    بيل كلينتون = Bill Clinton
    توني بلير = Tony Blair
    مارغريت تاتشر = Margaret Thatcher
    ونستون تشرشل = Winston Churchill
    نيلسون مانديلا = Nelson Mandela
    كوفي عنان = Kofi Annan
    ألبرت أينشتاين = Albert Einstein
    إسحاق نيوتن = Isaac Newton
    ليونيل ميسي = Lionel Messi
    كريستيانو رونالدو = Cristiano Ronaldo
    فيدل كاسترو = Fidel Castro
    ارنستو غيفارا = Ernesto Guevara
    سلفادور دالي = Salvador Dali
    بابلو بيكاسو = Pablo Picasso
    غابرييل غارسيا ماركيز = Gabriel Garcia Marquez
    ليو تولستوي = Leo Tolstoy
    فيودور دوستويفسكي = Fyodor Dostoevsky
    جوزيف ستالين = Joseph Stalin
    ليونيد بريجنيف = Leonid Brezhnev
    ميخائيل غورباتشوف = Mikhail Gorbachev
    بوريس يلتسين = Boris Yeltsin
    سيرغي شويغو = Sergei Shoigu
    سيرغي لافروف = Sergei Lavrov
    ماريا زاخاروفا = Maria Zakharova
    ياسر عرفات = Yasser Arafat
    محمود درويش = Mahmoud Darwish
    نزار قباني = Nizar Qabbani
    عمر الشريف = Omar Sharif | Omar al-Sharif
    فاتن حمامة = Faten Hamama
    حسني مبارك = Hosni Mubarak | Hosny Mubarak
    كوندوليزا رايس = Condoleezza Rice
    مادلين أولبرايت = Madeleine Albright
    كولن باول = Colin Powell
    ستيف جوبز = Steve Jobs
    بيل غيتس = Bill Gates
    إيلون ماسك = Elon Musk
    مارك زوكربيرغ = Mark Zuckerberg
    جيف بيزوس = Jeff Bezos
    هنري كيسنجر = Henry Kissinger
    جيمي كارتر = Jimmy Carter
    رونالد ريغان = Ronald Reagan
    جون كينيدي = John Kennedy
    أبراهام لينكولن = Abraham Lincoln
    ماريو دراغي = Mario Draghi
    جورجيا ميلوني = Giorgia Meloni
    بيدرو سانشيز = Pedro Sanchez
    إليزابيث = Elizabeth
    أنطونيو غوتيريش = Antonio Guterres
    دونالد ترامب = Donald Trump
    جو بايدن = Joe Biden
    هيلاري كلينتون = Hillary Clinton
    بوريس جونسون = Boris Johnson
    ينس ستولتنبرغ = Jens Stoltenberg
    كيم جونغ أون = Kim Jong-un
    ناريندرا مودي = Narendra Modi
    فريدريش ميرتس = Friedrich Merz
    نجيب ميقاتي = Najib Mikati | Naguib Mikati
    غيراسيموف = Gerasimov
    أوكونور = O'Connor
    ماكغريغور = McGregor
    بلومبرغ = Bloomberg
    """)

  static let compounds = cases(
    """
    محمد بن سلمان = Mohammed bin Salman | Mohamed bin Salman
    عبد الفتاح السيسي = Abdel Fattah al-Sisi | Abdel Fatah al-Sisi
    السيسي = al-Sisi
    عبد الرحمن = Abdel Rahman
    عبدالرحمن = Abdulrahman
    عبد الله = Abdullah
    عبدالله = Abdullah
    عبد العزيز بوتفليقة = Abdel Aziz Bouteflika | Abdelaziz Bouteflika
    عبد المجيد = Abdel Majid
    عبد اللطيف = Abdel Latif
    عبد الحليم حافظ = Abdel Halim Hafez
    عبد الناصر = Abdel Nasser
    أبو مازن = Abu Mazen
    أبو نواس = Abu Nuwas
    أبو بكر البغدادي = Abu Bakr al-Baghdadi
    ابن خلدون = Ibn Khaldun
    أم كلثوم = Umm Kulthum
    طارق بن زياد = Tarek bin Ziad | Tariq bin Ziad | Tareq bin Ziad
    خالد بن الوليد = Khaled bin al-Walid | Khalid bin al-Walid | Khaled bin Alwaleed
    صلاح الدين = Salah al-Din
    علاء الدين = Alaa al-Din
    حسن نصر الله = Hassan Nasrallah
    حسن نصرالله = Hassan Nasrallah
    حزب الله = Hezbollah
    آل سعود = Al Saud
    آل ثاني = Al Thani
    بنت جبيل = Bint Jabil | Bint Jubail | Bint Jbeil | Bint Jebel
    محمود أحمدي نجاد = Mahmoud Ahmadinejad
    ألكسندر لوكاشينكو = Alexander Lukashenko
    الكسندر = Alexander
    الفريد نوبل = Alfred Nobel
    البرتو = Alberto
    العاهل = al-Ahel | al-Ahl
    الزرقاوي = al-Zarqawi
    أورسولا فون دير لاين = Ursula von der Leyen
    فون دير لاين = von der Leyen
    فان دير بيلن = Van der Bellen
    فنسنت فان غوخ = Vincent van Gogh
    لودفيغ فان بيتهوفن = Ludwig van Beethoven
    أوسكار دي لا هويا = Oscar de la Hoya
    أوتو فون بسمارك = Otto von Bismarck
    جان-كلود يونكر = Jean-Claude Juncker
    ج. و. بوش = G. W. Bush
    د. محمود درويش = Dr. Mahmoud Darwish
    جون   كينيدي = John Kennedy
    جُونْ كِينِيدِي = John Kennedy
    جـــون كينيدي = John Kennedy
    """)

  static let others = cases(
    """
    Владимир Путин = Vladimir Putin
    Сергей Лавров = Sergei Lavrov
    Дмитрий Песков = Dmitry Peskov
    Михаил Горбачёв = Mikhail Gorbachev
    А. С. Пушкин = A. S. Pushkin
    Антон Чехов = Anton Chekhov
    Юрий Гагарин = Yuri Gagarin
    Владимир Ленин = Vladimir Lenin
    Борис Ельцин = Boris Yeltsin
    Николай Гоголь = Nikolai Gogol
    Анна Ахматова = Anna Akhmatova
    Джордж Буш = George Bush
    Уинстон Черчилль = Winston Churchill
    Отто фон Бисмарк = Otto von Bismarck
    Урсула фон дер Ляйен = Ursula von der Leyen
    Башар аль-Асад = Bashar al-Assad | Bashar al-Asad
    Тарас Шевченко = Taras Shevchenko
    Леонід Кравчук = Leonid Kravchuk
    Юлія Тимошенко = Yulia Tymoshenko
    בנימין נתניהו = Benjamin Netanyahu
    אריאל שרון = Ariel Sharon
    יצחק רבין = Yitzhak Rabin
    משה דיין = Moshe Dayan
    אהוד ברק = Ehud Barak
    יואב גלנט = Yoav Gallant | Yoav Galant
    ג'ורג' בוש = George Bush
    ג׳ורג׳ בוש = George Bush
    דוד בן גוריון = David Ben Gurion | David Ben-Gurion
    علی خامنه‌ای = Ali Khamenei
    حسن روحانی = Hassan Rouhani
    محمود احمدی‌نژاد = Mahmoud Ahmadinejad
    محمد خاتمی = Mohammad Khatami | Mohammed Khatami | Mohamed Khatami
    اکبر هاشمی رفسنجانی = Akbar Hashemi Rafsanjani
    فرهاد مجیدی = Farhad Majidi
    شیرین عبادی = Shirin Ebadi | Shirin Abadi
    도널드 트럼프 = Donald Trump
    ドナルド・トランプ = Donald Trump
    Γιώργος Παπανδρέου = Giorgos Papandreou
    """)

  @Test(arguments: arabic) func arabicNames(_ test: Case) throws { try check(test) }
  @Test(arguments: compounds) func compoundsAndParticles(_ test: Case) throws { try check(test) }
  @Test(arguments: others) func otherScripts(_ test: Case) throws { try check(test) }

  private func check(_ test: Case) throws {
    let transliterator = try NameTransliteration().makeTransliterator()
    let best = transliterator.best(test.source)
    let right = test.expected.split(separator: "|").map { String($0).trimmingSpaces }
    #expect(right.contains(best), "\(test.source) became \(best)")
    #expect(transliterator.candidates(for: test.source, limit: 1).first?.text == best)
    #expect(transliterator.candidates(for: test.source, limit: 5).first?.text == best)
  }

  @Test(arguments: ["William Burns", "O’Connor", "Łukasz", "CIA", "al-Sisi", "Jean-Claude van Damme", "İstanbul"])
  func latinNamesStayAsTheyAre(_ name: String) throws {
    let found = try NameTransliteration().makeTransliterator().candidates(for: name, limit: 5)
    #expect(found.map(\.text) == [name])
  }

  static let towardsArabic = cases(
    """
    William Burns = ويليام بيرنز
    Abdel Fattah al-Sisi = عبد الفتاح السيسي
    Mohammed bin Salman = محمد بن سلمان
    Vladimir Putin = فلاديمير بوتين
    John Kerry = جون كيري
    Al Thani = آل ثاني
    Abu Mazen = أبو مازن
    Peterson = بيترسون
    Ursula von der Leyen = أورسولا فون دير لاين
    Путин = بوتين
    محمد = محمد
    Thrushcross = ثروشكروس
    """)

  @Test(arguments: towardsArabic) func namesInArabic(_ test: Case) throws {
    let transliterator = try NameTransliteration(to: .arabic).makeTransliterator()
    #expect(transliterator.best(test.source) == test.expected)
  }

  @Test func aNameMayMixScripts() throws {
    let transliterator = try NameTransliteration().makeTransliterator()
    #expect(transliterator.best("وليام Burns") == "William Burns")
    #expect(transliterator.best("جون 3") == "John 3")
    #expect(transliterator.best("جون، كينيدي") == "John, Kennedy")
    #expect(transliterator.best("«جون»") == "\"John\"")
    #expect(transliterator.best("جون\nكينيدي") == "John Kennedy")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
