import Testing

@testable import NameTransliteration

/// What holds for every name, whatever it is.
@Suite struct TransliteratorContractTests {
  static let oddities = [
    " ", "  \n ", "-", "...", "3", "١٢٣", "؟", "😀", "\u{200F}", "\u{0}", "\u{640}", "\u{64E}", "\u{64E}محمد", "ء", "ـ",
    "'",
    "عبد", "ال", "آل", "بن", "عبد ال", "أبو", "الله", "الدين", "الدين الله", "حزب", "د.", "د. ", "بن بن بن", "فان",
    "-ال-", "الرئيس", "د. ج.", "جي كي", "و.", "شي جين", "김", "فون دير", "von", "al-", "Abd al-", "J.", "President",
    "Le",
    "ال-سيسي", "עבד", "'ג", "漢字", "ก", "नरेंद्र", "გიორგი", "Ա", "𐤀", "ﷲ", "ﻻ", "ﷺ", "a\u{301}", "й\u{301}", "👩‍👩‍👧", "ㅎ",
  ]

  @Test(arguments: oddities) func everyNonemptyNameHasAnAnswer(_ name: String) throws {
    for target in NameTransliteration.Target.allCases {
      let transliterator = try NameTransliteration(to: target).makeTransliterator()
      #expect(!transliterator.best(name).isEmpty)
      #expect(transliterator.candidates(for: name, limit: 0).isEmpty)
      for limit in [1, 3, 1000] {
        let found = transliterator.candidates(for: name, limit: limit)
        #expect(!found.isEmpty && found.count <= limit)
        #expect(found.allSatisfy { (0...1).contains($0.score) && !$0.text.isEmpty })
        #expect(Set(found.map(\.text)).count == found.count)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
      }
    }
  }

  /// Marks in a mixed order after one letter, which Swift's strings compare in quadratic time; they must not reach them.
  @Test(arguments: ["عبد", "", "a"], ["\u{94D}\u{93C}", "\u{323}\u{301}"])
  func countlessMarksCostNoMoreThanLetters(_ letters: String, _ marks: String) throws {
    let name = letters + String(repeating: marks, count: 100_000) + " " + letters
    for target in NameTransliteration.Target.allCases {
      let transliterator = try NameTransliteration(to: target).makeTransliterator()
      #expect(!transliterator.best(name).isEmpty)
    }
  }

  /// Words that take up their neighbours must not make a long name cost more than its words.
  @Test(arguments: [
    "بن ", "عبد ", "عبد ال", "الرئيس ", "د. ", "جي ", "نصر الله ", "أبو ", "آل ", "ال-", "شي ", "аль-", "김 ", "ド・",
    "von der ",
    "Abd al-", "al-", "J. ", "van ", "President ", "d'",
  ])
  func aRowOfSmallWordsIsBounded(_ word: String) throws {
    let name = String(repeating: word, count: 4_000) + "محمد Путин"
    for target in NameTransliteration.Target.allCases {
      var settings = NameTransliteration(to: target)
      settings.style = .maghreb
      settings.article = .assimilated
      settings.titles = .drop
      let transliterator = try settings.makeTransliterator()
      #expect(transliterator.candidates(for: name, limit: 64).count == 1)
    }
  }

  @Test func theEmptyNameHasNone() throws {
    let transliterator = try NameTransliteration().makeTransliterator()
    #expect(transliterator.candidates(for: "", limit: 5).isEmpty)
    #expect(transliterator.best("") == "")
  }

  @Test func veryLongInputTakesLinearTime() throws {
    let transliterator = try NameTransliteration().makeTransliterator()
    let clock = ContinuousClock()
    let word = String(repeating: "ب", count: 50_000)
    let words = String(repeating: "محمد ", count: 20_000)
    let duration = clock.measure {
      #expect(transliterator.best(word).count >= 50_000)
      #expect(transliterator.candidates(for: words, limit: 5).count == 1)
    }
    #expect(duration < .seconds(20))
  }

  @Test func workersOfOneTaskDoNotRememberTheWrongThing() throws {
    let transliterator = try NameTransliteration().makeTransliterator()
    let names = ["بيرنز", "محمد بن سلمان", "Путин", "الكسندر"]
    let fresh = try names.map { try NameTransliteration().makeTransliterator().candidates(for: $0, limit: 3) }
    for _ in 0..<3 {
      #expect(names.map { transliterator.candidates(for: $0, limit: 3) } == fresh)
    }
  }

  @Test func aPartWriterTakesThePlaceOfModelAndRules() throws {
    struct Fixed: NamePartWriting {
      func candidates(for part: NamePart, limit: Int) -> [NameCandidate] {
        [NameCandidate(text: "X\(part.text.count)", score: 0.5, origin: .model)]
      }
      func count(of part: NamePart) -> Int { 0 }
    }
    let transliterator = try NameTransliterator(NameTransliteration(), parts: Fixed())
    let found = transliterator.candidates(for: "جون بن كينيدي", limit: 3)
    #expect(found == [NameCandidate(text: "X3 bin X6", score: 0.25, origin: .model)])
  }

  @Test func theCacheIsBounded() {
    var cache = BoundedCache<Int, Int>(generation: 10)
    var made = 0
    for round in 0..<3 {
      for key in 0..<100 {
        #expect(
          cache.value(for: key) {
            made += 1; return key * 2
          } == key * 2)
        #expect(cache.count <= 20, "round \(round)")
      }
    }
    let before = made
    #expect(
      cache.value(for: 99) {
        made += 1; return 0
      } == 198)
    #expect(made == before)
  }

  @Test(arguments: [
    ("بوتين", NameLanguage.arabic), ("پوتین", .persian), ("علی", .persian), ("ٹرمپ", .urdu), ("Путин", .russian),
    ("Віталій", .ukrainian), ("פוטין", .hebrew), ("Putin", .english), ("푸틴", .korean), ("プーチン", .japanese),
    ("CIA في", .arabic),
  ])
  func lettersTellTheLanguage(_ text: String, _ language: NameLanguage) {
    #expect(NameLanguage.guessed(from: text.unicodeScalars) == language)
  }
}
