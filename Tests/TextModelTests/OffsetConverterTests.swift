import TestSupport
import Testing
import TextModel

@Suite struct OffsetConverterTests {
  static let texts = ["", "a", "وقال بيرنز CIA", "a😀b𐎠ج", "日本語\u{301}é", String(repeating: "نص😀x", count: 50)]

  @Test(arguments: texts)
  func agreesWithStringViews(text: String) {
    let bytes = Array(text.utf8)
    var utf8 = OffsetConverter(to: .utf8)
    var utf16 = OffsetConverter(to: .utf16)
    var scalars = OffsetConverter(to: .scalars)
    for index in text.unicodeScalars.indices + [text.endIndex] {
      let offset = text.utf8.distance(from: text.startIndex, to: index)
      #expect(utf8.convert(offset, in: bytes) == offset)
      #expect(utf16.convert(offset, in: bytes) == text.utf16.distance(from: text.startIndex, to: index))
      #expect(scalars.convert(offset, in: bytes) == text.unicodeScalars.distance(from: text.startIndex, to: index))
    }
  }

  @Test(arguments: [OffsetUnit.scalars, .utf16])
  func everyStretch(unit: OffsetUnit) {
    let text = "وقال CIA 😀😀 日本語 é سنة 𐎠ج word"
    let bytes = Array(text.utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        var converter = OffsetConverter(to: unit)
        let offsets = converter.convert(ByteRange(start, end), in: bytes)
        let expected = bytes[start..<end].reduce(0) { count, byte in
          count + (byte & 0xC0 == 0x80 ? 0 : unit == .utf16 && byte >= 0xF0 ? 2 : 1)
        }
        if offsets.count != expected { Issue.record("\(start)..<\(end)") }
      }
    }
  }

  @Test func goesBackAndClamps() {
    let text = "ab😀جد"
    let bytes = Array(text.utf8)
    var converter = OffsetConverter(to: .utf16)
    #expect(converter.convert(99, in: bytes) == text.utf16.count)
    #expect(converter.convert(2, in: bytes) == 2)
    #expect(converter.convert(-3, in: bytes) == 0)
    #expect(converter.convert(6, in: bytes) == 4)
    #expect(converter.convert(ByteRange(6, 8), in: bytes) == 4..<5)
  }

  @Test func insideACharacterCountsWhatBeginsBefore() {
    let bytes = Array("ج😀x".utf8)
    var scalars = OffsetConverter(to: .scalars)
    #expect((0...7).map { scalars.convert($0, in: bytes) } == [0, 1, 1, 2, 2, 2, 2, 3])
  }

  @Test func isLinear() {
    // Quadratic work over so many offsets would not end.
    let bytes = Array(String(repeating: "نص ", count: 200_000).utf8)
    var converter = OffsetConverter(to: .scalars)
    var last = 0
    for offset in stride(from: 0, to: bytes.count, by: 5) { last = converter.convert(offset, in: bytes) }
    #expect(last == 3 * 200_000 - 3)
  }

  @Test(arguments: OffsetUnit.allCases)
  func smallStepsBackAreLinear(unit: OffsetUnit) {
    // As for a word and then its parts; from the start each time, it would not end.
    let bytes = Array(String(repeating: "ن😀 ", count: 200_000).utf8)
    var converter = OffsetConverter(to: unit)
    var fresh = OffsetConverter(to: unit)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      let whole = converter.convert(ByteRange(start, start + 7), in: bytes)
      let part = converter.convert(ByteRange(start + 2, start + 6), in: bytes)
      let second = fresh.convert(start + 2, in: bytes)
      if part.lowerBound == second, part.upperBound < whole.upperBound, whole.lowerBound < second { continue }
      Issue.record("\(whole) \(part) \(second)")
      return
    }
    #expect(converter.convert(7, in: bytes) == fresh.convert(7, in: bytes))
  }
}
