/// A table of Lexicons/names that travels inside the binary: lines of cells between tabs, the first of which names the columns.
struct NameTable {
  /// A line of the table.
  struct Row {
    fileprivate let cells: [Substring.UTF8View]
    fileprivate let columns: [String: Int]

    /// The cell of a column; empty where there is none.
    subscript(column: String) -> String { cell(column).flatMap { String(Self.trimmed($0)) } ?? "" }

    /// The cell's alternatives, which `|` separates.
    func list(_ column: String) -> [String] {
      guard let cell = cell(column) else { return [] }
      return cell.split(separator: UInt8(ascii: "|")).compactMap { String(Self.trimmed($0)) }.filter { !$0.isEmpty }
    }

    private func cell(_ column: String) -> Substring.UTF8View? {
      guard let index = columns[column], index < cells.count else { return nil }
      return cells[index]
    }

    private static func trimmed(_ cell: Substring.UTF8View) -> Substring.UTF8View {
      var cell = cell
      while cell.first == UInt8(ascii: " ") { cell.removeFirst() }
      while cell.last == UInt8(ascii: " ") { cell.removeLast() }
      return cell
    }
  }

  /// The lines in their order.
  private(set) var rows: [Row] = []

  /// The table of this name; without rows where the binary has none.
  init(named name: String) { self.init(text: NameRules.text(named: "names/" + name) ?? "") }

  /// The table in this text. It is cut by bytes: by characters, a program would start later.
  init(text: String) {
    var columns: [String: Int]?
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if let columns {
        rows.append(Row(cells: cells, columns: columns))
      } else {
        columns = Dictionary(cells.enumerated().map { (String($1) ?? "", $0) }) { first, _ in first }
      }
    }
  }
}
