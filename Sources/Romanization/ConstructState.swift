/// Tells where ة is read t, because the word has its genitive behind it: وزارة التربية, but not المدينة المنورة.
///
/// Grammar would need to know every word. So only two things count as known: that the word is one of a list of common nouns,
/// and that the written endings differ (وِزَارَةُ التَّرْبِيَةِ), which those of an adjective would not. Names of people, as in
/// فاطمة الزهراء, keep the form of pause.
struct ConstructState {
  /// The common nouns, without marks.
  private let nouns = RomanizationRules.words(named: "arabic-construct")
  /// No list has longer words.
  private static let maximumCount = 16
  /// Words that are no genitive.
  private static let particles: Set<String> = [
    "في", "فى", "من", "على", "عن", "الى", "إلى", "مع", "أو", "او", "ثم", "لا", "ما", "أن", "إن", "كان", "هي", "هو",
    "قد", "لم", "لن",
    "حتى", "بين", "عند", "منذ", "التي", "الذي",
  ]

  /// Whether a word is in the construct state before the next.
  func holds(_ word: PointedWord, before next: PointedWord) -> Bool {
    let letters = word.letters
    guard letters.last == "ة", !word.hasArticle else { return false }
    let ending = word.finalVowel
    // Tanwīn says that there is no genitive.
    if let ending, (0x64B...0x64D).contains(ending.value) { return false }
    if ending == "\u{64F}", next.hasArticle, next.finalVowel == "\u{650}" { return true }
    guard letters.count <= Self.maximumCount, nouns.contains(Self.text(letters)) else { return false }
    if next.hasArticle { return !Self.isRelative(next) }
    let genitive = next.letters
    // An indefinite adjective would end in ة too.
    return genitive.count > 1 && genitive.last != "ة"
      && !(genitive.count <= Self.maximumCount && Self.particles.contains(Self.text(genitive)))
  }

  /// The word with ت for its ة, and the vowel that is always before it.
  func constructed(_ word: PointedWord) -> PointedWord {
    var word = word
    while let last = word.scalars.last, last != "ة" { word.scalars.removeLast() }
    word.scalars.removeLast()
    let marks = word.scalars.reversed().prefix { PointedWord.isMark($0) }
    let before = word.scalars.dropLast(marks.count).last
    if !marks.contains("\u{64E}"), before != "ا", before != "آ" { word.scalars.append("\u{64E}") }
    word.scalars.append("ت")
    return word
  }

  private static func isRelative(_ word: PointedWord) -> Bool {
    let letters = word.letters.prefix(4)
    return letters.elementsEqual("التي".unicodeScalars) || letters.elementsEqual("الذي".unicodeScalars)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
