// The look-ups of the hot path: no allocation, nothing but loads from the image.
extension LexiconImage {
  /// The hash under which a key is looked up in every image.
  @inlinable
  public static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { KeyHash.hash(key) }

  /// The number of a word, or nil where no name has it. `hash` is that of the key.
  @inlinable
  public func word(_ key: UnsafeRawBufferPointer, hash: UInt64) -> UInt32? {
    // Most words of a text stand in no name: the filter, which stays in the cache, spares the table.
    guard mayHold(hash) else { return nil }
    let code = slotValue(hash)
    return code != 0 && isWord(code &- 1, key) ? code &- 1 : nil
  }

  /// Whether a word is written with exactly these bytes.
  @inlinable
  public func isWord(_ word: UInt32, _ key: UnsafeRawBufferPointer) -> Bool {
    let index = Int(word)
    guard let base = key.baseAddress, holds(wordOffsets, index), holds(wordOffsets, index &+ 1),
      Int(wordOffsets[index &+ 1] &- wordOffsets[index]) == key.count,
      let bytes = utf8(at: wordOffsets[index], count: key.count)?.baseAddress
    else { return false }
    return Self.equal(bytes, base, key.count)
  }

  /// The two bits of a filter element that a hash sets.
  @inlinable @inline(__always)
  static func filterBits(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }

