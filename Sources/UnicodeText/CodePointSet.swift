internal import CTextICU

/// The code points that have a binary property, or that a UnicodeSet pattern (UTS #35) describes.
///
/// It may be shared between threads.
public final class CodePointSet: Sendable {
  /// A binary property; the raw value is its short name in PropertyAliases.txt, or ICU's own.
  public enum Property: String, CaseIterable, Sendable {
    /// Letters and what behaves like them.
    case alphabetic = "Alpha"
    /// U+061C, U+200E, U+200F, U+202A…U+202E, U+2066…U+2069.
    case bidiControl = "Bidi_C"
    /// Characters whose glyph is mirrored in right-to-left text.
    case bidiMirrored = "Bidi_M"
    /// Characters that case mappings look through.
    case caseIgnorable = "CI"
    /// Upper, lower or title case.
    case cased = "Cased"
    /// Dashes of every length.
    case dash = "Dash"
    /// Characters that are not shown where a font does not know them: ZWNJ, soft hyphen, variation selectors.
    case defaultIgnorable = "DI"
    /// Marks that change the sound or meaning of a letter.
    case diacritic = "Dia"
    /// Pictures that may be emoji.
    case extendedPictographic = "ExtPict"
    /// Characters that lengthen the one before, such as tatweel.
    case extender = "Ext"
    /// Characters that extend a grapheme.
    case graphemeExtend = "Gr_Ext"
    /// Chinese characters.
    case ideographic = "Ideo"
    /// U+200C and U+200D.
    case joinControl = "Join_C"
    /// Small letters.
    case lowercase = "Lower"
    /// Quotation marks.
    case quotationMark = "QMark"
    /// Characters that end a sentence.
    case sentenceTerminal = "STerm"
    /// Punctuation that ends a unit of text.
    case terminalPunctuation = "Term"
    /// Capital letters.
    case uppercase = "Upper"
    /// U+FE00…U+FE0F and others.
    case variationSelector = "VS"
    /// White space, line breaks included.
    case whiteSpace = "WSpace"
  }

  /// ICU's own set or a frozen one; both are immutable.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let isOwned: Bool

  /// The set of a property.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(_ property: Property) throws(ICUError) {
    var handle: OpaquePointer?
    let status = ticu_set_get(property.rawValue, &handle)
    guard status <= 0, let handle else { throw ICUError(status, "load the property \(property.rawValue)") }
    self.handle = handle
    isOwned = false
  }

  /// The set of a pattern such as `[[:Arabic:]&[:L:]]`.
  ///
  /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` or `U_MALFORMED_SET` where the pattern is wrong.
  public init(pattern: String) throws(ICUError) {
    var handle: OpaquePointer?
    let status = ticu_set_open(pattern, Int32(clamping: pattern.utf8.count), &handle)
    guard status <= 0, let handle else { throw ICUError(status, "read the character set “\(pattern)”") }
    self.handle = handle
    isOwned = true
  }

  deinit {
    if isOwned { ticu_set_close(handle) }
  }

  /// Whether it holds `scalar`.
  public func contains(_ scalar: Unicode.Scalar) -> Bool { ticu_set_contains(handle, scalar.value) }

  /// Its code points as longest stretches, in order; surrogates are included, as in ICU.
  public func ranges() -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    for index in 0..<ticu_set_range_count(handle) {
      var first: Int32 = 0
      var last: Int32 = 0
      guard ticu_set_range(handle, index, &first, &last), first >= 0, first <= last else { continue }
      ranges.append(UInt32(first)...UInt32(last))
    }
    return ranges
  }
}
