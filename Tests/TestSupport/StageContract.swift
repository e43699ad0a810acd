public import TextModel
public import TextPipeline

/// What `StageWorker` promises, put to the test for one stage.
///
/// ```swift
/// #expect(try StageContract(SentenceSegmentation(), after: [WordSegmentation()], writes: [.sentences]).violations() == [])
/// ```
public struct StageContract {
  /// A part of `Annotations`.
  public enum Part: String, CaseIterable, Sendable {
    /// The tokens and their keys' places.
    case tokens
    /// The bytes of the keys.
    case keys
    /// The sentences.
    case sentences
    /// The rewritten text.
    case normalized
    /// The mentions.
    case entities
  }

  private let stage: any Stage
  private let earlier: Pipeline
  private let writes: Set<Part>

  /// - Parameters:
  ///   - stage: the stage to be tested.
  ///   - earlier: the stages that it needs.
  ///   - writes: the parts that it may change; tokens that were there before must keep place and kind even then.
  public init(_ stage: any Stage, after earlier: [any Stage] = [], writes: Set<Part>) {
    self.stage = stage
    self.earlier = Pipeline(stages: earlier)
    self.writes = writes
  }

  /// One line for each promise that is broken; empty where all are kept.
  public func violations(on documents: [Document]? = nil) throws -> [String] {
    var violations: [String] = []
    let worker = try stage.makeWorker()
    let earlierWorker = try earlier.makeWorker()
    var reused = Annotations()
    for document in try documents ?? TrickyDocuments.all() {
      func require(_ condition: Bool, _ promise: String) {
        if !condition { violations.append("\(stage.name), on “\(document.id)”: \(promise)") }
      }
      let before = try earlier.annotate(document)
      var fresh = before
      try stage.makeWorker().process(document, &fresh)
      reused.removeAll()
      try earlierWorker.process(document, &reused)
      try worker.process(document, &reused)
      for part in Part.allCases {
        require(Self.equal(part, fresh, reused), "a used worker gives other \(part) than a fresh one")
        if !writes.contains(part) { require(Self.equal(part, before, fresh), "\(part) were changed") }
      }
      require(
        fresh.tokens.count >= before.tokens.count
          && zip(before.tokens, fresh.tokens).allSatisfy { ($0.range, $0.kind, $0.gap) == ($1.range, $1.kind, $1.gap) },
        "tokens of an earlier stage were moved")
      check(fresh, of: document, require)
    }
    return violations
  }

  private func check(_ annotations: Annotations, of document: Document, _ require: (Bool, String) -> Void) {
    let tokens = annotations.tokens.map(\.range)
    require(tokens.allSatisfy { Self.isSlice($0, of: document.bytes) }, "a token does not slice whole characters")
    require(
      zip(tokens, tokens.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "tokens overlap or go back")
    for token in annotations.tokens where token.keyCount > 0 {
      guard token.keyRange.upperBound <= annotations.keys.count else {
        require(false, "a key lies beyond the keys")
        continue
      }
      let key = annotations.keys[token.keyRange]
      require(Array(String(decoding: key, as: UTF8.self).utf8) == Array(key), "a key is not UTF-8")
    }
    if !annotations.sentences.isEmpty {
      var end = 0
      for sentence in annotations.sentences {
        require(sentence.lowerBound == end, "sentences leave a gap or overlap")
        require(Self.isSlice(sentence, of: document.bytes), "a sentence does not slice whole characters")
        end = sentence.upperBound
      }
      require(end == document.bytes.count, "sentences do not cover the document")
    }
    let entities = annotations.entities.map(\.range)
    require(entities.allSatisfy { Self.isSlice($0, of: document.bytes) }, "an entity does not slice whole characters")
    require(
      zip(entities, entities.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }, "entities go back")
    if let normalized = annotations.normalized {
      for violation in AlignmentContract.violations(of: normalized, source: document.bytes) {
        require(false, violation)
      }
    }
  }

  private static func equal(_ part: Part, _ a: Annotations, _ b: Annotations) -> Bool {
    switch part {
    case .tokens: a.tokens == b.tokens
    case .keys: a.keys == b.keys
    case .sentences: a.sentences == b.sentences
    case .normalized: a.normalized == b.normalized
    case .entities: a.entities == b.entities
    }
  }

  private static func isSlice(_ range: ByteRange, of bytes: [UInt8]) -> Bool {
    !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= bytes.count
      && isBoundary(range.lowerBound, of: bytes) && isBoundary(range.upperBound, of: bytes)
  }

  private static func isBoundary(_ offset: Int, of bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
