/// Where a member of a JSON object stands in the bytes that were read.
public struct JSONMember: Hashable, Sendable {
  /// What a value is, in words that fit into a message.
  public enum Kind: String, Sendable {
    /// In quotation marks.
    case string = "a string"
    /// A number.
    case number = "a number"
    /// `{…}`.
    case object = "an object"
    /// `[…]`.
    case array = "an array"
    /// `true` or `false`.
    case boolean = "a boolean"
    /// `null`.
    case null = "null"
  }

  /// The name with its quotation marks.
  public let name: Range<Int>
  /// The value as it is written.
  public let value: Range<Int>
  /// What the value is.
  public let kind: Kind

  /// The whole member: name, colon, value.
  public var range: Range<Int> { name.lowerBound..<value.upperBound }
}
