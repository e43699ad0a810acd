public import EntityLexicon
import TextFormats
import TextModel

/// Reads the `entities` file of JRC-Names (European Commission, Joint Research Centre): a spelling a line, in four columns
/// with tabs between: number, type (`P` person, `O` organization), language (`u`: any), name with `+` for spaces.
///
/// The spellings of an entity stand together, the most usual first; only those are held in memory.
public final class JRCNamesReader: LexiconImportReader {
  /// The languages of the names, English first.
  public var languages: [String] { maker.languages }
  /// How much of the file has been read.
  public var fractionRead: Double? { file.lines.fractionRead }

  private let file: ImportFile
  private let maker: RowMaker
  private var line: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var group: (id: UInt64, entity: ImportedEntity)?
  private var isAtEnd = false

  /// A reader of a file, or of standard input where `path` is `-`.
  ///
  /// - Throws: `LexiconImportFailure`; what keeps the built-in lexicon from being opened.
  public init(path: String, options: LexiconImportOptions = LexiconImportOptions()) throws {
    file = try ImportFile(path: path, kind: "list of JRC-Names", maximumLineCount: 1 << 20)
    maker = try RowMaker(options, defaultPrefix: "jrc", source: "jrc-names")
  }

  /// The rows of the next stretch; nil at the end.
  public func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]? {
    var rows: [LexiconRow] = []
    for _ in 0..<1024 where !isAtEnd {
      if maker.isFull(report) { return rows.isEmpty ? nil : rows }
      guard let position = try file.read(into: &line, &report) else {
        isAtEnd = true
        if let row = endGroup(&report) { rows.append(row) }
        return rows
      }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if let row = try readLine(at: position, &report) { rows.append(row) }
    }
    return isAtEnd ? nil : rows
  }

  /// Takes up a line; gives the row of the entity before it, if that has ended.
  private func readLine(
    at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) -> LexiconRow? {
    TableLine.split(line, into: &cells)
    guard cells.count == 4 else {
      try file.fail("\(cells.count) columns, not 4", at: position, &report)
      return nil
    }
    guard let id = TableLine.number(line, cells[0]) else {
      try file.fail("the first column is no number", at: position, &report)
      return nil
    }
    for index in cells[3] where line[index] == UInt8(ascii: "+") { line[index] = UInt8(ascii: " ") }
    guard let language = TableLine.text(line, cells[2]), let name = TableLine.text(line, cells[3]) else {
      try file.fail("not UTF-8", at: position, &report)
      return nil
    }
    let type: EntityType
    switch line[cells[1]] {
    case [UInt8(ascii: "P")]: type = .person
    case [UInt8(ascii: "O")]: type = .organization
    case let other where other.count == 1 && 0x41...0x5A ~= other.first ?? 0:
      file.accept()
      report.recordCount += 1
      report.drop(.unknownClass, name, at: position)
      return nil
    default:
      try file.fail("the second column is no type such as P or O", at: position, &report)
      return nil
    }
    file.accept()
    report.recordCount += 1
    var ended: LexiconRow?
    if group?.id != id {
      ended = endGroup(&report)
      group = (id, ImportedEntity(id: String(id), type: type, position: position))
    }
    add(name, language, &report)
    return ended
  }

  private func add(_ name: String, _ language: String, _ report: inout LexiconImportReport) {
    guard let entity = group?.entity else { return }
    // Only what is counted as one name too many may be left out here, for the sake of memory.
    if entity.names.count > RowMaker.maximumNameCount {
      report.drop(.manyNames, name, at: entity.position)
      return
    }
    if entity.fallbackName == nil, NameText.isLatin(name) { group?.entity.fallbackName = name }
    let column = language == "u" ? maker.columnByLetters(name) : maker.column(of: language)
    if let column { group?.entity.add(name, column) }
  }

  private func endGroup(_ report: inout LexiconImportReport) -> LexiconRow? {
    defer { group = nil }
    return group.flatMap { maker.row($0.entity, &report) }
  }
}
