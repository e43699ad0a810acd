public import EntityLexicon
import TextFormats
import TextModel

/// Reads GeoNames: a table of places (`allCountries.txt`, `cities15000.txt`, `EG.txt`: 19 columns) and the table of their
/// names (`alternateNamesV2.txt`: 10 columns; the older one of 8 is read too).
///
/// | feature class | type |
/// |---|---|
/// | `A`, `P` | GPE |
/// | `T`, `H`, `L`, `V`, `U` | LOC |
/// | `S`, `R` | FAC |
///
/// Preferred names come first, then short ones, then the others; colloquial and historical names are left out. Without the
/// second table, the column `alternatenames` of the first is used; it does not say the language, so that only names in
/// other letters than Latin are taken from it, by these. In memory are the places that were taken, in a compact form.
public final class GeoNamesReader: LexiconImportReader {
  /// The languages of the names, English first.
  public var languages: [String] { maker.languages }
  /// How much of the file that is being read has been read: first that of places, then that of names.
  public var fractionRead: Double? { (namesFile ?? placesFile).lines.fractionRead }

  /// A place of so many inhabitants is meant by its name, whoever else bears it.
  private static let prominentPopulation: UInt64 = 100_000
  /// Codes of what is no more: historical, abandoned, destroyed.
  private static let historicalCodes = Set(
    ["PPLH", "PPLCH", "PPLQ", "PPLW", "PCLH", "ADMDH", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H"].map {
      Array($0.utf8)
    })

  private enum Stage {
    case places
    case names
    case rows(next: Int)
  }

  private let placesFile: ImportFile
  private let namesPath: String?
  /// Opened when the places are there, but looked for at once.
  private var namesFile: ImportFile?
  private let maker: RowMaker
  private let selection: GeoNamesOptions
  private let limit: Int
  private var places = GeoNamesPlaces()
  private var stage = Stage.places
  private var line: [UInt8] = []
  private var cells: [Range<Int>] = []

  /// A reader of a table of places, and of the table of their names where there is one.
  ///
  /// - Throws: `LexiconImportFailure`; what keeps the built-in lexicon from being opened.
  public init(
    path: String, alternateNamesPath: String? = nil, selection: GeoNamesOptions = GeoNamesOptions(),
    options: LexiconImportOptions = LexiconImportOptions()
  ) throws {
    placesFile = try ImportFile(path: path, kind: "GeoNames table of places", maximumLineCount: 1 << 20)
    namesPath = alternateNamesPath
    if let alternateNamesPath { _ = try Self.openNames(alternateNamesPath) }
    self.selection = selection
    limit = options.limit ?? .max
    maker = try RowMaker(options, defaultPrefix: "geonames", source: "geonames")
  }

  private static func openNames(_ path: String) throws(LexiconImportFailure) -> ImportFile {
    try ImportFile(path: path, kind: "GeoNames table of alternate names", maximumLineCount: 1 << 20)
  }

