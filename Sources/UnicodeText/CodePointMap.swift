internal import CTextICU

/// The values of one enumerated or numbered Unicode property for all code points.
///
/// It may be shared between threads. Reading all ranges takes a few milliseconds, so build tables from it once.
public struct CodePointMap: Sendable {
  /// A property; the raw value is its short name in PropertyAliases.txt.
  public enum Property: String, CaseIterable, Sendable {
    /// General category, a value of ICU's `UCharCategory`.
    case generalCategory = "gc"
    /// Script (UAX #24).
    case script = "sc"
    /// How a letter joins its neighbours.
    case joiningType = "jt"
    /// Letters of one skeleton, such as BEH for ب پ ت ث.
    case joiningGroup = "jg"
    /// Direction class (UAX #9).
    case bidiClass = "bc"
    /// Opening or closing bracket of the bidirectional algorithm.
    case bidiPairedBracketType = "bpt"
    /// Order of marks; 0 for all that is no mark.
    case canonicalCombiningClass = "ccc"
    /// How a character decomposes: canonical, medial, isolated, …
    case decompositionType = "dt"
    /// UAX #29, words.
    case wordBreak = "WB"
    /// UAX #29, sentences.
    case sentenceBreak = "SB"
    /// UAX #29, grapheme clusters.
    case graphemeClusterBreak = "GCB"
    /// UAX #14.
    case lineBreak = "lb"
    /// Width in East Asian text (UAX #11).
    case eastAsianWidth = "ea"
    /// Decimal digit, digit or other number.
    case numericType = "nt"
    /// Syllable type of Hangul.
    case hangulSyllableType = "hst"
    /// The block, a value of ICU's `UBlockCode`.
    case block = "blk"
    /// Answer of the NFC quick check.
    case nfcQuickCheck = "NFC_QC"
    /// Answer of the NFKC quick check.
    case nfkcQuickCheck = "NFKC_QC"
  }

  /// A stretch of code points with one value; both ends belong to it. Surrogates are included, as in ICU.
  public struct Range: Hashable, Sendable {
    /// First code point.
    public let first: UInt32
    /// Last code point.
    public let last: UInt32
    /// The value that they share, numbered as in ICU's `uchar.h` and `uscript.h`.
    public let value: Int32
  }

  /// Which property it is.
  public let property: Property
  /// ICU's own map, which is immutable and lives as long as the process.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let number: Int32

  /// The map of a property.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(_ property: Property) throws(ICUError) {
    var handle: OpaquePointer?
    var number: Int32 = 0
    let status = ticu_map_get(property.rawValue, &handle, &number)
    guard status <= 0, let handle else { throw ICUError(status, "load the property \(property.rawValue)") }
    self.property = property
    self.handle = handle
    self.number = number
  }

  /// The value of one code point, numbered as in ICU's `uchar.h` and `uscript.h`.
  public func value(of scalar: Unicode.Scalar) -> Int32 { ticu_map_value(handle, scalar.value) }

  /// All code points from 0 to 0x10FFFF as longest stretches of equal value, in order.
  public func ranges() -> [Range] {
    var ranges: [Range] = []
    var start: Int32 = 0
    while start <= 0x10FFFF {
      var value: Int32 = 0
      let last = ticu_map_range(handle, start, &value)
      guard last >= start else { break }
      ranges.append(Range(first: UInt32(start), last: UInt32(last), value: value))
      start = last + 1
    }
    return ranges
  }

  /// The short name of a value in PropertyValueAliases.txt, such as `Arab` or `D`; nil where it has none.
  public func shortName(of value: Int32) -> String? {
    ticu_value_name(number, value, false).map { String(cString: $0) }
  }

  /// The long name of a value in PropertyValueAliases.txt, such as `Arabic` or `Dual_Joining`; nil where it has none.
  public func longName(of value: Int32) -> String? {
    ticu_value_name(number, value, true).map { String(cString: $0) }
  }
}
