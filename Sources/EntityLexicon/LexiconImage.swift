/// A compiled lexicon: one block of bytes, read where it lies.
///
/// Layout, little-endian, every section aligned to 8 bytes:
///
/// | section | what |
/// |---|---|
/// | header | `NQHRALEX`, version, size, checksum, then offset and count of each section |
/// | filter | `UInt64` × 2ⁿ, a Bloom filter over the words' hashes: two bits of one element say that a word may be there |
/// | wordSlots | `UInt64` × 2ⁿ, open addressing: upper half of the word's hash, word number + 1 |
/// | wordOffsets | `UInt32` × (words + 1): where each word's bytes begin in `strings` |
/// | roots | `UInt32` × words: the node + 1 of names that begin with the word, or 0 |
/// | edgeFilter | `UInt64` × 2ⁿ, the same for the edges |
/// | edgeKeys, edgeNodes | `UInt64`, `UInt32` × 2ⁿ, open addressing: (node << 32 \| word) + 1 → node |
/// | nodeNames | `UInt32` × (nodes + 1): where each node's names begin in `nameRefs` |
/// | nameRefs | `UInt32`: names that end at a node, best first |
/// | names | 16 bytes each: entity, text offset, text length, language, conditions, class |
/// | entities | 16 bytes each: id offset, first name, number of names, id length and class, source |
/// | languages, sources | offsets and lengths of their strings |
/// | strings | UTF-8 |
///
/// A node is a sequence of words; node numbers count the distinct beginnings of names.
public final class LexiconImage: @unchecked Sendable {
  // Unchecked, because it holds pointers; the bytes never change, and `owner` keeps them alive. A class, because it has too
  // many fields to be copied for every word.

