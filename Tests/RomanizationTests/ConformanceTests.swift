import Romanization
import Testing
import UnicodeText

/// Every scheme writes what its published table says.
@Suite struct RomanizationConformanceTests {
  @Test("The rows and examples of the table", arguments: RomanizationScheme.all)
  func table(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    for row in CaseFile.cases(of: scheme.id) {
      let found = try romanizer.romanize(row.source).text
      // Exactly the same scalars, not only equal letters.
      #expect(
        Array(found.unicodeScalars) == Array(row.romanized.unicodeScalars),
        "\(row.source) became \(found), not \(row.romanized) (\(row.place))")
    }
  }

  @Test("And the way back, where there is one", arguments: RomanizationScheme.all.filter(\.isReversible))
  func wayBack(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    for row in CaseFile.cases(of: scheme.id) where !row.place.contains("one way") {
      let found = try romanizer.original(of: row.romanized)
      #expect(
        Array(found.unicodeScalars) == Array(row.source.unicodeScalars),
        "\(row.romanized) came back as \(found), not \(row.source) (\(row.place))")
    }
  }

  /// Tables of single code points take a letter and its mark for two.
  private static let byCodePoint = ["ar-buckwalter", "ar-buckwalter-xml", "ar-buckwalter-safe", "ar-hsb"]

  @Test("Decomposed text gives the same", arguments: RomanizationScheme.all.filter { !byCodePoint.contains($0.id) })
  func decomposed(_ scheme: RomanizationScheme) throws {
    let romanizer = try Romanizer(scheme)
    let decomposition = try Transform(id: "NFD")
    for row in CaseFile.cases(of: scheme.id) {
      let found = try romanizer.romanize(decomposition.transform(row.source)).text
      // By canonical equivalence.
      #expect(found == row.romanized, "\(row.source), decomposed, became \(found), not \(row.romanized)")
    }
  }

  @Test("Every scheme has at least 30 rows, each with three cells and a place", arguments: RomanizationScheme.all)
  func enoughRows(_ scheme: RomanizationScheme) {
    let rows = CaseFile.cases(of: scheme.id)
    #expect(rows.count >= 30)
    #expect(rows.allSatisfy { !$0.source.isEmpty && !$0.place.isEmpty })
  }
}
