import Testing

@testable import NameTransliteration

@Suite("Names are cut into words")
struct NameWordTests {
  @Test("Every plain letter is a letter")
  func plainLetters() {
    let plain = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      NameWords.isPlainLetter($0.value)
    }
    #expect(plain.count == 26 * 2 + 64 + 27 + 43)
    for scalar in plain {
      #expect(scalar.properties.isAlphabetic)
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter: break
      case let other: Issue.record("\(scalar) is \(other)")
      }
    }
  }

  @Test("Texts as keys are equal where their bytes are")
  func bytewise() {
    let texts = ["", "a", "بيرنز", "وليام جوزيف بيرنز", "é", "e\u{301}", "a\u{0}"]
    for left in texts {
      for right in texts {
        let isEqual = Array(left.utf8) == Array(right.utf8)
        #expect((BytewiseText(left) == BytewiseText(right)) == isEqual)
        // Made of other storage.
        let copy = String(decoding: Array(right.utf8), as: UTF8.self)
        if isEqual { #expect(BytewiseText(left).hashValue == BytewiseText(copy).hashValue) }
      }
    }
  }

  @Test("Each language has a place of its own")
  func places() {
    #expect(NameLanguage.allCases.map(\.place) == Array(0..<NameLanguage.allCases.count))
  }
}
