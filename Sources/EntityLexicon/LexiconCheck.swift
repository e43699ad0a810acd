/// Looks for what a person who writes lexicon rows gets wrong.
public enum LexiconCheck {
  /// Something to look at.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// Whether the lexicon is wrong; otherwise it is only to be looked at.
    public let isError: Bool
    /// What was found, with its place.
    public let description: String
  }

  /// Everything found in these rows, errors first.
  ///
  /// Errors: an id that stands twice; a name without a word; a plain name of two rows of different types (one of them must
  /// say that it needs evidence). To be looked at: a plain name of several rows of one type; a row that repeats a name.
  public static func check(_ rows: [LexiconRow]) throws -> [Finding] {
    var findings: [Finding] = []
    func error(_ text: String) { findings.append(Finding(isError: true, description: text)) }
    func notice(_ text: String) { findings.append(Finding(isError: false, description: text)) }

    let keys = try LexiconKeys()
    var places: [String: String] = [:]
    var owners: [[[UInt8]]: [(row: Int, name: LexiconRow.Name)]] = [:]
    var order: [[[UInt8]]] = []
    for (index, row) in rows.enumerated() {
      if let first = places.updateValue(row.place, forKey: row.id) {
        error("\(row.place): the id “\(row.id)” stands at \(first) already")
      }
      for name in row.names {
        let path = try keys.keys(of: name.text)
        if path.isEmpty {
          error("\(row.place): “\(name.text)” has no word")
          continue
        }
        if owners[path] == nil { order.append(path) }
        if let own = owners[path]?.last, own.row == index {
          if own.name.language == name.language {
            notice("\(row.place): “\(name.text)” is found as “\(own.name.text)” already")
          }
          continue
        }
        owners[path, default: []].append((index, name))
      }
    }
    for path in order {
      let plain = (owners[path] ?? []).filter { owner in
        !owner.name.needsContext && rows[owner.row].flags.isDisjoint(with: [.needsContext, .onlyWithTitle])
          && rows[owner.row].lexiconClass.isEntity
      }
      guard plain.count > 1, let first = plain.first else { continue }
      let list = plain.map { "\(rows[$0.row].id) (\(rows[$0.row].place))" }.joined(separator: ", ")
      if plain.contains(where: { rows[$0.row].lexiconClass != rows[first.row].lexiconClass }) {
        error("“\(first.name.text)” is a plain name of rows of different types: \(list)")
      } else {
        notice("“\(first.name.text)” is a plain name of several rows: \(list)")
      }
    }
    return findings.filter(\.isError) + findings.filter { !$0.isError }
  }
}
