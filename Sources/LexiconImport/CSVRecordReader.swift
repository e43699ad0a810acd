import TextFormats

/// Reads the records of a table in which quotation marks may surround cells (RFC 4180), over several lines if need be.
///
/// A record that is not well-formed is told, and reading goes on with the line after its first. So that a lost quotation
/// mark does not swallow the rest of the file, a record has at most `maximumLines` lines.
final class CSVRecordReader {
  /// How many lines a record may go over.
  static let maximumLines = 32

  let file: ImportFile
  /// The bytes of the last record's cells.
  private(set) var bytes: [UInt8] = []
  /// Where each cell of the last record stands in `bytes`.
  private(set) var cells: [Range<Int>] = []

  /// What stands between cells; told by the first line, where the user does not say.
  private var delimiter: UInt8?
  /// Lines to be read again, the next one last.
  private var pending: [(position: SourcePosition, line: [UInt8])] = []
  private var line: [UInt8] = []
  private var cellStart = 0
  private var isQuoted = false

  private enum Outcome { case complete, open, malformed }

  init(file: ImportFile, delimiter: UInt8?, firstLine: (position: SourcePosition, line: [UInt8])? = nil) {
    self.file = file
    self.delimiter = delimiter
    if let firstLine { pending = [firstLine] }
  }

  /// Reads the next record and gives its place; nil at the end. Blank lines are nothing.
  func read(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> SourcePosition? {
    while let first = try nextLine(&report) {
      if line.isEmpty { continue }
      let delimiter = self.delimiter ?? TableSyntax.delimiter(of: line)
      self.delimiter = delimiter
      bytes.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
      (cellStart, isQuoted) = (0, false)
      var others: [(position: SourcePosition, line: [UInt8])] = []
      var outcome = scan(delimiter)
      while outcome == .open, others.count + 1 < Self.maximumLines, bytes.count <= file.lines.maximumLineCount,
        let position = try nextLine(&report)
      {
        others.append((position, line))
        bytes.append(0x0A)
        outcome = scan(delimiter)
      }
      if outcome == .complete { return first }
      let reason =
        outcome == .open ? "a quotation mark is not closed" : "something stands after a closing quotation mark"
      try file.fail(reason, at: first, &report)
      pending += others.reversed()
    }
    return nil
  }

  /// The text of a cell, without white space around it; nil where it is not UTF-8.
  func text(_ cell: Int) -> String? {
    var range = cells[cell]
    while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
    while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
    return String(validating: bytes[range], as: UTF8.self)
  }

  private func nextLine(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> SourcePosition? {
    guard let again = pending.popLast() else { return try file.read(into: &line, &report) }
    line = again.line
    return again.position
  }

  /// Goes on through the line, from the start of a cell or within a quoted one.
  private func scan(_ delimiter: UInt8) -> Outcome {
    var index = 0
    while true {
      if !isQuoted, index < line.count, line[index] == Self.quote {
        isQuoted = true
        index += 1
      }
      if isQuoted {
        guard let end = appendQuoted(from: index) else { return .open }
        isQuoted = false
        index = end
        if index < line.count, line[index] != delimiter { return .malformed }
      } else {
        let end = line[index...].firstIndex(of: delimiter) ?? line.count
        bytes += line[index..<end]
        index = end
      }
      cells.append(cellStart..<bytes.count)
      cellStart = bytes.count
      if index == line.count { return .complete }
      index += 1
    }
  }

  /// Takes up a quoted cell to its closing quotation mark; gives the index after it, or nil where the line has none.
  private func appendQuoted(from start: Int) -> Int? {
    var index = start
    while index < line.count {
      let end = line[index...].firstIndex(of: Self.quote) ?? line.count
      bytes += line[index..<end]
      index = end + 1
      if end == line.count { return nil }
      guard index < line.count, line[index] == Self.quote else { return index }
      bytes.append(Self.quote)
      index += 1
    }
    return nil
  }

  private static let quote = UInt8(ascii: "\"")
}
