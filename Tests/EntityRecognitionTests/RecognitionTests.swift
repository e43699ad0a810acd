import Testing

@Suite("Recognition by a small lexicon")
struct RecognitionTests {
  @Test(
    "Particles before a name stand beside it, not in it",
    arguments: [
      RecognitionCase("none", "زار [[بوتين|person.putin]] [[موسكو|gpe.moscow]]"),
      .init("و", "[[بوتين|person.putin]] و[[روسيا|gpe.ru +و]]"),
      .init("ف", "ف[[روسيا|gpe.ru +ف]]"),
      .init("ب", "ب[[روسيا|gpe.ru +ب]]"),
      .init("ل", "ل[[روسيا|gpe.ru +ل]]"),
      .init("ك", "ك[[روسيا|gpe.ru +ك]]"),
      .init("وب", "وب[[روسيا|gpe.ru +وب]]"),
      .init("فل", "فل[[روسيا|gpe.ru +فل]]"),
      .init("وك", "وك[[روسيا|gpe.ru +وك]]"),
      .init("before the article", "ب[[الكرملين|org.kremlin +ب]] وب[[الكرملين|org.kremlin +وب]]"),
      .init("before a name of several words", "ب[[وكالة الاستخبارات المركزية|org.cia +ب]]"),
      .init("before a full name", "ول[[فلاديمير بوتين|person.putin +ول]]"),
      .init("لل: the article has lost its alef", "ل[[لولايات المتحدة|gpe.us +ل]]"),
      .init("ولل", "ول[[لولايات المتحدة|gpe.us +ول]]"),
      .init("فلل", "فل[[لكرملين|org.kremlin +فل]]"),
      .init("لل of one word", "قدّم ل[[لناتو|org.nato +ل]] مقترحاً"),
      .init("لل before a name that begins with ل itself", "ل[[لبنان|gpe.lb +ل]] ول[[ليبيا|gpe.ly +ول]]"),
      .init(
        "a name that begins with the letter of a particle",
        "[[بكين|gpe.cn-bj]] و[[بكين|gpe.cn-bj +و]] [[فلسطين|gpe.ps]]"),
      .init(
        "a whole name before a particle and a shorter one", "[[بكين|gpe.cn-bj]]",
        rows: ["person.kean ; PERSON ; Kean ; كين"]),
      .init("a name of two letters", "و[[قم|gpe.ir-qom +و]]"),
      .init("a letter alone is no name", "وق بق", rows: ["org.q ; ORG ; Q ; ق"]),
      .init("the particle's vowel mark is its own", "وَ[[روسيا|gpe.ru +وَ]]"),
      .init("the particle's tatweel is its own", "وـ[[روسيا|gpe.ru +وـ]]"),
      .init("an invisible control after the particle", "و\u{61C}[[روسيا|gpe.ru +و\u{61C}]]"),
      .init("marks on both particles", "وَبِ[[روسيا|gpe.ru +وَبِ]]"),
      .init("the first letter's mark belongs to the name", "و[[رُوسيا|gpe.ru +و]]"),
      .init("before Latin letters", "و[[Bloomberg|org.bloomberg +و]] وب[[Reuters|org.reuters +وب]]"),
      .init("before a short acronym", "و[[CIA|org.cia +و]]"),
      .init("the article before an acronym", "ال[[CIA|org.cia +ال]] وال[[CIA|org.cia +وال]]"),
      .init("more particles than there are", "وووروسيا"),
      .init("the article is no particle", "الروسيا البوتين"),
      .init("a preposition before a conjunction", "بوروسيا"),
    ])
  func proclitics(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "What the lookup folds hides no name, and the range holds what stands in the text",
    arguments: [
      RecognitionCase("vowel marks", "في [[رُوسِيَا|gpe.ru]]"),
      .init("tatweel", "في [[روســـيا|gpe.ru]]"),
      .init("tatweel and marks in several words", "[[الولايـات المتّحدة|gpe.us]]"),
      .init("a right-to-left mark within", "[[رو\u{200F}سيا|gpe.ru]]"),
      .init("an Arabic letter mark within", "[[رو\u{61C}سيا|gpe.ru]]"),
      .init("a zero-width joiner within", "[[روس\u{200D}يا|gpe.ru]]"),
      .init("isolates around a name within a sentence", "في \u{2067}[[روسيا|gpe.ru]]\u{2069}، قال"),
      .init("presentation forms", "[[ﺭﻭﺳﻴﺎ|gpe.ru]]"),
      .init("the ligature of lam and alef", "[[ﺍﻟﻮﻻﻳﺎﺕ ﺍﻟﻤﺘﺤﺪﺓ|gpe.us]]"),
      .init("hamza left out", "[[امريكا|gpe.us]]"),
      .init("hamza beneath", "[[إمريكا|gpe.us]]"),
      .init("heh for teh marbuta", "[[الولايات المتحده|gpe.us]]"),
      .init("Persian letters", "[[أمریکا|gpe.us]]"),
      .init("a decomposed hamza", "[[ا\u{654}مريكا|gpe.us]]"),
      .init("nunation at the end", "[[روسياً|gpe.ru]]"),
      .init("dagger alef", "[[محمّد عليٰ|person.ali]]"),
      .init("Latin accents", "[[Réuters|org.reuters]]"),
      .init("full width", "[[ＮＡＴＯ|org.nato]]"),
      .init("letters of a longer word", "روسياني مبوتين بلومبرغية"),
    ])
  func foldings(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "A name of several words is found across white space, not across the end of a sentence",
    arguments: [
      RecognitionCase("one space", "[[الولايات المتحدة|gpe.us]]"),
      .init("two spaces", "[[الولايات  المتحدة|gpe.us]]"),
      .init("many spaces", "[[الولايات \t     المتحدة|gpe.us]]"),
      .init("a no-break space", "[[الولايات\u{A0}المتحدة|gpe.us]]"),
      .init("a line break", "في [[الولايات\nالمتحدة|gpe.us]] قال"),
      .init("a line break and indentation", "في [[الولايات \r\n   المتحدة|gpe.us]] قال"),
      .init("a mark of direction between", "[[الولايات \u{200F}المتحدة|gpe.us]]"),
      .init("a hyphen", "[[وليام-بيرنز|person.burns]]"),
      .init("a hyphen and spaces", "[[وول ستريت - جورنال|org.wsj]]"),
      .init("a non-breaking hyphen", "[[Wall Street\u{2011}Journal|org.wsj]]"),
      .init("an empty line", "الولايات\n\nالمتحدة"),
      .init("an empty line with spaces", "الولايات\n  \nالمتحدة"),
      .init("a paragraph separator", "الولايات\u{2029}المتحدة"),
      .init("a full stop", "زار الولايات. المتحدة"),
      .init("a question mark", "زار الولايات؟ المتحدة"),
      .init("an exclamation mark", "زار الولايات! المتحدة"),
      .init("a comma", "الولايات، المتحدة"),
      .init("a colon", "الولايات: المتحدة"),
      .init("quotation marks", "الولايات \"المتحدة\""),
      .init("a word", "الولايات كلها المتحدة"),
      .init("initials with stops", "[[William J. Burns|person.burns]] came"),
      .init("initials without", "[[William J Burns|person.burns]] came"),
      .init(
        "an abbreviation with stops", "the [[U.S. Central Command|org.centcom]] and [[AT&T|org.att]]",
        rows: ["org.centcom ; ORG ; U.S. Central Command", "org.att ; ORG ; AT&T"]),
      .init("an ampersand", "[[Procter & Gamble|org.pg]]", rows: ["org.pg ; ORG ; Procter & Gamble"]),
      .init("Arabic initials with stops", "زار [[ج. د. فانس|person.vance]] [[بكين|gpe.cn-bj]]"),
      .init("Arabic initials without", "زار [[ج د فانس|person.vance]] [[بكين|gpe.cn-bj]]"),
      .init("words in another order", "المتحدة الولايات"),
      .init("a name cut off by the end", "زار الولايات"),
    ])
  func severalWords(_ item: RecognitionCase) throws { try item.run() }

