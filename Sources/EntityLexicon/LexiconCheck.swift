import TextModel

/// Looks for what a person who writes lexicon rows gets wrong.
///
/// What is wrong in a row that a person wrote is an error, until it is mended or a flag says that it is meant. Of rows that
/// were made from published tables, whether names agree and whether they are words is only to be looked at.
public struct LexiconCheck {
  /// Something to look at.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// Whether the lexicon is wrong; otherwise it is only to be looked at.
    public let isError: Bool
    /// What was found, with its place.
    public let description: String
  }

  /// Where ordinary words are known beside the rows' own; nil for nowhere.
  public var words: EntityLexicon?
  /// Whether an English and an Arabic name are spelled after one another; nil where nothing can tell.
  public var agree: ((_ english: String, _ arabic: String) -> Bool)?

  /// A check that knows the rows alone.
  public init() {}

  /// Everything found in these rows, errors first.
  ///
  /// Errors: an id that stands twice; a name without a word; a plain name of two rows of different types, where none says
  /// that it needs evidence or is `shared`; a plain name that is an ordinary word; a person or a country, city … whose
  /// English and Arabic names do not agree and are not `translated`. To be looked at: a plain name of several rows of one
  /// type; a row that repeats a name.
  public func findings(in rows: [LexiconRow]) throws -> [Finding] {
    var findings: [Finding] = []
    func error(_ text: String) { findings.append(Finding(isError: true, description: text)) }
    func notice(_ text: String) { findings.append(Finding(isError: false, description: text)) }
    func doubt(_ row: LexiconRow, _ text: String) {
      findings.append(Finding(isError: row.isByHand, description: "\(row.place): \(text)"))
    }

    let keys = try LexiconKeys()
    let ordinary = try OrdinaryWords(rows, keys: keys, and: words)
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
        if path.count == 1, row.isPlain(name), ordinary.contains(path[0], name.text) {
          doubt(row, "“\(name.text)” is an ordinary word: mark it with ~, or give the row a flag")
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
      if !namesAgree(row) {
        doubt(
          row, "“\(row.englishName)” and “\(row.arabicNames.first ?? "")” do not agree: mend them, or flag translated")
      }
    }
    for path in order {
      let plain = (owners[path] ?? []).filter { rows[$0.row].isPlain($0.name) }
      guard plain.count > 1, let first = plain.first else { continue }
      let list = plain.map { "\(rows[$0.row].id) (\(rows[$0.row].place))" }.joined(separator: ", ")
      let decided = plain.filter { !rows[$0.row].flags.contains(.shared) }
      if decided.contains(where: { rows[$0.row].lexiconClass != rows[decided[0].row].lexiconClass }) {
        error("“\(first.name.text)” is a plain name of rows of different types: \(list)")
      } else {
        notice("“\(first.name.text)” is a plain name of several rows: \(list)")
      }
    }
    return findings.filter(\.isError) + findings.filter { !$0.isError }
  }

  /// Whether some English name of a person or a place agrees with some Arabic one. Names of other things are translated as a
  /// rule.
  private func namesAgree(_ row: LexiconRow) -> Bool {
    guard let agree, !row.flags.contains(.translated),
      row.lexiconClass == .entity(.person) || row.lexiconClass == .entity(.geopolitical)
    else { return true }
    let arabic = row.arabicNames
    return arabic.isEmpty
      || arabic.contains { name in row.names.contains { $0.language == "en" && agree($0.text, name) } }
  }
}

/// Which words are ordinary ones.
private struct OrdinaryWords {
  private var own: Set<[UInt8]> = []
  /// Those of them that are ordinary with a final ى only, which keys do not tell from ي.
  private var ownWithAlefMaqsura: Set<[UInt8]> = []
  private let lexicon: EntityLexicon?

  init(_ rows: [LexiconRow], keys: LexiconKeys, and lexicon: EntityLexicon?) throws {
    self.lexicon = lexicon
    for row in rows where row.lexiconClass == .word {
      for name in row.names {
        let path = try keys.keys(of: name.text)
        guard path.count == 1 else { continue }
        if Self.endsWithAlefMaqsura(name.text) { ownWithAlefMaqsura.insert(path[0]) } else { own.insert(path[0]) }
      }
    }
  }

  func contains(_ key: [UInt8], _ text: String) -> Bool {
    let endsWithAlefMaqsura = Self.endsWithAlefMaqsura(text)
    if own.contains(key) || endsWithAlefMaqsura && ownWithAlefMaqsura.contains(key) { return true }
    guard let lexicon else { return false }
    return lexicon.images.contains { image in
      image.references([key]).contains { reference in
        let name = image.nameReference(at: reference)
        return LexiconClass.all[Int(name.classCode)] == .word
          && (endsWithAlefMaqsura || !name.conditions.contains(.finalAlefMaqsura))
      }
    }
  }

  private static func endsWithAlefMaqsura(_ text: String) -> Bool { text.unicodeScalars.last == "\u{649}" }
}

extension LexiconRow {
  /// Whether a person wrote it, and no published table.
  fileprivate var isByHand: Bool { source.isEmpty || source == "hand" }

  fileprivate var arabicNames: [String] { names.filter { $0.language == "ar" }.map(\.text) }

  /// Whether a name is one of an entity that needs no evidence.
  fileprivate func isPlain(_ name: Name) -> Bool {
    !name.needsContext && flags.isDisjoint(with: [.needsContext, .onlyWithTitle]) && lexiconClass.isEntity
  }
}
