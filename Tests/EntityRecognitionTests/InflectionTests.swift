import Testing

@Suite("Recognition of inflected names")
struct InflectionTests {
  private static let header = "id ; type ; en ; ar ; ru ; uk ; fa ; he ; flags"
  private static let lines = [
    "person.putin ; PERSON ; Vladimir Putin ; فلاديمير بوتين ; Владимир Путин | Путин ; Володимир Путін | Путін",
    "person.zelensky ; PERSON ; Volodymyr Zelensky ;  ; Владимир Зеленский | Зеленский ; Володимир Зеленський | Зеленський",
    "person.milley ; PERSON ; Mark Milley ;  ; Марк Милли | ~Милли",
    "person.merkel ; PERSON ; Angela Merkel ;  ; Ангела Меркель | Меркель",
    "person.mido ; PERSON ; Mido ;  ; Мидо",
    "gpe.moscow ; GPE ; Moscow ; موسكو ; Москва ; Москва ; مسکو ; מוסקבה",
    "gpe.ru ; GPE ; Russia ; روسيا ; Россия ; Росія ; روسیه ; רוסיה",
    "gpe.ua ; GPE ; Ukraine ;  ; Украина ; Україна",
    "gpe.kyiv ; GPE ; Kyiv ;  ; Киев ; Київ",
    "gpe.us ; GPE ; United States ; أمريكا ; США | Соединённые Штаты | Америка ; США ; آمریکا ; ארצות הברית",
    "gpe.ir ; GPE ; Iran ; إيران ; Иран ; Іран ; ایران ; איראן",
    "gpe.rome ; GPE ; Rome ;  ; Рим",
    "gpe.uae ; GPE ; UAE ;  ; Объединённые Арабские Эмираты",
    "gpe.spb ; GPE ; Saint Petersburg ;  ; Санкт-Петербург",
    "person.roman ; PERSON ; Roman ;  ; Роман",
    "gpe.romana ; GPE ; Romana ;  ; Романа",
    "org.un ; ORG ; United Nations ;  ; Организация Объединённых Наций | ООН",
    "org.icj ; ORG ; International Court ;  ; Международный суд",
    "gpe.miri ; GPE ; Miri ;  ; Мири",
    "org.tass ; ORG ; TASS ;  ; ТАСС ;  ;  ;  ; acronym",
    "org.likud ; ORG ; Likud ;  ;  ;  ;  ; ליכוד",
    "norp.ru ; NORP ; Russian ; روسي ; российский | россияне ; російський",
    "norp.ir ; NORP ; Iranian ; إيراني ;  ;  ; ایرانی",
    "title.president ; TITLE ; President ;  ; президент",
    "word.sea ; WORD ; sea ;  ; моря",
    "gpe.mor ; GPE ; Mor ;  ; Море",
  ]

  private func check(_ item: RecognitionCase) throws {
    let found = try TestRecognizer(Self.lines, header: Self.header).marked(Markup.read(item.marked).text)
    let isRight = found.utf8.elementsEqual(item.marked.utf8)
    #expect(isRight, "\(item.what)\n  found    \(found)\n  expected \(item.marked)")
  }

