/// Why bytes are not the JSON that was expected.
public struct JSONFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: String, Sendable {
    /// The text is no object.
    case notAnObject = "it does not begin with {"
    /// The text is no array.
    case notAnArray = "it does not begin with ["
    /// The text ends in the midst of a value.
    case endsEarly = "it ends too early"
    /// No value begins so.
    case badValue = "no value begins like this"
    /// Not as RFC 8259 writes a number.
    case badNumber = "not a number of JSON"
    /// A member does not begin with a string.
    case badName = "a name in quotation marks is expected"
    /// No colon after a name.
    case missingColon = "a colon is expected"
    /// Neither a comma nor the closing bracket.
    case missingComma = "a comma or a closing bracket is expected"
    /// A control character in a string.
    case controlInString = "a control character in a string must be escaped"
    /// An escape that JSON does not know.
    case badEscape = "an unknown escape in a string"
    /// Half of a surrogate pair.
    case loneSurrogate = "half of a surrogate pair in a string"
    /// Nested deeper than `JSONReader.maximumDepth`.
    case tooDeep = "nested too deeply"
    /// The object lacks a member that such an object has.
    case missingMember = "a member that every such object has is missing"
    /// Something stands after the value.
    case trailingBytes = "something stands after the end"
  }

  /// Offset of the fault.
  public let byte: Int
  /// What is wrong.
  public let reason: Reason

  /// A failure at an offset.
  public init(byte: Int, reason: Reason) {
    self.byte = byte
    self.reason = reason
  }

  /// `byte 12: a colon is expected`.
  public var description: String { "byte \(byte): \(reason.rawValue)" }
}
