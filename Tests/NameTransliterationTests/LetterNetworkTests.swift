import TestSupport
import Testing

@testable import NameTransliteration

/// The networks' arithmetic beside plain definitions of it.
@Suite struct LetterNetworkTests {
  static let directions = ["ar-en", "ru-en", "he-en", "ko-en", "ja-en", "en-ar", "en-ru", "en-he"]

  static func direction(_ name: String) throws -> NameModel.Direction {
    let codes = name.split(separator: "-").map(String.init)
    let model = try #require(NameModel.embedded)
    return try #require(model.direction(from: codes[0], to: codes[1]))
  }

  /// What `options` says, by the definition.
  private static func reference(
    _ network: LetterNetwork, _ letters: [UInt8], at index: Int, history: UInt64
  ) -> [Double] {
    let padding = [UInt8](repeating: 0, count: ContextFeatures.window)
    var rows = [Int32](repeating: 0, count: ContextFeatures.sourceRowCount)
    network.features.sourceRows(padding + letters + padding, count: letters.count, at: index, into: &rows)
    var more = [Int32](repeating: 0, count: ContextFeatures.historyRowCount)
    network.features.historyRows(history, letter: letters[index], into: &more)
    var sums = [Int](repeating: 0, count: network.width)
    for row in rows + more {
      for column in 0..<network.width { sums[column] += Int(network.rows[Int(row) * network.width + column]) }
    }
    let first = Int(network.optionStarts[Int(letters[index])])
    let logits = (first..<first + network.optionCount(of: letters[index])).map { option in
      var product = 0
      for column in 0..<network.width {
        let weight = network.outputs[Int(network.optionChunks[option]) * network.width + column]
        product += max(0, sums[column]) * Int(weight)
      }
      return Double(product) * Double(network.scale) + Double(network.optionBiases[option])
    }
    let highest = logits.max() ?? 0
    let total = logits.reduce(0) { $0 + exponential($1 - highest) }
    return logits.map { exponential($0 - highest) / total }
  }

  /// By its series; no library is needed for a test.
  private static func exponential(_ x: Double) -> Double {
    guard x > -60 else { return 0 }
    var term = 1.0
    var sum = 1.0
    for n in 1..<40 {
      term *= x / 64 / Double(n)
      sum += term
    }
    return (0..<6).reduce(sum) { power, _ in power * power }
  }

