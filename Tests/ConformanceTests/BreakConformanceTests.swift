import Testing
import UnicodeText

/// UAX #29 and #14 by Unicode's own files, for ICU's iterator and for the tables that Swift reads.
@Suite struct BreakConformanceTests {
  @Test(arguments: BreakIterator.Kind.allCases)
  func unicodeFile(kind: BreakIterator.Kind) throws {
    let cases = try UnicodeFile.lines(Self.file(kind)).map(BreakTestCase.init)
    #expect(cases.count > 100)
    let iterator = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    var differences: [String] = []
    for test in cases {
      var byICU: [Int] = []
      var byTable: [Int] = []
      try test.bytes.withUnsafeBufferPointer { bytes in
        try iterator.boundaries(in: bytes) { end, _ in byICU.append(end) }
        try segmenter.forEachSegment(in: bytes) { _, end, _ in byTable.append(end) }
      }
      #expect(byTable == byICU, "\(test.line)")
      if byICU != test.ends { differences.append(test.line) }
    }
    // Exactly these differ: one more is a regression, one fewer a new ICU.
    #expect(differences == Self.knownDifferences(kind))
  }

  /// All lines as one text, where each begins in the state that the one before has left.
  @Test(arguments: BreakIterator.Kind.allCases)
  func unicodeFileAsOneText(kind: BreakIterator.Kind) throws {
    let bytes = try UnicodeFile.lines(Self.file(kind)).flatMap { BreakTestCase($0).bytes }
    var byICU: [Int] = []
    var byTable: [Int] = []
    try bytes.withUnsafeBufferPointer { bytes in
      try BreakIterator(kind).boundaries(in: bytes) { byICU += [$0, Int($1)] }
      try BreakTable.shared(kind).makeSegmenter().forEachSegment(in: bytes) { byTable += [$1, Int($2)] }
    }
    #expect(byTable == byICU)
  }

  static func file(_ kind: BreakIterator.Kind) -> String {
    switch kind {
    case .character: "auxiliary/GraphemeBreakTest.txt"
    case .word: "auxiliary/WordBreakTest.txt"
    case .sentence: "auxiliary/SentenceBreakTest.txt"
    case .line: "auxiliary/LineBreakTest.txt"
    }
  }

  /// Where ICU 72 (CLDR 42) departs from the Unicode 15 standard on purpose.
  static func knownDifferences(_ kind: BreakIterator.Kind) -> [String] {
    switch kind {
    case .character, .sentence: []
    case .word:
      // The colon is no MidLetter: CLDR joins words by it in Finnish and Swedish only. قال:نعم is two words.
      [
        "÷ 0061 × 003A × 0041 ÷", "÷ 0061 × 003A × 0308 × 0041 ÷", "÷ 0061 × 003A × 05D0 ÷",
        "÷ 0061 × 003A × 0308 × 05D0 ÷", "÷ 0061 × 003A × 0061 × 2060 ÷", "÷ 0061 × 003A × 0308 × 0061 × 2060 ÷",
        "÷ 0061 × 003A × 0061 ÷ 003A ÷", "÷ 0061 × 003A × 0308 × 0061 ÷ 003A ÷", "÷ 0061 × 003A × 0061 ÷ 0027 ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 0027 ÷", "÷ 0061 × 003A × 0061 ÷ 0027 × 2060 ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 0027 × 2060 ÷", "÷ 0061 × 003A × 0061 ÷ 002C ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 002C ÷", "÷ 0041 × 003A × 0041 ÷",
      ]
    case .line:
      [
        // A hyphen at the start of a word stays with it (CLDR's rule 20.09).
        "× 002D ÷ 0023 ÷", "× 002D × 0308 ÷ 0023 ÷", "× 002D ÷ 00A7 ÷", "× 002D × 0308 ÷ 00A7 ÷", "× 002D ÷ 50005 ÷",
        "× 002D × 0308 ÷ 50005 ÷", "× 002D ÷ 0E01 ÷", "× 002D × 0308 ÷ 0E01 ÷",
        // Numbers are taken whole, which UAX #14 allows beside its rule LB25.
        "× 002C ÷ 0030 ÷", "× 002C × 0308 ÷ 0030 ÷",
        "× 0065 × 0071 × 0075 × 0061 × 006C × 0073 × 0020 × 002E ÷ 0033 × 0035 × 0020 ÷ 0063 × 0065 × 006E × 0074 × 0073 ÷",
        "× 0061 × 002E ÷ 0032 × 0020 ÷", "× 0061 × 002E ÷ 0032 × 0020 ÷ 0915 ÷", "× 0061 × 002E ÷ 0032 × 0020 ÷ 672C ÷",
        "× 0061 × 002E ÷ 0032 × 3000 ÷ 672C ÷", "× 0061 × 002E ÷ 0032 × 3000 ÷ 307E ÷",
        "× 0061 × 002E ÷ 0032 × 3000 ÷ 0033 ÷", "× 0041 × 002E ÷ 0031 × 0020 ÷ BABB ÷",
        "× BD24 ÷ C5B4 × 002E × 0020 ÷ 0041 × 002E ÷ 0032 × 0020 ÷ BCFC ÷",
        "× BD10 ÷ C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0033 × 0020 ÷ BABB ÷",
        "× C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0034 × 0020 ÷ BABB ÷", "× 0061 × 002E ÷ 0032 × 3000 ÷ 300C ÷",
      ]
    }
  }
}
