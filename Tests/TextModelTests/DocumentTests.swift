import TestSupport
import Testing
import TextModel

@Suite struct DocumentTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let replaced: String
    let skipped: String
    let places: [String]
    var testDescription: String { "\(bytes)" }
  }

  static let broken = [
    Broken(bytes: [0xFF], replaced: "\u{FFFD}", skipped: "", places: ["line 1, byte 0: not UTF-8 (1 byte)"]),
    Broken(
      bytes: [0x61, 0xC0, 0x80, 0x62], replaced: "a\u{FFFD}\u{FFFD}b", skipped: "ab",
      places: ["line 1, byte 1: not UTF-8 (1 byte)", "line 1, byte 2: not UTF-8 (1 byte)"]),
    // The maximal part of a sequence that breaks off is one error (The Unicode Standard, table 3-11).
    Broken(
      bytes: [0x0A, 0xE2, 0x80, 0x41, 0x0A, 0xF0, 0x9F, 0x98], replaced: "\n\u{FFFD}A\n\u{FFFD}", skipped: "\nA\n",
      places: ["line 2, byte 1: not UTF-8 (2 bytes)", "line 3, byte 5: not UTF-8 (3 bytes)"]),
    // A surrogate is three errors.
    Broken(
      bytes: [0xED, 0xA0, 0x80], replaced: "\u{FFFD}\u{FFFD}\u{FFFD}", skipped: "",
      places: (0..<3).map { "line 1, byte \($0): not UTF-8 (1 byte)" }),
    Broken(
      bytes: [0xD9, 0x88, 0xD8, 0x20], replaced: "و\u{FFFD} ", skipped: "و ",
      places: ["line 1, byte 2: not UTF-8 (1 byte)"]),
    // Above U+10FFFF.
    Broken(
      bytes: [0xF4, 0x90, 0x80, 0x80], replaced: "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", skipped: "",
      places: (0..<4).map { "line 1, byte \($0): not UTF-8 (1 byte)" }),
  ]

  @Test(arguments: broken)
  func repair(_ test: Broken) throws {
    let replaced = try Document(bytes: test.bytes)
    #expect(replaced.text == test.replaced)
    #expect(replaced.text == String(decoding: test.bytes, as: UTF8.self))
    #expect(replaced.invalidUTF8.map(\.description) == test.places)
    let skipped = try Document(bytes: test.bytes, onInvalid: .skip)
    #expect(skipped.text == test.skipped)
    #expect(skipped.invalidUTF8 == replaced.invalidUTF8)
    let first = try #require(replaced.invalidUTF8.first)
    #expect(throws: Document.Failure.invalidUTF8(first)) { try Document(bytes: test.bytes, onInvalid: .fail) }
  }

  @Test func validBytesAreTakenAsTheyAre() throws {
    for policy in InvalidUTF8.Policy.allCases {
      let document = try Document(bytes: Array("وقال\u{10FFFF}\u{0}".utf8), onInvalid: policy)
      #expect(document.repair == nil)
      #expect(document.invalidUTF8.isEmpty)
      #expect(document.originalRange(of: ByteRange(2, 4)) == ByteRange(2, 4))
    }
  }

  @Test(arguments: 0..<20)
  func randomBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let leads: [UInt8] = [0x41, 0x0A, 0xC2, 0xD9, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xC0, 0xFF]
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0x80...0xBF, using: &generator) : leads.randomElement(using: &generator) ?? 0
      }
      let expected = String(decoding: bytes, as: UTF8.self)
      let replaced = try Document(bytes: bytes)
      #expect(replaced.text.utf8.elementsEqual(expected.utf8))
      let skipped = try Document(bytes: bytes, onInvalid: .skip)
      #expect(skipped.text.utf8.elementsEqual(String(decoding: skipped.bytes, as: UTF8.self).utf8))
      for document in [replaced, skipped] {
        guard let repair = document.repair else {
          #expect(document.bytes == bytes)
          continue
        }
        #expect(
          AlignmentContract.violations(of: NormalizedText(bytes: document.bytes, alignment: repair), source: bytes)
            .filter { $0 != "a run cuts a character of the source" } == [])
        #expect(document.invalidUTF8.count == repair.changes.count)
        for (place, change) in zip(document.invalidUTF8, repair.changes) {
          #expect(place.byte == change.source.lowerBound)
          #expect(place.count == change.source.count)
          #expect(place.line == bytes[..<place.byte].count { $0 == 0x0A } + 1)
        }
      }
    }
  }

  @Test func damagedWords() throws {
    var generator = SeededGenerator(seed: 1)
    let words = ["قال", "الوزير", "сказал", "a", "word", " ", " ", "é", "日本", "😀"].map { Array($0.utf8) }
    for _ in 0..<3_000 {
      var bytes = (0..<Int.random(in: 0...20, using: &generator)).flatMap { _ in
        words.randomElement(using: &generator) ?? []
      }
      for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
      if try Document(bytes: bytes).bytes != expected { Issue.record("\(bytes)") }
    }
  }

  @Test func originalRangeSlicesWhatWasRead() throws {
    let bytes = [0xFF] + Array("قال".utf8) + [0xC3] + Array("نعم".utf8)
    let document = try Document(bytes: bytes)
    let word = ByteRange(3, 9)
    #expect(document.text(at: word) == "قال")
    let original = document.originalRange(of: word)
    #expect(String(decoding: bytes[original.lowerBound..<original.upperBound], as: UTF8.self) == "قال")
  }

  @Test func reportsAreLimited() throws {
    let document = try Document(bytes: [UInt8](repeating: 0xFF, count: 1_000))
    #expect(document.invalidUTF8.count == InvalidUTF8.maximumReports)
    #expect(document.repair?.changes.count == 1_000)
  }

  @Test func sliceIsClamped() throws {
    let document = try Document(text: "نص")
    #expect(document.text(at: ByteRange(-5, 2)) == "ن")
    #expect(document.text(at: ByteRange(2, 99)) == "ص")
    #expect(document.text(at: ByteRange(9, 3)) == "")
  }
}
