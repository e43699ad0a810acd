@testable import Romanization
import Testing
import TestSupport

/// The table of a scheme beside the transform that it is made from.
@Suite struct RomanizationTableTests {
  static let schemes = RomanizationScheme.all.filter { !$0.writesVowels }

  /// Letters of several scripts, marks that compose with them, signs, controls and characters of three and four bytes.
  private static let others = Array(
    "abcXYZ 019 .,;'\"\n\tÀéñßμ\u{300}\u{301}\u{308}\u{327}Ωжїґё\u{488}ابتثأإآؤئىةپ\u{64B}\u{651}\u{653}\u{654}ـ٠٣،؟\u{1100}\u{1161}가“”’…–\u{2000}\u{2126}語😀\u{FEFB}\u{FB50}\u{1E9B}\u{212B}"
      .unicodeScalars)

  @Test("Random texts become what the transform alone makes of them", arguments: schemes)
  func random(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    let sources = CaseFile.cases(of: scheme.id).map(\.source)
    let letters = sources.flatMap { Array($0.unicodeScalars) }
    var random = SeededGenerator(seed: 19_95)
    for round in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...150, using: &random) {
        let isOther = round % 4 > 0 && Int.random(in: 0..<(round % 4 == 1 ? 100 : 4), using: &random) == 0
        text.append((isOther ? Self.others : letters).randomElement(using: &random) ?? " ")
        if Int.random(in: 0..<6, using: &random) == 0 { text.append(" ") }
      }
      let romanized = try romanizer.romanize(String(text)).text
      let expected = try romanizer.romanize(String(text), usingTable: false).text
      #expect(Array(romanized.utf8) == Array(expected.utf8), "\(String(text))")
    }
  }

  @Test("Every character by itself, and between two letters", arguments: schemes)
  func single(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    let letter = CaseFile.cases(of: scheme.id).first?.source.unicodeScalars.first.map(String.init) ?? "a"
    for scalar in (1...0x2100).lazy.compactMap(Unicode.Scalar.init as (UInt32) -> Unicode.Scalar?) {
      for text in [String(scalar), letter + String(scalar) + letter] {
        let romanized = try romanizer.romanize(text).text
        let expected = try romanizer.romanize(text, usingTable: false).text
        #expect(Array(romanized.utf8) == Array(expected.utf8), "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("The plain schemes know their table by heart", arguments: ["ar-buckwalter", "ar-hsb", "ru-iso-9", "uk-iso-9"])
  func isUsed(_ id: String) throws {
    let romanizer = try Romanizer(try #require(RomanizationScheme(named: id)))
    let sources = CaseFile.cases(of: id).map(\.source).filter {
      !$0.unicodeScalars.contains { $0.value >= 0x300 && $0.value < 0x370 }
    }
    #expect(!sources.isEmpty)
    for source in sources {
      var source = source
      #expect(source.withUTF8 { romanizer.romanizedByTable($0) } != nil, "\(source)")
    }
  }

  @Test(
    "Rules that are not understood have no table",
    arguments: ["[ab] → c;", "$x → c;", "::NFD; a → b;", "a → b; ::Null; b → c;", "a", "{ } a → b;"])
  func refused(_ rules: String) { #expect(RuleReading(rules) == nil) }

  @Test("What some rule changes in places only is contextual")
  func reads() throws {
    let rules =
      "# Comment; x → y;\n::NFC;\n$end = [[:^Ll:] $];\na → b; c } $end → d; c → e; fg → h; \\; → i; j ← k; l → $1; \\u0650 → m;"
    let reading = try #require(RuleReading(rules))
    #expect(reading.plain == ["a", ";", "\u{650}"])
    #expect(reading.contextual == ["c", "f", "g", "l"])
    #expect(reading.composes)
  }
}
