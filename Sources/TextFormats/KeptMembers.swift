/// What an input record held besides its text, to be written out again.
public struct KeptMembers: Hashable, Sendable {
  /// The members that mean nothing to the reader, as they were written and in their order, with commas between them and
  /// no brackets; empty where there are none. Valid UTF-8.
  public let json: [UInt8]
  /// Whether the document's id was a number, and its id is therefore that number as it was written.
  public let hasNumericID: Bool

  /// Nothing kept.
  public static let none = KeptMembers(json: [], hasNumericID: false)

  init(json: [UInt8], hasNumericID: Bool) {
    self.json = json
    self.hasNumericID = hasNumericID
  }
}
