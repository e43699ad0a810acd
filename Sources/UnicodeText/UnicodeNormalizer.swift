internal import CTextICU
public import TextModel

/// One of Unicode's normalization forms (UAX #15), with the edits that it makes.
///
/// It may be shared between threads. Texts are UTF-8. Bytes that are not are never a fault of memory: ICU lets them
/// stand, and a document has none.
public struct UnicodeNormalizer: Sendable {
  /// A normalization form.
  public enum Form: String, CaseIterable, Sendable {
    /// Composed: é is one character.
    case nfc
    /// Decomposed: é is e and an accent.
    case nfd
    /// Composed, and compatibility characters (ligatures, Arabic presentation forms) become ordinary ones.
    case nfkc
    /// Decomposed, and compatibility characters become ordinary ones.
    case nfkd
    /// NFKC with case folded and default ignorable characters removed.
    case nfkcCasefold

    fileprivate var number: Int32 {
      switch self {
      case .nfc: 0
      case .nfd: 1
      case .nfkc: 2
      case .nfkd: 3
      case .nfkcCasefold: 4
      }
    }
  }

  /// Which form it gives.
  public let form: Form
  /// ICU's singleton, which is immutable and lives as long as the process.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// A normalizer to `form`.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init(_ form: Form) throws(ICUError) {
    var handle: OpaquePointer?
    let status = ticu_normalizer_get(form.number, &handle)
    guard status <= 0, let handle else { throw ICUError(status, "load the normalizer \(form.rawValue)") }
    self.form = form
    self.handle = handle
  }

  /// The normalized text and how its bytes correspond to these.
  ///
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for 2 GiB or more, `U_MEMORY_ALLOCATION_ERROR`.
  public func normalize(_ bytes: [UInt8]) throws(ICUError) -> NormalizedText {
    try Conversion.text(
      bytes, { (source, target, edits) throws(ICUError) in try normalize(source, into: &target, edits: &edits) },
      operation)
  }

  /// Appends the normalized form of `bytes` to `target`, and to `edits` how it came about.
  ///
  /// `bytes` is normalized by itself: where a text is cut, each part has to begin with a character that has a boundary
  /// before it. The lengths are bytes.
  ///
  /// - Throws: as `normalize(_:)`; `target` and `edits` are then as before.
  public func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, into target: inout [UInt8], edits: inout Alignment.Builder
  ) throws(ICUError) {
    try Conversion.run(bytes, into: &target, edits: &edits, operation) {
      source, count, target, capacity, needed, edit, context in
      ticu_normalize(handle, source, count, target, capacity, &needed, edit, context)
    }
  }

  /// Whether normalizing would change nothing; false also where ICU cannot tell (2 GiB or more).
  public func isNormalized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return true }
    guard let count = Int32(exactly: bytes.count) else { return false }
    var answer = false
    return ticu_is_normalized(handle, source, count, &answer) <= 0 && answer
  }

  /// Whether the text before `scalar` never changes how it and what follows are normalized.
  public func hasBoundaryBefore(_ scalar: Unicode.Scalar) -> Bool { ticu_has_boundary_before(handle, scalar.value) }

  /// Whether the text after `scalar` never changes how it and what comes before are normalized.
  public func hasBoundaryAfter(_ scalar: Unicode.Scalar) -> Bool { ticu_has_boundary_after(handle, scalar.value) }

  /// Whether `scalar` stays as it is and touches nothing around it.
  public func isInert(_ scalar: Unicode.Scalar) -> Bool { ticu_is_inert(handle, scalar.value) }

  private var operation: String { "normalize to \(form.rawValue)" }
}
