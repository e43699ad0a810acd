import EntityLexicon
import TextFormats
import TextModel

/// Makes rows of what the readers found: chooses, cleans and marks names, and sees that every id stands once.
final class RowMaker {
  /// How many names of one entity are kept.
  static let maximumNameCount = 1000
  /// The longest name in bytes: a key has at most 255.
  private static let maximumNameBytes = 200

  /// The languages of the names, English first.
  let languages: [String]
  private let options: LexiconImportOptions
  private let prefix: String
  private let source: String
  private let evidence: NameEvidence
  /// Hashes instead of the ids themselves: 8 bytes for each row, however long its id. That two ids share one is as likely
  /// as one in 300,000 for ten million rows; the later row would be left out.
  private var ids: Set<UInt64> = []

  /// - Throws: what keeps the built-in lexicon or the normalizer from being opened.
  init(_ options: LexiconImportOptions, defaultPrefix: String, source: String) throws {
    self.options = options
    languages = options.columns
    let prefix = options.idPrefix ?? defaultPrefix
    self.prefix = prefix.isEmpty ? "" : Self.id(of: prefix) + "."
    self.source = source
    evidence = try NameEvidence()
  }

  /// Whether as many rows were made as were asked for.
  func isFull(_ report: LexiconImportReport) -> Bool { options.limit.map { report.rowCount >= $0 } ?? false }

  /// Whether a type was asked for.
  func wants(_ type: EntityType) -> Bool { options.types?.contains(type) ?? true }

  /// The column of a language: that of itself, or of the language of which it is a variant (`en-GB`); nil if it is not
  /// wanted.
  func column(of language: String) -> String? {
    if languages.contains(language) { return language }
    let base = String(language.prefix { $0 != "-" && $0 != "_" })
    return languages.contains(base) ? base : nil
  }

  /// The column of a name of which only the letters are known; Latin ones count as English.
  func columnByLetters(_ name: String) -> String? {
    let language = LanguageGuess.language(of: Array(name.utf8))
    return language == "und" ? (NameText.isLatin(name) ? "en" : nil) : column(of: language)
  }

  /// The row of an entity; nil, with the reason in the report, where there is none.
  func row(_ entity: ImportedEntity, _ report: inout LexiconImportReport) -> LexiconRow? {
    let position = entity.position
    guard wants(entity.type) else {
      report.drop(.otherType, entity.id, at: position)
      return nil
    }
    var names: [String: [LexiconRow.Name]] = [:]
    var known: Set<LexiconRow.Name> = []
    for name in entity.names {
      let text =
        entity.type == .person ? NameText.givenNameFirst(NameText.cleaned(name.text)) : NameText.cleaned(name.text)
      guard isUsable(text, &report, of: entity) else { continue }
      let needsContext =
        name.needsContext || evidence.isNeeded(text, type: entity.type, isProminent: entity.isProminent)
      let clean = LexiconRow.Name(language: name.language, text: text, needsContext: needsContext)
      guard known.insert(LexiconRow.Name(language: name.language, text: text)).inserted else { continue }
      guard known.count <= Self.maximumNameCount else {
        report.drop(.manyNames, text, at: position)
        continue
      }
      names[name.language, default: []].append(clean)
    }
    if names["en"] == nil, let fallback = entity.fallbackName.map(NameText.cleaned), NameText.isLatin(fallback),
      isUsable(fallback, &report, of: entity)
    {
      let needsContext = evidence.isNeeded(fallback, type: entity.type, isProminent: entity.isProminent)
      names["en"] = [.init(language: "en", text: fallback, needsContext: needsContext)]
    }
    guard names["en"] != nil else {
      report.drop(.noEnglishName, entity.id, at: position)
      return nil
    }
    let id = prefix + Self.id(of: entity.id)
    guard ids.insert(Self.hash(id)).inserted else {
      report.drop(.repeatedID, id, at: position)
      return nil
    }
    let row = LexiconRow(
      id: id, lexiconClass: .entity(entity.type), names: languages.flatMap { names[$0] ?? [] }, flags: [],
      source: source, place: position.description)
    report.rowCount += 1
    report.nameCount += row.names.count
    return row
  }

  private func isUsable(_ name: String, _ report: inout LexiconImportReport, of entity: ImportedEntity) -> Bool {
    if name.utf8.count > Self.maximumNameBytes {
      report.drop(.longName, name, at: entity.position)
      return false
    }
    guard LexiconSourceWriter.canWrite(name: name), name.unicodeScalars.contains(where: \.properties.isAlphabetic)
    else {
      report.drop(.unwritableName, name, at: entity.position)
      return false
    }
    return true
  }

  /// An id of the letters that ids have: small ASCII letters, digits, full stops and hyphens, which stand for the rest of
  /// ASCII. Other bytes become hexadecimal digits, so that ids in Arabic stay different.
  static func id(of text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte >= 0x80 {
        bytes += Array(String(byte, radix: 16).utf8)
        continue
      }
      let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      bytes.append(LexiconSourceWriter.isIDByte(small) ? small : UInt8(ascii: "-"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// FNV-1a.
  private static func hash(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
