import Glibc

/// Precision, recall and their harmonic mean over whole spans, by type.
struct SpanScores {
  private(set) var right: [String: Int] = [:]
  private(set) var found: [String: Int] = [:]
  private(set) var wanted: [String: Int] = [:]

  mutating func add(found spans: Set<ConllCorpus.Span>, wanted gold: Set<ConllCorpus.Span>) {
    for span in spans {
      found[span.type, default: 0] += 1
      if gold.contains(span) { right[span.type, default: 0] += 1 }
    }
    for span in gold { wanted[span.type, default: 0] += 1 }
  }

  static func + (a: SpanScores, b: SpanScores) -> SpanScores {
    var sum = a
    sum.right.merge(b.right, uniquingKeysWith: +)
    sum.found.merge(b.found, uniquingKeysWith: +)
    sum.wanted.merge(b.wanted, uniquingKeysWith: +)
    return sum
  }

  /// Precision, recall and F1 of some types together, in per cent.
  func values(_ types: [String]) -> (precision: Double, recall: Double, f1: Double) {
    func sum(_ counts: [String: Int]) -> Double { Double(types.reduce(0) { $0 + counts[$1, default: 0] }) }
    let precision = sum(found) > 0 ? 100 * sum(right) / sum(found) : 0
    let recall = sum(wanted) > 0 ? 100 * sum(right) / sum(wanted) : 0
    return (precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0)
  }
}
