import TestSupport
import Testing
import TextModel

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("", "und"), ("a", "und"), ("123 …", "und"), ("CIA, FBI", "und"), ("قال الوزير", "ar"), ("می‌گوید گفت", "fa"),
    ("یہ ہے ٹھیک ں ے", "ur"), ("אמר השר", "he"), ("сказал министр Ы", "ru"), ("сказав міністр її", "uk"),
    ("قال CIA وذهب", "ar"), ("日本語 قال", "und"),
  ])
  func knows(text: String, language: String) { #expect(LanguageGuess.language(of: Array(text.utf8)) == language) }

  /// The definition: the letters before the last byte and the limit, one by one.
  private func expected(_ text: [Unicode.Scalar]) -> String {
    var counts: [String: Int] = [:]
    var offset = 0
    let byteCount = text.reduce(0) { $0 + UTF8.width($1) }
    for scalar in text {
      defer { offset += UTF8.width(scalar) }
      guard offset < min(byteCount - 1, 64 << 10) else { break }
      switch scalar.value {
      case 0x600...0x6FF: counts["ar", default: 0] += 1
      case 0x580...0x5FF: counts["he", default: 0] += 1
      case 0x400...0x4FF: counts["ru", default: 0] += 1
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x3FF, 0x800...: counts["und", default: 0] += 1
      default: break
      }
      if "پچژکگی".unicodeScalars.contains(scalar) { counts["fa", default: 0] += 1 }
      if "ٹڈڑںے".unicodeScalars.contains(scalar) { counts["ur", default: 0] += 1 }
      if "єіїґ".unicodeScalars.contains(scalar) { counts["ukrainian", default: 0] += 1 }
      if "ъыэё".unicodeScalars.contains(scalar) { counts["russian", default: 0] += 1 }
    }
    func count(_ name: String) -> Int { counts[name] ?? 0 }
    let most = max(count("ar"), count("he"), count("ru"), count("und"))
    if most == 0 || most == count("und") { return "und" }
    if most == count("he") { return "he" }
    if most == count("ru") { return count("ukrainian") > count("russian") ? "uk" : "ru" }
    if count("ur") * 100 > count("ar") { return "ur" }
    return count("fa") * 50 > count("ar") ? "fa" : "ar"
  }

  @Test func randomTexts() {
    let letters = ["قالعلمنہية ", "پچژکگی", "ٹڈڑںے", "министр ", "єіїґ", "ъыэё", "שלום", "word é", "日本😀", "0 ."]
      .map { Array($0.unicodeScalars) }
    var numbers = SeededGenerator(seed: 3)
    var seen: Set<String> = []
    for round in 0..<300 {
      let kinds = (0..<3).map { _ in letters.randomElement(using: &numbers) ?? [] }
      let count = round == 0 ? 40_000 : Int.random(in: 0...120, using: &numbers)
      let text = (0..<count).map { index in
        (kinds[min(Int.random(in: 0..<60, using: &numbers), 2)]).randomElement(using: &numbers) ?? " "
      }
      let language = LanguageGuess.language(of: text.flatMap { Array(String($0).utf8) })
      seen.insert(language)
      if language != expected(text) { Issue.record("\(String(String.UnicodeScalarView(text))) is \(expected(text))") }
    }
    #expect(seen == ["ar", "fa", "ur", "he", "ru", "uk", "und"])
  }
}
