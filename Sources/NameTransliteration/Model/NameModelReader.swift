import BinaryImage

/// Follows the tables of an image of name models, and gives nil as soon as one leads outside.
///
/// The image: 32 bytes (magic, version, number of sections, size, checksum of the rest); for each section its offset and its
/// length in bytes, 8 bytes each; the sections, on 64-byte boundaries. Section 0 holds 32-bit numbers that say what the others
/// are: the spellings with signs, networks, tries, alphabets, rankings, and last the directions, which name the others by their place.
struct NameModelReader {
  private let bytes: ImageBytes
  private let isTrusted: Bool
  private var manifest: UnsafeBufferPointer<UInt32>
  private var position = 0

  init?(_ bytes: ImageBytes, isTrusted: Bool) {
    self.bytes = bytes
    self.isTrusted = isTrusted
    manifest = UnsafeBufferPointer(start: nil, count: 0)
    guard let manifest = bytes.section(0, of: UInt32.self) else { return nil }
    self.manifest = manifest
  }

  private mutating func number() -> Int? {
    guard position < manifest.count else { return nil }
    position += 1
    return Int(manifest[position - 1])
  }

  private mutating func table<T: BitwiseCopyable>(of type: T.Type, count: Int) -> UnsafePointer<T>? {
    guard let index = number(), let section = bytes.section(index, of: T.self), section.count == count, count > 0 else {
      return nil
    }
    return section.baseAddress
  }

  private mutating func list<T>(_ item: (inout NameModelReader) -> T?) -> [T]? {
    guard let count = number(), count <= 256 else { return nil }
    var result: [T] = []
    for _ in 0..<count {
      guard let value = item(&self) else { return nil }
      result.append(value)
    }
    return result
  }

  /// The spellings with signs; they stand first in section 0.
  mutating func signedSpellings() -> SignedSpellings? {
    guard let index = number(), let lines = bytes.section(index, of: UInt8.self) else { return nil }
    return SignedSpellings(lines: lines)
  }

  mutating func directions() -> [NameModel.Direction]? {
    guard let networks = list({ $0.network() }), let tries = list({ $0.trie() }),
      let alphabets = list({ $0.alphabet() }), let rankings = list({ $0.ranking() })
    else { return nil }
    return list { reader in
      guard let source = reader.code(), let target = reader.code(),
        let sourceAlphabet = reader.number().flatMap({ alphabets.element($0) }),
        let targetAlphabet = reader.number().flatMap({ alphabets.element($0) }),
        let forward = reader.number().flatMap({ networks.element($0) }), let backward = reader.number(),
        let channel = reader.number(), let trie = reader.number().flatMap({ tries.element($0) }),
        let fast = reader.number().flatMap({ rankings.element($0) }),
        let accurate = reader.number().flatMap({ rankings.element($0) })
      else { return nil }
      let direction = NameModel.Direction(
        source: source, target: target, sourceAlphabet: sourceAlphabet, targetAlphabet: targetAlphabet,
        forward: forward, backward: networks.element(backward), channel: networks.element(channel), trie: trie,
        fastRanking: fast, accurateRanking: accurate)
      return Self.agrees(direction) ? direction : nil
    }
  }

  /// Whether no letter of one part is unknown to another.
  private static func agrees(_ direction: NameModel.Direction) -> Bool {
    let (sources, targets) = (direction.sourceAlphabet.count, direction.targetAlphabet.count)
    func fits(_ network: LetterNetwork?, _ sources: Int, _ targets: Int) -> Bool {
      network.map { $0.features.sourceCount == sources && $0.features.targetCount == targets } ?? true
    }
    return fits(direction.forward, sources, targets) && fits(direction.backward, sources, targets)
      && fits(direction.channel, targets, sources) && direction.fastRanking.inputCount == CandidateEvidence.fastCount
      && direction.accurateRanking.inputCount == CandidateEvidence.accurateCount
  }

  /// Two ASCII letters.
  private mutating func code() -> String? {
    number().map {
      String(decoding: [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)], as: UTF8.self)
    }
  }

  private mutating func alphabet() -> LetterAlphabet? {
    guard let count = number(), count < 255, let scalars = table(of: UInt32.self, count: count) else { return nil }
    return LetterAlphabet(scalars: scalars, count: count)
  }

  private mutating func ranking() -> CandidateRanking? {
    guard let inputs = number(), let hidden = number(), inputs <= 64, hidden <= 256,
      let numbers = table(of: Float.self, count: CandidateRanking.numberCount(inputs: inputs, hidden: hidden))
    else { return nil }
    return CandidateRanking(inputCount: inputs, hiddenCount: hidden, numbers: numbers)
  }

  private mutating func trie() -> NameTrie? {
    guard let nodes = number(), nodes > 0, nodes < 1 << 24,
      let blocks = table(of: UInt32.self, count: NameTrie.blockCount(nodes)),
      let counts = table(of: UInt8.self, count: NameTrie.blockCount(nodes) << NameTrie.blockShift),
      let labels = table(of: UInt8.self, count: nodes),
      let prefixes = table(of: UInt8.self, count: nodes), let names = table(of: UInt8.self, count: nodes)
    else { return nil }
    let trie = NameTrie(
      nodeCount: nodes, blocks: blocks, childCounts: counts, labels: labels, prefixWeights: prefixes, nameWeights: names
    )
    if isTrusted { return trie }
    // Children follow their parents, so that no walk goes round.
    for node in 0..<nodes {
      let first = trie.firstChild(of: node)
      guard trie.childCount(of: node) == 0 || first > node && first + trie.childCount(of: node) <= nodes else {
        return nil
      }
    }
    return trie
  }

  private mutating func network() -> LetterNetwork? {
    guard let sources = number(), let targets = number(), let bigrams = number(), let trigrams = number(),
      let width = number(), let chunkCount = number(), let optionCount = number(), let scale = number(),
      sources < 256, targets < 256, bigrams <= 1 << 16, trigrams <= 1 << 16, width > 0, width <= 512, width % 16 == 0,
      bigrams > 0, trigrams > 0, chunkCount <= Int(UInt16.max), optionCount <= Int(UInt16.max)
    else { return nil }
    let features = ContextFeatures(
      sourceCount: sources, targetCount: targets, bigramCount: bigrams, trigramCount: trigrams)
    guard let rows = table(of: Int8.self, count: features.rowCount * width),
      let outputs = table(of: Int8.self, count: chunkCount * width),
      let starts = table(of: UInt16.self, count: sources + 1),
      let options = table(of: UInt16.self, count: optionCount), let biases = table(of: Float.self, count: optionCount),
      let chunks = table(of: UInt32.self, count: chunkCount)
    else { return nil }
    if !isTrusted {
      for letter in 0..<sources where starts[letter] > starts[letter + 1] { return nil }
      guard Int(starts[sources]) <= optionCount else { return nil }
      for option in 0..<optionCount where Int(options[option]) >= chunkCount { return nil }
      for chunk in 0..<chunkCount {
        var rest = chunks[chunk]
        while rest != 0 {
          guard rest & 0xFF != 0, Int(rest & 0xFF) < targets else { return nil }
          rest >>= 8
        }
      }
    }
    return LetterNetwork(
      features: features, width: width, rows: rows, outputs: outputs,
      scale: Float(bitPattern: UInt32(truncatingIfNeeded: scale)), optionStarts: starts, optionChunks: options,
      optionBiases: biases, chunks: chunks, chunkCount: chunkCount)
  }
}

extension Array {
  fileprivate func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
