/// How Russian and Ukrainian names and their adjectives are declined, as endings.
///
/// Russian: the types of A. A. Zaliznyak's Grammatical Dictionary (1977; proper names: 4th ed., 2003), without stress. Ukrainian:
/// the declensions of the orthography of 2019. Both stand in one table, since names of one language are written in
/// texts of the other, and a form is one only where the lexicon knows the base. Keys have е for ё.
enum SlavicParadigms {
  static let all = russianNouns + russianAdjectives + ukrainianNouns + ukrainianAdjectives

  private static let russianNouns = [
    // Types 1, 3–5, masculine: Лондона, Путину, Мюнхеном, Шульцем.
    Paradigm("", "а у ом ем е"),
    // Surnames have an adjective's instrumental: Путиным, Медведевым.
    Paradigm("ин", "иным"), Paradigm("ын", "ыным"), Paradigm("ов", "овым"), Paradigm("ев", "евым"),
    // Vowels that come and go: американца, Павла.
    Paradigm("ец", "ца цу цем це"), Paradigm("ел", "ла лу лом ле"),
    // Types 2 and 8, masculine and feminine: Кремля, Казани, Сибирью.
    Paradigm("ь", "я ю ем е и ью"),
    // Types 6 and 7: Китаем, Дмитрия.
    Paradigm("й", "я ю ем е"), Paradigm("ий", "ия ию ием ии"),
    // Types 1, 3–5, feminine: Москвы, Америке, Ниццей.
    Paradigm("а", "ы и е у ой ою ей"),
    // Types 2, 6 and 7, feminine: Керчи, Россией.
    Paradigm("я", "и е ю ей"), Paradigm("ия", "ии ию ией"),
    // Neuter: Косова, моря, агентством, объединения.
    Paradigm("о", "а у ом е"), Paradigm("е", "я ю ем"), Paradigm("ие", "ия ию ием ии"), Paradigm("ье", "ья ью ьем"),
    // Plural: Нидерландов, Афин, Балканах, немцев, россиян.
    Paradigm("ы", "ов ам ами ах 0"), Paradigm("и", "ов ам ами ах ей ям ями ях 0"), Paradigm("цы", "цев"),
    Paradigm("ане", "ан"), Paradigm("яне", "ян"), Paradigm("не", "нам нами нах"),
  ]

  private static let russianAdjectives = [
    // Type 1 and, after г к х and sibilants, 3 and 4: Островского, Белому. The soft ones of type 2: Дальнего.
    Paradigm("ый", "ого ому ым ом"), Paradigm("ий", "ого ому им ом его ему ем"), Paradigm("ой", "ого ому ым им ом"),
    Paradigm("ая", "ой ую ою"), Paradigm("яя", "ей юю"), Paradigm("ое", "ого ому ым им ом"),
    Paradigm("ее", "его ему им ем"),
    Paradigm("ые", "ых ым ыми"), Paradigm("ие", "их им ими"),
    Paradigm("ый", "ая ой ую ою ое ые ых ыми", isAgreement: true),
    Paradigm("ий", "ая ой ую ою ое ие их ими яя ей юю ее", isAgreement: true),
    Paradigm("ой", "ая ую ое ые ие ых их ыми ими", isAgreement: true),
  ]

  private static let ukrainianNouns = [
    // Second declension, masculine: Лондона, Путіну, Байденові, Мюнхені.
    Paradigm("", "а у ові еві ом ем і"),
    Paradigm("ін", "іним"), Paradigm("їн", "їним"), Paradigm("ов", "овим"), Paradigm("ев", "евим"),
    Paradigm("єв", "євим"),
    // і in a closed syllable is о or е in an open one: Львова, Києва, Тернополя.
    Paradigm("ів", "ова ову овом ові"), Paradigm("їв", "єва єву євом єві"), Paradigm("іль", "оля олю олем олі"),
    Paradigm("ець", "ця цю цем цеві ці"), Paradigm("ці", "ців цям цями цях"),
    Paradigm("ь", "я ю ем еві і"), Paradigm("нь", "нню"),
    Paradigm("й", "я ю єм єві ї"), Paradigm("ій", "ія ію ієм ієві ії"),
    // First declension, with г к х turned: Москви, Україною, Америці, Празі.
    Paradigm("а", "и і у ою ею"), Paradigm("ка", "ці"), Paradigm("га", "зі"), Paradigm("ха", "сі"),
    Paradigm("я", "і ї ю ею єю"), Paradigm("ія", "ії ію ією"),
    // Neuter, and surnames in -ко: Шевченкові, Косовом, моря.
    Paradigm("о", "а у ові ом і"), Paradigm("е", "я ю ем і"),
    // Plural: Нідерландів, Афін, росіян.
    Paradigm("и", "ів ам ами ах 0"), Paradigm("і", "ів ам ами ах ям ями ях"),
    Paradigm("яни", "ян"), Paradigm("ни", "нам нами нах"),
  ]

  private static let ukrainianAdjectives = [
    // Зеленського, Близькому.
    Paradigm("ий", "ого ому им"), Paradigm("ій", "ього ьому ім"), Paradigm("а", "ої ій у ою"),
    Paradigm("е", "ого ому им"),
    Paradigm("і", "их им ими"),
    Paradigm("ий", "а ої ій у ою е і их ими", isAgreement: true),
  ]
}
