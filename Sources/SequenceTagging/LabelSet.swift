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
    var open: (start: Int, type: Int)?
    var index = 0
    for label in labels.lazy.map(Int.init) {
      let type = type(of: label)
      if let current = open, type != current.type || isBegin(label) {
        spans.append(LabelledSpan(range: current.start..<index, type: current.type))
        open = nil
      }
      if open == nil, let type { open = (index, type) }
      index += 1
    }
    if let open { spans.append(LabelledSpan(range: open.start..<index, type: open.type)) }
    return spans
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
