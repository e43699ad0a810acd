import Testing
import TextModel

@testable import LexiconImport

@Suite("Names of imported entities")
struct NameTests {
  @Test("Names of one word need evidence where they say too little")
  func evidence() throws {
    let evidence = try NameEvidence()
    let cases: [(name: String, type: EntityType, isNeeded: Bool)] = [
      // A person's single name; not a full one.
      ("Obama", .person, true), ("أوباما", .person, true), ("Barack Obama", .person, false),
      // An ordinary word, a title, the head of an organization's name.
      ("كبير", .geopolitical, true), ("الرئيس", .organization, true), ("وكالة", .organization, true),
      ("وكالة رويترز", .organization, false),
      // Two letters are too few, unless they are an acronym.
      ("قم", .geopolitical, true), ("Ob", .location, true), ("UN", .organization, false), ("EU", .geopolitical, false),
      // A village that is called like people.
      ("محمد", .geopolitical, true), ("Ahmed", .location, true), ("القاهرة", .geopolitical, false),
      ("Cairo", .geopolitical, false), ("سعيد", .organization, false),
    ]
    for (name, type, isNeeded) in cases {
      #expect(evidence.isNeeded(name, type: type, isProminent: false) == isNeeded, "\(name)")
    }
    #expect(!evidence.isNeeded("محمد", type: .geopolitical, isProminent: true))
    #expect(evidence.isNeeded("كبير", type: .geopolitical, isProminent: true))
  }

  @Test(
    "White space is one space, and invisible marks of direction are gone",
    arguments: [
      ("  Abu   Dhabi\t\n", "Abu Dhabi"), ("\u{200F}القاهرة\u{200E}", "القاهرة"), ("a\u{A0}b\u{3000}c", "a b c"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("\u{0}", ""), ("a\u{1680}b", "a b"), ("ا\u{61C}ب", "اب"), (" ", ""),
      ("a ", "a"), ("a\u{85}b\u{2028}c", "a b c"), ("", ""),
    ])
  func cleaning(name: String, expected: String) { #expect(NameText.cleaned(name) == expected) }

  @Test(
    "A person's family name before a comma goes to the end",
    arguments: [
      ("Путин, Владимир Владимирович", "Владимир Владимирович Путин"), ("Merkel, Angela", "Angela Merkel"),
      ("Martin Luther King, Jr.", "Martin Luther King, Jr."), ("Henry Ford, II", "Henry Ford, II"), ("a,b", "a,b"),
      ("Obama", "Obama"), ("A, B, C", "A, B, C"), (", Angela", ", Angela"),
    ])
  func comma(name: String, expected: String) { #expect(NameText.givenNameFirst(name) == expected) }

  @Test(
    "Ids have the letters that ids have",
    arguments: [("Q76", "q76"), ("NK-aB/1_2", "nk-ab-1-2"), ("é", "c3a9"), ("", ""), ("a.b", "a.b")])
  func ids(text: String, expected: String) { #expect(RowMaker.id(of: text) == expected) }

  @Test("A variant of a language counts as the language, and another language does not")
  func languages() throws {
    var options = LexiconImportOptions()
    options.languages = ["ar", "zh-Hant", "ar"]
    let maker = try RowMaker(options, defaultPrefix: "x", source: "x")
    #expect(maker.languages == ["en", "ar", "zh-Hant"])
    let cases: [(String, String?)] = [
      ("en", "en"), ("en-GB", "en"), ("ar-EG", "ar"), ("arz", nil), ("zh-Hant", "zh-Hant"), ("zh-Hans", nil),
      ("zh", nil),
      ("", nil), ("link", nil),
    ]
    for (language, expected) in cases { #expect(maker.column(of: language) == expected, "\(language)") }
    let letters: [(String, String?)] = [
      ("Angela", "en"), ("Köln", "en"), ("القاهرة", "ar"), ("Москва", nil), ("東京", nil), ("Αθήνα", nil), ("42", nil),
    ]
    for (name, expected) in letters { #expect(maker.columnByLetters(name) == expected, "\(name)") }
  }
}