  @Test(
    "Russian and Ukrainian cases",
    arguments: [
      RecognitionCase("nominative", "[[Москва|gpe.moscow]] и [[Путин|person.putin]]"),
      .init(
        "the whole word is the mention",
        "речь [[Путина|person.putin]], [[Путину|person.putin]] и [[Путиным|person.putin]]"),
      .init(
        "a town",
        "до [[Москвы|gpe.moscow]], в [[Москве|gpe.moscow]], в [[Москву|gpe.moscow]], под [[Москвой|gpe.moscow]]"),
      .init("a country", "войска [[России|gpe.ru]] и [[Ирана|gpe.ir]]"),
      .init(
        "both words of a name", "встреча [[Владимира Путина|person.putin]] с [[Владимиром Зеленским|person.zelensky]]"),
      .init("an adjective as a surname", "слова [[Зеленского|person.zelensky]]"),
      .init("his wife is not he", "Зеленская и Зеленскую"),
      .init("the first word only", "в [[Организации Объединённых Наций|org.un]]"),
      .init("the second word only", "в [[Санкт-Петербурге|gpe.spb]]"),
      .init("three words", "из [[Объединенных Арабских Эмиратов|gpe.uae]]"),
      .init("a short word in a name of several", "решение [[Международного суда|org.icj]], Суда и Мир"),
      .init("a plural", "в [[Соединённых Штатах|gpe.us]]"),
      .init("what is never inflected", "с [[Меркель|person.merkel]] из [[США|gpe.us]], по данным [[ТАСС|org.tass]]"),
      .init("an acronym has no endings", "МИДа и ТАССА и ТАССа"),
      .init("small letters are no name", "до москвы"),
      .init("capitals", "В [[МОСКВЕ|gpe.moscow]]"),
      .init(
        "nationalities", "[[российского|norp.ru]], [[российская|norp.ru]], [[российских|norp.ru]] [[россиянам|norp.ru]]"
      ),
      .init("names of three letters are left alone", "в Риме, у [[Рим|gpe.rome]]"),
      .init("a name as it stands before a form", "[[Романа|gpe.romana]] и [[Роману|person.roman]]"),
      .init("an ordinary word is no form", "Моря и [[Морем|gpe.mor]]"),
      .init("an inflected title", "с президентом [[Милли|person.milley context]]"),
      .init("not across a sentence", "о Владимире. [[Путина|person.putin]]"),
      .init("Ukrainian", "до [[Києва|gpe.kyiv]], у [[Києві|gpe.kyiv]], з [[Україною|gpe.ua]] та [[Росією|gpe.ru]]"),
      .init("Ukrainian people", "[[Володимира Зеленського|person.zelensky]] й [[Путіним|person.putin]]"),
      .init("Ukrainian nationalities", "[[російської|norp.ru]] та [[російських|norp.ru]]"),
    ])
  func slavic(_ item: RecognitionCase) throws { try check(item) }

  @Test(
    "Persian suffixes, in Persian text only",
    arguments: [
      RecognitionCase("ezafe", "سیاست‌های [[آمریکای|gpe.us]] امروز گفت که پیش از این"),
      .init("a plural", "گفت که [[ایرانی‌ها|norp.ir]] و [[ایرانیان|norp.ir]] می‌گویند چگونه"),
      .init("joined", "گفت که [[ایرانیهای|norp.ir]] پاریس چگونه می‌گویند"),
      .init("Arabic has no such suffixes", "قال إن أمريكاي وإيرانيان وإيرانيها"),
    ])
  func persian(_ item: RecognitionCase) throws { try check(item) }

  @Test(
    "Hebrew particles",
    arguments: [
      RecognitionCase("one", "ב[[רוסיה|gpe.ru +ב]] ו[[איראן|gpe.ir +ו]]"),
      .init("two", "שב[[רוסיה|gpe.ru +שב]] ול[[מוסקבה|gpe.moscow +ול]] מה[[ליכוד|org.likud +מה]]"),
      .init("more", "וכשב[[רוסיה|gpe.ru +וכשב]] לכש[[איראן|gpe.ir +לכש]] ושמה[[ליכוד|org.likud +ושמה]]"),
      .init("several words", "שב[[ארצות הברית|gpe.us +שב]]"),
      .init("no such order", "בורוסיה הברוסיה לכרוסיה"),
    ])
  func hebrew(_ item: RecognitionCase) throws { try check(item) }

  @Test("Words that are forms of many words do not multiply")
  func hostile() throws {
    // Each of the words is a form of two; names of every combination up to six words.
    var names = [""]
    var lines: [String] = []
    for _ in 0..<6 {
      names = names.flatMap { name in ["Кара", "Каро"].map { name.isEmpty ? $0 : name + " " + $0 } }
      lines += names.enumerated().map { "gpe.\($1.utf8.count)-\($0) ; GPE ; X ;  ; \($1)" }
    }
    let text = [String](repeating: "Кару", count: 2000).joined(separator: " ")
    let found = try TestRecognizer(lines, header: Self.header).entities(in: text)
    #expect(found.count >= 2000 / 6 && found.count <= 2000)
  }
}
