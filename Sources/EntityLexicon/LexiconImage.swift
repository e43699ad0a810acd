public import Synchronization

/// A compiled lexicon: one block of bytes, read where it lies. `LexiconLayout` says where what lies.
///
/// An image may be larger than can be read in the time that a command may take to start. So only the header, the filters and
/// the table of the blocks' checksums are checked at once, and each block when it is first touched: its checksum, and every
/// number in it that a look-up follows. A damaged block answers nothing, and `throwIfDamaged` tells of it afterwards.
public final class LexiconImage: @unchecked Sendable {
  // Unchecked, because it holds pointers; the bytes never change, `owner` keeps them alive, and the blocks' states are
  // atomic. A class, because it has too many fields to be copied for every word.

  /// How far the bytes of an image are to be doubted.
  public enum Verification: Sendable {
    /// Not at all: they are part of the program.
    case none
    /// All is checked at once.
    case whole
    /// Each block is checked when it is touched.
    case onTouch
  }

  /// Keeps the memory of an image alive.
  public protocol Owner: AnyObject, Sendable {}

  /// The format that this code writes and reads. Raise it with every change of layout, hash or folding.
  static let version: UInt32 = 6
  @usableFromInline static let blockShift = 14
  /// Bytes of a block.
  static let blockSize = 1 << blockShift
  /// How many places of a table a search looks at; the compiler makes none that needs more.
  @usableFromInline static let maximumProbes = 256

  private let bytes: UnsafeRawBufferPointer
  private let owner: (any Owner)?
  private let layout: LexiconLayout
  /// What is known of each block, a `BlockState`.
  @usableFromInline let blockStates: UnsafeMutablePointer<Atomic<UInt8>>
  /// The number + 1 of a block that was found damaged; 0 while there is none.
  private let damagedBlock = Atomic<Int>(0)

  @usableFromInline let filter: UnsafePointer<UInt64>
  @usableFromInline let filterMask: UInt64
  @usableFromInline let edgeFilter: UnsafePointer<UInt64>
  @usableFromInline let edgeFilterMask: UInt64
  private let languages: UnsafePointer<UInt64>
  private let sources: UnsafePointer<UInt64>
  @usableFromInline let wordSlots: LexiconTable<UInt64>
  @usableFromInline let wordOffsets: LexiconTable<UInt32>
  @usableFromInline let words: LexiconTable<LexiconRecord>
  @usableFromInline let edgeKeys: LexiconTable<UInt64>
  @usableFromInline let edgeNodes: LexiconTable<UInt32>
  @usableFromInline let nodeNames: LexiconTable<UInt32>
  @usableFromInline let nameRefs: LexiconTable<UInt64>
  @usableFromInline let names: LexiconTable<LexiconRecord>
  @usableFromInline let entities: LexiconTable<LexiconRecord>
  @usableFromInline let strings: LexiconTable<UInt8>

  /// How many different words the names have.
  public let wordCount: Int
  /// How many different beginnings of names there are.
  public let nodeCount: Int
  /// How many names there are, in all languages.
  public var nameCount: Int { names.count }
  /// How many rows there are.
  public var entityCount: Int { entities.count }
  var languageCount: Int { layout.count(.languages) }
  var sourceCount: Int { layout.count(.sources) }
  /// Stands for all the contents: it covers the checksums of the blocks.
  public let checksum: UInt64

  /// Reads an image where it lies.
  ///
  /// - Parameters:
  ///   - bytes: the image, aligned to 8 bytes, unchanged as long as `owner` lives.
  ///   - owner: what keeps the bytes alive; nil for bytes that live as long as the process.
  ///   - verification: how far they are to be doubted.
  /// - Throws: `Failure`.
  public init(
    bytes: UnsafeRawBufferPointer, owner: (any Owner)?, verification: Verification = .whole
  ) throws(Failure) {
    let layout = try LexiconLayout(header: bytes)
    guard let base = bytes.baseAddress else { throw .notALexiconImage }
    self.bytes = bytes
    self.owner = owner
    self.layout = layout
    checksum = bytes.littleEndian(at: 24, UInt64.self)
    func pointer(_ section: LexiconLayout.Section) -> UnsafePointer<UInt64> {
      (base + layout.range(section).lowerBound).assumingMemoryBound(to: UInt64.self)
    }
    filter = pointer(.filter)
    filterMask = UInt64(layout.count(.filter) - 1)
    edgeFilter = pointer(.edgeFilter)
    edgeFilterMask = UInt64(layout.count(.edgeFilter) - 1)
    languages = pointer(.languages)
    sources = pointer(.sources)
    wordSlots = LexiconTable(.wordSlots, layout, base)
    wordOffsets = LexiconTable(.wordOffsets, layout, base)
    words = LexiconTable(.words, layout, base)
    edgeKeys = LexiconTable(.edgeKeys, layout, base)
    edgeNodes = LexiconTable(.edgeNodes, layout, base)
    nodeNames = LexiconTable(.nodeNames, layout, base)
    nameRefs = LexiconTable(.nameRefs, layout, base)
    names = LexiconTable(.names, layout, base)
    entities = LexiconTable(.entities, layout, base)
    strings = LexiconTable(.strings, layout, base)
    wordCount = layout.count(.wordOffsets) - 1
    nodeCount = layout.count(.nodeNames) - 1
    blockStates = .allocate(capacity: max(layout.blockCount, 1))
    let state: BlockState = verification == .none ? .sound : .unknown
    for block in 0..<layout.blockCount { (blockStates + block).initialize(to: Atomic(state.rawValue)) }
    if verification != .none { try verifyLabels() }
    if verification == .whole { try verify() }
  }

  deinit {
    blockStates.deinitialize(count: layout.blockCount)
    blockStates.deallocate()
  }

