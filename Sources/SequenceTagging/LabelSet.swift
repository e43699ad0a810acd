/// The labels of a sequence in IOB2: `O`, and for each type `B-…` where a span begins and `I-…` where it goes on.
public struct LabelSet: Hashable, Sendable {
  /// The types of spans, in the order of their labels.
  public let types: [String]

  /// A set for these types, seven at most.
  public init(types: [String]) { self.types = Array(types.prefix(7)) }

  /// How many labels there are.
  public var count: Int { 1 + 2 * types.count }
  /// Outside every span.
  public static let outside = 0

  /// The label with which a span of a type begins.
  public func begin(_ type: Int) -> Int { 1 + 2 * type }
  /// The label with which a span of a type goes on.
  public func inside(_ type: Int) -> Int { 2 + 2 * type }
  /// The type of a label; nil for `O`.
  public func type(of label: Int) -> Int? { label == 0 ? nil : (label - 1) / 2 }
  /// Whether a span begins with a label.
  public func isBegin(_ label: Int) -> Bool { label & 1 == 1 }

  /// Whether one label may stand after another: a span goes on only where one of its type is. nil is the start of a sequence.
  public func allows(_ label: Int, after previous: Int?) -> Bool {
    guard label != 0, !isBegin(label) else { return true }
    guard let previous, previous != 0 else { return false }
    return type(of: previous) == type(of: label)
  }

  /// A label's name in files: `O`, `B-PER` …
  public func name(_ label: Int) -> String {
    guard let type = type(of: label) else { return "O" }
    return (isBegin(label) ? "B-" : "I-") + types[type]
  }

  /// The spans that labels spell.
  public func spans(_ labels: [UInt8]) -> [LabelledSpan] {
    var spans: [LabelledSpan] = []
    labels.withUnsafeBufferPointer { forEachSpan($0) { spans.append($0) } }
    return spans
  }

  /// Calls `body` with each of the spans that labels spell.
  @inlinable
  package func forEachSpan(_ labels: UnsafeBufferPointer<UInt8>, _ body: (LabelledSpan) -> Void) {
    var start = 0
    while start < labels.count {
      let type = (Int(labels[start]) - 1) >> 1
      guard labels[start] != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < labels.count, Int(labels[end]) == 2 + 2 * type { end += 1 }
      body(LabelledSpan(range: start..<end, type: type))
      start = end
    }
  }
}

/// A run of tokens that are one name.
public struct LabelledSpan: Hashable, Sendable {
  /// Its tokens, counted from the sequence's first.
  public var range: Range<Int>
  /// Its type's place in the label set.
  public var type: Int

  /// A span.
  public init(range: Range<Int>, type: Int) {
    self.range = range
    self.type = type
  }
}
