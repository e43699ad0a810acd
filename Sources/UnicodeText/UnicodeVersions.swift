internal import CTextICU

/// The versions of what answers questions about characters and languages.
public struct UnicodeVersions: Hashable, Sendable {
  /// Version of the linked ICU, such as `72.1`.
  public let icu: String
  /// Version of the Unicode Character Database in it, such as `15.0`.
  public let unicode: String
  /// Version of CLDR in it, such as `42.0`; empty where ICU's data is missing.
  public let cldr: String

  /// Those of this process.
  public static let current: UnicodeVersions = {
    func text(_ buffer: UnsafeMutableBufferPointer<CChar>) -> String {
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 60) { buffer in
      buffer.initialize(repeating: 0)
      guard let start = buffer.baseAddress else { return UnicodeVersions(icu: "", unicode: "", cldr: "") }
      _ = ticu_versions(start, start + 20, start + 40)
      return UnicodeVersions(
        icu: String(cString: start), unicode: String(cString: start + 20), cldr: String(cString: start + 40))
    }
  }()
}
