public import EntityLexicon

/// Writes the source form of a lexicon, which `LexiconSource` reads: what is written reads back as the same rows.
public struct LexiconSourceWriter: Sendable {
  /// Why a row cannot be written.
  public enum Problem: Error, Hashable, Sendable {
    /// An id has other characters than `a-z 0-9 . -`, or none.
    case badID(String)
    /// There must be an English name.
    case noEnglishName
    /// The name cannot stand in a cell.
    case unwritableName(String)
    /// There is no column for the language, or the names are not in the order of the columns.
    case misplacedLanguage(String)
    /// The source cannot stand in a cell.
    case unwritableSource(String)
  }

  /// The languages that have a column, English first.
  public let languages: [String]

  /// A writer of these columns.
  public init(languages: [String]) { self.languages = languages }

  /// Whether a language can be the name of a column: a BCP 47 code of up to 35 letters, digits and hyphens.
  public static func canWrite(language: String) -> Bool {
    !language.isEmpty && language.utf8.count <= 35 && !["id", "type", "flags", "source"].contains(language)
      && language.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D }
  }

  /// Whether a name reads back as it is: no `|`, no control character, no white space around it and no `~` before it.
  public static func canWrite(name: String) -> Bool {
    isCell(name) && !name.utf8.contains(UInt8(ascii: "|")) && name.utf8.first != UInt8(ascii: "~")
  }

  /// Whether every byte can stand in an id.
  public static func canWrite(id: String) -> Bool { !id.isEmpty && id.utf8.allSatisfy(isIDByte) }

  static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isCell(_ text: String) -> Bool {
    // By scalars, as the reader judges: a space that ends a name may be one Character with what stands before it.
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// Appends a comment and the names of the columns.
  public func appendHeader(comment: String, to out: inout [UInt8]) {
    let line = comment.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    out += Array("# \(String(String.UnicodeScalarView(line)))\n".utf8)
    out += Array((["id", "type"] + languages + ["flags", "source"]).joined(separator: "\t").utf8)
    out.append(0x0A)
  }

  /// Appends a row as a line.
  ///
  /// - Throws: `Problem` where the row would not read back as it is; nothing is appended then.
  public func append(_ row: LexiconRow, to out: inout [UInt8]) throws(Problem) {
    guard Self.canWrite(id: row.id) else { throw .badID(row.id) }
    guard row.source.isEmpty || Self.isCell(row.source) else { throw .unwritableSource(row.source) }
    guard row.names.first?.language == "en" else { throw .noEnglishName }
    for name in row.names where !Self.canWrite(name: name.text) { throw .unwritableName(name.text) }
    var names = row.names[...]
    var line = Array("\(row.id)\t\(row.lexiconClass.label)".utf8)
    for language in languages {
      line.append(0x09)
      let own = names.prefix { $0.language == language }
      names = names.dropFirst(own.count)
      for (index, name) in own.enumerated() {
        if index > 0 { line.append(UInt8(ascii: "|")) }
        if name.needsContext { line.append(UInt8(ascii: "~")) }
        line += Array(name.text.utf8)
      }
    }
    if let misplaced = names.first { throw .misplacedLanguage(misplaced.language) }
    let flags = row.flags.map(\.rawValue).sorted().joined(separator: ",")
    out += line + Array("\t\(flags)\t\(row.source)\n".utf8)
  }
}
