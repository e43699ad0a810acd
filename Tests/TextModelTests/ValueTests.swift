import Testing
import TextModel

@Suite struct ValueTests {
  @Test func byteRange() {
    #expect(ByteRange(5, 2) == ByteRange(5, 5))
    #expect(ByteRange(2, 5).count == 3)
    #expect(ByteRange(2, 5).contains(ByteRange(3, 3)))
    #expect(!ByteRange(2, 5).overlaps(ByteRange(5, 6)))
    #expect(ByteRange(2, 5).overlaps(ByteRange(4, 6)))
    #expect(ByteRange(-3, 9).clamped(toCount: 4) == ByteRange(0, 4))
    #expect(ByteRange(1, 3) < ByteRange(1, 4))
    #expect("\(ByteRange(1, 3))" == "1..<3")
  }

  @Test func tokenIsSmallAndKeepsItsParts() {
    #expect(MemoryLayout<Token>.size <= 16)
    for gap in [Token.Gap.none, .space, .line, .paragraph] {
      var token = Token(range: ByteRange(7, 4_000_000_000), kind: .number, gap: gap)
      #expect(token.range == ByteRange(7, 4_000_000_000))
      #expect(token.gap == gap)
      #expect(!token.startsSentence)
      token.startsSentence = true
      #expect(token.startsSentence)
      #expect(token.gap == gap)
      #expect(token.kind == .number)
      token.startsSentence = false
      #expect(!token.startsSentence)
    }
    #expect(Token.Gap.space < .line)
  }

  @Test(arguments: EntityType.allCases)
  func entityTypesHaveTheirOwnLabels(type: EntityType) {
    #expect(EntityType(label: type.label) == type)
    #expect(EntityType(label: type.label.lowercased()) == nil)
  }

  @Test func annotationsAreEmptied() {
    var annotations = Annotations()
    annotations.tokens = [Token(range: ByteRange(0, 1), kind: .word, gap: .none)]
    annotations.keys = [1]
    annotations.sentences = [ByteRange(0, 1)]
    annotations.entities = [Entity(range: ByteRange(0, 1), type: .person)]
    annotations.normalized = NormalizedText(bytes: [], alignment: .identity(count: 0))
    annotations.removeAll()
    #expect(annotations.tokens.isEmpty && annotations.keys.isEmpty && annotations.sentences.isEmpty)
    #expect(annotations.entities.isEmpty && annotations.normalized == nil)
  }
}
