/// Where the sections of an image lie: it follows from how many elements each has.
///
/// Little-endian; sections follow one another, each beginning at a multiple of 8 bytes:
///
/// | section | what |
/// |---|---|
/// | header | `NQHRALEX`, version, 0, size, checksum of all that follows up to the first block, number of sections, count of each |
/// | blockChecksums | `UInt64` × blocks |
/// | filter | `UInt64` × 2ⁿ, a Bloom filter over the words' hashes: two bits of one element say that a word may be there |
/// | edgeFilter | the same for the edges |
/// | languages, sources | offsets and lengths of their strings |
/// | *in blocks:* | |
/// | wordSlots | `UInt64` × 2ⁿ, open addressing: upper half of the word's hash, word number + 1 |
/// | wordOffsets | `UInt32` × (words + 1): where each word's bytes begin in `strings` |
/// | words | 16 bytes each: the node of names that begin with it, and what it says alone: `LexiconImage.WordRecord` |
/// | edgeKeys, edgeNodes | `UInt64`, `UInt32` × 2ⁿ, open addressing: (node << 32 \| word) + 1 → node |
/// | nodeNames | `UInt32` × (nodes + 1): where each node's names begin in `nameRefs` |
/// | nameRefs | `UInt64`: names that end at a node, best first: entity, conditions, class |
/// | names | 16 bytes each: entity, text offset, text length, language, conditions, class |
/// | entities | 16 bytes each: id offset, first name, number of names, id length, class, source |
/// | strings | UTF-8 |
///
/// A node is a sequence of words; node numbers count the distinct beginnings of names. A block is 16 KB of a section, the
/// last one of a section what is left.
struct LexiconLayout {
  enum Section: Int, CaseIterable {
    case blockChecksums, filter, edgeFilter, languages, sources
    case wordSlots, wordOffsets, words, edgeKeys, edgeNodes, nodeNames, nameRefs, names, entities, strings

    /// The first of those that are checked a block at a time.
    static let firstInBlocks = Section.wordSlots

    /// Bytes of one element.
    var stride: Int {
      switch self {
      case .blockChecksums, .filter, .edgeFilter, .wordSlots, .edgeKeys, .nameRefs, .languages, .sources: 8
      case .wordOffsets, .edgeNodes, .nodeNames: 4
      case .words, .names, .entities: 16
      case .strings: 1
      }
    }
  }

  static let magic: [UInt8] = Array("NQHRALEX".utf8)
  /// What the checksum of the header does not cover: itself and what stands before it.
  static let uncheckedCount = 32
  static let headerCount = 40 + Section.allCases.count * 8

  /// Elements of each section.
  let counts: [Int]
  /// Where each section begins; behind the last, where the image ends.
  let starts: [Int]
  /// The number of each section's first block; behind the last, how many blocks there are.
  let firstBlocks: [Int]

  var size: Int { starts[Section.allCases.count] }
  var blockCount: Int { firstBlocks[Section.allCases.count] }
  /// Where what is checked at once ends and the blocks begin.
  var blocksStart: Int { starts[Section.firstInBlocks.rawValue] }

  /// The layout of these counts; nil where they are more than memory could hold.
  init?(counts: [Int]) {
    var starts: [Int] = []
    var firstBlocks: [Int] = []
    var start = Self.headerCount
    var block = 0
    for section in Section.allCases {
      let count = counts[section.rawValue]
      guard count >= 0, count <= 1 << 40 else { return nil }
      starts.append(start)
      firstBlocks.append(block)
      let bytes = (count * section.stride + 7) & ~7
      start += bytes
      if section.rawValue >= Section.firstInBlocks.rawValue {
        block += (bytes + LexiconImage.blockSize - 1) / LexiconImage.blockSize
      }
    }
    starts.append(start)
    firstBlocks.append(block)
    self.counts = counts
    self.starts = starts
    self.firstBlocks = firstBlocks
  }

  /// The bytes of a section, with what fills it up to a multiple of 8.
  func range(_ section: Section) -> Range<Int> { starts[section.rawValue]..<starts[section.rawValue + 1] }

  func count(_ section: Section) -> Int { counts[section.rawValue] }

  /// The section that a block belongs to, and the block's bytes in the image.
  func place(ofBlock block: Int) -> (section: Section, bytes: Range<Int>) {
    let section = Section.allCases.last { firstBlocks[$0.rawValue] <= block && !range($0).isEmpty } ?? .strings
    let all = range(section)
    let start = all.lowerBound + (block - firstBlocks[section.rawValue]) * LexiconImage.blockSize
    return (section, start..<min(start + LexiconImage.blockSize, all.upperBound))
  }

  /// The bytes of every block, in order.
  func forEachBlock(_ body: (Int, Range<Int>) -> Void) {
    for block in 0..<blockCount { body(block, place(ofBlock: block).bytes) }
  }
}
