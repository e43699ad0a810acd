public import EntityLexicon
import TextFormats
public import TextModel

/// Reads any table of entities: comma-separated, tab-separated or otherwise, with the columns that a map names.
public final class TableReader: LexiconImportReader {
  /// How a table is to be read.
  public struct Format: Sendable {
    /// Which column holds what.
    public var columns: ColumnMap
    /// What stands between cells; nil: told by the first line.
    public var delimiter: UInt8?
    /// Whether the first record names the columns.
    public var hasHeader = true
    /// What stands between several names in a cell.
    public var nameSeparator = UInt8(ascii: "|")
    /// The type of rows whose type no column tells.
    public var type = EntityType.organization

    /// A table with these columns.
    public init(columns: ColumnMap) { self.columns = columns }
  }

  /// The map's columns as numbers.
  private struct Places {
    let count: Int
    let id: Int?
    let type: Int?
    let names: [(column: String, place: Int)]
  }

  /// The languages of the names, English first.
  public var languages: [String] { maker.languages }
  /// How much of the file has been read.
  public var fractionRead: Double? { table.file.lines.fractionRead }

  private let table: CSVRecordReader
  private let maker: RowMaker
  private let format: Format
  private var places: Places?

  /// A reader of a file, or of standard input where `path` is `-`. The languages are those of the map.
  ///
  /// - Throws: `LexiconImportFailure`; what keeps the built-in lexicon from being opened.
  public init(path: String, format: Format, options: LexiconImportOptions = LexiconImportOptions()) throws {
    let file = try ImportFile(path: path, kind: "table", maximumLineCount: 1 << 20)
    table = CSVRecordReader(file: file, delimiter: format.delimiter)
    self.format = format
    var options = options
    options.languages = format.columns.languages
    maker = try RowMaker(options, defaultPrefix: "csv", source: "csv")
  }

  /// The rows of the next stretch; nil at the end.
  public func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]? {
    var rows: [LexiconRow] = []
    for _ in 0..<256 {
      if maker.isFull(report) { return rows.isEmpty ? nil : rows }
      guard let position = try table.read(&report) else { return rows.isEmpty ? nil : rows }
      if let places {
        if let row = try readRecord(places, at: position, &report) { rows.append(row) }
        continue
      }
      let places = try findPlaces()
      self.places = places
      if !format.hasHeader, let row = try readRecord(places, at: position, &report) { rows.append(row) }
    }
    return rows
  }

  private func findPlaces() throws(LexiconImportFailure) -> Places {
    let header = format.hasHeader ? table.cells.indices.map { table.text($0) ?? "" } : []
    let count = table.cells.count
    func place(_ column: String) throws(LexiconImportFailure) -> Int {
      if let index = header.firstIndex(of: column) { return index }
      guard let number = Int(column), (1...count).contains(number) else {
        let columns = format.hasHeader ? header : (1...max(count, 1)).map(String.init)
        throw .missingColumn(path: table.file.lines.name, column: column, columns: columns)
      }
      return number - 1
    }
    var names: [(column: String, place: Int)] = []
    for (language, column) in format.columns.names { names.append((language, try place(column))) }
    var id: Int?
    if let column = format.columns.id { id = try place(column) }
    var type: Int?
    if let column = format.columns.type { type = try place(column) }
    table.file.accept()
    return Places(count: count, id: id, type: type, names: names)
  }

  private func readRecord(
    _ places: Places, at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) -> LexiconRow? {
    guard table.cells.count == places.count else {
      try table.file.fail("\(table.cells.count) cells, not \(places.count)", at: position, &report)
      return nil
    }
    guard let id = places.id.map(table.text) ?? "\(position.line)", let label = places.type.map(table.text) ?? "" else {
      try table.file.fail("not UTF-8", at: position, &report)
      return nil
    }
    if id.isEmpty {
      try table.file.fail("no id", at: position, &report)
      return nil
    }
    guard let type = label.isEmpty ? format.type : ColumnMap.type(named: label) else {
      try table.file.fail("unknown type “\(label.unicodeScalars.count > 40 ? "…" : label)”", at: position, &report)
      return nil
    }
    var entity = ImportedEntity(id: id, type: type, position: position)
    for (language, place) in places.names {
      guard let cell = table.text(place) else {
        try table.file.fail("not UTF-8", at: position, &report)
        return nil
      }
      for name in cell.utf8.split(separator: format.nameSeparator) where name.contains(where: { $0 > 0x20 }) {
        let text = String(Substring(name))
        entity.add(text, language)
        if entity.fallbackName == nil, NameText.isLatin(text) { entity.fallbackName = text }
      }
    }
    report.recordCount += 1
    return maker.row(entity, &report)
  }
}
