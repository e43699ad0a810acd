/// How the bytes of a source text correspond to those of the target text made from it.
///
/// It is a sequence of runs, like ICU's `Edits`: a kept run has the same bytes on both sides, a changed run replaces some
/// source bytes (perhaps none) by some target bytes (perhaps none). The runs cover both texts without a gap, which
/// `Builder` ensures, so a range of the one can always be carried over to the other.
public struct Alignment: Hashable, Sendable {
  /// A stretch of source bytes and what it became.
  public struct Run: Hashable, Sendable {
    /// Where the run stands in the source.
    public let source: ByteRange
    /// Where the run stands in the target.
    public let target: ByteRange
    /// Whether the bytes differ; a kept run has equal bytes and equal lengths on both sides.
    public let isChange: Bool
  }

  /// An alignment was to be finished that does not cover its texts, or composed with one that does not fit.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The edits cover other lengths than those of the texts.
    case incompleteCoverage(sourceCovered: Int, sourceCount: Int, targetCovered: Int, targetCount: Int)
    /// The first alignment's target and the second's source have different lengths.
    case mismatchedComposition(targetCount: Int, sourceCount: Int)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .incompleteCoverage(let sourceCovered, let sourceCount, let targetCovered, let targetCount):
        "the edits cover \(sourceCovered) of \(sourceCount) source bytes and \(targetCovered) of \(targetCount) target bytes"
      case .mismatchedComposition(let targetCount, let sourceCount):
        "an alignment into \(targetCount) bytes cannot be followed by one from \(sourceCount) bytes"
      }
    }
  }

  /// The runs in order; no two kept runs stand side by side.
  public let runs: [Run]

  /// Length of the source in bytes.
  public var sourceCount: Int { runs.last?.source.upperBound ?? 0 }

  /// Length of the target in bytes.
  public var targetCount: Int { runs.last?.target.upperBound ?? 0 }

  /// Whether nothing was changed.
  public var isIdentity: Bool { !runs.contains(where: \.isChange) }

  init(runs: [Run]) { self.runs = runs }

  /// The alignment of a text of `count` bytes with itself.
  public static func identity(count: Int) -> Alignment {
    var builder = Builder()
    builder.keep(count)
    return builder.alignment
  }

  /// The smallest source range that holds everything `targetRange` was made from.
  ///
  /// Where a bound falls inside a changed run, the whole of that run's source is taken. Source text that was dropped at
  /// the edge of the range is left out. Offsets beyond the target are clamped.
  public func sourceRange(ofTarget targetRange: ByteRange) -> ByteRange {
    Self.carry(targetRange, over: runs, from: \.target, to: \.source)
  }

  /// The smallest target range that holds everything `sourceRange` became. Offsets beyond the source are clamped.
  public func targetRange(ofSource sourceRange: ByteRange) -> ByteRange {
    Self.carry(sourceRange, over: runs, from: \.source, to: \.target)
  }

  /// This alignment followed by `next`, from this one's source to the other's target.
  ///
  /// - Throws: `Failure.mismatchedComposition` where `next` does not start from this one's target.
  public func then(_ next: Alignment) throws(Failure) -> Alignment {
    guard targetCount == next.sourceCount else {
      throw .mismatchedComposition(targetCount: targetCount, sourceCount: next.sourceCount)
    }
    var builder = Builder()
    var first = runs[...]
    var second = next.runs[...]
    // Each round takes, from both, the shortest stretch that ends at an edge of the text in the middle where neither
    // side is in the midst of a change.
    while let a = first.first, let b = second.first {
      if !a.isChange, !b.isChange {
        let end = min(a.target.upperBound, b.source.upperBound)
        builder.keep(end - max(a.target.lowerBound, b.source.lowerBound))
        if a.target.upperBound == end { first.removeFirst() }
        if b.source.upperBound == end { second.removeFirst() }
        continue
      }
      // A change: widen to the smallest stretch that ends where both sides can be cut.
      let middleStart = max(a.target.lowerBound, b.source.lowerBound)
      var middleEnd = middleStart
      var sourceEnd = Self.sourceStart(of: a, middle: middleStart)
      var targetEnd = Self.targetStart(of: b, middle: middleStart)
      let sourceStart = sourceEnd
      let targetStart = targetEnd
      var grew = true
      while grew {
        grew = false
        if let a = first.first, a.isChange, a.target.lowerBound <= middleEnd {
          // A dropped run at the cut belongs to this change too; one that starts at the cut of an ended change as well,
          // which keeps the composition of neighbouring changes together.
          middleEnd = max(middleEnd, a.target.upperBound)
          sourceEnd = a.source.upperBound
          first.removeFirst()
          grew = true
        }
        if let b = second.first, b.isChange, b.source.lowerBound <= middleEnd {
          middleEnd = max(middleEnd, b.source.upperBound)
          targetEnd = b.target.upperBound
          second.removeFirst()
          grew = true
        }
        while let a = first.first, !a.isChange, a.target.upperBound <= middleEnd {
          sourceEnd = a.source.upperBound
          first.removeFirst()
          grew = true
        }
        while let b = second.first, !b.isChange, b.source.upperBound <= middleEnd {
          targetEnd = b.target.upperBound
          second.removeFirst()
          grew = true
        }
      }
      if let a = first.first, !a.isChange, a.target.lowerBound < middleEnd {
        sourceEnd = Self.sourceStart(of: a, middle: middleEnd)
        first[first.startIndex] = Self.dropMiddle(a, upTo: middleEnd)
      }
      if let b = second.first, !b.isChange, b.source.lowerBound < middleEnd {
        targetEnd = Self.targetStart(of: b, middle: middleEnd)
        second[second.startIndex] = Self.dropMiddle(b, upTo: middleEnd, isSecond: true)
      }
      builder.replace(sourceEnd - sourceStart, with: targetEnd - targetStart)
    }
    // What is left on one side has no length in the middle: bytes dropped by the first or inserted by the second.
    for run in first { builder.replace(run.source.count, with: 0) }
    for run in second { builder.replace(0, with: run.target.count) }
    return builder.alignment
  }

  /// For `inspect`: `0..<2→0..<1`, changed runs only.
  public var changes: [Run] { runs.filter(\.isChange) }

  private static func sourceStart(of run: Run, middle: Int) -> Int {
    run.isChange ? run.source.lowerBound : run.source.lowerBound + (middle - run.target.lowerBound)
  }

  private static func targetStart(of run: Run, middle: Int) -> Int {
    run.isChange ? run.target.lowerBound : run.target.lowerBound + (middle - run.source.lowerBound)
  }

  /// A kept run without its bytes before `middle`.
  private static func dropMiddle(_ run: Run, upTo middle: Int, isSecond: Bool = false) -> Run {
    let taken = middle - (isSecond ? run.source.lowerBound : run.target.lowerBound)
    return Run(
      source: ByteRange(run.source.lowerBound + taken, run.source.upperBound),
      target: ByteRange(run.target.lowerBound + taken, run.target.upperBound), isChange: false)
  }

  private static func carry(
    _ range: ByteRange, over runs: [Run], from: KeyPath<Run, ByteRange>, to: KeyPath<Run, ByteRange>
  ) -> ByteRange {
    guard let last = runs.last else { return ByteRange(0, 0) }
    let range = range.clamped(toCount: last[keyPath: from].upperBound)
    if range.isEmpty {
      // A place, not a stretch: the first run that reaches it tells.
      let index = firstIndex(of: runs) { $0[keyPath: from].upperBound >= range.lowerBound }
      let run = index < runs.count ? runs[index] : last
      if run.isChange && run[keyPath: from].lowerBound < range.lowerBound
        && range.lowerBound < run[keyPath: from].upperBound
      {
        return run[keyPath: to]
      }
      let distance = range.lowerBound - run[keyPath: from].lowerBound
      let place =
        run.isChange
        ? (distance == 0 ? run[keyPath: to].lowerBound : run[keyPath: to].upperBound)
        : run[keyPath: to].lowerBound + distance
      return ByteRange(place, place)
    }
    let first = runs[firstIndex(of: runs) { $0[keyPath: from].upperBound > range.lowerBound }]
    let final = runs[firstIndex(of: runs) { $0[keyPath: from].upperBound >= range.upperBound }]
    let lower =
      first.isChange
      ? first[keyPath: to].lowerBound
      : first[keyPath: to].lowerBound + (range.lowerBound - first[keyPath: from].lowerBound)
    let upper =
      final.isChange
      ? final[keyPath: to].upperBound
      : final[keyPath: to].lowerBound + (range.upperBound - final[keyPath: from].lowerBound)
    return ByteRange(lower, upper)
  }

  /// The first index whose run satisfies a predicate that is false up to some index and true from there on.
  private static func firstIndex(of runs: [Run], where predicate: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(runs[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
