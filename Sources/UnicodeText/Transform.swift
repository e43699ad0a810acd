internal import CTextICU

/// A text transform of ICU (UTS #35, part 2), from its registry or from rules.
///
/// Feed it a word or a line at a time: the time grows with the square of the length. Opening one takes up to 26 ms
/// (`Any-Latin`). A transform is for one task at a time.
public final class Transform {
  /// Which way rules are read.
  public enum Direction: Sendable {
    /// As written.
    case forward
    /// From right to left.
    case reverse
  }

  /// The ID or the name.
  public let name: String
  private let handle: OpaquePointer

  /// A transform of the registry, such as `Arabic-Latin/BGN; Title`.
  ///
  /// - Throws: `U_INVALID_ID` where there is none.
  public convenience init(id: String) throws(ICUError) { try self.init(id: id, direction: .forward) }

  /// A transform of the registry, or its inverse.
  ///
  /// - Throws: `U_INVALID_ID` where there is none.
  public convenience init(id: String, direction: Direction) throws(ICUError) {
    try self.init(name: id, given: nil, direction: direction, operation: "open transform “\(id)”")
  }

  /// A transform made of rules; `name` is only what it is called in errors.
  ///
  /// - Throws: ICU's error with the place in the rules.
  public convenience init(name: String, rules: String) throws(ICUError) {
    try self.init(name: name, rules: rules, direction: .forward)
  }

  /// A transform made of rules read in one direction.
  ///
  /// - Throws: ICU's error with the place in the rules.
  public convenience init(name: String, rules: String, direction: Direction) throws(ICUError) {
    try self.init(name: name, given: rules, direction: direction, operation: "read the rules of transform “\(name)”")
  }

  private init(name: String, given rules: String?, direction: Direction, operation: String) throws(ICUError) {
    var handle: OpaquePointer?
    var error = ticu_parse_error()
    let count = Int32(clamping: rules?.utf8.count ?? 0)
    let status =
      if let rules {
        ticu_transform_open(name, rules, count, direction == .reverse, &handle, &error)
      } else {
        ticu_transform_open(name, nil, 0, direction == .reverse, &handle, &error)
      }
    guard status <= 0, let handle else {
      let place = rules.map { _ in Self.parseError(&error) }
      throw ICUError(status, operation, parseError: place)
    }
    self.name = name
    self.handle = handle
  }

  deinit { ticu_transform_close(handle) }

  /// The transformed text.
  ///
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for a result of about 700 MB or more, `U_MEMORY_ALLOCATION_ERROR`.
  public func transform(_ text: String) throws(ICUError) -> String {
    var text = text
    var given: UnsafeMutablePointer<CChar>?
    var count: Int32 = 0
    let status = text.withUTF8 { bytes in
      guard let source = bytes.baseAddress, let length = Int32(exactly: bytes.count) else {
        return bytes.isEmpty ? 0 : ICUError.Code.indexOutOfBounds
      }
      return ticu_transform_apply(handle, source, length, &given, &count)
    }
    defer { ticu_free(given) }
    try ICUError.check(status, "transform \(text.utf8.count) bytes by “\(name)”")
    guard let given else { return "" }
    // Counted, not zero-terminated: U+0000 is a character like others.
    return given.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
      String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    }
  }

  /// The registry's IDs, such as `Arabic-Latin`.
  public static var availableIDs: [String] { GivenString.lines { ticu_transform_ids(&$0) } }

  private static func parseError(_ error: inout ticu_parse_error) -> ICUError.ParseError {
    func text<T>(_ field: inout T) -> String {
      withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return ICUError.ParseError(
      line: Int(error.line), offset: Int(error.offset), before: text(&error.before), after: text(&error.after))
  }
}
