extension Alignment {
  /// Collects the edits of a text from its start to its end.
  public struct Builder: Sendable {
    private var runs: [Run] = []
    /// How many source bytes the edits cover so far.
    public private(set) var sourceCovered = 0
    /// How many target bytes the edits cover so far.
    public private(set) var targetCovered = 0

    /// No edits yet.
    public init() {}

    /// The next `count` bytes are the same on both sides.
    public mutating func keep(_ count: Int) {
      guard count > 0 else { return }
      append(source: count, target: count, isChange: false)
    }

    /// The next `source` bytes became `target` bytes; either may be 0.
    public mutating func replace(_ source: Int, with target: Int) {
      guard source > 0 || target > 0, source >= 0, target >= 0 else { return }
      append(source: source, target: target, isChange: true)
    }

    /// Forgets all edits and keeps the memory.
    public mutating func removeAll() {
      runs.removeAll(keepingCapacity: true)
      sourceCovered = 0
      targetCovered = 0
    }

    /// The alignment of two texts of these lengths.
    ///
    /// - Throws: `Failure.incompleteCoverage` unless the edits cover exactly `sourceCount` and `targetCount` bytes.
    public func finish(sourceCount: Int, targetCount: Int) throws(Failure) -> Alignment {
      guard sourceCovered == sourceCount, targetCovered == targetCount else {
        throw .incompleteCoverage(
          sourceCovered: sourceCovered, sourceCount: sourceCount, targetCovered: targetCovered, targetCount: targetCount
        )
      }
      return alignment
    }

    /// The alignment of exactly what the edits cover.
    var alignment: Alignment { Alignment(runs: runs) }

    private mutating func append(source: Int, target: Int, isChange: Bool) {
      let run = Run(
        source: ByteRange(sourceCovered, sourceCovered + source),
        target: ByteRange(targetCovered, targetCovered + target), isChange: isChange)
      sourceCovered += source
      targetCovered += target
      if let last = runs.last, !last.isChange, !isChange {
        runs[runs.count - 1] = Run(
          source: ByteRange(last.source.lowerBound, sourceCovered),
          target: ByteRange(last.target.lowerBound, targetCovered), isChange: false)
      } else {
        runs.append(run)
      }
    }
  }
}
