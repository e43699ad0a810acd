import NameTransliteration
import Testing

/// How the parts of a name are put together, whatever writes the parts.
@Suite struct NameConventionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let source: String
    let expected: [String]
    var testDescription: String { source }
  }

  /// `source = expected`, or `source = one = of each style` in the order of `NameStyle`.
  static func cases(_ table: String) -> [Case] {
    table.split(separator: "\n").map { line in
      let cells = line.split(separator: "=", omittingEmptySubsequences: false).map(\.trimmed)
      return Case(source: cells.first ?? "", expected: Array(cells.dropFirst()))
    }
  }

  private func best(
    _ name: String, style: NameStyle = .press, article: NameArticle? = nil, titles: NameTitles = .keep
  ) throws -> String {
    var settings = NameTransliteration()
    settings.style = style
    settings.article = article
    settings.titles = titles
    let transliterator = try NameTransliterator(settings, parts: FixedParts())
    let best = transliterator.best(name)
    #expect(transliterator.candidates(for: name, limit: 6).first?.text == best)
    return best
  }

  //          press = gulf = levant = egypt = maghreb = iran
  static let styled = cases(
    """
    جمال = Jamal = Jamal = Jamal = Gamal = Djamel = Jamal
    يوسف = Yusuf = Yousef = Youssef = Youssef = Youcef = Yousef
    محمد = Mohammed = Mohammed = Mohammad = Mohamed = Mohamed = Mohammad
    حسين = Hussein = Hussain = Hussein = Hussein = Hocine = Hossein
    خالد = Khaled = Khalid = Khaled = Khaled = Khaled = Khaled
    رضا = Reda = Redha = Rida = Reda = Reda = Reza
    شريف = Sharif = Sharif = Charif = Sherif = Cherif = Sharif
    نجيب = Najib = Najeeb = Najib = Naguib = Nadjib = Najib
    نجيب الزيات = Najib al-Zayat = Najeeb Al-Zayat = Najib al-Zayat = Naguib El-Zayat = Nadjib El Zayat = Najib al-Zayat
    عبد الله = Abdullah = Abdullah = Abdallah = Abdallah = Abdallah = Abdollah
    عبد الرحمن = Abdel Rahman = Abdulrahman = Abdel Rahman = Abdel Rahman = Abderrahmane = Abdolrahman
    عبدالرحمن = Abdulrahman = Abdulrahman = Abdel Rahman = Abdel Rahman = Abderrahmane = Abdolrahman
    عبد العزيز = Abdel Aziz = Abdulaziz = Abdel Aziz = Abdel Aziz = Abdelaziz = Abdolaziz
    عبد القادر = Abdel Qader = Abdulqader = Abdel Kader = Abdel Kader = Abdelkader = Abdolghader
    عبد السلام = Abdel Salam = Abdulsalam = Abdel Salam = Abdel Salam = Abdessalam = Abdolsalam
    عبد النبي = Abdel Nabi = Abdulnabi = Abdel Nabi = Abdel Nabi = Abdennabi = Abdolnabi
    عبد الحق = Abdel Haq = Abdulhaq = Abdel Hak = Abdel Hak = Abdelhak = Abdolhagh
    عبد ربه = Abd Rabbo = Abd Rabbo = Abd Rabbo = Abd Rabbo = Abd Rabbo = Abdrabbo
    السيسي = al-Sisi = Al-Sisi = al-Sisi = El-Sisi = El Sisi = al-Sisi
    نور الدين = Nour al-Din = Noor Al-Din = Noureddine = Nour El-Din = Noureddine = Nouroddin
    حسام الدين = Hossam al-Din = Hussam Al-Din = Houssameddine = Hossam El-Din = Houssameddine = Hesamoddin
    علاء الدين = Alaa al-Din = Alaa Al-Din = Alaeddine = Alaa El-Din = Alaeddine = Alaoddin
    بدرالدين = Badruddin = Badruddin = Badreddine = Badr El-Din = Badreddine = Badroddin
    نصر الله = Nasrallah = Nasrallah = Nasrallah = Nasrallah = Nasrallah = Nasrollah
    جاد الله = Gadallah = Gadullah = Gadallah = Gadallah = Gadallah = Gadollah
    خالد بن الوليد = Khaled bin al-Walid = Khalid bin Al-Waleed = Khaled bin al-Walid = Khaled bin El-Walid = Khaled ben El Oualid = Khaled bin al-Valid
    أبو مازن = Abu Mazen = Abu Mazen = Abou Mazen = Abu Mazen = Abou Mazen = Abu Mazen
    أم كلثوم = Umm Kulthum = Umm Kulthum = Umm Kulthum = Umm Kulthum = Umm Kulthum = Umm Kulthum
    بو حوت = Bou Hout = Bu Hout = Bou Hout = Bou Hout = Bouhout = Bu Hout
    جنيد = Junaid = Junaid = Junaid = Guneid = Djouneid = Junaid
    قذافي = Qaddafi = Qaddafi = Kadhafi = Gaddafi = Kadhafi = Gaddafi
    شعراوي = Shaarawi = Shaarawi = Chaaraoui = Shaarawy = Chaaraoui = Shaarawi
    """)

  @Test(arguments: styled) func eachRegionHasItsHabits(_ test: Case) throws {
    let found = try NameStyle.allCases.map { try best(test.source, style: $0) }
    #expect(found == test.expected)
  }

  //          al = el = joined = assimilated
  static let articles = cases(
    """
    السيسي = al-Sisi = el-Sisi = Alsisi = as-Sisi
    الغامدي = al-Ghamdi = el-Ghamdi = Alghamdi = al-Ghamdi
    الدوسري = al-Dosari = el-Dosari = Aldosari = ad-Dosari
    الظواهري = al-Zawahiri = el-Zawahiri = Alzawahiri = az-Zawahiri
    الشيخ خليل الزيات = Sheikh Khalil al-Zayat = Sheikh Khalil el-Zayat = Sheikh Khalil Alzayat = Sheikh Khalil az-Zayat
    عبد الرحمن = Abd al-Rahman = Abd el-Rahman = Abdulrahman = Abd ar-Rahman
    عبدالعزيز = Abd al-Aziz = Abd el-Aziz = Abdulaziz = Abd al-Aziz
    صلاح الدين = Salah al-Din = Salah el-Din = Salahuddin = Salah ad-Din
    حسام الدين = Hossam al-Din = Hossam el-Din = Hossamuddin = Hossam ad-Din
    عبد الله = Abdullah = Abdullah = Abdullah = Abdullah
    آل ثاني = Al Thani = Al Thani = Al Thani = Al Thani
    Башар аль-Асад = Bashar al-Assad = Bashar el-Assad = Bashar Alassad = Bashar al-Assad
    ас-Сиси = al-Sisi = el-Sisi = Alsisi = as-Sisi
    """)

  @Test(arguments: articles) func theArticleAsAskedFor(_ test: Case) throws {
    let found = try NameArticle.allCases.map { try best(test.source, article: $0) }
    #expect(found == test.expected)
  }

  //          keep = drop
  static let titles = cases(
    """
    الرئيس جون كينيدي = President John Kennedy = John Kennedy
    د. محمود شعراوي = Dr. Mahmoud Shaarawi = Mahmoud Shaarawi
    د.محمود شعراوي = Dr. Mahmoud Shaarawi = Mahmoud Shaarawi
    الدكتور محمود شعراوي = Dr. Mahmoud Shaarawi = Mahmoud Shaarawi
    الملك تشارلز = King Charles = Charles
    ولي العهد الأمير محمد بن سلمان = Crown Prince Mohammed bin Salman = Mohammed bin Salman
    الشيخ حمد آل ثاني = Sheikh Hamad Al Thani = Hamad Al Thani
    الشيخ = al-Sheikh = al-Sheikh
    السيد جون كينيدي = Mr. John Kennedy = John Kennedy
    رئيس الوزراء السيد جون كينيدي = Prime Minister Mr. John Kennedy = John Kennedy
    اللواء قاسم سليماني = Maj. Gen. Qassem Soleimani = Qassem Soleimani
    آية الله خامنئي = Ayatollah Khamenei = Khamenei
    الرئيس فان بيلن = President van Bellen = Van Bellen
    حمد الشيخ = Hamad al-Sheikh = Hamad al-Sheikh
    президент Путин = President Putin = Putin
    הנשיא פוטין = President Putin = Putin
    """)

  @Test(arguments: titles) func titlesAreKeptOrDropped(_ test: Case) throws {
    let found = try NameTitles.allCases.map { try best(test.source, titles: $0) }
    #expect(found == test.expected)
  }

  static let press = cases(
    """
    الزرقاوي = al-Zarqawi
    أبو بكر البغدادي = Abu Bakr al-Baghdadi
    أبو الغيط = Abu al-Gheit
    أبوالغيط = Aboul Gheit
    ألكسندر = <ألكسندر>
    أبو عبد الله الزيات = Abu Abdullah al-Zayat
    أبو عبد الرحمن = Abu Abdel Rahman
    ابن خلدون = Ibn Khaldun
    ابن تيمية = Ibn Taymiyyah
    محمد ابن خلدون = Mohammed ibn Khaldun
    عمرو بن العاص = Amr bin al-As
    بنت جبيل = Bint Jbeil
    محمد ولد الشيخ = Mohammed Ould al-Sheikh
    محمد بن زايد آل نهيان = Mohammed bin Zayed Al Nahyan
    خليفة بن زايد آل نهيان = Khalifa bin Zayed Al Nahyan
    جابر الأحمد الصباح = Jaber al-Ahmed al-Sabah
    آل الشيخ = Al al-Sheikh
    ذو الفقار = Zulfiqar
    حزب الله = Hezbollah
    عبيد الله = Obaidullah
    ال-سيسي = al-Sisi
    א-סיסי = al-<סיסי>
    محمد الثاني = Mohammed II
    جون الخامس عشر = John XV
    جون بوش الأب = John Bush Sr.
    جون كينيدي جونيور = John Kennedy Jr.
    جون أوغلو = Johnoglu
    بن لادن = Bin Laden
    أسامة بن لادن = Osama bin Laden
    ج. و. بوش = G. W. Bush
    ج.و.بوش = G. W. Bush
    ج. ك. رولينغ = J. K. Rowling
    جي كي رولينغ = J. K. Rowling
    جيه كيه رولينغ = J. K. Rowling
    جي دي فانس = J. D. Vance
    تي إس إليوت = T. S. Eliot
    إتش جي ويلز = H. G. Wells
    بي بي كينغ = B. B. King
    جون إف كينيدي = John F. Kennedy
    جورج دبليو بوش = George W. Bush
    جورج و. بوش = George W. Bush
    جورج W بوش = George W. Bush
    جورج W. بوش = George W. Bush
    جون ج = John J
    أورسولا فون دير لاين = Ursula von der Leyen
    فون دير لاين = von der Leyen
    أوتو فون بسمارك = <أوتو> von Bismarck
    فان دير بيلن = Van der Bellen
    فان غوخ = Van Gogh
    جون فان دن بيرغ = John van den Berg
    جون فان دير بيرغ = John van der Berg
    جون دي لا هويا = John de la Hoya
    جون دي لا كروز = John de la Cruz
    جون دا سيلفا = John da Silva
    جون ديل بونتي = John del Ponte
    جون دوس سانتوس = John dos Santos
    جون دو ساد = John de Sade
    جون لو دريان = John Le Drian
    جون لو بان = John Le Pen
    مارين لوبان = <مارين> Le Pen
    لوبان = Le Pen
    شارل ديغول = Charles de Gaulle
    ديغول = De Gaulle
    جون دو غول = John de Gaulle
    جون دي غول = John de Gaulle
    جيسكار ديستان = <جيسكار> d'Estaing
    دارتانيان = D'Artagnan
    جون سان مارتن = John San Martin
    فان = Van
    دي = <دي>
    جان كلود يونكر = Jean-Claude Juncker
    جان-كلود يونكر = Jean-Claude Juncker
    جان ميشيل جار = Jean-Michel Jarre
    جان ماري لوبان = Jean-Marie Le Pen
    ماك غريغور = McGregor
    جون ماكين = John McCain
    ماك آرثر = MacArthur
    أوكونور = O'Connor
    أو كونور = O'Connor
    شي جين بينغ = Xi Jinping
    لي كه تشيانغ = Li Keqiang
    وانغ يي = Wang Yi
    ماو تسي تونغ = Mao Zedong
    هو جين تاو = Hu Jintao
    جيانغ تسه مين = Jiang Zemin
    دنغ شياو بينغ = Deng Xiaoping
    وين جيا باو = Wen Jiabao
    تشو إن لاي = Zhou Enlai
    كيم جونغ أون = Kim Jong-un
    كيم جونغ إيل = Kim Jong-il
    مون جاي إن = Moon Jae-in
    بان كي مون = Ban Ki-moon
    بارك غيون هيه = Park Geun-hye
    لي ميونغ باك = Lee Myung-bak
    يون سوك يول = Yoon Suk-yeol
    김정은 = Kim Jong-un
    김 정은 = Kim Jong-un
    문재인 = Moon Jae-in
    박근혜 = Park Geun-hye
    반기문 = Ban Ki-moon
    손흥민 = Son Heung-min
    트럼프 = Trump
    フィンセント・ファン・ゴッホ = Vincent van Gogh
    ジョージ・W・ブッシュ = George W. Bush
    Урсула фон дер Ляйен = <Урсула> von der Leyen
    ван Гог = Van Gogh
    Али оглы Алиев = Ali oglu Aliyev
    Алиев Али оглы = Aliyev Ali oglu
    бен Ладен = Bin Laden
    А. С. Пушкин = A. S. Pushkin
    А.С. Пушкин = A. S. Pushkin
    Дж. К. Роулинг = J. K. Rowling
    ואן גוך = Van Gogh
    אל-אסד = al-Assad
    ג. ק. רולינג = J. K. Rowling
    """)

  @Test(arguments: press) func wholeNames(_ test: Case) throws {
    let found = try best(test.source)
    #expect([found] == test.expected)
  }

  @Test func persianNamesAreReadAsInIran() throws {
    let persian = try best("محمد رضا سلیمانی")
    #expect(persian == "Mohammad Reza Soleimani")
    let gulf = try best("محمد رضا سلیمانی", style: .gulf)
    #expect(gulf == "Mohammed Redha Soleimani")
  }

  @Test func aStyleChoosesAmongSpellingsButMakesNone() throws {
    var settings = NameTransliteration()
    for style in NameStyle.allCases {
      settings.style = style
      let transliterator = try NameTransliterator(settings, parts: FixedParts())
      for (text, spellings) in FixedParts.known where spellings.count > 1 {
        let found = transliterator.candidates(for: text, limit: 6).map(\.text)
        #expect(found.sorted() == spellings.sorted(), "\(text) in \(style)")
      }
    }
  }
}

extension Substring {
  /// Without the white space around it.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
