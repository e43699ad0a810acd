import TextModel

/// Which column of a table holds what: `id=code,en=name,ar=arabic_name,type=kind`.
///
/// A column is named as the header names it, or by its number from 1 where the header has no such name or there is no
/// header. Every key but `id` and `type` is a language; several columns may hold names of one language.
public struct ColumnMap: Sendable {
  /// The column of the ids; nil: the line's number serves.
  public private(set) var id: String?
  /// The column of the types; nil: all rows are of one type.
  public private(set) var type: String?
  /// The columns of names.
  public private(set) var names: [(language: String, column: String)] = []

  /// The languages, in order, none twice.
  public var languages: [String] {
    names.reduce(into: []) { if !$0.contains($1.language) { $0.append($1.language) } }
  }

  /// Reads a map; nil where the text is none, names a key twice that may stand once, or has no column of names.
  public init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let key = String(part[..<equals])
      let column = String(part[part.index(after: equals)...])
      if column.isEmpty { return nil }
      switch key {
      case "id" where id == nil: id = column
      case "type" where type == nil: type = column
      case let language where LexiconSourceWriter.canWrite(language: language): names.append((language, column))
      default: return nil
      }
    }
    if names.isEmpty { return nil }
  }

  /// The type that a cell names, as a label (`ORG`) or as other programs have it (`PER`, `Company`, `City`).
  static func type(named name: String) -> EntityType? {
    let label = name.uppercased()
    if let type = EntityType(label: label) { return type }
    return switch label {
    case "PER", "HUMAN", "PEOPLE": .person
    case "ORGANIZATION", "ORGANISATION", "COMPANY", "PARTY", "AGENCY": .organization
    case "CITY", "COUNTRY", "STATE", "TOWN", "VILLAGE", "PROVINCE": .geopolitical
    case "LOCATION", "PLACE": .location
    case "FACILITY", "BUILDING", "AIRPORT": .facility
    default: nil
    }
  }
}
