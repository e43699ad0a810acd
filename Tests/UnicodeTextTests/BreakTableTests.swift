import TestSupport
import Testing

@testable import UnicodeText

/// A segment as both engines tell it.
private struct Segment: Hashable {
  var start: Int
  var end: Int
  var status: Int32
}

private func byICU(_ bytes: [UInt8], _ iterator: BreakIterator) throws -> [Segment] {
  var segments: [Segment] = []
  try bytes.withUnsafeBufferPointer { buffer in
    try iterator.boundaries(in: buffer) {
      segments.append(Segment(start: segments.last?.end ?? 0, end: $0, status: $1))
    }
  }
  return segments
}

private func byTable(_ bytes: [UInt8], _ segmenter: BreakSegmenter) throws -> [Segment] {
  var segments: [Segment] = []
  try bytes.withUnsafeBufferPointer { buffer in
    try segmenter.forEachSegment(in: buffer) { segments.append(Segment(start: $0, end: $1, status: $2)) }
  }
  return segments
}

@Suite struct BreakTableTests {
  /// With the ICU that this is developed on, nothing may fall back unnoticed.
  @Test(arguments: BreakIterator.Kind.allCases)
  func rulesOfTheRootAreInterpreted(kind: BreakIterator.Kind) throws {
    #expect(try BreakTable.shared(kind).isInterpreted)
  }

