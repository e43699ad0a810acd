/// What the stages found in one document, in buffers that are reused for the next.
///
/// It is apart from the document, so that a stage can read the text while it writes here.
public struct Annotations: Sendable {
  /// Tokens in the order of the text, without white space.
  public var tokens: [Token] = []
  /// The normalized forms of the tokens, one after the other; see `Token.keyStart`.
  public var keys: [UInt8] = []
  /// Sentences in the order of the text; together they cover it.
  public var sentences: [ByteRange] = []
  /// The text as a normalization stage rewrote it; nil where none did.
  public var normalized: NormalizedText?
  /// Mentions in the order of the text.
  public var entities: [Entity] = []

  /// Nothing found.
  public init() {}

  /// Empties every buffer and keeps its memory.
  public mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    entities.removeAll(keepingCapacity: true)
    normalized = nil
  }
}

/// A rewritten text and how it corresponds to the original.
public struct NormalizedText: Hashable, Sendable {
  /// The rewritten text, valid UTF-8.
  public var bytes: [UInt8]
  /// From the original's bytes to these.
  public var alignment: Alignment

  /// A rewritten text.
  public init(bytes: [UInt8], alignment: Alignment) {
    self.bytes = bytes
    self.alignment = alignment
  }

  /// The rewritten text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
