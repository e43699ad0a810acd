import Testing

@testable import NameTransliteration

/// The tables of Lexicons/names: a wrong row would be passed over in silence.
@Suite struct NameTableTests {
  static let names = [
    "given", "compounds", "particles", "pairs", "titles", "letters", "syllables", "habits", "english",
  ]

  @Test(arguments: names) func everyRowHasTheHeadersColumns(_ name: String) throws {
    let text = try #require(NameRules.text(named: "names/" + name))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let columns = try #require(lines.first).split(separator: "\t", omittingEmptySubsequences: false).count
    #expect(lines.count > 10)
    for line in lines {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == columns, "\(name): \(line)")
    }
  }

  @Test func wordsOfTheTablesAreKnown() {
    for row in NameTable(named: "particles").rows {
      #expect(NameKnowledge.Particle.Capital(rawValue: row["capital"]) != nil, "\(row["en"])")
      #expect(["before", "after"].contains(row["place"]), "\(row["en"])")
    }
    for row in NameTable(named: "compounds").rows {
      #expect(row["whole"].isEmpty || NameCompounds.Whole(rawValue: row["whole"]) != nil, "\(row["ar"])")
      let templates = StyledSpellings(row).all + [row["article"], row["joined"]].filter { !$0.isEmpty }
      #expect(templates.allSatisfy { $0.contains("*") || $0.contains("%") }, "\(row["ar"])")
    }
    for row in NameTable(named: "titles").rows { #expect(Int(row["words"]) != nil, "\(row["en"])") }
    for row in NameTable(named: "habits").rows {
      #expect(NameStyle(rawValue: row["style"]) != nil && !row["letters"].isEmpty, "\(row["letters"])")
    }
    for row in NameTable(named: "syllables").rows {
      #expect(["chinese", "korean"].contains(row["language"]) && ["family", "given"].contains(row["role"]))
    }
  }

  /// The first of two rows for one name would hide the second.
  @Test func noCommonNameStandsTwice() {
    let cutter = NameCutter()
    var seen: Set<String> = []
    for row in NameTable(named: "given").rows {
      let key = cutter.keys(row["ar"]).joined(separator: " ")
      #expect(!key.isEmpty && seen.insert(key).inserted, "\(row["ar"])")
    }
  }

  @Test func aTableIsCutIntoCells() {
    let table = NameTable(text: "# a comment\na\tb\tc\n1\t 2 | 3 |\t\nx\n\n")
    #expect(table.rows.map { $0["a"] } == ["1", "x"])
    #expect(table.rows.map { $0.list("b") } == [["2", "3"], []])
    #expect(table.rows.map { $0["c"] } == ["", ""])
    #expect(table.rows.map { $0["d"] } == ["", ""])
    #expect(NameTable(named: "no-such").rows.isEmpty)
  }
}
