import TestSupport
import Testing
import TextModel

@Suite struct AlignmentTests {
  /// `k3` keeps three bytes, `r2>1` makes one of two.
  static func build(_ edits: String) throws -> Alignment {
    var builder = Alignment.Builder()
    for edit in edits.split(separator: " ") {
      let numbers = edit.dropFirst().split(separator: ">").compactMap { Int($0) }
      if edit.first == "k", let count = numbers.first { builder.keep(count) }
      if edit.first == "r", numbers.count == 2 { builder.replace(numbers[0], with: numbers[1]) }
    }
    return try builder.finish(sourceCount: builder.sourceCovered, targetCount: builder.targetCovered)
  }

  @Test func builderRefusesWhatDoesNotCover() {
    var builder = Alignment.Builder()
    builder.keep(3)
    builder.replace(2, with: 1)
    #expect(throws: Never.self) { try builder.finish(sourceCount: 5, targetCount: 4) }
    for (source, target) in [(4, 4), (6, 4), (5, 3), (5, 5), (0, 0)] {
      #expect(
        throws: Alignment.Failure.incompleteCoverage(
          sourceCovered: 5, sourceCount: source, targetCovered: 4, targetCount: target)
      ) { try builder.finish(sourceCount: source, targetCount: target) }
    }
    #expect(
      "\(Alignment.Failure.incompleteCoverage(sourceCovered: 5, sourceCount: 6, targetCovered: 4, targetCount: 4))"
        == "the edits cover 5 of 6 source bytes and 4 of 4 target bytes")
  }

  @Test func builderJoinsKeptRunsAndIgnoresNothing() throws {
    var builder = Alignment.Builder()
    builder.keep(2)
    builder.keep(0)
    builder.keep(-1)
    builder.replace(0, with: 0)
    builder.replace(-1, with: 2)
    builder.keep(3)
    let alignment = try builder.finish(sourceCount: 5, targetCount: 5)
    #expect(alignment.runs.count == 1)
    #expect(alignment.isIdentity)
    #expect(alignment == .identity(count: 5))
    builder.removeAll()
    #expect(try builder.finish(sourceCount: 0, targetCount: 0) == .identity(count: 0))
  }

  struct Carried: CustomTestStringConvertible, Sendable {
    let edits: String
    let target: ByteRange
    let source: ByteRange
    var testDescription: String { "\(edits): \(target)" }
    init(_ edits: String, _ target: Range<Int>, _ source: Range<Int>) {
      self.edits = edits
      self.target = ByteRange(target.lowerBound, target.upperBound)
      self.source = ByteRange(source.lowerBound, source.upperBound)
    }
  }

  @Test(arguments: [
    Carried("k10", 2..<5, 2..<5),
    Carried("k10", 0..<10, 0..<10),
    Carried("k10", 4..<4, 4..<4),
    // A tatweel (2 bytes) dropped between letters of two bytes each.
    Carried("k2 r2>0 k2", 0..<4, 0..<6),
    Carried("k2 r2>0 k2", 0..<2, 0..<2),
    Carried("k2 r2>0 k2", 2..<4, 4..<6),
    // ﻻ, three bytes, becomes لا, four bytes: each half of it comes from the whole.
    Carried("k1 r3>4 k1", 1..<5, 1..<4),
    Carried("k1 r3>4 k1", 1..<3, 1..<4),
    Carried("k1 r3>4 k1", 3..<5, 1..<4),
    Carried("k1 r3>4 k1", 0..<3, 0..<4),
    Carried("k1 r3>4 k1", 3..<6, 1..<5),
    Carried("k1 r3>4 k1", 5..<6, 4..<5),
    // Two changes side by side.
    Carried("r2>1 r3>2 k1", 0..<1, 0..<2),
    Carried("r2>1 r3>2 k1", 1..<3, 2..<5),
    Carried("r2>1 r3>2 k1", 0..<3, 0..<5),
    // Something put in.
    Carried("k2 r0>3 k2", 2..<5, 2..<2),
    Carried("k2 r0>3 k2", 1..<6, 1..<3),
    Carried("k2 r0>3 k2", 5..<7, 2..<4),
    // Something dropped at the edges.
    Carried("r2>0 k2", 0..<2, 2..<4),
    Carried("k2 r2>0", 0..<2, 0..<2),
    // Clamped.
    Carried("k4", 2..<9, 2..<4),
    Carried("k4", 7..<9, 4..<4),
  ])
  func sourceRange(of test: Carried) throws {
    #expect(try Self.build(test.edits).sourceRange(ofTarget: test.target) == test.source)
  }

  @Test(arguments: [
    Carried("k10", 2..<5, 2..<5),
    // Here `target` is what is expected of `source`.
    Carried("k1 r3>4 k1", 1..<5, 1..<4),
    Carried("k1 r3>4 k1", 1..<5, 2..<3),
    Carried("k1 r3>4 k1", 0..<5, 0..<2),
    Carried("k2 r2>0 k2", 0..<4, 0..<6),
    Carried("k2 r0>3 k2", 1..<6, 1..<3),
    Carried("k2 r2>1 k2", 2..<5, 3..<6),
    Carried("k2 r2>1", 3..<3, 8..<9),
  ])
  func targetRange(of test: Carried) throws {
    #expect(try Self.build(test.edits).targetRange(ofSource: test.source) == test.target)
  }

  @Test func compositionNeedsTheSameMiddle() throws {
    let first = try Self.build("k2 r2>1")
    #expect(throws: Alignment.Failure.mismatchedComposition(targetCount: 3, sourceCount: 4)) {
      try first.then(.identity(count: 4))
    }
    #expect(try first.then(.identity(count: 3)) == first)
    #expect(try Alignment.identity(count: 4).then(first) == first)
  }

  /// A random alignment of a text of `count` bytes.
  static func random(_ count: Int, _ generator: inout SeededGenerator) throws -> Alignment {
    var builder = Alignment.Builder()
    var left = count
    while left > 0 {
      let taken = min(left, Int.random(in: 0...4, using: &generator))
      if Bool.random(using: &generator) {
        builder.keep(taken)
      } else {
        builder.replace(taken, with: Int.random(in: 0...4, using: &generator))
      }
      left -= taken
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { builder.replace(0, with: 2) }
    return try builder.finish(sourceCount: count, targetCount: builder.targetCovered)
  }

  /// For each source byte the target bytes that it may have become, one by one.
  static func byteMap(_ alignment: Alignment) -> [Set<Int>] {
    var map = [Set<Int>](repeating: [], count: alignment.sourceCount)
    for run in alignment.runs {
      for byte in run.source.lowerBound..<run.source.upperBound {
        if run.isChange {
          map[byte].formUnion(run.target.lowerBound..<run.target.upperBound)
        } else {
          map[byte].insert(run.target.lowerBound + byte - run.source.lowerBound)
        }
      }
    }
    return map
  }

  @Test(arguments: 0..<40)
  func compositionAgreesWithBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let first = try Self.random(Int.random(in: 0...24, using: &generator), &generator)
      let second = try Self.random(first.targetCount, &generator)
      let both = try first.then(second)
      #expect(both.sourceCount == first.sourceCount)
      #expect(both.targetCount == second.targetCount)
      // Nothing that bytes became is lost, and a kept byte was kept by both.
      let step = Self.byteMap(second)
      let whole = Self.byteMap(both)
      for (byte, middle) in Self.byteMap(first).enumerated() {
        #expect(middle.reduce(into: Set()) { $0.formUnion(step[$1]) }.isSubset(of: whole[byte]))
      }
      for run in both.runs where !run.isChange {
        #expect(run.source.count == run.target.count)
        let middle = first.targetRange(ofSource: run.source)
        #expect(middle.count == run.source.count)
        #expect(second.targetRange(ofSource: middle) == run.target)
      }
      // Bytes that both keep are kept by the composition, unless they are glued to a change by an insertion at their edge.
      #expect(both.runs.allSatisfy { $0.source.count + $0.target.count > 0 })
      #expect(
        zip(both.runs, both.runs.dropFirst()).allSatisfy {
          $0.source.upperBound == $1.source.lowerBound && $0.target.upperBound == $1.target.lowerBound
            && ($0.isChange || $1.isChange)
        })
    }
  }

  @Test func compositionKeepsWhatBothKeep() throws {
    let both = try Self.build("k4 r2>0 k6").then(Self.build("k1 r2>3 k7"))
    #expect(both.runs.map(\.isChange) == [false, true, false, true, false])
    #expect(both.changes.map(\.source) == [ByteRange(1, 3), ByteRange(4, 6)])
    #expect(both.changes.map(\.target) == [ByteRange(1, 4), ByteRange(5, 5)])
  }

  @Test func carryingIsMonotone() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let alignment = try Self.random(20, &generator)
      var last = 0
      for offset in 0...alignment.targetCount {
        let range = alignment.sourceRange(ofTarget: ByteRange(offset, offset + 1))
        #expect(range.lowerBound >= last)
        last = range.lowerBound
      }
    }
  }
}
