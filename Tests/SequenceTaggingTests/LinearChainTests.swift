import BinaryImage
import SequenceTagging
import TestSupport
import Testing

@Suite("Linear chains")
struct LinearChainTests {
  private static let labels = LabelSet(types: ["PER", "LOC"])
  private static let magic = "TESTING\n"

  /// A model of random weights, and the image that it stands in.
  private func model(_ random: inout SeededGenerator) throws -> LinearChainModel {
    let size = Self.labels.count
    let features = (0..<40).map { _ in UInt64.random(in: 0 ... .max, using: &random) }
    let weights = (0..<40 * size).map { _ in Float.random(in: -4...4, using: &random) }
    let transitions = (0..<size * size).map { _ in Float.random(in: -4...4, using: &random) }
    let bytes = ImageBytes.image(
      magic: Self.magic, version: 1,
      sections: LinearChainModel.sections(
        name: "ar", labels: Self.labels, features: features, weights: weights, transitions: transitions))
    let image = bytes.withUnsafeBytes { ImageBytes(copying: $0) }
    let model = try #require(LinearChainModel(image, first: 0))
    for (number, feature) in features.enumerated() {
      var scores = LinearChainModel.Scores.zero
      model.add(feature, to: &scores)
      for label in 0..<size {
        let expected = (weights[number * size + label] / LinearChainModel.unit).rounded()
        #expect(Float(scores[label]) == expected)
      }
    }
    var none = LinearChainModel.Scores.zero
    model.add(0xDEAD_BEEF_0000_0001, to: &none)
    #expect(none == .zero)
    return model
  }

  @Test("The decoder's labels are the best of all that are allowed", arguments: 1...40)
  func decodesBest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let model = try model(&random)
    let size = Self.labels.count
    let count = Int.random(in: 1...5, using: &random)
    let scores = (0..<count).map { _ in
      var scores = LinearChainModel.Scores.zero
      for label in 0..<16 { scores[label] = Int16.random(in: -150...150, using: &random) }
      return scores
    }
    var best: [UInt8] = []
    var decoder = ViterbiDecoder(model)
    decoder.decode(scores[...], into: &best)
    #expect(best.count == count)
    func sum(_ labels: [Int]) -> Int? {
      var sum = 0
      for (token, label) in labels.enumerated() {
        let previous = token > 0 ? labels[token - 1] : nil
        guard Self.labels.allows(label, after: previous) else { return nil }
        sum += Int(scores[token][label])
        if let previous { sum += model.transition(from: previous, to: label) }
      }
      return sum
    }
    var greatest = Int.min
    var labels = [Int](repeating: 0, count: count)
    func tryAll(_ token: Int) {
      if token == count {
        greatest = max(greatest, sum(labels) ?? .min)
        return
      }
      for label in 0..<size {
        labels[token] = label
        tryAll(token + 1)
      }
    }
    tryAll(0)
    #expect(sum(best.map(Int.init)) == greatest)
  }

  @Test(
    "Labels spell spans",
    arguments: [
      ([0, 1, 2, 0], [1..<3]), ([1, 1, 2], [0..<1, 1..<3]), ([2, 2], [0..<2]), ([1, 4], [0..<1, 1..<2]), ([0, 0], []),
    ] as [([UInt8], [Range<Int>])])
  func spans(labels: [UInt8], expected: [Range<Int>]) {
    #expect(Self.labels.spans(labels).map(\.range) == expected)
  }

  @Test("An image with a table that does not fit is refused")
  func damaged() throws {
    let whole = LinearChainModel.sections(
      name: "ar", labels: Self.labels, features: [1, 2], weights: [Float](repeating: 1, count: 10),
      transitions: [Float](repeating: 0, count: 25))
    for section in 1..<5 {
      var sections = whole
      sections[section] = Array(sections[section].dropLast(4))
      let bytes = ImageBytes.image(magic: Self.magic, version: 1, sections: sections)
      let image = bytes.withUnsafeBytes { ImageBytes(copying: $0) }
      #expect(LinearChainModel(image, first: 0) == nil, "section \(section)")
    }
  }
}
