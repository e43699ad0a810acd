import ArabicNormalization
import TestSupport
import Testing
import TextModel
import TextPipeline

/// Cuts at spaces: enough of a tokenizer to test keys with.
private struct SpaceSplitting: Stage {
  var name: String { "spaces" }
  func makeWorker() -> any StageWorker { Worker() }

  final class Worker: StageWorker {
    func process(_ document: Document, _ annotations: inout Annotations) {
      var start = 0
      for end in 0...document.bytes.count where end == document.bytes.count || document.bytes[end] == 0x20 {
        if end > start { annotations.tokens.append(Token(range: ByteRange(start, end), kind: .word, gap: .space)) }
        start = end + 1
      }
    }
  }
}

@Suite struct NormalizationStageTests {
  @Test(arguments: NormalizationProfile.all)
  func contract(profile: NormalizationProfile) throws {
    let text = StageContract(TextNormalization(profile), after: [SpaceSplitting()], writes: [.normalized])
    #expect(try text.violations() == [])
    let tokens = StageContract(TokenNormalization(profile), after: [SpaceSplitting()], writes: [.tokens, .keys])
    #expect(try tokens.violations() == [])
  }

  @Test func keysStandWhereTokensSay() throws {
    let document = try Document(text: "قال أحمد: ﷺ \u{64E} و\u{654}من " + String(repeating: "ب", count: 2_000) + " نعم")
    let pipeline = Pipeline {
      SpaceSplitting()
      TokenNormalization()
    }
    let annotations = try pipeline.annotate(document)
    let keys = annotations.tokens.map { String(decoding: annotations.keys[$0.keyRange], as: UTF8.self) }
    #expect(keys == ["قال", "احمد:", "صلي الله عليه وسلم", "", "ومن", "", "نعم"])
    #expect(TokenNormalization().profile == .search)
    #expect(TokenNormalization().name == "token normalization (search)")
  }

  @Test func keysEqualTheWholeNormalizer() throws {
    let normalizer = try TextNormalizer(.search)
    for document in try TrickyDocuments.all() {
      let annotations = try Pipeline(stages: [SpaceSplitting(), TokenNormalization()]).annotate(document)
      for token in annotations.tokens {
        let range = token.range
        // Overlong tokens are not even looked at.
        if range.count > 4 * TokenNormalization.maximumKeyCount { continue }
        let expected = normalizer.normalize(Array(document.bytes[range.lowerBound..<range.upperBound])).bytes
        #expect(Array(annotations.keys[token.keyRange]) == (expected.count > 255 ? [] : expected))
      }
    }
  }
}