  /// The rows of the next stretch; nil at the end.
  public func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]? {
    switch stage {
    case .places:
      for _ in 0..<1024 {
        guard places.count < limit, let position = try placesFile.read(into: &line, &report) else {
          namesFile = try namesPath.map { path throws(LexiconImportFailure) in try Self.openNames(path) }
          stage = namesFile == nil ? .rows(next: 0) : .names
          break
        }
        if !line.isEmpty { try readPlace(at: position, &report) }
      }
      return []
    case .names:
      for _ in 0..<1024 {
        guard let file = namesFile, let position = try file.read(into: &line, &report) else {
          stage = .rows(next: 0)
          break
        }
        if !line.isEmpty { try readName(file, at: position, &report) }
      }
      return []
    case .rows(let next):
      let end = min(next + 1024, places.count)
      stage = .rows(next: end)
      if next == end { return nil }
      return places.places[next..<end].compactMap { row(of: $0, &report) }
    }
  }

  private func readPlace(
    at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) {
    TableLine.split(line, into: &cells)
    guard cells.count == 19 else { return try placesFile.fail("\(cells.count) columns, not 19", at: position, &report) }
    guard let number = TableLine.number(line, cells[0]), let id = UInt32(exactly: number) else {
      return try placesFile.fail("the first column is no number of a place", at: position, &report)
    }
    guard let name = TableLine.text(line, cells[1]) else {
      return try placesFile.fail("not UTF-8", at: position, &report)
    }
    let population: UInt64 = cells[14].isEmpty ? 0 : TableLine.number(line, cells[14]) ?? .max
    let featureClass = line[cells[6]].first.map { Character(Unicode.Scalar($0)) } ?? " "
    guard population < .max, cells[6].count <= 1 else {
      let wrong = population < .max ? "the feature class is no letter" : "the population is no number"
      return try placesFile.fail(wrong, at: position, &report)
    }
    placesFile.accept()
    report.recordCount += 1
    func drop(_ reason: LexiconImportReport.Reason) { report.drop(reason, "\(id) \(name)", at: position) }
    guard selection.featureClasses.contains(featureClass), let type = Self.type(of: featureClass) else {
      return drop(.otherFeatureClass)
    }
    guard maker.wants(type) else { return drop(.otherType) }
    if Self.historicalCodes.contains(Array(line[cells[7]])) { return drop(.historicalPlace) }
    if type == .geopolitical, population < UInt64(selection.minimumPopulation) { return drop(.fewInhabitants) }
    guard
      places.add(
        id: id, type: type, isProminent: population >= Self.prominentPopulation, name: line[cells[1]],
        line: position.line, byte: position.byte)
    else { return drop(.repeatedID) }
    if namesPath == nil { addNamesByLetters(to: places.count - 1) }
  }

  private static func type(of featureClass: Character) -> EntityType? {
    switch featureClass {
    case "A", "P": .geopolitical
    case "T", "H", "L", "V", "U": .location
    case "S", "R": .facility
    default: nil
    }
  }

  private func addNamesByLetters(to place: Int) {
    for name in line[cells[3]].split(separator: UInt8(ascii: ",")) {
      guard name.contains(where: { $0 >= 0x80 }), let text = String(validating: name, as: UTF8.self),
        !NameText.isLatin(text), let language = maker.columnByLetters(text)
      else { continue }
      places.add(name, column: number(ofColumn: language), rank: 2, to: place)
    }
  }

  private func readName(
    _ file: ImportFile, at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) {
    TableLine.split(line, into: &cells)
    guard cells.count == 10 || cells.count == 8 else {
      return try file.fail("\(cells.count) columns, not 10", at: position, &report)
    }
    guard let number = TableLine.number(line, cells[1]), let id = UInt32(exactly: number) else {
      return try file.fail("the second column is no number of a place", at: position, &report)
    }
    guard let place = places.index(of: id) else {
      file.accept()
      report.recordCount += 1
      return
    }
    guard let language = TableLine.text(line, cells[2]), let name = TableLine.text(line, cells[3]) else {
      return try file.fail("not UTF-8", at: position, &report)
    }
    file.accept()
    report.recordCount += 1
    guard let column = maker.column(of: language) else { return }
    func isMarked(_ cell: Int) -> Bool { line[cells[cell]].elementsEqual([UInt8(ascii: "1")]) }
    if isMarked(6) || isMarked(7) || cells.count == 10 && !cells[9].isEmpty {
      return report.drop(.outdatedName, name, at: position)
    }
    let rank: UInt8 = isMarked(4) ? 0 : isMarked(5) ? 1 : 2
    places.add(Array(name.utf8), column: self.number(ofColumn: column), rank: rank, to: place)
  }

  private func number(ofColumn language: String) -> UInt8 {
    UInt8(truncatingIfNeeded: maker.languages.firstIndex(of: language) ?? 0)
  }

  /// English names: the preferred ones; the main name, if the table of names knows it as English or has no English name
  /// at all; the others; the main name as a last one.
  private func row(of place: GeoNamesPlaces.Place, _ report: inout LexiconImportReport) -> LexiconRow? {
    var entity = ImportedEntity(
      id: String(place.id), type: place.type, isProminent: place.isProminent,
      position: SourcePosition(source: placesFile.lines.name, line: place.line, byte: place.byte))
    let mainName = places.mainName(of: place)
    let others = places.otherNames(of: place)
    let english = others.filter { $0.column == 0 }
    for name in english where name.rank == 0 { entity.add(name.text, "en") }
    let isMainEnglish = english.isEmpty || english.contains { $0.text == mainName }
    if isMainEnglish { entity.add(mainName, "en") }
    for name in english where name.rank > 0 { entity.add(name.text, "en") }
    if !isMainEnglish { entity.add(mainName, "en") }
    for name in others where name.column != 0 { entity.add(name.text, maker.languages[Int(name.column)]) }
    return maker.row(entity, &report)
  }
}
