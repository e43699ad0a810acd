import ArabicNormalization
import TestSupport
import Testing
import TextSegmentation

@Suite struct StageContractTests {
  @Test func words() throws {
    #expect(try StageContract(WordSegmentation(), writes: [.tokens]).violations() == [])
  }

  @Test(arguments: SentenceSegmentation.Style.allCases, SentenceSegmentation.LineBreaks.allCases)
  func sentences(style: SentenceSegmentation.Style, lineBreaks: SentenceSegmentation.LineBreaks) throws {
    let stage = SentenceSegmentation(style: style, lineBreaks: lineBreaks)
    #expect(try StageContract(stage, writes: [.sentences]).violations() == [])
    let afterWords = StageContract(stage, after: [WordSegmentation()], writes: [.tokens, .sentences])
    #expect(try afterWords.violations() == [])
  }

  @Test func afterEverything() throws {
    let contract = StageContract(
      SentenceSegmentation(), after: [WordSegmentation(), TokenNormalization(), TextNormalization(.display)],
      writes: [.tokens, .sentences])
    #expect(try contract.violations() == [])
  }
}
