public import TextModel

/// Reads one JSON object (RFC 8259): finds its members and leaves their values as they are written.
///
/// It is strict in everything but the encoding: whether strings are UTF-8 is left to who uses them.
public enum JSONReader {
  /// How deep arrays and objects may be nested.
  public static let maximumDepth = 512

  /// The members of the object that `bytes` holds, in order; a name may occur several times, and then the last counts.
  public static func members(of bytes: [UInt8]) throws(JSONFailure) -> [JSONMember] {
    var members: [JSONMember] = []
    let failure = bytes.withUnsafeBytes { bytes in Self.members(of: bytes, into: &members) }
    if let failure { throw failure }
    return members
  }

  /// The members of the object at `range`, such as a member's value; their offsets are those of all bytes.
  public static func members(of bytes: [UInt8], in range: Range<Int>) throws(JSONFailure) -> [JSONMember] {
    var members: [JSONMember] = []
    try scan(bytes, in: range) { scanner throws(JSONFailure) in try scanner.scanObject(into: &members) }
    return members
  }

  /// The elements of the array at `range`; their offsets are those of all bytes.
  public static func elements(of bytes: [UInt8], in range: Range<Int>) throws(JSONFailure) -> [JSONElement] {
    var elements: [JSONElement] = []
    try scan(bytes, in: range) { scanner throws(JSONFailure) in try scanner.scanArray(into: &elements) }
    return elements
  }

  private static func scan(
    _ bytes: [UInt8], in range: Range<Int>, _ body: (inout JSONScanner) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    let range = range.clamped(to: 0..<bytes.count)
    let failure: JSONFailure? = bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes, in: range)
      do throws(JSONFailure) {
        try body(&scanner)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// The string at `range`, which includes its quotation marks, as UTF-8. Half a surrogate pair is treated as bytes that
  /// are not UTF-8.
  ///
  /// - Throws: `loneSurrogate` where the policy is `fail`; other reasons only where no reader has checked the string.
  public static func string(
    at range: Range<Int>, in bytes: [UInt8], onInvalid policy: InvalidUTF8.Policy = .replace
  ) throws(JSONFailure) -> [UInt8] {
    let range = range.clamped(to: 0..<bytes.count)
    let result: Result<[UInt8], JSONFailure> = bytes.withUnsafeBytes { bytes in
      do throws(JSONFailure) {
        return .success(try JSONStringDecoder.decode(bytes, at: range, policy: policy))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The same without a copy, into an array that is used again.
  static func members(of bytes: UnsafeRawBufferPointer, into members: inout [JSONMember]) -> JSONFailure? {
    members.removeAll(keepingCapacity: true)
    var scanner = JSONScanner(bytes)
    do throws(JSONFailure) {
      try scanner.scanObject(into: &members)
      return nil
    } catch {
      return error
    }
  }
}
