internal import CTextICU
public import TextModel

/// Full case mappings and foldings (The Unicode Standard, section 5.18), with the edits that they make.
///
/// It may be shared between threads. Texts are UTF-8; bytes that are not stay as they are. Lengths may change: İ folds to two characters, ß becomes SS.
public struct CaseMapper: Hashable, Sendable {
  /// What is done to the letters.
  public enum Operation: String, CaseIterable, Sendable {
    /// Makes texts equal that differ in case only; for comparing, not for showing.
    case fold
    /// To small letters.
    case lower
    /// To capital letters.
    case upper
    /// The first letter of each word large, the others small. Opens a break iterator each time: not for single words in
    /// bulk.
    case title

    fileprivate var number: Int32 {
      switch self {
      case .fold: 0
      case .lower: 1
      case .upper: 2
      case .title: 3
      }
    }
  }

  /// What it does.
  public let operation: Operation
  /// The language whose habits are kept; "" is none's.
  public let locale: String

  /// A mapper. Languages make a difference in Turkish and Azerbaijani (also when folding), Lithuanian, Greek, Dutch.
  public init(_ operation: Operation, locale: String = "") {
    self.operation = operation
    self.locale = locale
  }

  /// The mapped text and how its bytes correspond to these.
  ///
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for 2 GiB or more, `U_MEMORY_ALLOCATION_ERROR`.
  public func map(_ bytes: [UInt8]) throws(ICUError) -> NormalizedText {
    try Conversion.text(
      bytes, { (source, target, edits) throws(ICUError) in try map(source, into: &target, edits: &edits) }, name)
  }

  /// Appends the mapped `bytes` to `target`, and to `edits` how they came about. The lengths are bytes.
  ///
  /// `bytes` is mapped by itself, although the final sigma and titles depend on what stands around.
  ///
  /// - Throws: as `map(_:)`; `target` and `edits` are then as before.
  public func map(
    _ bytes: UnsafeBufferPointer<UInt8>, into target: inout [UInt8], edits: inout Alignment.Builder
  ) throws(ICUError) {
    try Conversion.run(bytes, into: &target, edits: &edits, name) {
      source, count, target, capacity, needed, edit, context in
      ticu_map_case(operation.number, locale, source, count, target, capacity, &needed, edit, context)
    }
  }

  /// The mapped text without its alignment.
  ///
  /// - Throws: as `map(_:)`.
  public func map(_ text: String) throws(ICUError) -> String { try map(Array(text.utf8)).string }

  private var name: String { "map case (\(operation.rawValue))" }
}