  /// Why bytes are no usable image.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// They do not begin as an image does.
    case notALexiconImage
    /// Made by another version of Naqhara.
    case otherVersion(found: UInt32, expected: UInt32)
    /// Fewer or more bytes than the header says.
    case wrongSize(found: Int, expected: UInt64)
    /// The bytes were altered.
    case wrongChecksum
    /// The checksum holds but the contents cannot be.
    case malformed(String)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .notALexiconImage: "this is no lexicon image"
      case .otherVersion(let found, let expected):
        "the lexicon image has format \(found), this program reads format \(expected): compile it again"
      case .wrongSize(let found, let expected):
        "the lexicon image has \(found) bytes instead of \(expected): it was cut or appended to"
      case .wrongChecksum: "the lexicon image was altered: its checksum does not hold"
      case .malformed(let what): "the lexicon image is malformed: \(what)"
      }
    }
  }

  /// Keeps the memory of an image alive.
  public protocol Owner: AnyObject, Sendable {}

  /// The format that this code writes and reads. Raise it with every change of layout, hash or folding.
  static let version: UInt32 = 4
  static let magic: [UInt8] = Array("NQHRALEX".utf8)
  static let headerCount = 40 + Section.allCases.count * 16

  enum Section: Int, CaseIterable {
    case filter, wordSlots, wordOffsets, roots, edgeFilter, edgeKeys, edgeNodes, nodeNames, nameRefs, names, entities,
      languages,
      sources, strings

    /// Bytes of one element.
    var stride: Int {
      switch self {
      case .filter, .edgeFilter, .wordSlots, .edgeKeys, .languages, .sources: 8
      case .wordOffsets, .roots, .edgeNodes, .nodeNames, .nameRefs: 4
      case .names, .entities: 16
      case .strings: 1
      }
    }
  }

  @usableFromInline let bytes: UnsafeRawBufferPointer
  private let owner: (any Owner)?

  @usableFromInline let filter: UnsafePointer<UInt64>
  @usableFromInline let filterMask: UInt64
  @usableFromInline let wordSlots: UnsafePointer<UInt64>
  @usableFromInline let wordMask: UInt64
  @usableFromInline let wordOffsets: UnsafePointer<UInt32>
  @usableFromInline let roots: UnsafePointer<UInt32>
  @usableFromInline let edgeFilter: UnsafePointer<UInt64>
  @usableFromInline let edgeFilterMask: UInt64
  @usableFromInline let edgeKeys: UnsafePointer<UInt64>
  @usableFromInline let edgeNodes: UnsafePointer<UInt32>
  @usableFromInline let edgeMask: UInt64
  @usableFromInline let nodeNames: UnsafePointer<UInt32>
  @usableFromInline let nameRefs: UnsafePointer<UInt32>
  @usableFromInline let names: UnsafeRawPointer
  @usableFromInline let entities: UnsafeRawPointer
  @usableFromInline let strings: UnsafeRawPointer
  private let languages: UnsafePointer<UInt64>
  private let sources: UnsafePointer<UInt64>

  /// How many different words the names have.
  public let wordCount: Int
  /// How many different beginnings of names there are.
  public let nodeCount: Int
  /// How many names there are, in all languages.
  public let nameCount: Int
  /// How many rows there are.
  public let entityCount: Int
  let languageCount: Int
  let sourceCount: Int
  let stringsCount: Int
  /// The checksum of the contents.
  public let checksum: UInt64

  /// Reads an image where it lies.
  ///
  /// - Parameters:
  ///   - bytes: the image, aligned to 8 bytes, unchanged as long as `owner` lives.
  ///   - owner: what keeps the bytes alive; nil for bytes that live as long as the process.
  ///   - verifyingChecksum: whether every byte is read to prove that none was altered. Only what is part of the program
  ///     itself may go without.
  /// - Throws: `Failure`. With a checksum that holds, every number in the image is checked once, so that no later look-up
  ///   can leave the bytes.
  public init(bytes: UnsafeRawBufferPointer, owner: (any Owner)?, verifyingChecksum: Bool = true) throws(Failure) {
    guard bytes.count >= Self.headerCount, let base = bytes.baseAddress, bytes.prefix(8).elementsEqual(Self.magic)
    else {
      throw .notALexiconImage
    }
    guard UInt(bitPattern: base) % 8 == 0 else { throw .malformed("it is not aligned to 8 bytes") }
    func u32(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    func u64(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard u32(8) == Self.version else { throw .otherVersion(found: u32(8), expected: Self.version) }
    guard u64(16) == UInt64(bytes.count) else { throw .wrongSize(found: bytes.count, expected: u64(16)) }
    guard u32(12) == 0 else { throw .malformed("its header") }
    checksum = u64(24)
    if verifyingChecksum {
      guard Self.checksum(of: UnsafeRawBufferPointer(rebasing: bytes[32...])) == checksum else { throw .wrongChecksum }
    }
    var starts: [Int] = []
    var counts: [Int] = []
    for section in Section.allCases {
      let at = 40 + section.rawValue * 16
      guard let start = Int(exactly: u64(at)), let count = Int(exactly: u64(at + 8)), start >= Self.headerCount,
        start % 8 == 0, start <= bytes.count, count <= (bytes.count - start) / section.stride
      else { throw .malformed("section \(section) lies outside") }
      starts.append(start)
      counts.append(count)
    }
    func pointer(_ section: Section) -> UnsafeRawPointer { base + starts[section.rawValue] }
    func count(_ section: Section) -> Int { counts[section.rawValue] }
    self.bytes = bytes
    self.owner = owner
    filter = pointer(.filter).assumingMemoryBound(to: UInt64.self)
    wordSlots = pointer(.wordSlots).assumingMemoryBound(to: UInt64.self)
    wordOffsets = pointer(.wordOffsets).assumingMemoryBound(to: UInt32.self)
    roots = pointer(.roots).assumingMemoryBound(to: UInt32.self)
    edgeFilter = pointer(.edgeFilter).assumingMemoryBound(to: UInt64.self)
    edgeKeys = pointer(.edgeKeys).assumingMemoryBound(to: UInt64.self)
    edgeNodes = pointer(.edgeNodes).assumingMemoryBound(to: UInt32.self)
    nodeNames = pointer(.nodeNames).assumingMemoryBound(to: UInt32.self)
    nameRefs = pointer(.nameRefs).assumingMemoryBound(to: UInt32.self)
    names = pointer(.names)
    entities = pointer(.entities)
    strings = pointer(.strings)
    languages = pointer(.languages).assumingMemoryBound(to: UInt64.self)
    sources = pointer(.sources).assumingMemoryBound(to: UInt64.self)
    guard count(.wordOffsets) >= 1, count(.nodeNames) >= 1 else { throw .malformed("a table is empty") }
    wordCount = count(.wordOffsets) - 1
    nodeCount = count(.nodeNames) - 1
    nameCount = count(.names)
    entityCount = count(.entities)
    languageCount = count(.languages)
    sourceCount = count(.sources)
    stringsCount = count(.strings)
    func isPowerOfTwo(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }
    guard isPowerOfTwo(count(.filter)), isPowerOfTwo(count(.edgeFilter)), isPowerOfTwo(count(.wordSlots)),
      isPowerOfTwo(count(.edgeKeys)),
      count(.edgeKeys) == count(.edgeNodes),
      count(.roots) == wordCount
    else { throw .malformed("the tables' sizes disagree") }
    filterMask = UInt64(count(.filter) - 1)
    edgeFilterMask = UInt64(count(.edgeFilter) - 1)
    wordMask = UInt64(count(.wordSlots) - 1)
    edgeMask = UInt64(count(.edgeKeys) - 1)
    if verifyingChecksum { try validate(nameRefCount: count(.nameRefs)) }
  }

  /// Checks every number that a look-up follows.
  private func validate(nameRefCount: Int) throws(Failure) {
    func isString(_ offset: UInt32, _ length: Int) -> Bool { Int(offset) + length <= stringsCount }
    var free = 0
    for index in 0...Int(wordMask) {
      if wordSlots[index] == 0 {
        free += 1
        continue
      }
      let word = Int(UInt32(truncatingIfNeeded: wordSlots[index]))
      if word == 0 || word > wordCount { throw .malformed("a word slot") }
    }
    // Without a free slot a search for a missing word would never end.
    guard free > 0 else { throw .malformed("the word table is full") }
    for index in 0...wordCount
    where wordOffsets[index] > stringsCount || index > 0 && wordOffsets[index] < wordOffsets[index - 1] {
      throw .malformed("a word")
    }
    for index in 0..<wordCount where roots[index] > nodeCount { throw .malformed("a root") }
    free = 0
    for index in 0...Int(edgeMask) {
      if edgeKeys[index] == 0 { free += 1 }
      if edgeKeys[index] != 0, edgeNodes[index] >= nodeCount { throw .malformed("an edge") }
    }
    guard free > 0 else { throw .malformed("the edge table is full") }
    for index in 0...nodeCount
    where nodeNames[index] > nameRefCount || index > 0 && nodeNames[index] < nodeNames[index - 1] {
      throw .malformed("a node")
    }
    for index in 0..<nameRefCount where nameRefs[index] >= nameCount { throw .malformed("a name reference") }
    for index in 0..<nameCount {
      let name = self.name(at: index)
      guard name.entity < entityCount, name.classCode < LexiconClass.all.count,
        isString(name.textOffset, Int(name.textCount)), name.language < languageCount
      else {
        throw .malformed("a name")
      }
    }
    for index in 0..<entityCount {
      let entity = record(of: index)
      guard isString(entity.idOffset, Int(entity.idCount)), Int(entity.firstName) + Int(entity.nameCount) <= nameCount,
        entity.nameCount > 0, Int(entity.classCode) < LexiconClass.all.count, entity.source < sourceCount
      else { throw .malformed("an entity") }
    }
    for (table, count) in [(languages, languageCount), (sources, sourceCount)] {
      for index in 0..<count where !isString(UInt32(truncatingIfNeeded: table[index]), Int(table[index] >> 32)) {
        throw .malformed("a label")
      }
    }
  }

  /// FNV-like over 64-bit words, four lanes: as fast as memory, and it sees every altered bit.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let prime: UInt64 = 0x9E37_79B1_85EB_CA87
    var offset = 0
    while offset + 32 <= bytes.count {
      func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self))
      }
      lanes.0 = rotated(lanes.0 ^ word(0)) &* prime
      lanes.1 = rotated(lanes.1 ^ word(1)) &* prime
      lanes.2 = rotated(lanes.2 ^ word(2)) &* prime
      lanes.3 = rotated(lanes.3 ^ word(3)) &* prime
      offset += 32
    }
    var result = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { result = rotated(result ^ lane) &* prime }
    while offset < bytes.count {
      result = rotated(result ^ UInt64(bytes[offset])) &* prime
      offset += 1
    }
    return result
  }

  private static func rotated(_ value: UInt64) -> UInt64 { value << 29 | value >> 35 }

  /// A string of the pool.
  func string(at offset: UInt32, count: Int) -> String {
    let end = min(Int(offset) + count, stringsCount)
    let start = min(Int(offset), end)
    return String(
      decoding: UnsafeRawBufferPointer(start: strings + start, count: end - start), as: UTF8.self)
  }

  func language(_ index: Int) -> String { label(languages, index, languageCount) }
  func source(_ index: Int) -> String { label(sources, index, sourceCount) }

  private func label(_ table: UnsafePointer<UInt64>, _ index: Int, _ count: Int) -> String {
    guard index < count else { return "" }
    return string(at: UInt32(truncatingIfNeeded: table[index]), count: Int(table[index] >> 32))
  }
}
