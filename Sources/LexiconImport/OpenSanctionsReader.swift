public import EntityLexicon
import TextFormats
import TextModel

/// Reads what OpenSanctions publishes: `targets.simple.csv`, or entities of FollowTheMoney an object a line
/// (`entities.ftm.json`). The first byte tells which.
///
/// Neither says the language of a name; it is told by the letters, and Latin ones count as English. Weak aliases need
/// evidence.
public final class OpenSanctionsReader: LexiconImportReader {
  /// The languages of the names, English first.
  public var languages: [String] { maker.languages }
  /// How much of the file has been read.
  public var fractionRead: Double? { file.lines.fractionRead }

  private enum Form {
    case table(CSVRecordReader, columns: Columns)
    case objects
  }

  private struct Columns {
    let count: Int
    let id: Int
    let schema: Int
    let name: Int
    let aliases: Int?
  }

  private let file: ImportFile
  private let maker: RowMaker
  private var form: Form?
  private var line: [UInt8] = []
  /// The first line of objects, which was read to tell the form.
  private var firstObject: SourcePosition?

  /// A reader of a file, or of standard input where `path` is `-`.
  ///
  /// - Throws: `LexiconImportFailure`; what keeps the built-in lexicon from being opened.
  public init(path: String, options: LexiconImportOptions = LexiconImportOptions()) throws {
    file = try ImportFile(path: path, kind: "file of OpenSanctions", maximumLineCount: 64 << 20)
    maker = try RowMaker(options, defaultPrefix: "opensanctions", source: "opensanctions")
  }

  /// The rows of the next stretch; nil at the end.
  public func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]? {
    if form == nil { form = try begin(&report) }
    guard let form else { return nil }
    var rows: [LexiconRow] = []
    for _ in 0..<256 {
      if maker.isFull(report) { return rows.isEmpty ? nil : rows }
      let result: RecordResult
      switch form {
      case .table(let table, let columns): result = try readRecord(table, columns, &report)
      case .objects: result = try readObject(&report)
      }
      switch result {
      case .end: return rows.isEmpty ? nil : rows
      case .nothing: continue
      case .entity(let entity):
        file.accept()
        report.recordCount += 1
        if let row = maker.row(entity, &report) { rows.append(row) }
      case .otherSchema(let id, let position):
        file.accept()
        report.recordCount += 1
        report.drop(.unknownClass, id, at: position)
      }
    }
    return rows
  }

  private enum RecordResult {
    case end
    /// A bad record, which has been told, or a blank line.
    case nothing
    case entity(ImportedEntity)
    case otherSchema(id: String, SourcePosition)
  }

  private func begin(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> Form? {
    repeat {
      guard let position = try file.read(into: &line, &report) else { return nil }
      firstObject = position
    } while line.isEmpty
    if line.first == UInt8(ascii: "{") { return .objects }
    let table = CSVRecordReader(file: file, delimiter: UInt8(ascii: ","), firstLine: firstObject.map { ($0, line) })
    guard try table.read(&report) != nil else { return nil }
    let names = table.cells.indices.map { table.text($0) ?? "" }
    func column(_ name: String) throws(LexiconImportFailure) -> Int {
      guard let index = names.firstIndex(of: name) else {
        throw file.foreign("it has no column “\(name)”, and does not begin with an object of JSON")
      }
      return index
    }
    let columns = Columns(
      count: names.count, id: try column("id"), schema: try column("schema"), name: try column("name"),
      aliases: names.firstIndex(of: "aliases"))
    file.accept()
    return .table(table, columns: columns)
  }

  private func readRecord(
    _ table: CSVRecordReader, _ columns: Columns, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) -> RecordResult {
    guard let position = try table.read(&report) else { return .end }
    guard table.cells.count == columns.count else {
      try file.fail("\(table.cells.count) cells, but the header has \(columns.count)", at: position, &report)
      return .nothing
    }
    guard let id = table.text(columns.id), let schema = table.text(columns.schema),
      let name = table.text(columns.name), let aliases = columns.aliases.map(table.text) ?? ""
    else {
      try file.fail("not UTF-8", at: position, &report)
      return .nothing
    }
    if id.isEmpty {
      try file.fail("no id", at: position, &report)
      return .nothing
    }
    guard let type = OpenSanctionsSchema.type(of: schema) else { return .otherSchema(id: id, position) }
    var entity = ImportedEntity(id: id, type: type, position: position)
    add(name, to: &entity)
    for alias in aliases.utf8.split(separator: UInt8(ascii: ";")) { add(String(Substring(alias)), to: &entity) }
    return .entity(entity)
  }

  private func readObject(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> RecordResult {
    let position: SourcePosition
    if let first = firstObject {
      position = first
      firstObject = nil
    } else {
      guard let next = try file.read(into: &line, &report) else { return .end }
      position = next
    }
    if line.allSatisfy({ $0 <= 0x20 }) { return .nothing }
    let result: Result<RecordResult, JSONFailure>
    do throws(JSONFailure) {
      result = .success(try object(at: position))
    } catch {
      result = .failure(error)
    }
    switch result {
    case .success(let record): return record
    case .failure(let failure):
      try file.fail(JSONLine.explanation(failure), at: position.advanced(by: failure.byte), &report)
      return .nothing
    }
  }

  private func object(at position: SourcePosition) throws(JSONFailure) -> RecordResult {
    let members = try JSONReader.members(of: line, in: 0..<line.count)
    guard let id = try JSONLine.text("id", of: members, in: line), !id.isEmpty,
      let schema = try JSONLine.text("schema", of: members, in: line),
      JSONLine.member("properties", of: members, in: line)?.kind == .object
    else { throw JSONFailure(byte: 0, reason: .missingMember) }
    guard let type = OpenSanctionsSchema.type(of: schema) else { return .otherSchema(id: id, position) }
    var entity = ImportedEntity(id: id, type: type, position: position)
    if let caption = try JSONLine.text("caption", of: members, in: line) { add(caption, to: &entity) }
    let properties = try JSONLine.members("properties", of: members, in: line)
    let lists: [(name: StaticString, isWeak: Bool)] = [
      ("name", false), ("alias", false), ("previousName", false), ("weakAlias", true),
    ]
    for list in lists {
      for value in try JSONLine.elements(list.name, of: properties, in: line) where value.kind == .string {
        add(try JSONLine.text(at: value.value, in: line), to: &entity, needsContext: list.isWeak)
      }
    }
    return .entity(entity)
  }

  private func add(_ name: String, to entity: inout ImportedEntity, needsContext: Bool = false) {
    guard let column = maker.columnByLetters(name) else { return }
    entity.add(name, column, needsContext: needsContext)
  }
}
