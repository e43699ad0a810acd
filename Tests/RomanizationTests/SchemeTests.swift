import Romanization
import Testing

/// What the heads of the rule files say.
@Suite struct SchemeTests {
  static let wanted = [
    "ar-ala-lc", "ar-bgn-pcgn", "ar-ungegn", "ar-iso-233-2", "ar-din-31635", "ar-ijmes", "ar-buckwalter",
    "ar-buckwalter-xml",
    "ar-buckwalter-safe", "ar-hsb", "ar-satts", "ar-arabizi",
  ]

  @Test(arguments: wanted) func everySchemeIsInsideTheBinary(_ id: String) throws {
    let scheme = try #require(RomanizationScheme(named: id))
    #expect(scheme.id == id)
    #expect(scheme.id == "\(scheme.language)-\(scheme.shortName)")
  }

  @Test(arguments: RomanizationScheme.all) func everyHeadIsWhole(_ scheme: RomanizationScheme) {
    #expect(scheme.id.hasPrefix(scheme.language + "-"))
    #expect(["ar", "fa", "he", "ru", "uk"].contains(scheme.language))
    #expect(!scheme.title.isEmpty && scheme.source.count > 20)
  }

  @Test func eachIdStandsOnce() {
    #expect(Set(RomanizationScheme.all.map(\.id)).count == RomanizationScheme.all.count)
    #expect(RomanizationScheme(named: "arabic-reading") == nil)
    #expect(RomanizationScheme(named: "ar-hsb.reverse") == nil)
    #expect(RomanizationScheme(named: "") == nil)
  }

  @Test func aShortNameIsSharedByLanguages() {
    #expect(RomanizationScheme.all(named: "ala-lc").contains { $0.id == "ar-ala-lc" })
    #expect(RomanizationScheme.all(named: "buckwalter").map(\.id) == ["ar-buckwalter"])
    #expect(RomanizationScheme.all(named: "ar-ala-lc").map(\.id) == ["ar-ala-lc"])
    #expect(RomanizationScheme.all(named: "no-such").isEmpty)
    #expect(RomanizationScheme.all(for: "ar").count >= Self.wanted.count)
  }

  static let reversible = ["ar-buckwalter", "ar-buckwalter-xml", "ar-buckwalter-safe", "ar-hsb"]
  static let vowelled = [
    "ar-ala-lc", "ar-bgn-pcgn", "ar-ungegn", "ar-iso-233-2", "ar-din-31635", "ar-ijmes", "ar-arabizi",
  ]

  @Test(arguments: wanted) func theHeadSaysWhatHolds(_ id: String) throws {
    let scheme = try #require(RomanizationScheme(named: id))
    #expect(scheme.isReversible == Self.reversible.contains(id))
    #expect(scheme.writesVowels == Self.vowelled.contains(id))
  }
}
