/// Where an element of a JSON array stands in the bytes that were read.
public struct JSONElement: Hashable, Sendable {
  /// The value as it is written.
  public let value: Range<Int>
  /// What the value is.
  public let kind: JSONMember.Kind
}
