/// One row of a lexicon's source.
public struct LexiconRow: Hashable, Sendable {
  /// One name of the row.
  public struct Name: Hashable, Sendable {
    /// BCP 47 code of its language.
    public var language: String
    /// As it is written.
    public var text: String
    /// Whether it is recognized only with evidence (`~` in the source).
    public var needsContext: Bool

    /// A name.
    public init(language: String, text: String, needsContext: Bool = false) {
      self.language = language
      self.text = text
      self.needsContext = needsContext
    }
  }

  /// What holds for every name of a row.
  public enum Flag: String, CaseIterable, Sendable {
    /// Every name needs evidence.
    case needsContext = "needs-context"
    /// A title must stand directly before the name.
    case onlyWithTitle = "only-with-title"
    /// Latin names match in capitals only.
    case acronym
    /// Its names are translated, or spelled otherwise than the transliterator would: Egypt, مصر. For the check only.
    case translated
    /// Other types have its names too, and the order of the rows decides, as is meant. For the check only.
    case shared
  }

  /// Stable and unique.
  public var id: String
  /// What the row is.
  public var lexiconClass: LexiconClass
  /// Its names; the first English one is the name in results.
  public var names: [Name]
  /// What holds for all its names.
  public var flags: Set<Flag>
  /// Where the fact is from.
  public var source: String
  /// The file it was read from, for messages.
  public var file: String
  /// Its line there, from 1.
  public var line: Int

  /// A row.
  public init(
    id: String, lexiconClass: LexiconClass, names: [Name], flags: Set<Flag> = [], source: String = "",
    file: String = "", line: Int = 0
  ) {
    self.id = id
    self.lexiconClass = lexiconClass
    self.names = names
    self.flags = flags
    self.source = source
    self.file = file
    self.line = line
  }

  /// `people.tsv:12`.
  public var place: String { "\(file):\(line)" }

  /// A row.
  public init(
    id: String, lexiconClass: LexiconClass, names: [Name], flags: Set<Flag> = [], source: String, place: String
  ) {
    self.id = id
    self.lexiconClass = lexiconClass
    self.names = names
    self.flags = flags
    self.source = source
    self.place = place
  }

  /// The name in results.
  public var englishName: String { names.first { $0.language == "en" }?.text ?? names.first?.text ?? id }
}
