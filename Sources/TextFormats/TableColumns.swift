import TextModel

/// The head of a table: which column is what.
struct TableColumns: Sendable {
  /// Why the head is none.
  struct Problem: Error {
    /// The column that is not there.
    let missing: String
    /// Those that are.
    let names: [String]
  }

  let syntax: TableSyntax
  private let textColumn: Int
  private let idColumn: Int?
  /// For each column that is written out again, its name as a member of JSON, with the colon.
  private let members: [[UInt8]?]
  private let policy: InvalidUTF8.Policy

  /// Reads the first row.
  static func read(
    _ row: UnsafeRawBufferPointer, _ syntax: TableSyntax, _ options: InputOptions
  ) -> Result<TableColumns, Problem> {
    var text: [UInt8] = []
    var cells: [Range<Int>] = []
    syntax.split(row, into: &text, cells: &cells)
    let names = cells.map { String(decoding: text[$0], as: UTF8.self) }
    guard let textColumn = names.firstIndex(of: options.textField) else {
      return .failure(Problem(missing: options.textField, names: names))
    }
    return .success(TableColumns(names, textColumn: textColumn, syntax, options))
  }

  private init(_ names: [String], textColumn: Int, _ syntax: TableSyntax, _ options: InputOptions) {
    self.syntax = syntax
    self.textColumn = textColumn
    idColumn = names.firstIndex(of: options.idField)
    policy = options.onInvalid
    members = names.enumerated().map { column, name in
      // `id` and `entities` are written by the output itself.
      guard column != textColumn, name != "id", name != "entities" else { return nil }
      var member: [UInt8] = []
      JSONWriter.append(name, to: &member)
      return member + [UInt8(ascii: ":")]
    }
  }

  /// The records of whole rows. Blank lines are nothing.
  func records(of block: UnsafeRawBufferPointer, at start: SourcePosition) -> [InputRecord] {
    var records: [InputRecord] = []
    var text: [UInt8] = []
    var cells: [Range<Int>] = []
    var position = start
    var index = 0
    while index < block.count {
      let end = rowEnd(block, from: index)
      let row = block.part(index..<end)
      syntax.split(row, into: &text, cells: &cells)
      if !cells.isEmpty { records.append(record(text, cells, at: position)) }
      position.line += row.countOfLineBreaks
      position.byte += row.count
      index = end
    }
    return records
  }

  private func rowEnd(_ block: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard syntax.hasQuotedCells else { return (block.firstIndex(of: 0x0A, from: start) ?? block.count - 1) + 1 }
    var framing = TableFraming(syntax)
    return start + (framing.first(block.part(start..<block.count), isAtEnd: true) ?? block.count - start)
  }

  private func record(_ text: [UInt8], _ cells: [Range<Int>], at position: SourcePosition) -> InputRecord {
    do throws(RecordFailure) {
      guard cells.count == members.count else {
        throw RecordFailure(position: position, reason: .cellCount(found: cells.count, expected: members.count))
      }
      var json: [UInt8] = []
      for (column, member) in members.enumerated() {
        guard let member else { continue }
        if !json.isEmpty { json.append(UInt8(ascii: ",")) }
        json += member
        let value = try valid(text[cells[column]], at: position).bytes
        JSONWriter.append(utf8: value, in: value.indices, to: &json)
      }
      var id = "\(position.line)"
      if let idColumn, !cells[idColumn].isEmpty { id = try valid(text[cells[idColumn]], at: position).text }
      let document = try valid(text[cells[textColumn]], id: id, at: position)
      return InputRecord(
        position: position, document: .success(document), members: KeptMembers(json: json, hasNumericID: false),
        isVerbatim: false)
    } catch {
      return InputRecord(position: position, document: .failure(error), isVerbatim: false)
    }
  }

  /// Offsets in a cell are not those of the file, so that a failure is placed where the row begins.
  private func valid(
    _ bytes: ArraySlice<UInt8>, id: String = "", at position: SourcePosition
  ) throws(RecordFailure) -> Document {
    do throws(Document.Failure) {
      return try Document(id: id, bytes: Array(bytes), onInvalid: policy)
    } catch {
      if case .invalidUTF8 = error { throw RecordFailure(position: position, reason: .invalidUTF8) }
      throw RecordFailure(error, at: position)
    }
  }
}