  private enum BlockState: UInt8 { case unknown, sound, damaged }

  /// Whether an element may be read.
  @inlinable @inline(__always)
  func holds<Element>(_ table: LexiconTable<Element>, _ index: Int) -> Bool { holds(block: table.block(of: index)) }

  @inlinable @inline(__always)
  func holds(block: Int) -> Bool { blockStates[block].load(ordering: .relaxed) == 1 || verify(block: block) }

  /// Checks a block that is not known to be sound. Two threads may do so at once, with one outcome.
  @usableFromInline @inline(never)
  func verify(block: Int) -> Bool {
    guard blockStates[block].load(ordering: .relaxed) != BlockState.damaged.rawValue else { return false }
    let isSound = failure(ofBlock: block) == nil
    blockStates[block].store((isSound ? BlockState.sound : .damaged).rawValue, ordering: .relaxed)
    if !isSound { damagedBlock.store(block + 1, ordering: .relaxed) }
    return isSound
  }

  /// Checks every block, also those that nobody has touched.
  ///
  /// - Throws: the first `Failure`.
  public func verify() throws(Failure) {
    for block in 0..<layout.blockCount where !holds(block: block) { try throwIfDamaged() }
  }

  /// Tells whether a look-up met a damaged block: then what was looked up since the image was opened may be incomplete.
  ///
  /// - Throws: the `Failure` of that block.
  public func throwIfDamaged() throws(Failure) {
    let block = damagedBlock.load(ordering: .relaxed)
    if block > 0, let failure = failure(ofBlock: block - 1) { throw failure }
  }

  private func failure(ofBlock block: Int) -> Failure? {
    let (section, range) = layout.place(ofBlock: block)
    let expected = bytes.littleEndian(at: layout.range(.blockChecksums).lowerBound + 8 * block, UInt64.self)
    guard Self.checksum(of: UnsafeRawBufferPointer(rebasing: bytes[range])) == expected else { return .wrongChecksum }
    let start = range.lowerBound - layout.range(section).lowerBound
    let first = start / section.stride
    let end = min(first + range.count / section.stride, layout.count(section))
    return isWellFormed(section, first..<end) ? nil : .malformed("a block of \(section)")
  }

  /// Whether every number of these elements leads to a place within the image. Blocks without a checksum that holds do not
  /// come here, so this is only about images that were made to deceive.
  private func isWellFormed(_ section: LexiconLayout.Section, _ range: Range<Int>) -> Bool {
    func isAscending(_ table: LexiconTable<UInt32>, upTo limit: Int) -> Bool {
      // With the first element of the next block, since a look-up reads two elements.
      for index in range where index + 1 < table.count && table[index] > table[index + 1] { return false }
      return range.allSatisfy { table[$0] <= limit }
    }
    switch section {
    case .wordSlots:
      return range.allSatisfy {
        let word = UInt32(truncatingIfNeeded: wordSlots[$0])
        return wordSlots[$0] == 0 || word > 0 && word <= wordCount
      }
    case .wordOffsets: return isAscending(wordOffsets, upTo: strings.count)
    case .words:
      return range.allSatisfy {
        let word = WordRecord(words[$0])
        return word.nodeCode <= nodeCount && word.references.upperBound <= nameRefs.count
      }
    // 0 stands in free places; whoever searches an edge of a node has a node.
    case .edgeNodes: return range.allSatisfy { edgeNodes[$0] < nodeCount || edgeNodes[$0] == 0 }
    case .nodeNames: return isAscending(nodeNames, upTo: nameRefs.count)
    case .nameRefs:
      return range.allSatisfy {
        let name = NameReference(nameRefs[$0])
        return name.entity < entityCount && name.classCode < LexiconClass.all.count
      }
    case .names:
      return range.allSatisfy {
        let name = NameRecord(names[$0])
        return name.entity < entityCount && name.classCode < LexiconClass.all.count && name.language < languageCount
          && isString(name.textOffset, Int(name.textCount))
      }
    case .entities:
      return range.allSatisfy {
        let entity = EntityRecord(entities[$0])
        return entity.classCode < LexiconClass.all.count && entity.source < sourceCount && entity.nameCount > 0
          && Int(entity.firstName) + Int(entity.nameCount) <= nameCount
          && isString(entity.idOffset, Int(entity.idCount))
      }
    case .edgeKeys, .strings, .blockChecksums, .filter, .edgeFilter, .languages, .sources: return true
    }
  }

  private func isString(_ offset: UInt32, _ count: Int) -> Bool { Int(offset) + count <= strings.count }

  private func verifyLabels() throws(Failure) {
    for (table, count) in [(languages, languageCount), (sources, sourceCount)] {
      for index in 0..<count where !isString(UInt32(truncatingIfNeeded: table[index]), Int(table[index] >> 32)) {
        throw .malformed("a label")
      }
    }
  }

  /// A string of the pool; empty where it is damaged.
  func string(at offset: UInt32, count: Int) -> String {
    utf8(at: offset, count: count).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The bytes of a string; nil where they are damaged.
  @inlinable
  func utf8(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer? {
    let start = Int(offset)
    guard start + count <= strings.count else { return nil }
    if count > 0 {
      for block in strings.block(of: start)...strings.block(of: start + count - 1) where !holds(block: block) {
        return nil
      }
    }
    return UnsafeRawBufferPointer(start: strings.base + start, count: count)
  }

  func language(_ index: Int) -> String { label(languages, index, languageCount) }
  func source(_ index: Int) -> String { label(sources, index, sourceCount) }

  private func label(_ table: UnsafePointer<UInt64>, _ index: Int, _ count: Int) -> String {
    guard index < count else { return "" }
    return string(at: UInt32(truncatingIfNeeded: table[index]), count: Int(table[index] >> 32))
  }
}
