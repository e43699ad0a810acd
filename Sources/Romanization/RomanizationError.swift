public import UnicodeText

/// Why a romanized text cannot be brought back.
public enum RomanizationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The scheme loses something, so that there is no one way back.
  case notReversible(scheme: String)
  /// ICU failed.
  case transform(ICUError)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .notReversible(let scheme): "\(scheme) cannot be reversed: different originals become the same text"
    case .transform(let error): error.description
    }
  }
}
