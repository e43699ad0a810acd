import TestSupport
import Testing
import TextModel
import UnicodeText

@Suite("The break machine beside ICU's iterator, on the corpus")
struct BoundaryEqualityTests {
  @Test("The same segments with the same status", arguments: BreakIterator.Kind.allCases, EqualityCorpus.parts)
  func segments(kind: BreakIterator.Kind, part: Int) throws {
    let iterator = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    try EqualityCorpus.forEachDocument(of: part) { document in
      var expected: [Int] = []
      var found: [Int] = []
      try document.bytes.withUnsafeBufferPointer { bytes in
        try iterator.boundaries(in: bytes) { expected += [$0, Int($1)] }
        var last = 0
        try segmenter.forEachSegment(in: bytes) { start, end, status in
          if start != last { found.append(-1) }
          last = end
          found += [end, Int(status)]
        }
      }
      try #require(found == expected, "\(document.id): \(document.text.debugDescription)")
    }
  }
}
