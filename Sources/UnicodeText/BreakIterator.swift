internal import CTextICU

/// ICU's boundaries of characters, words, sentences and lines (UAX #29, UAX #14), as its own iterator finds them.
///
/// This is the reference, and the way of Thai, Khmer, Burmese, Lao, Chinese and Japanese, which need a dictionary. For
/// bulk text take a `BreakSegmenter`, which gives the same answers several times faster. An iterator is for one task at
/// a time.
public final class BreakIterator {
  /// What is divided.
  public enum Kind: String, CaseIterable, Sendable {
    /// Grapheme clusters: what a reader takes for one character.
    case character
    /// Words, and all that stands between them.
    case word
    /// Sentences with the white space after them.
    case sentence
    /// Places where a line may be broken.
    case line

    fileprivate var number: Int32 {
      switch self {
      case .character: 0
      case .word: 1
      case .sentence: 2
      case .line: 3
      }
    }
  }

  private static let batch = 256

  private let handle: OpaquePointer
  private let name: String
  private let ends: UnsafeMutablePointer<Int32>
  private let statuses: UnsafeMutablePointer<Int32>

  /// An iterator with the rules of a locale such as `el` or `ja@lb=strict`; "" is the root, which suits most.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(_ kind: Kind, locale: String = "") throws(ICUError) {
    name = locale.isEmpty ? kind.rawValue : "\(kind.rawValue), \(locale)"
    var handle: OpaquePointer?
    let status = ticu_break_open(kind.number, locale, &handle)
    guard status <= 0, let handle else { throw ICUError(status, "open the break iterator \(name)") }
    self.handle = handle
    ends = .allocate(capacity: Self.batch)
    statuses = .allocate(capacity: Self.batch)
  }

  deinit {
    ticu_break_close(handle)
    ends.deallocate()
    statuses.deallocate()
  }

  /// Tells each segment's end in order; the last end is the text's.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; bytes that are not count as U+FFFD.
  ///   - body: gets the byte offset after the segment and its rule status: for words a number below 100 where the
  ///     segment is no word, from 100 a number, 200 letters, 400 kana and ideographs; for sentences 0 where it ends in
  ///     a terminator, 100 in a separator or without either; for lines 100 where the break is a must.
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for 2 GiB or more.
  public func boundaries(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ ruleStatus: Int32) -> Void
  ) throws(ICUError) {
    guard let text = bytes.baseAddress, !bytes.isEmpty else { return }
    let status = ticu_break_set_text(handle, text, Int64(bytes.count))
    try ICUError.check(status, "divide \(bytes.count) bytes (\(name))")
    try forEachBoundary(body)
  }

  /// Tells each segment's end in order, in UTF-16, which ICU divides about twice as fast.
  ///
  /// - Parameters:
  ///   - units: UTF-16; a surrogate alone is a character without properties.
  ///   - body: gets the end in units and the rule status.
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for 2³¹ units or more.
  public func boundaries(
    inUTF16 units: UnsafeBufferPointer<UInt16>, _ body: (_ end: Int, _ ruleStatus: Int32) -> Void
  ) throws(ICUError) {
    guard let text = units.baseAddress, !units.isEmpty else { return }
    let status = ticu_break_set_utf16(handle, text, Int64(units.count))
    try ICUError.check(status, "divide \(units.count) units of UTF-16 (\(name))")
    try forEachBoundary(body)
  }

  private func forEachBoundary(_ body: (_ end: Int, _ ruleStatus: Int32) -> Void) throws(ICUError) {
    var count: Int32 = 0
    repeat {
      let status = ticu_break_next(handle, ends, statuses, Int32(Self.batch), &count)
      try ICUError.check(status, "find the next boundary (\(name))")
      for index in 0..<Int(count) { body(Int(ends[index]), statuses[index]) }
    } while count == Self.batch
  }

  /// The compiled rules; nil where the iterator is not made of rules alone.
  func compiledRules() -> [UInt8]? {
    var rules: UnsafeMutablePointer<UInt8>?
    var count: Int32 = 0
    let status = ticu_break_rules(handle, &rules, &count)
    guard status <= 0, let rules else { return nil }
    defer { ticu_free(rules) }
    return Array(UnsafeBufferPointer(start: rules, count: Int(count)))
  }
}