  @Test(arguments: directions) func optionsAreTheDefinition(_ name: String) throws {
    let network = try Self.direction(name).forward
    var random = SeededGenerator(seed: 3)
    let scratch = UnsafeMutablePointer<Int16>.allocate(capacity: 3 * network.width)
    let answers = UnsafeMutablePointer<Float>.allocate(capacity: network.maximumOptionCount)
    defer {
      scratch.deallocate()
      answers.deallocate()
    }
    for _ in 0..<20 {
      let letters = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        UInt8.random(in: 1..<UInt8(network.features.sourceCount), using: &random)
      }
      let index = Int.random(in: letters.indices, using: &random)
      var history: UInt64 = 0
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        history = history << 8 | UInt64.random(in: 1..<UInt64(network.features.targetCount), using: &random)
      }
      let padding = [UInt8](repeating: 0, count: ContextFeatures.window)
      network.sumSource(padding + letters + padding, count: letters.count, at: index, into: scratch)
      network.options(
        of: letters[index], source: scratch, history: history, scratch: scratch + network.width, into: answers)
      let expected = Self.reference(network, letters, at: index, history: history)
      for (option, probability) in expected.enumerated() {
        let found = Self.exponential(Double(answers[option]))
        #expect(abs(found - probability) < 0.002, "\(letters) at \(index), option \(option)")
      }
    }
  }

  /// The sum over alignments beside all of them written out.
  @Test(arguments: ["ar-en", "en-ar"]) func probabilitiesAreSumsOverAlignments(_ name: String) throws {
    let direction = try Self.direction(name)
    let words =
      name == "ar-en" ? [("بوش", "bush"), ("علي", "ali"), ("رشيد", "rashid")] : [("bush", "بوش"), ("ali", "علي")]
    for (source, target) in words {
      let letters = source.unicodeScalars.compactMap { direction.sourceAlphabet.number(of: $0) }
      let spelling = target.unicodeScalars.compactMap { direction.targetAlphabet.number(of: $0) }
      let probability = SpellingProbability(network: direction.forward)
      probability.take(source: letters)
      let found = Self.exponential(Double(probability.logProbability(of: spelling)))
      let expected = Self.sum(direction.forward, letters, 0, spelling[...], history: 0)
      #expect(abs(found - expected) < 0.01 + 0.02 * expected)
      #expect(expected > 0)
    }
  }

  private static func sum(
    _ network: LetterNetwork, _ letters: [UInt8], _ index: Int, _ rest: ArraySlice<UInt8>, history: UInt64
  ) -> Double {
    guard index < letters.count else { return rest.isEmpty ? 1 : 0 }
    var total = 0.0
    for way in ways(network, letters, index, rest, history: history) {
      total += way.probability * sum(network, letters, index + 1, way.rest, history: way.history)
    }
    return total
  }

  /// Of a spelling, what each letter of its word stands for; the vowels that are not written may be with either neighbour.
  static let alignments: [(String, String, [String])] = [
    ("بوش", "bush", ["b", "u", "sh"]), ("رشيد", "rashid", ["r", "sh", "i", "d"]),
    ("بغداد", "baghdad", ["b", "gh", "d", "a", "d"]),
  ]

  @Test(arguments: alignments) func alignmentsAreTheLikeliestWays(_ word: String, _ english: String, _ sounds: [String])
    throws
  {
    let direction = try Self.direction("ar-en")
    let letters = word.unicodeScalars.compactMap { direction.sourceAlphabet.number(of: $0) }
    let spelling = english.unicodeScalars.compactMap { direction.targetAlphabet.number(of: $0) }
    let probability = SpellingProbability(network: direction.forward)
    probability.take(source: letters)
    let found = try #require(probability.alignment(with: spelling))
    var rest = english[...]
    let parts = found.counts.map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }
    #expect(parts.joined() == english)
    #expect(parts.count == sounds.count && zip(parts, sounds).allSatisfy { $0.hasPrefix($1) || $0.hasSuffix($1) })
    // One way is at most as likely as all of them, and as likely as the best of them written out.
    #expect(found.logProbability <= probability.logProbability(of: spelling) + 0.05)
    let best = Self.best(direction.forward, letters, 0, spelling[...], history: 0)
    #expect(abs(Self.exponential(Double(found.logProbability)) - best) < 0.01 + 0.02 * best)
    #expect(probability.alignment(with: []) == nil)
    #expect(probability.alignment(with: spelling + spelling + spelling + spelling + spelling) == nil)
  }

  /// The probability of the likeliest alignment, by trying all.
  private static func best(
    _ network: LetterNetwork, _ letters: [UInt8], _ index: Int, _ rest: ArraySlice<UInt8>, history: UInt64
  ) -> Double {
    guard index < letters.count else { return rest.isEmpty ? 1 : 0 }
    var best = 0.0
    for way in ways(network, letters, index, rest, history: history) {
      best = max(
        best, way.probability * Self.best(network, letters, index + 1, way.rest, history: way.history))
    }
    return best
  }

  /// What is left of a spelling after each option of a letter that it goes on with.
  private static func ways(
    _ network: LetterNetwork, _ letters: [UInt8], _ index: Int, _ rest: ArraySlice<UInt8>, history: UInt64
  ) -> [(probability: Double, rest: ArraySlice<UInt8>, history: UInt64)] {
    let first = Int(network.optionStarts[Int(letters[index])])
    return reference(network, letters, at: index, history: history).enumerated().compactMap { option, probability in
      var chunk = network.chunks[Int(network.optionChunks[first + option])]
      var written = rest
      var next = history
      while chunk != 0, let letter = written.first, letter == UInt8(truncatingIfNeeded: chunk) {
        next = next << 8 | UInt64(letter)
        written = written.dropFirst()
        chunk >>= 8
      }
      return chunk == 0 && probability > 1e-7 ? (probability, written, next) : nil
    }
  }

  /// What a search finds is what the trie and the network say of it.
  @Test(arguments: directions) func searchFindsWhatIsThere(_ name: String) throws {
    let direction = try Self.direction(name)
    var random = SeededGenerator(seed: 11)
    for effort in NameTransliteration.Effort.allCases {
      let search = NameSearch(network: direction.forward, trie: direction.trie, settings: effort.search)
      let probability = SpellingProbability(network: direction.forward)
      for _ in 0..<6 {
        let letters = (0..<Int.random(in: 1...7, using: &random)).map { _ in
          UInt8.random(in: 1..<UInt8(direction.sourceAlphabet.count), using: &random)
        }
        let found = search.search(letters)
        #expect(Set(found.map(\.letters)).count == found.count)
        probability.take(source: letters)
        for item in found {
          #expect(item.node == direction.trie.name(item.letters))
          // A beam sees a part of the ways in which a name may come about.
          #expect(item.score <= probability.logProbability(of: item.letters) + 0.05)
        }
      }
      #expect(search.search([]).isEmpty)
      #expect(search.search([UInt8](repeating: 1, count: NameSearch.maximumCount + 1)).isEmpty)
      _ = search.search([UInt8](repeating: 1, count: NameSearch.maximumCount))
    }
  }

  @Test func theTrieIsWalkedAsItWasBuilt() throws {
    let trie = try Self.direction("ar-en").trie
    // Every node but the root is the child of one node, by its own letter.
    var seen = 0
    for node in stride(from: 0, to: trie.nodeCount, by: 97) {
      let first = trie.firstChild(of: node)
      for child in first..<first + trie.childCount(of: node) {
        #expect(child > node && child < trie.nodeCount)
        #expect(trie.prefixWeights[child] <= trie.prefixWeights[node])
        seen += 1
      }
    }
    #expect(seen > 1000)
    for name in ["burns", "naryshkin", "kherson", "reuters"] {
      let letters = name.utf8.map { $0 - 96 }
      #expect(trie.name(letters) >= 0, "\(name)")
      #expect(trie.name(letters + [26, 26, 26]) == -1)
    }
  }
}
