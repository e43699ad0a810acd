public import TextModel

/// Writes documents and what was found in them, in one format.
///
/// A writer holds no state: what it appends for a document depends on that document alone, so that any task may write
/// any batch, as long as the batches are put together in order. Entities are expected in the order of the text.
public protocol DocumentWriter: Sendable {
  /// Appends what stands once before the first document.
  func appendHeader(to out: inout [UInt8])

  /// Appends one document's results; `members` is what its record held besides the text.
  func append(_ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8])

  /// Appends what stands once after the last document.
  func appendFooter(to out: inout [UInt8])
}

extension DocumentWriter {
  /// Nothing, in most formats.
  public func appendHeader(to out: inout [UInt8]) {}
  /// Nothing, in most formats.
  public func appendFooter(to out: inout [UInt8]) {}

  /// Appends the results of a document that was read from no record.
  public func append(_ document: Document, _ annotations: Annotations, to out: inout [UInt8]) {
    append(document, annotations, members: .none, to: &out)
  }
}