  @Test(arguments: BreakIterator.Kind.allCases, RandomText.alphabets.indices)
  func equalToICUOnRandomText(kind: BreakIterator.Kind, alphabet: Int) throws {
    let iterator = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    var generator = SeededGenerator(seed: UInt64(alphabet) + 1)
    for round in 0..<400 {
      let count = round < 300 ? round % 30 : 500
      let bytes = RandomText.make(RandomText.alphabets[alphabet].pieces, count: count, &generator)
      let expected = try byICU(bytes, iterator)
      let found = try byTable(bytes, segmenter)
      try #require(found == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: BreakIterator.Kind.allCases)
  func equalToICUOnAllAlphabetsMixed(kind: BreakIterator.Kind) throws {
    let iterator = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    var generator = SeededGenerator(seed: 99)
    let pieces = RandomText.alphabets.flatMap(\.pieces)
    for count in [0, 1, 2, 3, 5, 8, 100, 20_000] {
      let bytes = RandomText.make(pieces, count: count, &generator)
      let expected = try byICU(bytes, iterator)
      let found = try byTable(bytes, segmenter)
      try #require(found == expected, "\(count) pieces")
    }
  }

  /// Each cut leaves another character at the end, where the fast reading stops.
  @Test(arguments: BreakIterator.Kind.allCases)
  func equalToICUAtEveryEndOfText(kind: BreakIterator.Kind) throws {
    let iterator = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    let text = "قال 3.5، don't U.S. 🇪🇬👩\u{200D}🚀 ภาษาไทย 東京 «كتاب».\r\n\nEnd e\u{301}1,"
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      bytes += Array(String(Character(scalar)).utf8)
      let expected = try byICU(bytes, iterator)
      let found = try byTable(bytes, segmenter)
      try #require(found == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// Rules of their own; suppressions are no rules at all, so that the whole work is left to ICU.
  @Test(arguments: [
    (BreakIterator.Kind.sentence, "el", true), (.line, "ja@lb=strict", true), (.line, "ja@lb=loose", true),
    (.line, "de@lb=normal", true), (.word, "fi", true), (.word, "ja", true), (.sentence, "en@ss=standard", false),
  ])
  func equalToICUInLocales(kind: BreakIterator.Kind, locale: String, isInterpreted: Bool) throws {
    let table = try BreakTable(kind, locale: locale)
    #expect(table.isInterpreted == isInterpreted)
    let iterator = try BreakIterator(kind, locale: locale)
    let segmenter = try table.makeSegmenter()
    var generator = SeededGenerator(seed: 5)
    let pieces = RandomText.alphabets.flatMap(\.pieces)
    for count in [0, 1, 10, 100, 2_000] {
      let bytes = RandomText.make(pieces, count: count, &generator)
      let expected = try byICU(bytes, iterator)
      let found = try byTable(bytes, segmenter)
      try #require(found == expected, "\(count) pieces")
    }
  }

  /// Documents are valid; a caller who errs must get segments that cover the text, and no crash.
  @Test(arguments: BreakIterator.Kind.allCases)
  func anyBytesAreCovered(kind: BreakIterator.Kind) throws {
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    let iterator = try BreakIterator(kind)
    var generator = SeededGenerator(seed: 3)
    for round in 0..<300 {
      let bytes = (0..<round).map { _ in UInt8.random(in: round % 2 == 0 ? 0...255 : 0xC0...0xFF, using: &generator) }
      for segments in [try byTable(bytes, segmenter), try byICU(bytes, iterator)] {
        var end = 0
        for segment in segments {
          #expect(segment.start == end && segment.end > end)
          end = segment.end
        }
        #expect(end == bytes.count)
      }
    }
  }

  @Test(arguments: [
    (
      BreakIterator.Kind.word, "قال: نعم 12", ["قال", ":", " ", "نعم", " ", "12"], [200, 0, 0, 200, 0, 100] as [Int32]
    ),
    (.word, "can't stop", ["can't", " ", "stop"], [200, 0, 200]),
    (.word, "ภาษาไทย", ["ภาษา", "ไทย"], [200, 200]),
    (.word, "東京へ", ["東京", "へ"], [400, 400]),
    (.sentence, "نعم. لا؟ حسنا", ["نعم. ", "لا؟ ", "حسنا"], [0, 0, 100]),
    (.character, "e\u{301}🇪🇬x", ["e\u{301}", "🇪🇬", "x"], [0, 0, 0]),
    (.line, "a b\nc", ["a ", "b\n", "c"], [0, 100, 0]),
  ])
  func slicesOfTheText(kind: BreakIterator.Kind, text: String, parts: [String], statuses: [Int32]) throws {
    let bytes = Array(text.utf8)
    let segments = try byTable(bytes, try BreakTable.shared(kind).makeSegmenter())
    #expect(segments.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == parts)
    #expect(segments.map(\.status) == statuses)
  }

  /// Another ICU may bring rules that this module does not know.
  @Test(arguments: BreakIterator.Kind.allCases)
  func unknownRulesAreLeftToICU(kind: BreakIterator.Kind) throws {
    var otherFormat = try #require(try BreakIterator(kind).compiledRules())
    otherFormat[4] = 7
    let iterator = try BreakIterator(kind)
    var generator = SeededGenerator(seed: 21)
    for rules in [nil, [], [UInt8](otherFormat.prefix(100)), otherFormat] {
      let table = BreakTable(kind, locale: "", rules: rules)
      #expect(!table.isInterpreted)
      let segmenter = try table.makeSegmenter()
      for count in [0, 1, 7, 1_000] {
        let bytes = RandomText.make(RandomText.alphabets.flatMap(\.pieces), count: count, &generator)
        #expect(try byTable(bytes, segmenter) == byICU(bytes, iterator))
      }
    }
  }

  /// Whatever stands in the header and in the state table, nothing beyond the memory is read and every text ends.
  @Test(arguments: BreakIterator.Kind.allCases)
  func damagedRulesDoNoHarm(kind: BreakIterator.Kind) throws {
    let rules = try #require(try BreakIterator(kind).compiledRules())
    var generator = SeededGenerator(seed: 22)
    let bytes = RandomText.make(RandomText.alphabets.flatMap(\.pieces), count: 200, &generator)
    var usable = 0
    for round in 0..<200 {
      var damaged = rules
      // Not the trie: ICU itself reads it, and trusts it.
      let end = round % 2 == 0 ? 80 : 400
      for _ in 0...round % 4 {
        let place =
          (round % 2 == 0 ? Int.random(in: 8..<end, using: &generator) : Int.random(in: 80..<end, using: &generator))
        if (32..<40).contains(place) { continue }
        damaged[place] = UInt8.random(in: 0...255, using: &generator) >> UInt8.random(in: 0...7, using: &generator)
      }
      let table = BreakTable(kind, locale: "", rules: damaged)
      usable += table.isInterpreted ? 1 : 0
      let segments = try byTable(bytes, table.makeSegmenter())
      #expect(segments.last?.end == bytes.count)
      #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.end == $1.start && $1.end > $1.start })
    }
    #expect(usable > 10)
  }

  @Test func oneTableServesManyTasks() async throws {
    var generator = SeededGenerator(seed: 11)
    let bytes = RandomText.make(RandomText.alphabets.flatMap(\.pieces), count: 3_000, &generator)
    let expected = try byICU(bytes, try BreakIterator(.word))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try byTable(bytes, try BreakTable.shared(.word).makeSegmenter()) == expected }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}
