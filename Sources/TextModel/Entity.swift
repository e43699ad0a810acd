/// A mention of an entity in a document.
public struct Entity: Hashable, Sendable {
  /// Why a mention was recognized.
  public enum Evidence: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// A name of the lexicon that needs nothing else.
    case lexicon
    /// A name of the lexicon that is also an ordinary word, beside a title or a cue.
    case context
    /// Part of a full name that stands elsewhere in the document.
    case document
    /// Unlisted, but a title stands before it.
    case title
    /// A name of the lexicon that is written together with its neighbour.
    case glued
    /// The trained model found it, whether it is listed or not.
    case model
    /// Words and digits that a rule reads as a date, an amount, a measurement.
    case rule
  }

  /// The name's place in the document's bytes, without proclitics.
  public var range: ByteRange
  /// What it is.
  public var type: EntityType
  /// The English name; nil until a lexicon or a transliterator gives one.
  public var name: String?
  /// The id of the entity: the lexicon's, or one that begins with `_:` and is the same for all mentions of one unlisted name in
  /// its document, and in no other; nil for what is no name (dates, amounts).
  public var id: String?
  /// 0…1: how sure the recognizer is.
  public var score: Float
  /// The particles written before the name and not part of it, as they stand in the text: `و`, `ل` …
  public var proclitics: String
  /// Why it was recognized.
  public var evidence: Evidence
  /// What the mention says in a standard notation: `2022-11-15`, `3500000000 USD`; nil where it does not determine it.
  public var value: String?
  /// What decided, the weightiest first; empty unless the recognizer was asked to explain itself.
  public var reasons: [Reason] = []

  /// Something that spoke for or against a mention.
  public struct Reason: Hashable, Sendable {
    /// A sentence or phrase for a person: `after “الرئيس”`.
    public let text: String
    /// By how many natural logarithms it changed the odds, where the model weighed it.
    public let weight: Float?

    /// A reason.
    public init(_ text: String, weight: Float? = nil) {
      self.text = text
      self.weight = weight
    }
  }

  /// A mention.
  public init(
    range: ByteRange, type: EntityType, name: String? = nil, id: String? = nil, score: Float = 1,
    proclitics: String = "", evidence: Evidence = .lexicon, value: String? = nil
  ) {
    self.range = range
    self.type = type
    self.name = name
    self.id = id
    self.score = score
    self.proclitics = proclitics
    self.evidence = evidence
    self.value = value
  }
}
