import ArabicNormalization
import TestSupport
import Testing
import TextModel

@Suite("Folding by table beside its definition, on the corpus")
struct NormalizationEqualityTests {
  @Test("The same bytes, and edits that cover the original", arguments: NormalizationProfile.all, EqualityCorpus.parts)
  func bytes(profile: NormalizationProfile, part: Int) throws {
    let normalizer = try TextNormalizer(profile)
    var appended: [UInt8] = []
    try EqualityCorpus.forEachDocument(of: part) { document in
      let expected = Array(try normalizer.reference(document.text).utf8)
      let result = normalizer.normalize(document.bytes)
      try #require(result.bytes == expected, "\(document.id): \(document.text.debugDescription)")
      appended.removeAll(keepingCapacity: true)
      document.bytes.withUnsafeBufferPointer { normalizer.append($0, to: &appended) }
      try #require(appended == expected, "\(document.id): \(document.text.debugDescription)")
      let violations = AlignmentContract.violations(of: result, source: document.bytes)
      try #require(violations.isEmpty, "\(document.id): \(violations)")
    }
  }
}
