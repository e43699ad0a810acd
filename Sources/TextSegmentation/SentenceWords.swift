/// The words that tell the style `news` whether a sentence ends: abbreviations, words that begin sentences, words that
/// follow a quotation. All languages together, since the scripts keep them apart.
enum SentenceWords {
  /// What may follow an abbreviation in the same sentence.
  enum Abbreviation {
    /// Anything: it stands before a name or in the midst of a phrase (`Dr.`, `ул.`, `أ.`).
    case beforeAnything
    /// A number (`No.`, `ص.`); before other words it is an ordinary word or an ordinary end.
    case beforeNumber
    /// Anything but a word that usually begins a sentence: it may also stand at the end of one (`Inc.`, `г.`, `هـ.`).
    case anywhere
    /// Small letters alone: it mostly stands at the end of a phrase (`etc.`, `т.п.`, `إلخ.`).
    case atEnd
  }

  static let abbreviations: [ShortWord: Abbreviation] = {
    var result: [ShortWord: Abbreviation] = [:]
    func add(_ abbreviation: Abbreviation, _ words: String) {
      for word in words.split(separator: " ").compactMap({ ShortWord($0) }) { result[word] = abbreviation }
    }
    // Arabic. A single letter before a dot is an initial anyhow; here stand those with a meaning of their own.
    add(.beforeAnything, "د أ م ا أد أ.د ا.د م.م أ.م أ.م.د د.م آ سع")
    add(.beforeNumber, "ص ت ج ع س ط ف هاتف رقم تلفون فاكس ق ص.ب")
    add(.anywhere, "هـ ه م ق.م ق.ه ب.م كم كلم سم مم كغ كغم كجم غم مل")
    add(.anywhere, "ج.م ر.س د.إ د.أ د.ك ل.ل ش.م ش.م.م ذ.م.م م.ض ج.م.ع")
    add(.atEnd, "إلخ الخ اهـ أ.هـ")
    // Persian.
    add(.beforeNumber, "ش شماره")
    add(.anywhere, "ه.ش ه.ق ق.ظ ب.ظ")
    // Hebrew, which abbreviates with geresh and gershayim rather than with dots.
    add(.beforeNumber, "עמ מס")
    add(.anywhere, "בע.מ")
    // English.
    add(
      .beforeAnything,
      """
      Mr Mrs Ms Messrs Mx Dr DR MR MRS ST MT FT GEN SEN REP GOV PROF Prof Profs Gen Maj Col Lt Cpl Sgt Capt Cmdr Adm Brig Pvt Pte Cdr Gov Govs Sen Sens Rep \
      Reps Pres Rev Hon Fr Msgr Supt Insp Amb Sec Dir Atty Gens Lts Drs St Ste Mt Ft Sts vs viz cf Cf approx esp incl \
      Lt.Gen Lt.Col Maj.Gen Brig.Gen e.g i.e E.g I.e eg ie ca resp Dept Univ Assn Bros Vol Ed eds Treas Sr.Sgt
      """)
    add(
      .beforeNumber,
      "No Nos no nos p pp P Pp art Art Arts para Para Sect sect ch Ch Fig Figs fig figs vol c v ver No.s op Op")
    add(
      .anywhere,
      """
      Inc Corp Co Cos Ltd LLC Plc plc Cie Jr Sr Esq Ph.D M.D B.A M.A D.C U.S U.K U.N E.U U.S.A U.A.E U.S.S.R Ave Blvd Rd Sq \
      Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tues Tue Wed Thurs Thu Fri Calif Mass Conn Pa Va Md Fla Ga \
      Tenn Ky Ill Mich Minn Wis Tex Colo Ariz Ore Okla Kan Neb Nev Ala Miss Mo Ark Ind Del Vt sq ft lb lbs oz mph hr hrs \
      min mins dept est est tel ext Bhd Pty Pte Ltda GmbH S.A S.p.A N.V B.V A.G
      """)
    add(.atEnd, "etc a.m p.m A.M P.M am pm al B.C A.D B.C.E C.E")
    // Russian and Ukrainian.
    add(
      .beforeAnything,
      """
      г-н г-жа гг-да гн тов проф акад доц д-р ген полк подп майор кап ул пр просп пер пл наб бул б-р бульв шос д корп стр кв \
      оф им св о-в о пос дер обл р-н с р т.е т.к т.н т.о т.ч н.э напр см ср ст подр в.н к.т.н д.т.н к.э.н д.э.н к.ю.н д.ю.н \
      к.и.н д.и.н к.ф.-м.н д.ф.-м.н м.н.с с.н.с пом зам зав нач гл отв ред сост пров вул просп м св проф акад ім буд смт напр \
      тзв т.зв див пор б бл
      """)
    add(.beforeNumber, "п пп ч гл рис табл илл тел с стр ст № разд т тт Т вып изд п.п ч.ч розд арк")
    add(
      .anywhere,
      """
      г гг в вв тыс млн млрд трлн руб коп долл экз чел час мин сек ок до.н.э до н.э кг км см мм га л янв фев февр мар апр \
      авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс род ум рр р ст грн тис крб
      """)
    add(.atEnd, "т.д т.п др пр проч тп тд и.т.д и.т.п тощо ін т.ін")
    // German and French names in English and other texts.
    add(.beforeAnything, "Mme Mlle MM Hr Fr Frau Sig Sra Srta Dña D z.B d.h u.a bzw Nr")
    return result
  }()

