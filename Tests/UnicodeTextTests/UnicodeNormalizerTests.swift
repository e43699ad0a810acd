import TestSupport
import Testing
import TextModel
import UnicodeText

@Suite struct UnicodeNormalizerTests {
  @Test(arguments: [
    (UnicodeNormalizer.Form.nfc, "e\u{301}", "é"), (.nfd, "é", "e\u{301}"), (.nfc, "ا\u{653}", "آ"),
    (.nfkc, "ﻻ ﷲ", "لا الله"), (.nfkd, "ﬁ①", "fi1"), (.nfkcCasefold, "ﬁN\u{AD}\u{200C}É", "finé"),
    (.nfc, "", ""), (.nfkc, "كتاب", "كتاب"),
    // The longest expansion: 3 bytes become 33.
    (.nfkc, "\u{FDFA}", "صلى الله عليه وسلم"),
  ])
  func forms(form: UnicodeNormalizer.Form, source: String, target: String) throws {
    let normalized = try UnicodeNormalizer(form).normalize(Array(source.utf8))
    #expect(normalized.string.unicodeScalars.elementsEqual(target.unicodeScalars))
    #expect(normalized.alignment.sourceCount == source.utf8.count)
    #expect(normalized.alignment.targetCount == target.utf8.count)
    #expect(normalized.alignment.isIdentity == source.unicodeScalars.elementsEqual(target.unicodeScalars))
  }

  /// A range of the target leads back to the characters that it was made from.
  @Test(arguments: [
    (UnicodeNormalizer.Form.nfkc, "قال ﻻ شيء", "لا", "ﻻ"), (.nfc, "un cafe\u{301} noir", "é", "e\u{301}"),
    (.nfkc, "a ﷺ b", "عليه", "ﷺ"), (.nfkc, "x①y", "y", "y"),
  ])
  func alignmentLeadsToTheOriginal(
    form: UnicodeNormalizer.Form, source: String, found: String, original: String
  ) throws {
    let bytes = Array(source.utf8)
    let normalized = try UnicodeNormalizer(form).normalize(bytes)
    let needle = Array(found.utf8)
    let start = try #require(
      (0...(normalized.bytes.count - needle.count)).first {
        normalized.bytes[$0..<$0 + needle.count].elementsEqual(needle)
      })
    let range = normalized.alignment.sourceRange(ofTarget: ByteRange(start, start + needle.count))
    #expect(bytes[range.lowerBound..<range.upperBound].elementsEqual(original.utf8))
  }

  /// Kept runs are the same bytes on both sides, and each run ends between characters.
  @Test(arguments: UnicodeNormalizer.Form.allCases, RandomText.alphabets.indices)
  func runsAreTrue(form: UnicodeNormalizer.Form, alphabet: Int) throws {
    let normalizer = try UnicodeNormalizer(form)
    var generator = SeededGenerator(seed: UInt64(alphabet))
    for round in 0..<60 {
      let bytes = RandomText.make(RandomText.alphabets[alphabet].pieces, count: round * 3, &generator)
      let normalized = try normalizer.normalize(bytes)
      for run in normalized.alignment.runs where !run.isChange {
        #expect(bytes[run.source.range] == normalized.bytes[run.target.range])
      }
      for run in normalized.alignment.runs where run.source.upperBound < bytes.count {
        #expect(bytes[run.source.upperBound] & 0xC0 != 0x80)
      }
      #expect(normalized.alignment.sourceCount == bytes.count)
      #expect(normalized.alignment.targetCount == normalized.bytes.count)
      #expect(normalized.bytes.withUnsafeBufferPointer { normalizer.isNormalized($0) })
      #expect(bytes.withUnsafeBufferPointer { normalizer.isNormalized($0) } == (normalized.bytes == bytes))
    }
  }

  /// More than the first guess of the output's size, and more than one call's worth of edits.
  @Test func expansionBeyondTheFirstBuffer() throws {
    let source = Array(String(repeating: "\u{FDFA}", count: 5_000).utf8)
    let normalized = try UnicodeNormalizer(.nfkc).normalize(source)
    #expect(normalized.string == String(repeating: "صلى الله عليه وسلم", count: 5_000))
    #expect(normalized.alignment.runs.count == 5_000)
  }

  @Test func appendsToWhatIsThere() throws {
    let normalizer = try UnicodeNormalizer(.nfkc)
    var target = Array("x".utf8)
    var edits = Alignment.Builder()
    edits.keep(1)
    for part in ["ﻻ", "ab", "①"] {
      let bytes = Array(part.utf8)
      try bytes.withUnsafeBufferPointer { try normalizer.normalize($0, into: &target, edits: &edits) }
    }
    #expect(String(decoding: target, as: UTF8.self) == "xلاab1")
    let alignment = try edits.finish(sourceCount: 9, targetCount: target.count)
    #expect(alignment.sourceRange(ofTarget: ByteRange(1, 5)) == ByteRange(1, 4))
  }

  /// Documents are valid; bytes that are not UTF-8 must only do no harm.
  @Test(arguments: UnicodeNormalizer.Form.allCases)
  func anyBytes(form: UnicodeNormalizer.Form) throws {
    let normalizer = try UnicodeNormalizer(form)
    var generator = SeededGenerator(seed: 8)
    for round in 0..<300 {
      let bytes = (0..<round).map { _ in UInt8.random(in: round % 2 == 0 ? 0...255 : 0xC0...0xFF, using: &generator) }
      let normalized = try normalizer.normalize(bytes)
      #expect(normalized.alignment.sourceCount == bytes.count)
    }
  }

  @Test(arguments: [
    (UnicodeNormalizer.Form.nfc, "a" as Unicode.Scalar, true, false, false), (.nfc, "\u{301}", false, false, false),
    (.nfc, "ب", true, true, true), (.nfkc, "\n", true, true, true),
  ])
  func boundaries(
    form: UnicodeNormalizer.Form, scalar: Unicode.Scalar, isBefore: Bool, isAfter: Bool, isInert: Bool
  ) throws {
    let normalizer = try UnicodeNormalizer(form)
    #expect(normalizer.hasBoundaryBefore(scalar) == isBefore)
    #expect(normalizer.hasBoundaryAfter(scalar) == isAfter)
    #expect(normalizer.isInert(scalar) == isInert)
  }
}

extension ByteRange {
  fileprivate var range: Range<Int> { lowerBound..<upperBound }
}
