internal import CTextICU

/// What ICU could not do, under its own name for it.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A place in transform rules that ICU could not read.
  public struct ParseError: Hashable, Sendable {
    /// Line of the rules, from 1; 0 where ICU does not tell.
    public let line: Int
    /// Offset of the error in UTF-16 units, from the start of the rules or of that line; -1 where ICU does not tell.
    public let offset: Int
    /// A few characters before the place.
    public let before: String
    /// A few characters after the place.
    public let after: String
  }

  /// The name of the status, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  public let name: String
  /// The number of the status, ICU's `UErrorCode`.
  public let code: Int32
  /// What was asked for, such as `open transform “Foo-Bar”`.
  public let operation: String
  /// Where the rules are wrong; nil where no rules were read.
  public let parseError: ParseError?

  init(_ code: Int32, _ operation: String, parseError: ParseError? = nil) {
    self.code = code
    name = String(cString: ticu_error_name(code))
    self.operation = operation
    self.parseError = parseError
  }

  /// `cannot open transform “Foo-Bar”: U_INVALID_ID`.
  public var description: String {
    var text = "cannot \(operation): \(name)"
    if let parseError {
      if parseError.line > 0 { text += ", line \(parseError.line)" }
      text += ", between “\(parseError.before)” and “\(parseError.after)”"
    }
    return text
  }

  /// `UErrorCode` values that this module tells apart.
  enum Code {
    static let bufferOverflow: Int32 = 15
    static let indexOutOfBounds: Int32 = 8
  }

  /// Throws where `code` is a failure; warnings (below 0) pass.
  static func check(_ code: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
    if code > 0 { throw ICUError(code, operation()) }
  }
}
