import TestSupport
import Testing
import TextModel

@testable import Romanization

@Suite("Romanization by table beside ICU's transform, on the corpus")
struct RomanizationEqualityTests {
  @Test("The same text", arguments: ["ar-buckwalter", "ar-hsb", "ru-iso-9", "uk-iso-9"], EqualityCorpus.parts)
  func text(scheme: String, part: Int) throws {
    let romanizer = try Romanizer(try #require(RomanizationScheme(named: scheme)))
    try EqualityCorpus.forEachDocument(of: part) { document in
      let expected = try romanizer.romanize(document.text, usingTable: false).text
      let found = try romanizer.romanize(document.text).text
      try #require(
        found.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(document.id): \(document.text.debugDescription)"
      )
    }
  }
}
