import Testing
import TextModel
import TextPipeline
import TextSegmentation
import UnicodeText

@Suite struct SentenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let sentences: [String]
    var testDescription: String { sentences.joined(separator: "|").debugDescription }
    init(_ sentences: String...) { self.sentences = sentences }
  }

  static func sentences(of text: String, _ stage: SentenceSegmentation = SentenceSegmentation()) throws -> [String] {
    let document = try Document(text: text)
    return try Pipeline(stages: [stage]).annotate(document).sentences.map { document.text(at: $0) }
  }

  // MARK: Arabic

  @Test(arguments: [
    Case("قال الرئيس نعم. ", "ثم ذهب."),
    Case("هل انتهت الحرب؟ ", "لا أحد يعلم."),
    Case("انتهت الحرب! ", "عاد الناس إلى بيوتهم."),
    Case("هل انتهت؟! ", "نعم."),
    // A comma or semicolon ends nothing.
    Case("قال نعم، ثم ذهب؛ وبقي أخوه في البيت. ", "وعاد."),
    // Titles.
    Case("التقى د. محمد علي بالوزير. ", "وشكره."),
    Case("قال أ. د. أحمد زويل كلمته. ", "وانصرف."),
    Case("قال أ.د. أحمد زويل كلمته. ", "وانصرف."),
    Case("حضر م. وليد حسن ود. سامي خليل. ", "وغابت د. ليلى."),
    Case("كتب د.محمد مقالا. ", "ونشره."),
    // Initials.
    Case("وصل الرئيس ج. و. بوش إلى بغداد. ", "وغادرها."),
    Case("كتب ت. س. إليوت قصيدة. ", "وكتب ج.ر.ر. تولكين رواية."),
    Case("حصل على فيتامين د. ", "وقال إنه بخير."),
    // Abbreviations that also end sentences.
    Case("فتحت المدينة عام 2020 م. ", "وتحتل مكانا مهما."),
    Case("ولد عام 150 هـ. في غزة. ", "وتوفي في مصر."),
    Case("حدث ذلك عام 500 ق.م. في مصر. ", "ثم نسيه الناس."),
    Case("العنوان ص.ب. 1234 الرياض. ", "والهاتف ت. 555."),
    Case("انظر ص. 15 من الكتاب. ", "ثم ص. 20."),
    Case("طول الطريق 5 كم. ", "وعرضه 10 م. "),
    Case("فواكه وخضر إلخ. ", "كانت كثيرة."),
    // Agencies and datelines.
    Case("موسكو/ واشنطن - رويترز. ", "قال الوزير نعم."),
    Case("واشنطن (أ.ف.ب) - قال الوزير نعم. ", "ثم سكت."),
    Case("واشنطن - أ.ف.ب. أكد الوزير الخبر. ", "ثم سكت."),
    // Numbers.
    Case("بلغت النسبة 3.5 في المئة. ", "وكانت ٢.١ قبل عام."),
    Case("بلغ السعر ٣٫٥ دولار. ", "وارتفع."),
    Case("في 12.5.2022 وصل الوفد. ", "وغادر."),
    Case("1. مقدمة طويلة عن الموضوع. ", "2. خاتمة."),
    Case("وصل عددهم إلى 2000. ", "وغادروا."),
    // Ellipses.
    Case("محادثات في تركيا.. والبيت الأبيض لا يتفاوض. ", "انتهى."),
    Case("قال إن... الأمر معقد. ", "ثم سكت."),
    Case("قال إن… الأمر معقد. ", "ثم سكت."),
    Case("هل انتهى…؟ ", "نعم."),
    // Quotations.
    Case("قال: \"انتهى الأمر.\" ", "وأضاف أنه سعيد."),
    Case("قال: «انتهى الأمر.» ", "وغادر القاعة."),
    Case("قال: «انتهى الأمر». ", "وغادر القاعة."),
    Case("«متى ننتهي؟» سأل الصحفي. ", "«غدا»، أجاب الوزير."),
    Case("\"لن نتفاوض!\" قال الوزير. ", "وخرج."),
    Case("\"هل انتهينا؟\"، سأل الصحفي. ", "ولم يجب أحد."),
    Case("«انتهى الأمر.» أضاف المتحدث. ", "ثم خرج."),
    Case("كان \"ديمقراطيا\" (!) كما يقول. ", "وخرج."),
    Case("وصل الوفد (أمس). ", "وغادر اليوم."),
    Case("(وصل الوفد أمس.) ", "وغادر اليوم."),
    Case("\"وصل الوفد.\" ", "\"وغادر اليوم.\""),
    // Written together.
    Case("غادر الوفد القاهرة.", "وقال الوزير نعم."),
    Case("غادر الوفد؟", "لا أحد يعلم."),
    Case("غادر الوفد القاهرة.", "«وقال الوزير نعم»."),
    // Bidi controls.
    Case("قال نعم.\u{200F} ", "\u{202B}ثم ذهب\u{202C}."),
    Case("\u{200F}التقى د.\u{200F} محمد بالوزير. ", "وشكره."),
    // Marks.
    Case("قَالَ نَعَمْ. ", "ثُمَّ ذَهَبَ."),
  ])
  func arabic(_ test: Case) throws {
    #expect(try Self.sentences(of: test.sentences.joined()) == test.sentences)
  }

  // MARK: English

  @Test(arguments: [
    Case("He left. ", "She stayed."),
    Case("Did he leave? ", "Yes! ", "He did."),
    Case("Dr. Smith met Mr. and Mrs. Jones. ", "They talked."),
    Case("Gen. Mark Milley and Lt. Gen. Lewis met Sen. Graham. ", "They talked."),
    Case("J. K. Rowling and J.R.R. Tolkien wrote books. ", "So did J. A. Smith."),
    Case("George W. Bush won. ", "He left in 2009."),
    Case("So do I. ", "We agree."),
    Case("It was plan B. ", "The first had failed."),
    Case("He lives in the U.S. ", "She does not."),
    Case("U.S. President Joe Biden and U.N. chief Guterres met. ", "They talked."),
    Case("WASHINGTON, D.C. (AP) - The president left. ", "He came back."),
    Case("ST. LOUIS (AP) — The river rose. ", "It fell."),
    Case("WASHINGTON (Reuters) - The U.S. dollar fell. ", "It rose."),
    Case("Apple Inc. and Amazon.com Inc. rose. ", "Ford Motor Co. fell."),
    Case("He works at Apple Inc. ", "She does not."),
    Case("It opens on Jan. 5 at 10 a.m. and closes on Oct. 12. ", "It is free."),
    Case("It closes at 5 p.m. ", "Visitors must leave."),
    Case("See No. 5 on p. 12, fig. 3. ", "It is there."),
    Case("He said no. ", "Then he left."),
    Case("Apples, pears, etc. ", "Were sold."),
    Case("Prices rose 3.5 percent. ", "They had fallen 2.1."),
    Case("Then… ", "He left."),
    Case("He waited... ", "Then he left."),
    Case("He waited… then left. ", "She stayed."),
    Case("He waited . . . then left. ", "She stayed."),
    Case("\"Why?\" he asked. ", "\"Because,\" she said."),
    Case("\"I know.\" ", "She left."),
    Case("Yahoo! announced results. ", "They were good."),
    Case("See https://example.org/watch?V=A for more. ", "It is there."),
    Case("The film (Why?) opened. ", "It closed."),
    Case("He left (see p. 5). ", "She stayed."),
    Case("An iPhone. ", "Another phone."),
    Case("1. First things. ", "2. Second things."),
    Case("i.e. this, e.g. that. ", "The rest."),
    // So say ICU's rules: it may be an address.
    Case("He left.Then she left."),
  ])
  func english(_ test: Case) throws {
    #expect(try Self.sentences(of: test.sentences.joined()) == test.sentences)
  }

  // MARK: Russian, Persian, Hebrew

  @Test(arguments: [
    Case("Он ушёл. ", "Она осталась."),
    Case("В 2020 г. Россия и т. д. изменились. ", "Это было давно."),
    Case("Он жил в г. Москве, на ул. Ленина, д. 5, кв. 3. ", "Потом уехал."),
    Case("А. С. Пушкин родился в 1799 г. ", "Он писал стихи."),
    Case("И.И.Иванов и П. О. Петров приехали. ", "Их ждали."),
    Case("Там были яблоки, груши и т.д. ", "Всё продали."),
    Case("Бюджет вырос на 5 млрд руб. ", "Это много."),
    Case("Бюджет вырос на 5 млн. долл. США. ", "Это много."),
    Case("Проф. Иванов, акад. Петров и г-н Сидоров, т.е. все, пришли. ", "Начали."),
    Case("«Когда?» — спросил он. ", "«Завтра», — сказала она."),
    Case("«Да!» ", "Она ушла."),
    Case("Как же так?.. ", "Он не знал."),
    Case("Потом… ", "Он ушёл."),
    Case("Он… ушёл. ", "Она осталась."),
    Case("См. рис. 5 и табл. 3. ", "Там всё."),
    Case("Рост составил 3.5%. ", "Мало."),
    Case("У 2020 р. Україна змінилася. ", "Це було давно."),
    Case("Він жив на вул. Шевченка. ", "Потім поїхав."),
    Case("او رفت. ", "من ماندم."),
    Case("آیا رفت؟ ", "بله."),
    Case("«کی تمام می‌شود؟» پرسید خبرنگار. ", "کسی پاسخ نداد."),
    Case("در سال ۱۳۵۷ ه.ش. انقلاب شد. ", "آن روزها گذشت."),
    Case("نرخ ۳٫۵ درصد بود. ", "کم شد."),
    Case("وہ گیا۔ ", "میں رہا۔ ", "پھر؟"),
    Case("וכך היה. ", "הוא הלך."),
    Case("א. ב. יהושע כתב ספר. ", "הוא זכה בפרס."),
    Case("ד\"ר כהן וצה\"ל נפגשו. ", "הם דיברו."),
    Case("\"מתי?\" שאל העיתונאי. ", "איש לא ענה."),
    Case("הוא הלך! ", "היא נשארה."),
    Case("他走了。", "她留下了！", "为什么？"),
    Case("वह गया। ", "मैं रहा।"),
  ])
  func otherLanguages(_ test: Case) throws {
    #expect(try Self.sentences(of: test.sentences.joined()) == test.sentences)
  }

  // MARK: Lines

  static let wide = "وقال المتحدث باسم الوزارة " + String(repeating: "إن المحادثات جرت في العاصمة ", count: 8) + "أمس"

  struct LineCase: CustomTestStringConvertible, Sendable {
    let lineBreaks: SentenceSegmentation.LineBreaks
    let sentences: [String]
    var testDescription: String { "\(lineBreaks): \(sentences.map { $0.prefix(20) })" }
    init(_ lineBreaks: SentenceSegmentation.LineBreaks, _ sentences: String...) {
      (self.lineBreaks, self.sentences) = (lineBreaks, sentences)
    }
  }

  @Test(arguments: [
    // A wrapped line ends nothing, an empty one always does.
    LineCase(.detected, "قال وليام\nبيرنز نعم.\n", "ثم ذهب."),
    LineCase(.space, "قال وليام\nبيرنز نعم.\n", "ثم ذهب."),
    LineCase(.paragraph, "قال وليام\n", "بيرنز نعم.\n", "ثم ذهب."),
    LineCase(.detected, "عنوان\n\n", "نص طويل. ", "ثم نص.\n \n\n", "آخر"),
    LineCase(.space, "عنوان\r\n\r\n", "نص"),
    LineCase(.space, "عنوان\u{2029}", "نص"),
    LineCase(.detected, "قال د.\nوليام نعم. ", "ثم ذهب."),
    LineCase(.detected, "He met Mr.\nSmith. ", "They talked."),
    LineCase(.paragraph, "He met Mr.\n", "Smith."),
    // Nobody wraps at 160 characters, so these lines are paragraphs.
    LineCase(.detected, "عنوان الخبر\n", wide + "\n", "عنوان آخر"),
    LineCase(.detected, wide + ".\n", wide + "..\n", wide + "\n", "عنوان"),
    LineCase(.detected, wide + " د.\nمحمد علي."),
    LineCase(.space, "عنوان الخبر\n" + wide + "\nعنوان آخر"),
    // Lists.
    LineCase(.space, "القائمة:\n", "- أولا\n", "- ثانيا\n", "• ثالثا"),
    LineCase(.detected, "List\n", "* one\n", "* two\n-3 degrees"),
    LineCase(.space, "— Нет.\n", "— Да."),
    // White space belongs to the sentence before it.
    LineCase(.detected, "\n\n  قال نعم.  \n\n\n ", "ثم ذهب. \n"),
  ])
  func lines(_ test: LineCase) throws {
    let stage = SentenceSegmentation(lineBreaks: test.lineBreaks)
    #expect(try Self.sentences(of: test.sentences.joined(), stage) == test.sentences)
  }

  // MARK: Style, locale, tokens, cost

  @Test(arguments: ["", " ", "\n\n", "\u{200F}", "...", "؟", "\""])
  func textWithoutWords(text: String) throws {
    #expect(try Self.sentences(of: text).joined() == text)
    #expect(try Self.sentences(of: text).count == (text.isEmpty ? 0 : 1))
  }

  @Test func unicodeStyleIsICU() throws {
    let text = "Dr. Smith left.\nقال د. محمد نعم… ثم؟ \"Why?\" he.\n\nEnd"
    var expected: [String] = []
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      try BreakIterator(.sentence).boundaries(in: buffer) { end, _ in
        expected.append(String(decoding: buffer[start..<end], as: UTF8.self))
        start = end
      }
    }
    #expect(try Self.sentences(of: text, SentenceSegmentation(style: .unicode)) == expected)
  }

  @Test(arguments: SentenceSegmentation.Style.allCases)
  func localeCounts(style: SentenceSegmentation.Style) throws {
    let greek = SentenceSegmentation(style: style, locale: "el")
    #expect(try Self.sentences(of: "Τι; Ναι.", greek) == ["Τι; ", "Ναι."])
    #expect(try Self.sentences(of: "Τι; Ναι.", SentenceSegmentation(style: style)).count == 1)
  }

  @Test func firstTokensAreMarked() throws {
    let document = try Document(text: "  قال د. محمد نعم. ثم ذهب؟\n\n«لا»")
    let pipeline = Pipeline {
      WordSegmentation()
      SentenceSegmentation()
    }
    let annotations = try pipeline.annotate(document)
    let starts = annotations.tokens.filter(\.startsSentence).map { document.text(at: $0.range) }
    #expect(starts == ["قال", "ثم", "«"])
    // Once more over the same tokens, with other sentences: old marks go.
    var again = annotations
    try SentenceSegmentation(style: .unicode).makeWorker().process(document, &again)
    #expect(again.tokens.filter(\.startsSentence).map { document.text(at: $0.range) } == ["قال", "محمد", "ثم", "«"])
  }

  /// Quadratic work would take minutes.
  @Test(
    arguments: [
      ("\"", 100_000), (".", 100_000), ("«", 10_000), ("»", 10_000), ("(", 10_000), ("…", 10_000),
      ("? ", 10_000), (". ", 10_000), (".\" ", 10_000), ("\n", 10_000), ("a\n", 10_000), (".\n", 10_000),
      ("ا. ", 10_000), ("A.", 10_000), ("1.", 10_000), ("\u{200F}", 10_000), (".(", 10_000), ("؟»", 10_000),
      ("a.\"", 10_000), ("- ", 10_000), (". 1 ", 10_000), ("…» ", 10_000), ("و", 10_000), (" ", 10_000),
      ("م.", 10_000), ("\u{64E}", 10_000), ("U.S. ", 10_000),
    ])
  func hostileTextIsCheap(piece: String, count: Int) throws {
    let bytes = Array(String(repeating: piece, count: count).utf8)
    let segmenter = try SentenceSegmenter()
    var end = 0
    try bytes.withUnsafeBufferPointer { buffer in
      try segmenter.forEachSentence(in: buffer) {
        if $0.lowerBound == end { end = $0.upperBound }
      }
    }
    #expect(end == bytes.count)
  }
}
