/// A line of a table without quoting, as GeoNames and JRC-Names have it.
enum TableLine {
  /// Where the cells stand between the tabs.
  static func split(_ line: [UInt8], into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    var start = 0
    for index in line.indices where line[index] == 0x09 {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.count)
  }

  /// The text of a cell; nil where it is not UTF-8.
  static func text(_ line: [UInt8], _ cell: Range<Int>) -> String? { String(validating: line[cell], as: UTF8.self) }

  /// A number without a sign; nil where the cell is none.
  static func number(_ line: [UInt8], _ cell: Range<Int>) -> UInt64? {
    guard !cell.isEmpty, cell.count <= 18 else { return nil }
    var value: UInt64 = 0
    for byte in line[cell] {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return value
  }
}
