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

  @Test("The tables before the image's find the same weights, also of features that share a tag", arguments: 1...20)
  func weights(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = Self.labels.count
    // Few upper halves and few lower ones: tags are there twice, and in the way of each other.
    let tags = (0..<40).map { _ in UInt64.random(in: 0...UInt64(UInt32.max), using: &random) << 32 }
    let features = (0..<Int.random(in: 1...300, using: &random)).map { _ in
      (tags.randomElement(using: &random) ?? 0) | UInt64.random(in: 0...7, using: &random) << UInt64(seed % 2 * 29)
    }
    let known = Array(Set(features))
    let sections = LinearChainModel.sections(
      name: "x", labels: Self.labels, features: known,
      weights: (0..<known.count * size).map { _ in Float.random(in: -3...3, using: &random) },
      transitions: [Float](repeating: 0, count: size * size))
    let image = ImageBytes.image(magic: "TESTTEST", version: 1, sections: sections)
    let model = try #require(
      LinearChainModel(image.withUnsafeBytes { ImageBytes(copying: $0) }, first: 0))
    let weights = FeatureWeights(model)
    var asked: [UInt64] = []
    var ends: [Int32] = []
    for _ in 0..<16 {
      for _ in 0..<Int.random(in: 0...100, using: &random) {
        let other =
          (tags.randomElement(using: &random) ?? 0) | UInt64.random(in: 0...UInt64(UInt32.max), using: &random)
        asked.append(Bool.random(using: &random) ? known.randomElement(using: &random) ?? 0 : other)
      }
      ends.append(Int32(asked.count))
    }
    var found = [LinearChainModel.Scores](repeating: .zero, count: ends.count)
    var expected = found
    var start = 0
    for token in ends.indices {
      for feature in asked[start..<Int(ends[token])] { model.add(feature, to: &expected[token]) }
      start = Int(ends[token])
    }
    asked.append(0)
    asked.withUnsafeBufferPointer { asked in
      ends.withUnsafeBufferPointer { ends in
        found.withUnsafeMutableBufferPointer { found in
          guard let asked = asked.baseAddress, let found = found.baseAddress else { return }
          weights.add(asked, ends: ends, to: found)
        }
      }
    }
    for token in ends.indices { for label in 0..<size { #expect(found[token][label] == expected[token][label]) } }
  }

  @Test("Long sentences of mostly no names are decoded as by the definition", arguments: 1...60)
  func decodesStretches(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let model = try model(&random)
    let size = Self.labels.count
    let bonus = Int16.random(in: 0...400, using: &random)
    let count = Int.random(in: 1...300, using: &random)
    let scores = (0..<count).map { _ in
      var scores = LinearChainModel.Scores.zero
      for label in 0..<16 { scores[label] = Int16.random(in: -150...150, using: &random) }
      scores[0] += Int.random(in: 0..<4, using: &random) > 0 ? bonus : 0
      return scores
    }
    var best: [UInt8] = []
    ViterbiDecoder(model).decode(scores[...], into: &best)
    // Of equal ways the one by the lower labels, seen from the end.
    var sums = (0..<size).map { Self.labels.allows($0, after: nil) ? Int(scores[0][$0]) : Int.min / 2 }
    var origins: [[Int]] = []
    for token in 1..<max(1, count) {
      var next = [Int](repeating: .min / 2, count: size)
      var origin = [Int](repeating: 0, count: size)
      for label in 0..<size {
        for before in 0..<size where Self.labels.allows(label, after: before) {
          let sum = sums[before] + model.transition(from: before, to: label) + Int(scores[token][label])
          if sum > next[label] { (next[label], origin[label]) = (sum, before) }
        }
      }
      sums = next
      origins.append(origin)
    }
    var label = (0..<size).max { sums[$0] < sums[$1] } ?? 0
    var expected = [UInt8(label)]
    for origin in origins.reversed() {
      label = origin[label]
      expected.append(UInt8(label))
    }
    #expect(best == expected.reversed())
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
    let decoder = ViterbiDecoder(model)
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
