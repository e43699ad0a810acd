public import TextModel

/// What of a source is taken.
public struct LexiconImportOptions: Sendable {
  /// The languages whose names are taken (BCP 47), where the user says nothing: those that the recognizer knows best.
  public static let standardLanguages = ["en", "ar", "fa", "he", "ru", "uk"]

  /// The types that are taken; nil: all.
  public var types: Set<EntityType>?
  /// The languages whose names are taken, in the order of the columns. English is always taken, and is the first.
  public var languages = standardLanguages
  /// What stands before every id, with a full stop between; nil: what the format has by itself. May be empty.
  public var idPrefix: String?
  /// How many rows are taken at most; nil: all.
  public var limit: Int?

  /// The options that hold where the user says nothing.
  public init() {}

  /// The languages as columns: English first, none twice.
  var columns: [String] {
    var columns = ["en"]
    for language in languages where !columns.contains(language) { columns.append(language) }
    // A column's number is a byte.
    return Array(columns.prefix(256))
  }
}
