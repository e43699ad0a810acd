public import TextModel

/// What the formats of the output have in common to choose.
public struct OutputOptions: Sendable {
  /// The unit of `start` and `end` in JSONL and TSV; brat always counts scalars.
  public var offsets = OffsetUnit.scalars
  /// Whether a terminal shows colours.
  public var usesColor = false
  /// The language of the texts (BCP 47), for HTML; nil: guessed from the letters.
  public var language: String?
  /// The title of an HTML page.
  public var title = "Names in the text"
  /// Whether brat's output names each document in a line `# id = …`, which is needed where there are several.
  public var marksBratDocuments = false

  /// The options that hold where the user says nothing.
  public init() {}
}
