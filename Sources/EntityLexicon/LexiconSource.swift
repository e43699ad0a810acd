/// Reads the source form of a lexicon, a line at a time: tab-separated values, as `Lexicons/README.md` describes.
public struct LexiconSource {
  /// What is wrong with a source, and where.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String

    /// `people.tsv:12: no English name`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// The rows of a source and what is wrong with the other lines.
  public struct Result: Sendable {
    /// The good rows, in order.
    public var rows: [LexiconRow] = []
    /// The bad lines, in order.
    public var failures: [Failure] = []
  }

  /// What a line is.
  public enum Line: Sendable {
    /// A row.
    case row(LexiconRow)
    /// The header, a comment or an empty line.
    case nothing
    /// A line that cannot be read.
    case bad(Failure)
  }

  private enum Column {
    case id, type, flags, source
    case names(language: String)
  }

  private let file: String
  private var number = 0
  private var columns: [Column] = []
  /// The places of the columns with names, English first: the first English name is the one in results.
  private var nameColumns: [Int] = []
  /// Whether the header was bad: then nothing more can be read.
  private var isClosed = false

  /// A reader at the start of a file, which messages name.
  public init(file: String) { self.file = file }

  /// Reads a whole source. Bad lines are reported and left out; without a usable header nothing is read.
  public static func read(_ bytes: [UInt8], file: String) -> Result {
    var result = Result()
    var source = LexiconSource(file: file)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      result.add(line.withUnsafeBufferPointer { source.read($0) })
    }
    if let failure = source.end() { result.failures.append(failure) }
    return result
  }

  /// Reads the next line, given without its line feed.
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Line {
    number += 1
    guard !isClosed else { return .nothing }
    do throws(Reason) {
      return try line(bytes).map(Line.row) ?? .nothing
    } catch {
      if columns.isEmpty { isClosed = true }
      return .bad(failure(error.text))
    }
  }

  /// What is wrong where the file ends here.
  public func end() -> Failure? {
    columns.isEmpty && !isClosed ? Failure(file: file, line: max(number, 1), reason: "no header") : nil
  }

  private func failure(_ reason: String) -> Failure { Failure(file: file, line: number, reason: reason) }

  private struct Reason: Error { let text: String }

  private mutating func line(_ bytes: UnsafeBufferPointer<UInt8>) throws(Reason) -> LexiconRow? {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Reason(text: "not UTF-8") }
    var line = Substring(text)
    if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
    if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
    if line.utf8.first == UInt8(ascii: "#") || Self.trimmed(line).isEmpty { return nil }
    if line.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      throw Reason(text: "a control character")
    }
    let cells = Self.split(line, at: UInt8(ascii: "\t"))
    guard !columns.isEmpty else {
      try readHeader(cells)
      return nil
    }
    guard cells.count == columns.count else {
      throw Reason(text: "\(cells.count) cells, but the header has \(columns.count) columns")
    }
    return try row(cells)
  }

  private mutating func readHeader(_ cells: [Substring]) throws(Reason) {
    if let missing = ["id", "type", "en"].first(where: { name in !cells.contains { $0.utf8.elementsEqual(name.utf8) } })
    {
      throw Reason(text: "the header has no column “\(missing)”; columns are separated by tabs")
    }
    if let long = cells.first(where: { $0.utf8.count > 64 }) {
      let start = String(long.unicodeScalars.prefix(20))
      throw Reason(text: "the header has a column “\(start)…” with a name of \(long.utf8.count) bytes")
    }
    if Set(cells).count != cells.count { throw Reason(text: "the header names a column twice") }
    for (index, cell) in cells.enumerated() {
      switch cell {
      case "id": columns.append(.id)
      case "type": columns.append(.type)
      case "flags": columns.append(.flags)
      case "source": columns.append(.source)
      default:
        columns.append(.names(language: String(cell)))
        nameColumns.insert(index, at: cell == "en" ? 0 : nameColumns.count)
      }
    }
  }

  private func row(_ cells: [Substring]) throws(Reason) -> LexiconRow {
    var row = LexiconRow(id: "", lexiconClass: .title, names: [], file: file, line: number)
    for (column, cell) in zip(columns, cells) {
      switch column {
      case .id:
        guard !cell.isEmpty, cell.utf8.allSatisfy(Self.isIDByte) else {
          throw Reason(text: "“\(cell)” is no id: [a-z0-9.-]+")
        }
        row.id = String(cell)
      case .type:
        guard let lexiconClass = LexiconClass(label: cell) else { throw Reason(text: "unknown type “\(cell)”") }
        row.lexiconClass = lexiconClass
      case .flags:
        for flag in Self.split(cell, at: UInt8(ascii: ",")) where !flag.isEmpty {
          guard let known = LexiconRow.Flag(rawValue: String(flag)) else {
            throw Reason(text: "unknown flag “\(flag)”")
          }
          row.flags.insert(known)
        }
      case .source: row.source = String(cell)
      case .names: break
      }
    }
    for index in nameColumns where !cells[index].isEmpty {
      guard case .names(let language) = columns[index] else { continue }
      for name in Self.split(cells[index], at: UInt8(ascii: "|")) {
        let needsContext = name.utf8.first == UInt8(ascii: "~")
        let text = needsContext ? Self.trimmed(Substring(name.unicodeScalars.dropFirst())) : name
        guard !text.isEmpty else { throw Reason(text: "an empty name in column “\(language)”") }
        row.names.append(.init(language: language, text: String(text), needsContext: needsContext))
      }
    }
    guard row.names.first?.language == "en" else { throw Reason(text: "no English name") }
    return row
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// By bytes: Swift's comparison of characters takes quadratic time over many marks, and a mark after a separator would
  /// hide it.
  private static func split(_ text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { trimmed(Substring($0)) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    // Nearly every cell begins and ends with a letter or a mark of punctuation, which is told without a table.
    func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F || $0 == 0xD8 || $0 == 0xD9 } ?? true }
    var scalars = text.unicodeScalars
    if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return Substring(scalars)
  }
}

extension LexiconSource.Result {
  /// Takes up what a line is.
  mutating func add(_ line: LexiconSource.Line) {
    switch line {
    case .row(let row): rows.append(row)
    case .bad(let failure): failures.append(failure)
    case .nothing: break
    }
  }
}
