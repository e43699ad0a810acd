public import TextModel

/// What an alignment between two texts promises.
public enum AlignmentContract {
  /// One line for each promise that is broken; empty where all are kept.
  public static func violations(of text: NormalizedText, source: [UInt8]) -> [String] {
    var violations: [String] = []
    func require(_ condition: Bool, _ promise: String) {
      if !condition { violations.append(promise) }
    }
    let alignment = text.alignment
    require(alignment.sourceCount == source.count, "the alignment does not cover the source")
    require(alignment.targetCount == text.bytes.count, "the alignment does not cover the target")
    guard violations.isEmpty else { return violations }
    require(Array(text.string.utf8) == text.bytes, "the rewritten text is not UTF-8")
    var sourceEnd = 0
    var targetEnd = 0
    for run in alignment.runs {
      require(run.source.lowerBound == sourceEnd && run.target.lowerBound == targetEnd, "runs leave a gap or go back")
      sourceEnd = run.source.upperBound
      targetEnd = run.target.upperBound
      guard sourceEnd <= source.count, targetEnd <= text.bytes.count else { return violations + ["a run is too long"] }
      if !run.isChange {
        require(
          source[run.source.lowerBound..<sourceEnd].elementsEqual(text.bytes[run.target.lowerBound..<targetEnd]),
          "a kept run differs")
      }
      require(
        [run.source.lowerBound, sourceEnd].allSatisfy { $0 == source.count || source[$0] & 0xC0 != 0x80 },
        "a run cuts a character of the source")
      require(
        [run.target.lowerBound, targetEnd].allSatisfy { $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80 },
        "a run cuts a character of the target")
    }
    return violations
  }
}
