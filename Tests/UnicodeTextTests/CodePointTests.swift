import TestSupport
import Testing
import TextModel
import UnicodeText

@Suite struct CodePointTests {
  @Test(arguments: [
    (CodePointMap.Property.script, "ب" as Unicode.Scalar, "Arab", "Arabic"), (.script, "я", "Cyrl", "Cyrillic"),
    (.joiningType, "ب", "D", "Dual_Joining"), (.joiningType, "ا", "R", "Right_Joining"),
    (.joiningGroup, "پ", "Beh", "Beh"), (.bidiClass, "ب", "AL", "Arabic_Letter"),
    (.canonicalCombiningClass, "\u{64E}", "CCC30", "CCC30"), (.generalCategory, "\u{61C}", "Cf", "Format"),
    (.wordBreak, "a", "LE", "ALetter"), (.numericType, "٣", "De", "Decimal"), (.eastAsianWidth, "中", "W", "Wide"),
    (.decompositionType, "ﻻ", "Iso", "Isolated"),
  ])
  func values(property: CodePointMap.Property, scalar: Unicode.Scalar, short: String, long: String) throws {
    let map = try CodePointMap(property)
    let value = map.value(of: scalar)
    #expect(map.shortName(of: value) == short || property == .joiningGroup)
    #expect(map.longName(of: value) == long)
  }

  @Test(arguments: CodePointMap.Property.allCases)
  func rangesCoverAllCodePointsAndAgreeWithSingleValues(property: CodePointMap.Property) throws {
    let map = try CodePointMap(property)
    var next: UInt32 = 0
    var previous: Int32?
    for range in map.ranges() {
      #expect(range.first == next && range.last >= range.first)
      #expect(range.value != previous)
      for value in [range.first, range.last] {
        if let scalar = Unicode.Scalar(value) { #expect(map.value(of: scalar) == range.value) }
      }
      next = range.last + 1
      previous = range.value
    }
    #expect(next == 0x110000)
  }

  @Test(arguments: [
    (CodePointSet.Property.bidiControl, "\u{61C}" as Unicode.Scalar, true), (.bidiControl, "\u{200C}", false),
    (.joinControl, "\u{200C}", true), (.defaultIgnorable, "\u{AD}", true), (.diacritic, "\u{64E}", true),
    (.whiteSpace, "\u{A0}", true), (.extendedPictographic, "😀", true), (.extender, "ـ", true), (.uppercase, "é", false),
    (.variationSelector, "\u{FE0F}", true), (.ideographic, "中", true),
  ])
  func sets(property: CodePointSet.Property, scalar: Unicode.Scalar, isIn: Bool) throws {
    let set = try CodePointSet(property)
    #expect(set.contains(scalar) == isIn)
    #expect(set.ranges().contains { $0.contains(scalar.value) } == isIn)
  }

  @Test(arguments: CodePointSet.Property.allCases)
  func everyPropertyIsKnown(property: CodePointSet.Property) throws {
    #expect(try !CodePointSet(property).ranges().isEmpty)
  }

  @Test func patterns() throws {
    let letters = try CodePointSet(pattern: "[[:Arabic:]&[:L:]]")
    #expect(letters.contains("ب") && !letters.contains("\u{64E}") && !letters.contains("b"))
    #expect(try CodePointSet(pattern: "[ab{xyz}]").ranges() == [0x61...0x62])
    let error = #expect(throws: ICUError.self) { try CodePointSet(pattern: "[[:Arabik:]") }
    #expect(error?.operation == "read the character set “[[:Arabik:]”")
  }

  @Test(arguments: [
    ("ب" as Unicode.Scalar, "ARABIC LETTER BEH"), ("\t", "<control-0009>"), ("\u{E000}", "<private use area-E000>"),
    ("\u{FDFA}", "ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM"), ("中", "CJK UNIFIED IDEOGRAPH-4E2D"),
  ])
  func names(scalar: Unicode.Scalar, name: String) { #expect(unicodeName(of: scalar) == name) }

  @Test func versions() {
    #expect(UnicodeVersions.current.icu.contains("."))
    #expect(UnicodeVersions.current.unicode.contains("."))
    #expect(UnicodeVersions.current.cldr.contains("."))
  }

  @Test(arguments: [
    ("Cairo (القاهرة) is", [("Cairo (", "Latn"), ("القاهرة", "Arab"), (") is", "Latn")]),
    ("12 قال نعم: да, yes!", [("12 قال نعم: ", "Arab"), ("да, ", "Cyrl"), ("yes!", "Latn")]),
    ("«(كتاب)»", [("«(كتاب)»", "Arab")]), ("... 3", [("... 3", "Zyyy")]), ("", []),
    ("e\u{301}ب\u{64E}", [("e\u{301}", "Latn"), ("ب\u{64E}", "Arab")]), ("東京 カナ", [("東京 ", "Hani"), ("カナ", "Kana")]),
    ("a)b]ج)", [("a)b]", "Latn"), ("ج)", "Arab")]),
  ])
  func scriptRuns(text: String, runs: [(String, String)]) throws {
    let bytes = Array(text.utf8)
    let found = try ScriptRuns().runs(in: bytes)
    #expect(
      found.map { String(decoding: bytes[$0.range.lowerBound..<$0.range.upperBound], as: UTF8.self) } == runs.map(\.0))
    #expect(found.map(\.script) == runs.map(\.1))
  }

  @Test func scriptRunsOfAnyBytes() throws {
    let runs = try ScriptRuns()
    var generator = SeededGenerator(seed: 8)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: count % 2 == 0 ? 0...255 : 0xC0...0xFF, using: &generator) }
      #expect(runs.runs(in: bytes).reduce(0) { $0 == $1.range.lowerBound ? $1.range.upperBound : -1 } == count)
    }
  }
}