  @inlinable
  static func equal(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
    guard count >= 8 else { return KeyHash.short(a, count: count) == KeyHash.short(b, count: count) }
    func differ(at offset: Int) -> Bool {
      a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    var offset = 0
    while offset &+ 8 < count {
      if differ(at: offset) { return false }
      offset &+= 8
    }
    return !differ(at: count &- 8)
  }

  /// The node of names that begin with a word.
  @inlinable @inline(__always)
  public func root(_ word: UInt32) -> UInt32? { record(ofWord: word).root }

  /// What the image says of a word; an empty record where it is damaged.
  @inlinable @inline(__always)
  public func record(ofWord word: UInt32) -> WordRecord {
    holds(words, Int(word)) ? WordRecord(words[Int(word)]) : WordRecord()
  }

  /// The node of names that go on with a word.
  @inlinable @inline(__always)
  public func child(_ node: UInt32, _ word: UInt32) -> UInt32? {
    let key = (UInt64(node) << 32 | UInt64(word)) &+ 1
    let hash = KeyHash.mix(key)
    let bits = Self.filterBits(hash)
    guard edgeFilter[Int(hash >> 12 & edgeFilterMask)] & bits == bits else { return nil }
    let mask = edgeKeys.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.maximumProbes {
      guard holds(edgeKeys, slot) else { return nil }
      let found = edgeKeys[slot]
      if found == key { return holds(edgeNodes, slot) ? edgeNodes[slot] : nil }
      if found == 0 { return nil }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The places in `nameRefs` of the names that end at a node, best first.
  @inlinable @inline(__always)
  public func nameReferences(_ node: UInt32) -> Range<Int> {
    let index = Int(node)
    guard holds(nodeNames, index), holds(nodeNames, index &+ 1) else { return 0..<0 }
    // In order, as the check of a block has seen.
    return Range(uncheckedBounds: (Int(nodeNames[index]), Int(nodeNames[index &+ 1])))
  }

  /// A name that ends at a node; an empty one where it is damaged.
  @inlinable @inline(__always)
  public func nameReference(at place: Int) -> NameReference {
    holds(nameRefs, place) ? NameReference(nameRefs[place]) : NameReference(0)
  }

  /// What a search must know of a name.
  public struct NameReference: BitwiseCopyable, Sendable {
    @usableFromInline let bits: UInt64

    @inlinable
    init(_ bits: UInt64) { self.bits = bits }

    init(_ name: NameRecord) {
      bits = UInt64(name.entity) | UInt64(name.conditions.rawValue) << 32 | UInt64(name.classCode) << 40
    }

    /// The row that it belongs to.
    @inlinable public var entity: Int { Int(bits & 0xFFFF_FFFF) }
    /// What must hold for a mention.
    @inlinable public var conditions: NameConditions { NameConditions(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) }
    /// What its row is: its place in `LexiconClass.all`.
    @inlinable public var classCode: UInt8 { UInt8(truncatingIfNeeded: bits >> 40) }
  }

  /// What the image says of a name.
  public struct NameRecord: Sendable {
    /// The row that it belongs to.
    public let entity: Int
    @usableFromInline let textOffset: UInt32
    @usableFromInline let textCount: UInt16
    @usableFromInline let language: Int
    /// What must hold for a mention.
    public let conditions: NameConditions
    /// What its row is: its place in `LexiconClass.all`.
    public let classCode: UInt8

    @inlinable
    init(_ record: LexiconRecord) {
      entity = Int(record.low & 0xFFFF_FFFF)
      textOffset = UInt32(truncatingIfNeeded: record.low >> 32)
      textCount = UInt16(truncatingIfNeeded: record.high)
      language = Int(record.high >> 16 & 0xFF)
      conditions = NameConditions(rawValue: UInt8(truncatingIfNeeded: record.high >> 24))
      classCode = UInt8(truncatingIfNeeded: record.high >> 32)
    }
  }

  /// What must hold for a mention to count as this name.
  public struct NameConditions: OptionSet, Sendable, BitwiseCopyable {
    /// Eight flags.
    public let rawValue: UInt8
    /// The flags of these bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Something near it must say that it is a name.
    public static let needsContext = NameConditions(rawValue: 1)
    /// A title must stand directly before it.
    public static let onlyWithTitle = NameConditions(rawValue: 2)
    /// The text must have capitals only.
    public static let allCapitals = NameConditions(rawValue: 4)
    /// The text must begin with a capital.
    public static let initialCapital = NameConditions(rawValue: 8)
    /// The text must be in Persian: the name is Persian, and would be some other word in Arabic.
    public static let persianText = NameConditions(rawValue: 16)
    /// The text must end with the ى of the word: على is an ordinary word, but علي a name.
    public static let finalAlefMaqsura = NameConditions(rawValue: 32)
  }

  /// The record of a name; an empty one where it is damaged.
  @inlinable
  public func name(at index: Int) -> NameRecord {
    guard index < nameCount, holds(names, index) else { return NameRecord(LexiconRecord(low: 0, high: 0)) }
    return NameRecord(names[index])
  }

  struct EntityRecord {
    let idOffset: UInt32
    let firstName: UInt32
    let nameCount: UInt16
    let idCount: UInt16
    let classCode: UInt8
    let source: Int

    init(_ record: LexiconRecord) {
      idOffset = UInt32(truncatingIfNeeded: record.low)
      firstName = UInt32(truncatingIfNeeded: record.low >> 32)
      nameCount = UInt16(truncatingIfNeeded: record.high)
      idCount = UInt16(truncatingIfNeeded: record.high >> 16)
      classCode = UInt8(truncatingIfNeeded: record.high >> 32)
      source = Int(record.high >> 40 & 0xFF)
    }
  }

  /// The record of a row; an empty one where it is damaged.
  func record(of entity: Int) -> EntityRecord {
    guard entity < entityCount, holds(entities, entity) else { return EntityRecord(LexiconRecord(low: 0, high: 0)) }
    return EntityRecord(entities[entity])
  }

  /// The row with this id.
  public func entity(id: String) -> Int? {
    let id = Array(id.utf8)
    return (0..<entityCount).first { entity in
      let record = record(of: entity)
      return Int(record.idCount) == id.count
        && utf8(at: record.idOffset, count: id.count)?.elementsEqual(id) == true
    }
  }

  /// What a row is.
  public func lexiconClass(of entity: Int) -> LexiconClass { LexiconClass.all[Int(record(of: entity).classCode)] }

  /// A row's id.
  public func id(of entity: Int) -> String {
    let record = record(of: entity)
    return string(at: record.idOffset, count: Int(record.idCount))
  }

  /// A row's name in results: its first English one.
  public func englishName(of entity: Int) -> String { text(ofName: Int(record(of: entity).firstName)) }

  /// A name as its source wrote it.
  public func text(ofName index: Int) -> String {
    let name = name(at: index)
    return string(at: name.textOffset, count: Int(name.textCount))
  }

  /// A whole row, as its source had it.
  public func row(of entity: Int) -> LexiconRow {
    let record = record(of: entity)
    let names = (Int(record.firstName)..<Int(record.firstName) + Int(record.nameCount)).map { index in
      let name = name(at: index)
      return LexiconRow.Name(
        language: language(name.language), text: string(at: name.textOffset, count: Int(name.textCount)),
        needsContext: name.conditions.contains(.needsContext))
    }
    return LexiconRow(
      id: id(of: entity), lexiconClass: lexiconClass(of: entity), names: names, source: source(record.source))
  }
}
