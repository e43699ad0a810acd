import BinaryImage
import NameTransliteration

/// Writes what `NameModel` reads; the form is written at `NameModelReader`.
struct NameModelImage {
  private var sections: [[UInt8]] = [[]]
  private var signed: UInt32 = 0
  private var networks: [UInt32] = []
  private var networkCount: UInt32 = 0
  private var tries: [UInt32] = []
  private var trieCount: UInt32 = 0
  private var alphabets: [UInt32] = []
  private var alphabetCount: UInt32 = 0
  private var rankings: [UInt32] = []
  private var rankingCount: UInt32 = 0
  private var directions: [UInt32] = []
  private var directionCount: UInt32 = 0

  static let none = UInt32.max

  private mutating func section<T: BitwiseCopyable>(_ values: [T]) -> UInt32 {
    sections.append(values.withUnsafeBytes { Array($0) })
    return UInt32(sections.count - 1)
  }

  /// Spellings with apostrophes and hyphens, by their letters.
  mutating func setSigned(_ spellings: [String: String]) {
    let lines = spellings.map { Array("\($0)\t\($1)\n".utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    signed = section(lines.flatMap { $0 })
  }

  mutating func add(_ network: TrainedNetwork) -> UInt32 {
    networks += [
      network.features.sourceCount, network.features.targetCount, network.features.bigramCount,
      network.features.trigramCount, network.width, network.chunks.count, network.optionChunks.count,
    ].map { UInt32($0) }
    networks.append(network.scale.bitPattern)
    networks += [
      section(network.rows), section(network.outputs), section(network.optionStarts), section(network.optionChunks),
      section(network.optionBiases), section(network.chunks),
    ]
    networkCount += 1
    return networkCount - 1
  }

  mutating func add(_ trie: TrieBuilder) -> UInt32 {
    tries += [
      UInt32(trie.labels.count), section(trie.blocks), section(trie.childCounts), section(trie.labels),
      section(trie.prefixWeights), section(trie.nameWeights),
    ]
    trieCount += 1
    return trieCount - 1
  }

  mutating func add(_ alphabet: Alphabet) -> UInt32 {
    alphabets += [UInt32(alphabet.scalars.count), section(alphabet.scalars.map(\.value))]
    alphabetCount += 1
    return alphabetCount - 1
  }

  mutating func add(_ ranking: RankingTraining) -> UInt32 {
    rankings += [
      UInt32(ranking.inputCount), UInt32(ranking.hiddenCount),
      section(ranking.means + ranking.scales + ranking.weights),
    ]
    rankingCount += 1
    return rankingCount - 1
  }

  mutating func addDirection(_ source: String, _ target: String, _ parts: [UInt32]) {
    directions += [code(source), code(target)] + parts
    directionCount += 1
  }

  private func code(_ language: String) -> UInt32 {
    language.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  func bytes() -> [UInt8] {
    var sections = self.sections
    let manifest =
      [signed, networkCount] + networks + [trieCount] + tries + [alphabetCount] + alphabets + [rankingCount] + rankings
      + [directionCount] + directions
    sections[0] = manifest.withUnsafeBytes { Array($0) }
    return ImageBytes.image(magic: NameModel.magic, version: NameModel.version, sections: sections)
  }
}