  /// Words that begin a sentence more often than they follow an abbreviation.
  static let starters: Set<ShortWord> = {
    let words = """
      The A An He She It They We You I But And In On At For This That These Those There When While If As After Before His Her \
      Its Their Our My However Meanwhile What Who Why How Not Yet So Some Many Most Although Since During Under Earlier Later \
      Now Then Both Each Also Despite According With By From To No One Nobody Where Because Is Are Was Were Will Would \
      Он Она Оно Они Мы Вы Я Ты В Во На По При Но И А Это Этот Эта Эти Этого Как Так Также Со К Ко Об От До За Из Для Если Когда \
      Однако После Тем Там Тогда Ранее Кроме Его Её Ее Их Что Чтобы Кто Где Не Ни Уже Сейчас Затем Позже Здесь Все Всё Мне У \
      Він Вона Воно Вони Ми Ви Це Цей Ця Ці Як Також Та Але Після Під Про Якщо Коли Раніше Крім Його Її Їх Що Хто Де У З Із \
      הוא היא הם הן אני אנחנו אבל אך לדבריו לדבריה עם לאחר אחרי כך גם בנוסף לפי \
      كما ثم لكن ولكن إن بينما فيما غير هذا هذه هؤلاء هو هي هم وهو وهي وقد وفي ومن وعن وعلى وكان وكانت وقال \
      وقالت وأضاف وأضافت وأكد وأكدت وأوضح وذكر وذكرت وأشار وأشارت وتابع وأعلن وأعلنت وشدد ورأى وكما ولم ولا ولن وما وإذا وبعد \
      وقبل وبحسب ووفقا ووفقاً ونقلت ونقل ومع وأما وإلى ولدى وعند وحول ويأتي وتأتي وجاء وجاءت وكشف وكشفت وحذر وتوقع وطالب ودعا \
      وبلغ وبلغت ويبلغ ويقع وتقع ويعد وتعد ويقول وتقول ويرى وترى وكذلك وهذا وهذه وذلك وهناك أما \
      او وی این آن اما همچنین آنها ما من پس بنابراین
      """
    return Set(words.split(separator: " ").compactMap { ShortWord($0) })
  }()

  /// Verbs and the like that go on after a quotation: «متى؟» سأل الصحفي.
  static let attributions: Set<ShortWord> = {
    let words = """
      قال قالت قالوا يقول تقول أضاف أضافت تضيف يضيف أكد أكدت يؤكد تؤكد تابع تابعت صرح صرحت كتب كتبت سأل سألت يسأل تساءل تساءلت \
      أوضح أوضحت ذكر ذكرت أشار أشارت أجاب أجابت رد ردت هتف هتفت صاح صاحت أعلن أعلنت شدد شددت همس علق علقت هكذا بحسب وفق وفقا وفقاً \
      حسبما على مضيفا مضيفاً مضيفة قائلا قائلاً قائلة مؤكدا مؤكداً مؤكدة مشيرا مشيراً موضحا موضحاً مشددا مشدداً معتبرا معتبراً \
      گفت گفتند افزود پرسید پاسخ نوشت تأکید اعلام اظهار می‌گوید \
      אמר אמרה אמרו הוסיף הוסיפה שאל שאלה כתב כתבה השיב השיבה ציין ציינה טען טענה הדגיש הדגישה מסר מסרה הבהיר הבהירה לדברי
      """
    return Set(words.split(separator: " ").compactMap { ShortWord($0) })
  }()
}
