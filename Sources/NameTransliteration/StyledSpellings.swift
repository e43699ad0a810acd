/// The spellings of one thing in every style, best first; a style without its own has those of the press.
struct StyledSpellings: Sendable {
  private var byStyle: [NameStyle: [String]] = [:]

  /// Those of a row that has a column for each style.
  init(_ row: NameTable.Row) {
    for style in NameStyle.allCases {
      let list = row.list(style.rawValue)
      if !list.isEmpty { byStyle[style] = list }
    }
  }

  /// The same in every style.
  init(_ list: [String]) { byStyle[.press] = list }

  subscript(style: NameStyle) -> [String] { byStyle[style] ?? byStyle[.press] ?? [] }

  /// Every spelling, those of the press first.
  var all: [String] { NameStyle.allCases.flatMap { byStyle[$0] ?? [] } }
}