  private static let letters = [
    "org.ab ; ORG ; Ab ; ألفا بيتا", "org.bc ; ORG ; Bc ; بيتا جاما", "org.bcd ; ORG ; Bcd ; بيتا جاما دلتا",
    "gpe.c ; GPE ; C ; جاما",
    "gpe.c2 ; GPE ; C2 ; جاما", "org.a ; ORG ; A ; ألفا",
  ]

  @Test(
    "Of names that overlap the better stays, by one order",
    arguments: [
      RecognitionCase("more words", "[[وكالة الاستخبارات المركزية الأميركية|org.cia-us]]"),
      .init("more words, with an adjective left over", "[[وكالة الاستخبارات المركزية|org.cia]] [[الروسية|norp.ru]]"),
      .init("longer within a longer name", "[[حلف شمال الأطلسي|org.nato]] و[[الشرق الأوسط|loc.middle-east +و]]"),
      .init("the earlier of two with as many words", "[[ألفا بيتا|org.ab]] [[جاما|gpe.c]]", rows: letters),
      .init("the longer, though it begins later", "[[ألفا|org.a]] [[بيتا جاما دلتا|org.bcd]]", rows: letters),
      .init("the first row of one name", "[[جاما|gpe.c]]", rows: letters),
      .init(
        "a particle before a longer name", "و[[ألفا بيتا|org.ab +و]]", rows: letters + ["org.wa ; ORG ; Wa ; وألفا"]),
      .init("no particle for the same words", "[[وألفا|org.wa]]", rows: letters + ["org.wa ; ORG ; Wa ; وألفا"]),
      .init("the user's name before the built-in", "[[روسيا|own.ru]]", user: ["own.ru ; GPE ; My Russia ; روسيا"]),
      .init("the user's type", "[[قطر|own.train]]", user: ["own.train ; PRODUCT ; Train ; قطر"]),
      .init(
        "the user's shorter name before a longer built-in one", "الولايات [[المتحدة|own.united]]",
        user: ["own.united ; ORG ; United ; المتحدة"]),
      .init(
        "the user's longer name", "[[وليام بيرنز الابن|own.junior]]",
        user: ["own.junior ; PERSON ; Burns Jr. ; وليام بيرنز الابن"]),
      .init(
        "the user's lexicon beside the built-in", "[[زيد|own.zaid]] و[[روسيا|gpe.ru +و]]",
        user: ["own.zaid ; PERSON ; Zaid ; زيد"]),
      .init(
        "a user's name that needs evidence does not hide the built-in one", "[[روسيا|gpe.ru]]",
        user: ["own.ru ; ORG ; My Russia ; ~روسيا"]),
      .init(
        "a user's title", "القائد [[ميلي|person.milley context]]", user: ["title.own ; TITLE ; Commander ; القائد"]),
      .init("neighbours", "[[روسيا|gpe.ru]] [[قطر|gpe.qa]] [[لبنان|gpe.lb]]"),
    ])
  func overlaps(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "Names in scripts with letter case are found as they are written",
    arguments: [
      RecognitionCase("an acronym in Arabic text", "مدير [[CIA|org.cia]]، و"),
      .init("in parentheses", "([[CIA|org.cia]]) «[[NATO|org.nato]]»"),
      .init("an acronym in small letters", "cia nato us"),
      .init("an acronym with one capital", "Cia Nato Us"),
      .init("a country's acronym and a pronoun", "The [[US|gpe.us]] told us"),
      .init("an acronym with stops", "the [[U.S.|gpe.us]] ambassador"),
      .init("a name with its capital", "[[Bloomberg|org.bloomberg]] and the [[Wall Street Journal|org.wsj]]"),
      .init("a name all in capitals", "[[BLOOMBERG|org.bloomberg]] [[WASHINGTON|gpe.washington]]"),
      .init("a name in small letters", "bloomberg washington wall street journal"),
      .init("a fruit and a company", "an apple from [[Apple|org.apple]]"),
      .init("a possessive", "[[Russia|gpe.ru]]'s army, [[Putin|person.putin]]’s"),
      .init("Cyrillic", "[[Владимир Путин|person.putin]] и [[НАТО|org.nato]]"),
      .init("Cyrillic in small letters", "путин нато"),
      .init("within a word", "RussiaToday MyNATO"),
    ])
  func letterCase(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "A name that is also a word needs a title or a cue",
    arguments: [
      RecognitionCase("alone", "قال تاس ميلي الشرق فتح ستارت"),
      .init("after a cue", "وكالة [[تاس|org.tass context]]"),
      .init("in quotation marks", "وكالة \"[[تاس|org.tass context]]\""),
      .init("in other quotation marks", "صحيفة «[[الشرق|org.asharq context]]»"),
      .init("in curly quotation marks", "صحيفة “[[الشرق|org.asharq context]]”"),
      .init("quotation marks without a cue", "\"الشرق\""),
      .init("a cue of two words", "وكالة الأنباء [[تاس|org.tass context]]"),
      .init("an adjective between", "وكالة الأنباء [[الروسية|norp.ru]] [[تاس|org.tass context]]"),
      .init("an adjective and quotation marks between", "وكالة [[الروسية|norp.ru]] \"[[تاس|org.tass context]]\""),
      .init("a cue with a particle", "ولوكالة [[تاس|org.tass context]]"),
      .init("a cue of another type", "مدينة تاس صحيفة ميلي معاهدة الشرق"),
      .init("a particle before the name parts it from the cue", "وكالة وتاس"),
      .init("a cue for a place", "مدينة [[فتح|gpe.fath context]]"),
      .init("a cue for a law", "معاهدة \"[[ستارت|law.start context]]\""),
      .init("a cue for an event", "حرب [[أكتوبر|event.october context]]"),
      .init("a cue after the name", "تاس وكالة"),
      .init("a cue before a comma", "وكالة، تاس"),
      .init("a cue in the sentence before", "هذه وكالة. تاس قالت"),
      .init("a cue in the paragraph before", "وكالة\n\nتاس"),
      .init("a cue on the line before", "قالت وكالة\n[[تاس|org.tass context]] أمس"),
      .init("a title before a person", "الجنرال [[ميلي|person.milley context]]"),
      .init("a title with a particle", "للجنرال [[ميلي|person.milley context]]"),
      .init("a title and a stop", "Gen. [[Milley|person.milley context]] said"),
      .init("a title and an adjective", "الجنرال [[الأميركي|norp.us]] [[ميلي|person.milley context]]"),
      .init("a title and a body", "رئيس [[الكرملين|org.kremlin]] [[ميلي|person.milley context]]"),
      .init("a title and a country", "رئيس [[روسيا|gpe.ru]] [[ميلي|person.milley context]]"),
      .init(
        "four adjectives between",
        "الجنرال [[الروسي|norp.ru]] [[المصري|norp.eg]] [[الروسي|norp.ru]] [[المصري|norp.eg]] [[ميلي|person.milley context]]"
      ),
      .init(
        "five are too many",
        "الجنرال [[الروسي|norp.ru]] [[المصري|norp.eg]] [[الروسي|norp.ru]] [[المصري|norp.eg]] [[الروسي|norp.ru]] ميلي"),
      .init("another word between", "الجنرال الذي ميلي"),
      .init("another person between", "الجنرال [[بوتين|person.putin]] ميلي"),
      .init(
        "the row's flag", "مجد وكالة [[مجد|org.majd context]]",
        rows: ["org.majd ; ORG ; Majd ; مجد ; ; ; needs-context"]),
      .init(
        "only with a title", "سعيد الجنرال [[سعيد|person.said context]] سعيد",
        rows: ["person.said ; PERSON ; Said ; سعيد ; ; ; only-with-title"]),
      .init(
        "a plain row of the same name wins without evidence", "[[تاس|gpe.tas]]", rows: ["gpe.tas ; GPE ; Tas ; تاس"]),
    ])
  func evidence(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "A family name alone is its bearer's, where the full name stands in the document",
    arguments: [
      RecognitionCase("after", "[[وليام بيرنز|person.burns]] قال. [[بيرنز|person.burns document]] زار"),
      .init("before, as in a headline", "[[بيرنز|person.burns document]] يزور\n\nقال [[وليام بيرنز|person.burns]]"),
      .init("with a particle", "[[وليام بيرنز|person.burns]] ول[[بيرنز|person.burns document +ول]]"),
      .init("without the full name", "بيرنز زار"),
      .init("the given name alone", "[[وليام بيرنز|person.burns]] وليام"),
      .init(
        "the full name in Latin letters", "[[William Burns|person.burns]] said. [[Burns|person.burns document]] added"),
      .init(
        "a word that differs in what is folded", "[[محمد علي|person.ali]] على الطاولة. [[علي|person.ali document]] هنا"),
      .init("that word with a particle", "[[محمد علي|person.ali]] وعلى الطاولة. و[[علي|person.ali document +و]] هنا"),
      .init("the second half of a compound", "[[نبيل عبد الله|person.nabil]] قال إن الله"),
      .init(
        "a family name with the article", "[[عبد الفتاح البرهان|person.burhan]] و[[البرهان|person.burhan document +و]]"),
      .init("after a word of kinship", "[[محمد بن سلمان|person.salman]] سلمان"),
      .init("an ambiguous one of the lexicon, after", "[[مارك ميلي|person.milley]] ثم [[ميلي|person.milley document]]"),
      .init(
        "an ambiguous one of the lexicon, before", "[[ميلي|person.milley document]] ثم [[مارك ميلي|person.milley]]"),
      .init(
        "after it was titled once",
        "الجنرال [[ميلي|person.milley context]] قال. ثم زار [[ميلي|person.milley document]] [[بكين|gpe.cn-bj]]"),
      .init(
        "of two bearers the one who is there",
        "[[هيلاري كلينتون|person.hillary]] ثم [[كلينتون|person.hillary document]]"),
      .init(
        "of two bearers the one named last before",
        "[[بيل كلينتون|person.bill]] ثم [[كلينتون|person.bill document]] و[[هيلاري كلينتون|person.hillary +و]] ثم [[كلينتون|person.hillary document]]"
      ),
      .init(
        "of two bearers the one named first after",
        "[[كلينتون|person.hillary document]] ثم [[هيلاري كلينتون|person.hillary]] و[[بيل كلينتون|person.bill +و]]"),
      .init(
        "in another sentence and paragraph", "[[وليام بيرنز|person.burns]].\n\nثم.\n\n[[بيرنز|person.burns document]]."),
      .init(
        "within a longer name of another", "[[وليام بيرنز|person.burns]] في [[جامعة بيرنز|org.bu]]",
        rows: ["org.bu ; ORG ; Burns University ; جامعة بيرنز"]),
    ])
  func familyNames(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "Names that were written together are parted, other words are not",
    arguments: [
      RecognitionCase("two names", "[[رويترز|org.reuters glued]][[الشرق|org.asharq glued]]"),
      .init("two cities", "[[موسكو|gpe.moscow glued]][[واشنطن|gpe.washington glued]]"),
      .init("with a tatweel and marks", "[[رويتـرزَ|org.reuters glued]][[الشّرق|org.asharq glued]]"),
      .init("a name and another word", "رويترزالكبير"),
      .init("another word and a name", "الكبيرروسيا"),
      .init("the first needs evidence", "الشرقرويترز"),
      .init("a letter that joins does not end a name", "واشنطنموسكو"),
      .init("an ordinary word is not cut", "كبير", rows: ["person.beer ; PERSON ; Beer ; بير"]),
      .init(
        "an ordinary word after a particle is not cut", "وكبير", rows: ["person.beer ; PERSON ; Beer ; بير"]),
      .init(
        "an ordinary word that only folding makes a name", "على الطاولة [[علي|person.ali-b]]",
        rows: ["person.ali-b ; PERSON ; Ali ; علي", "word.on ; WORD ; on ; على"]
      ),
      .init("what no word forbids is cut", "ك[[بيرو|gpe.pe +ك]]", rows: ["gpe.pe ; GPE ; Peru ; بيرو"]),
    ])
  func glued(_ item: RecognitionCase) throws { try item.run() }

