internal import CTextICU

/// Reads strings that CTextICU gives away.
enum GivenString {
  /// The string that `body` writes; nil where it writes none.
  static func take(
    _ operation: @autoclosure () -> String, _ body: (inout UnsafeMutablePointer<CChar>?) -> Int32
  ) throws(ICUError) -> String? {
    var given: UnsafeMutablePointer<CChar>?
    let status = body(&given)
    defer { ticu_free(given) }
    try ICUError.check(status, operation())
    return given.map { String(cString: $0) }
  }

  /// The lines that `body` writes; none where it fails, which happens only without ICU's data.
  static func lines(_ body: (inout UnsafeMutablePointer<CChar>?) -> Int32) -> [String] {
    var given: UnsafeMutablePointer<CChar>?
    let status = body(&given)
    defer { ticu_free(given) }
    guard status <= 0, let given else { return [] }
    return String(cString: given).split(separator: "\n").map(String.init)
  }
}
