public import EntityLexicon
import TextFormats
import TextModel

/// Reads a JSON dump of Wikidata: an array with an entity a line, as it is published; also objects a line without the array.
///
/// One entity is in memory at a time. Its type is that of its classes (P31, see `WikidataClasses`); statements of the rank
/// `deprecated` do not count, preferred ones count first. Labels come before aliases.
public final class WikidataReader: LexiconImportReader {
  /// The languages of the names, English first.
  public var languages: [String] { maker.languages }
  /// How much of the file has been read.
  public var fractionRead: Double? { file.lines.fractionRead }

  /// The longest entity: the largest ones have some megabytes.
  private static let maximumLineCount = 64 << 20
  /// Whose label may stand for an English one, if it is in Latin letters: that for all languages first.
  private static let fallbackLanguages = ["mul", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "id"]

  private let file: ImportFile
  private let maker: RowMaker
  private let classes: WikidataClasses
  private var line: [UInt8] = []

  /// A reader of a file, or of standard input where `path` is `-`.
  ///
  /// - Throws: `LexiconImportFailure`; what keeps the built-in lexicon from being opened.
  public init(
    path: String, classes: WikidataClasses = WikidataClasses(), options: LexiconImportOptions = LexiconImportOptions()
  ) throws {
    file = try ImportFile(path: path, kind: "JSON dump of Wikidata", maximumLineCount: Self.maximumLineCount)
    maker = try RowMaker(options, defaultPrefix: "wikidata", source: "wikidata")
    self.classes = classes
  }

  /// The rows of the next stretch; nil at the end.
  public func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]? {
    var rows: [LexiconRow] = []
    for _ in 0..<64 {
      if maker.isFull(report) { return rows.isEmpty ? nil : rows }
      guard let position = try file.read(into: &line, &report) else { return rows.isEmpty ? nil : rows }
      while let last = line.last, [0x2C, 0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
      if line.isEmpty { continue }
      if line == [UInt8(ascii: "[")] || line == [UInt8(ascii: "]")] {
        file.accept()
        continue
      }
      let result: Result<LexiconRow?, JSONFailure>
      do throws(JSONFailure) {
        result = .success(try readEntity(at: position, &report))
      } catch {
        result = .failure(error)
      }
      switch result {
      case .success(let row): if let row { rows.append(row) }
      case .failure(let failure):
        try file.fail(JSONLine.explanation(failure), at: position.advanced(by: failure.byte), &report)
      }
    }
    return rows
  }

  private func readEntity(
    at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(JSONFailure) -> LexiconRow? {
    let members = try JSONReader.members(of: line, in: 0..<line.count)
    guard let kind = try JSONLine.text("type", of: members, in: line),
      let id = try JSONLine.text("id", of: members, in: line),
      JSONLine.member("labels", of: members, in: line) != nil || kind != "item"
    else { throw JSONFailure(byte: 0, reason: .missingMember) }
    guard kind == "item" else {
      file.accept()
      report.recordCount += 1
      report.drop(.notAnEntity, id, at: position)
      return nil
    }
    guard let type = try type(members) else {
      file.accept()
      report.recordCount += 1
      report.drop(.unknownClass, id, at: position)
      return nil
    }
    var entity = ImportedEntity(id: id, type: type, position: position)
    if maker.wants(type) { try addNames(to: &entity, members) }
    file.accept()
    report.recordCount += 1
    return maker.row(entity, &report)
  }

  /// The type of the first class that has one, among the preferred statements and then among the normal ones.
  private func type(_ members: [JSONMember]) throws(JSONFailure) -> EntityType? {
    let claims = try JSONLine.members("claims", of: members, in: line)
    var normal: EntityType?
    for statement in try JSONLine.elements("P31", of: claims, in: line) where statement.kind == .object {
      let statement = try JSONReader.members(of: line, in: statement.value)
      let rank = try JSONLine.text("rank", of: statement, in: line)
      if rank == "deprecated" || normal != nil && rank != "preferred" { continue }
      let snak = try JSONLine.members("mainsnak", of: statement, in: line)
      let data = try JSONLine.members("datavalue", of: snak, in: line)
      let value = try JSONLine.members("value", of: data, in: line)
      guard let item = try JSONLine.text("id", of: value, in: line), item.first == "Q",
        let number = Int(item.dropFirst()), let type = classes.type(of: number)
      else { continue }
      if rank == "preferred" { return type }
      normal = type
    }
    return normal
  }

  private func addNames(to entity: inout ImportedEntity, _ members: [JSONMember]) throws(JSONFailure) {
    let labels = try JSONLine.members("labels", of: members, in: line)
    var fallbacks: [(order: Int, text: String)] = []
    for label in labels where label.kind == .object {
      let language = try JSONLine.text(at: label.name, in: line)
      let column = maker.column(of: language)
      let order = Self.fallbackLanguages.firstIndex(of: language)
      guard column != nil || order != nil,
        let text = try JSONLine.text("value", of: JSONReader.members(of: line, in: label.value), in: line)
      else { continue }
      if let column {
        // The label of the language itself goes before those of its variants: en before en-gb.
        let name = LexiconRow.Name(language: column, text: text)
        entity.names.insert(name, at: column == language ? 0 : entity.names.count)
      }
      if let order { fallbacks.append((order, text)) }
    }
    entity.fallbackName = fallbacks.filter { NameText.isLatin($0.text) }.min { $0.order < $1.order }?.text
    for list in try JSONLine.members("aliases", of: members, in: line) where list.kind == .array {
      guard let column = maker.column(of: try JSONLine.text(at: list.name, in: line)) else { continue }
      for alias in try JSONReader.elements(of: line, in: list.value) where alias.kind == .object {
        let alias = try JSONReader.members(of: line, in: alias.value)
        if let text = try JSONLine.text("value", of: alias, in: line) { entity.add(text, column) }
      }
    }
  }
}
