import EntityLexicon
import LexiconImport
import TestSupport
import Testing
import TextFormats
import TextModel

@Suite("The formats as they are published")
struct FixtureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The fixture that is read, maybe under another name and packed.
    let file: String
    let reader: @Sendable (String, LexiconImportOptions) throws -> any LexiconImportReader
    var options = LexiconImportOptions()
    let lines: [String]
    let dropped: [LexiconImportReport.Reason: Int]
  }

  static let cases = [
    Case(
      testDescription: "GeoNames with names", file: "places.txt",
      reader: { path, options in
        try GeoNamesReader(path: path, alternateNamesPath: Fixture.path("alternateNames.txt"), options: options)
      },
      lines: [
        "geonames.360630 GPE en=Cairo ar=القاهرة fa=قاهره he=קהיר ru=Каир uk=Каїр",
        "geonames.357994 GPE en=Egypt|Arab Republic of Egypt ar=مصر|جمهورية مصر العربية",
        "geonames.2886242 GPE en=Cologne|Köln ar=كولونيا ru=Кёльн",
        "geonames.703448 GPE en=Kyiv|Kiev|City of Kyiv ar=كييف ru=Киев uk=Київ",
        "geonames.1283416 LOC en=Mt. Everest|Mount Everest ar=جبل إفرست ru=Эверест",
      ],
      dropped: [.outdatedName: 2, .otherFeatureClass: 1]),
    Case(
      testDescription: "GeoNames alone", file: "places.txt",
      reader: { path, options in
        var selection = GeoNamesOptions()
        selection.featureClasses = ["P", "S"]
        selection.minimumPopulation = 1_000_000
        return try GeoNamesReader(path: path, selection: selection, options: options)
      }, options: options(languages: ["ar", "ru"]),
      lines: [
        "geonames.360630 GPE en=Cairo ar=القاهرة|قاهره ru=Каир",
        "geonames.703448 GPE en=Kyiv ar=كييف ru=Киев",
        "geonames.6296599 FAC en=London Heathrow Airport",
      ],
      dropped: [.otherFeatureClass: 2, .fewInhabitants: 1]),
    Case(
      testDescription: "Wikidata", file: "wikidata.json", reader: { try WikidataReader(path: $0, options: $1) },
      lines: [
        "wikidata.q85 GPE en=Cairo|City of a Thousand Minarets ar=القاهرة|مدينة الألف مئذنة fa=قاهره he=קהיר ru=Каир uk=Каїр",
        "wikidata.q76 PERSON en=Barack Obama|Barack Hussein Obama II|~Obama ar=باراك أوباما he=ברק אובמה ru=Барак Обама",
        "wikidata.q1065 ORG en=United Nations|UN|United Nations Organization ar=الأمم المتحدة|هيئة الأمم المتحدة ru=Организация Объединённых Наций",
        "wikidata.q3392 LOC en=Nile ar=نهر النيل",
      ],
      dropped: [.notAnEntity: 1, .unknownClass: 2, .unwritableName: 1]),
    Case(
      testDescription: "Wikidata, one type and one language", file: "wikidata.json",
      reader: { path, options in
        var classes = WikidataClasses()
        classes.additions[3_504_248] = .event
        return try WikidataReader(path: path, classes: classes, options: options)
      }, options: options(languages: ["he"], types: [.person, .event], idPrefix: ""),
      lines: ["q76 PERSON en=Barack Obama|Barack Hussein Obama II|~Obama he=ברק אובמה", "q2 EVENT en=Earth"],
      dropped: [.notAnEntity: 1, .unknownClass: 1, .unwritableName: 1, .otherType: 3]),
    Case(
      testDescription: "JRC-Names", file: "entities.txt", reader: { try JRCNamesReader(path: $0, options: $1) },
      lines: [
        "jrc.1 PERSON en=Angela Merkel|Angela Dorothea Merkel|~Merkel ar=أنغيلا ميركل|أنجيلا ميركل fa=آنگلا مرکل ru=Ангела Меркель",
        "jrc.2 ORG en=European Commission ar=المفوضية الأوروبية", "jrc.4 PERSON en=~Fairuz ar=~فيروز",
      ],
      dropped: [.unknownClass: 1]),
    Case(
      testDescription: "OpenSanctions, simple", file: "targets.simple.csv",
      reader: { try OpenSanctionsReader(path: $0, options: $1) },
      lines: [
        "opensanctions.q7747 PERSON en=Vladimir Putin ar=فلاديمير بوتين ru=Владимир Владимирович Путин|~Путин uk=Володимир Путін",
        "opensanctions.bank-melli-iran ORG en=Bank Melli Iran|National Bank of Iran fa=بانك ملی ایران",
        "opensanctions.adrian-darya-1 PRODUCT en=Adrian Darya 1|Grace 1",
      ],
      dropped: [.unknownClass: 1, .noEnglishName: 1]),
    Case(
      testDescription: "OpenSanctions, FollowTheMoney", file: "entities.ftm.json",
      reader: { try OpenSanctionsReader(path: $0, options: $1) },
      lines: [
        "opensanctions.q7747 PERSON en=Vladimir Putin|~VVP of Russia ar=فلاديمير بوتين ru=Путин Владимир Владимирович",
        "opensanctions.gazprom ORG en=Gazprom|Gazprom PJSC ru=ПАО «Газпром»|ОАО «Газпром»",
      ],
      dropped: [.unknownClass: 1]),
    Case(
      testDescription: "a table", file: "banks.csv",
      reader: { path, options in
        let columns = try #require(ColumnMap("id=code,ar=arabic_name,en=name,type=kind"))
        return try TableReader(path: path, format: TableReader.Format(columns: columns), options: options)
      },
      lines: [
        "csv.cbe ORG en=Central Bank of Egypt ar=البنك المركزي المصري",
        "csv.sama ORG en=Saudi Central Bank|Saudi Arabian Monetary Authority ar=البنك المركزي السعودي|ساما",
        "csv.rm PERSON en=Riyad Mahrez ar=رياض محرز", "csv.dxb GPE en=Dubai ar=دبي",
      ],
      dropped: [:]),
  ]

  @Test("give these rows, packed or not", arguments: cases)
  func rows(_ test: Case) throws {
    let bytes = try Fixture.bytes(test.file)
    let folder = try TemporaryFolder()
    let stored = try [bytes, Packing.gzip(bytes), Packing.bzip2(bytes), Packing.zstd(bytes)]
    for (index, stored) in stored.enumerated() {
      let imported = try Imported(test.reader(folder.file("\(index)", stored), test.options))
      #expect(imported.lines == test.lines)
      #expect(imported.dropped == test.dropped)
      #expect(imported.failures == [])
      // The table of names is read besides.
      #expect(imported.report.byteCount >= bytes.count)
    }
  }

  @Test("give sources that read back as the same rows and compile", arguments: cases)
  func source(_ test: Case) throws {
    let reader = try test.reader(Fixture.path(test.file), test.options)
    let imported = try Imported(reader)
    let writer = LexiconSourceWriter(languages: reader.languages)
    var bytes: [UInt8] = []
    writer.appendHeader(comment: "Made\nby a test.", to: &bytes)
    for row in imported.rows { try writer.append(row, to: &bytes) }
    let result = LexiconSource.read(bytes, file: "test.tsv")
    #expect(result.failures == [])
    #expect(result.rows.map(withoutPlace) == imported.rows.map(withoutPlace))
    #expect(try LexiconFile.inMemory(LexiconCompiler.compile(result.rows)).entityCount == imported.rows.count)
  }

  @Test("cut anywhere in packed form give whole records, then the failure", arguments: cases)
  func truncated(_ test: Case) throws {
    let folder = try TemporaryFolder()
    // Twice the same, so that the first stream is whole and the records of the second repeat it.
    let bytes = try Fixture.bytes(test.file)
    for (name, pack) in [("gz", Packing.gzip), ("bz2", Packing.bzip2), ("zst", Packing.zstd)] {
      let packed = try pack(bytes)
      let cut = try folder.file("cut.\(name)", packed + packed.prefix(packed.count / 2))
      let imported = try Imported(test.reader(cut, test.options))
      #expect(imported.lines == test.lines, "\(name)")
      #expect(imported.report.failures.last?.reason.contains("end too early") == true)
      let nothing = try folder.file("nothing.\(name)", Array(packed.prefix(12)))
      #expect(throws: LexiconImportFailure.self) { try Imported(test.reader(nothing, test.options)) }
    }
  }

  @Test("stop at the limit", arguments: cases, [1, 2, 1000])
  func limit(_ test: Case, limit: Int) throws {
    var options = test.options
    options.limit = limit
    let imported = try Imported(test.reader(Fixture.path(test.file), options))
    #expect(imported.lines == Array(test.lines.prefix(limit)))
  }

  private static func options(
    languages: [String], types: Set<EntityType>? = nil, idPrefix: String? = nil
  ) -> LexiconImportOptions {
    var options = LexiconImportOptions()
    options.languages = languages
    options.types = types
    options.idPrefix = idPrefix
    return options
  }

  private func withoutPlace(_ row: LexiconRow) -> LexiconRow {
    var row = row
    (row.file, row.line) = ("", 0)
    return row
  }
}
