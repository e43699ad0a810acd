/// A way to write a name.
public struct NameCandidate: Hashable, Sendable {
  /// Where a spelling is from.
  public enum Origin: String, Sendable {
    /// The dictionary of name parts knows every part.
    case lexicon
    /// A trained model wrote at least one part, and no rule did.
    case model
    /// Rules wrote at least one part.
    case rules
  }

  /// The spelling.
  public var text: String
  /// How sure it is, from 0 to 1.
  public var score: Float
  /// Where it is from.
  public var origin: Origin

  /// A spelling.
  public init(text: String, score: Float, origin: Origin) {
    self.text = text
    self.score = score
    self.origin = origin
  }
}

extension NameCandidate.Origin {
  /// What is to be said of a name made of parts of both origins: the less certain.
  func joined(with other: NameCandidate.Origin) -> NameCandidate.Origin {
    if self == .rules || other == .rules { return .rules }
    return self == .model || other == .model ? .model : .lexicon
  }
}
