/// A table of Lexicons/names that travels inside the binary: lines of cells between tabs, the first of which names the columns.
struct NameTable {
  /// A line of the table.
  struct Row {
    fileprivate let cells: [Substring]
    fileprivate let columns: [Substring: Int]

    /// The cell of a column; empty where there is none.
    subscript(column: String) -> String {
      guard let index = columns[column[...]], index < cells.count else { return "" }
      return String(Self.trimmed(cells[index]))
    }

    /// The cell's alternatives, which `|` separates.
    func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map { String(Self.trimmed($0)) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ cell: Substring) -> Substring {
      var cell = cell
      while cell.first == " " { cell.removeFirst() }
      while cell.last == " " { cell.removeLast() }
      return cell
    }
  }

  /// The lines in their order.
  private(set) var rows: [Row] = []

  /// The table of this name; without rows where the binary has none.
  init(named name: String) { self.init(text: NameRules.text(named: "names/" + name) ?? "") }

  /// The table in this text.
  init(text: String) {
    var columns: [Substring: Int]?
    for line in text.split(separator: "\n") where line.first != "#" {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if let columns {
        rows.append(Row(cells: cells, columns: columns))
      } else {
        columns = Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
      }
    }
  }
}
