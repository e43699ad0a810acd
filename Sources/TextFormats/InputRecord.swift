public import TextModel

/// One record of a file: a document, or the reason why it is none.
public struct InputRecord: Sendable {
  /// Where the record begins.
  public let position: SourcePosition
  /// The document, or what is wrong with the record.
  public let document: Result<Document, RecordFailure>
  /// What the record held besides the text.
  public let members: KeptMembers
  /// Whether offsets in the document are offsets in the file too, counted from `position`. That is not so for JSON.
  let isVerbatim: Bool

  init(
    position: SourcePosition, document: Result<Document, RecordFailure>, members: KeptMembers = .none,
    isVerbatim: Bool = true
  ) {
    self.position = position
    self.document = document
    self.members = members
    self.isVerbatim = isVerbatim
  }

  /// Where bytes were replaced or left out because they are not UTF-8. For JSON, the places are those of the line.
  public var warnings: [ErrorReport] {
    guard case .success(let document) = document else { return [] }
    return document.invalidUTF8.map { place in
      ErrorReport(
        position: position(of: place), reason: "not UTF-8 (\(place.count) byte\(place.count == 1 ? "" : "s"))")
    }
  }

  private func position(of place: InvalidUTF8) -> SourcePosition {
    guard isVerbatim else { return position }
    return SourcePosition(
      source: position.source, line: position.line + place.line - 1, byte: position.byte + place.byte)
  }
}
