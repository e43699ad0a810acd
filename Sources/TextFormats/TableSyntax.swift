/// How the cells of a table are told apart.
public struct TableSyntax: Hashable, Sendable {
  /// What stands between cells.
  public let delimiter: UInt8
  /// Whether cells may stand in quotation marks (RFC 4180), and hold delimiters and line breaks then.
  public let hasQuotedCells: Bool

  static let quotationMark = UInt8(ascii: "\"")

  /// Cells between tabs, without quotation marks.
  static let tabs = TableSyntax(delimiter: 0x09, hasQuotedCells: false)

  /// The most frequent of what usually stands between cells, in the first line of a table.
  public static func delimiter(of line: some Sequence<UInt8>) -> UInt8 {
    let delimiters = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")]
    var counts = [0, 0, 0, 0]
    for byte in line {
      if let place = delimiters.firstIndex(of: byte) { counts[place] += 1 }
    }
    var best = 0
    for place in counts.indices where counts[place] > counts[best] { best = place }
    return delimiters[best]
  }

  /// Takes a row apart.
  ///
  /// - Parameters:
  ///   - row: a row with its line break, if it has one.
  ///   - text: gets the bytes of the cells.
  ///   - cells: gets where each cell stands in `text`; empty for a blank line.
  func split(_ row: UnsafeRawBufferPointer, into text: inout [UInt8], cells: inout [Range<Int>]) {
    text.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    var end = row.count
    if end > 0, row[end - 1] == 0x0A { end -= 1 }
    if end > 0, row[end - 1] == 0x0D { end -= 1 }
    guard end > 0 else { return }
    let row = row.part(0..<end)
    var index = 0
    while true {
      let start = text.count
      if hasQuotedCells, index < end, row[index] == Self.quotationMark {
        index = appendQuoted(row, from: index + 1, to: &text)
      }
      let cellEnd = row.firstIndex(of: delimiter, from: index) ?? end
      text.append(contentsOf: row.part(index..<cellEnd))
      cells.append(start..<text.count)
      if cellEnd == end { return }
      index = cellEnd + 1
    }
  }

  /// Takes up a cell to its closing quotation mark, and gives the index behind that.
  private func appendQuoted(_ row: UnsafeRawBufferPointer, from start: Int, to text: inout [UInt8]) -> Int {
    var index = start
    while let mark = row.firstIndex(of: Self.quotationMark, from: index) {
      text.append(contentsOf: row.part(index..<mark))
      index = mark + 1
      guard index < row.count, row[index] == Self.quotationMark else { return index }
      text.append(Self.quotationMark)
      index += 1
    }
    text.append(contentsOf: row.part(index..<row.count))
    return row.count
  }
}
