public import TextModel

/// How files become documents.
public struct InputOptions: Sendable {
  /// What the files hold; nil: what their names tell.
  public var format: InputFormat?
  /// The member of a JSON object, or the column of a table, that holds the text.
  public var textField = "text"
  /// The member or column that holds the document's id.
  public var idField = "id"
  /// What is done with bytes that are not UTF-8.
  public var onInvalid = InvalidUTF8.Policy.replace
  /// The longest record in bytes; a longer one is reported and passed over.
  public var maximumRecordCount = Document.maximumCount

  /// The options that hold where the user says nothing.
  public init() {}
}
