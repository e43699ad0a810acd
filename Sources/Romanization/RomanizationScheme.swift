/// A published table by which texts of one language are written in Latin letters.
public struct RomanizationScheme: Hashable, Sendable, Identifiable {
  /// Language and table, such as `ar-ala-lc`.
  public let id: String
  /// What the table is called.
  public let title: String
  /// The language of the texts, a BCP 47 code.
  public let language: String
  /// Who published the table, where and when.
  public let source: String
  /// Whether the original can be restored from what the scheme writes.
  public let isReversible: Bool
  /// Whether it writes short vowels, and so needs texts that have them.
  public let writesVowels: Bool

  /// Rules that are applied before those of the table.
  let reading: String?
  /// Whether ة is read t before its genitive.
  let readsConstructState: Bool
  /// Whether the first letter of a text is always a capital.
  let beginsWithCapital: Bool

  /// All schemes.
  public static let all: [RomanizationScheme] = RomanizationRules.names.compactMap(RomanizationScheme.init(file:))

  /// The schemes for a language.
  public static func all(for language: String) -> [RomanizationScheme] { all.filter { $0.language == language } }

  /// The scheme of this id.
  public init?(named id: String) {
    guard let scheme = Self.all.first(where: { $0.id == id }) else { return nil }
    self = scheme
  }

  /// The part of the id that says the table without the language: `ala-lc`.
  public var shortName: String { String(id.dropFirst(language.utf8.count + 1)) }

  /// The schemes meant by a name, which is a whole id or a short one that several languages share.
  public static func all(named name: String) -> [RomanizationScheme] {
    if let scheme = RomanizationScheme(named: name) { return [scheme] }
    return all.filter { $0.shortName == name }
  }

  /// The scheme that a rule file's head describes; nil where the file is no scheme.
  private init?(file name: String) {
    guard !name.hasSuffix(RomanizationRules.wayBack), let text = RomanizationRules.text(named: name) else { return nil }
    let head = RomanizationRules.head(of: text)
    guard let title = head["title"], let language = head["language"], let source = head["source"] else { return nil }
    id = name
    self.title = title
    self.language = language
    self.source = source
    isReversible = head["reversible"] == "yes"
    writesVowels = head["vowels"] == "yes"
    reading = head["after"]
    readsConstructState = head["construct"] == "yes"
    beginsWithCapital = head["initial-capital"] == "yes"
  }
}
