import Naqhara

/// A row of a lexicon, for a person or for a program.
enum LexiconRowText {
  /// The id, the type and the source; then a line a language.
  static func text(of row: LexiconRow) -> String {
    let head = "\(row.id)\t\(row.lexiconClass.label)\t\(row.source)"
    let lines = languages(of: row).map { language, names in
      "  \(language)\t" + names.map { ($0.needsContext ? "~" : "") + $0.text }.joined(separator: " | ")
    }
    return ([head] + lines).joined(separator: "\n")
  }

  /// `{"id":…,"type":…,"source":…,"names":{"en":[…],…},"needsEvidence":[…]}`; the last where there are such names.
  static func json(of row: LexiconRow) -> String {
    var out: [UInt8] = []
    func append(_ literal: String) { out += Array(literal.utf8) }
    func append(list: [LexiconRow.Name]) {
      append("[")
      for (index, name) in list.enumerated() {
        if index > 0 { append(",") }
        JSONWriter.append(name.text, to: &out)
      }
      append("]")
    }
    append("{\"id\":")
    JSONWriter.append(row.id, to: &out)
    append(",\"type\":")
    JSONWriter.append(row.lexiconClass.label, to: &out)
    append(",\"source\":")
    JSONWriter.append(row.source, to: &out)
    append(",\"names\":{")
    for (index, (language, names)) in languages(of: row).enumerated() {
      if index > 0 { append(",") }
      JSONWriter.append(language, to: &out)
      append(":")
      append(list: names)
    }
    append("}")
    let demanding = row.names.filter(\.needsContext)
    if !demanding.isEmpty {
      append(",\"needsEvidence\":")
      append(list: demanding)
    }
    append("}")
    return String(decoding: out, as: UTF8.self)
  }

  /// The names by language, in the order in which the row has them first.
  private static func languages(of row: LexiconRow) -> [(String, [LexiconRow.Name])] {
    var languages: [String] = []
    for name in row.names where !languages.contains(name.language) { languages.append(name.language) }
    return languages.map { language in (language, row.names.filter { $0.language == language }) }
  }
}