  @Test(
    "People who are in no lexicon are found after a title",
    arguments: [
      RecognitionCase("a title", "الوزير [[محمد حسن|PERSON title]]، قال"),
      .init("a title and an adjective", "وزير الخارجية [[المصري|norp.eg]] [[أحمد محمود|PERSON title]]، الذي"),
      .init("a title and a country", "رئيس [[روسيا|gpe.ru]] [[أحمد محمود|PERSON title]]، الذي"),
      .init("three names", "العميد [[محمد أحمد حسن|PERSON title]]، قال"),
      .init("up to the verb", "قال العميد [[محمد حسن|PERSON title]] أضاف"),
      .init("with a word of kinship", "الأمير [[خالد بن فيصل|PERSON title]]، قال"),
      .init("one word alone could be anything", "الوزير محمد، قال"),
      .init("words that are no names", "الرئيس افتتح المؤتمر"),
      .init("beyond the sentence", "زار الرئيس. محمد حسن هنا"),
      .init("beyond a comma", "زار الرئيس، محمد حسن هنا"),
      .init("without a title", "جاء محمد حسن أمس"),
      .init("a listed person is the lexicon's", "الرئيس [[فلاديمير بوتين|person.putin]]"),
      .init(
        "then the family name alone", "الوزير [[أحمد محمود|PERSON title]]، الذي قال. و[[محمود|PERSON document +و]] هنا"),
      .init("two of them", "الوزير [[أحمد محمود|PERSON title]]، والوزير [[خالد حسن|PERSON title]]، هنا"),
    ])
  func unlistedPeople(_ item: RecognitionCase) throws { try item.run() }

  @Test("Without name parts only listed people are found")
  func noNameParts() throws {
    var recognizer = try TestRecognizer(WorldLexicon.lines)
    recognizer.nameParts = nil
    #expect(try recognizer.entities(in: "الوزير محمد حسن، قال").isEmpty)
  }

  @Test(
    "Persian names stand in Persian text only",
    arguments: [
      RecognitionCase("in Arabic", "هذا من غير معنى في بلاد كثيرة"),
      .init("in Persian", "[[من|gpe.man]] می‌گویم که این کتاب برای چاپ است"),
      .init("in Urdu", "یہ [[من|gpe.man]] ہے اور یہاں کے لوگ پڑھتے ہیں"),
      .init("what both languages write alike", "[[قطر|gpe.qa]] و[[قطر|gpe.qa +و]]"),
    ])
  func persian(_ item: RecognitionCase) throws {
    try item.run(["gpe.man ; GPE ; Man ; ; ; من", "gpe.qa ; GPE ; Qatar ; قطر ; ; قطر"])
  }
}
