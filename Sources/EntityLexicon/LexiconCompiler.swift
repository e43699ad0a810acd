/// Makes an image of rows. The same rows give the same bytes on every machine.
public enum LexiconCompiler {
  /// Rows that cannot stand in one lexicon.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two rows have one id.
    case duplicateID(id: String, first: String, second: String)
    /// More than the image's numbers can count.
    case tooLarge(String)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .duplicateID(let id, let first, let second): "\(second): the id “\(id)” stands at \(first) already"
      case .tooLarge(let what): "the lexicon is too large: \(what)"
      }
    }
  }

  /// The most words that a name may have.
  static let maximumWords = 256

  /// The image of these rows.
  ///
  /// Where several rows share a name, the first row is the better reading, so the order of rows is an order of preference.
  /// - Throws: `Failure`; `ICUError` where the segmenter or the normalizer cannot be made.
  public static func compile(_ rows: [LexiconRow]) throws -> [UInt8] {
    var builder = Builder()
    let keys = try LexiconKeys()
    var places: [String: String] = [:]
    for row in rows {
      if let first = places.updateValue(row.place, forKey: row.id) {
        throw Failure.duplicateID(id: row.id, first: first, second: row.place)
      }
      try builder.add(row, keys: keys)
    }
    return try builder.image()
  }

  private struct Edge: Hashable {
    let node: UInt32
    let word: UInt32
  }

  private struct Builder {
    var strings = StringPool()
    var words: [[UInt8]: UInt32] = [:]
    var wordList: [[UInt8]] = []
    var roots: [UInt32] = []
    var edges: [Edge: UInt32] = [:]
    var edgeList: [(Edge, UInt32)] = []
    var namesOfNode: [[UInt32]] = []
    var names: [UInt8] = []
    var nameCount = 0
    var entities: [UInt8] = []
    var entityCount = 0
    var languages = LabelTable()
    var sources = LabelTable()

    mutating func add(_ row: LexiconRow, keys: LexiconKeys) throws {
      guard row.names.count <= UInt16.max, row.id.utf8.count <= UInt16.max else {
        throw Failure.tooLarge("the names of \(row.id)")
      }
      let firstName = nameCount
      for name in row.names {
        let language = languages.index(of: name.language, in: &strings)
        guard name.text.utf8.count <= UInt16.max, language <= UInt8.max else {
          throw Failure.tooLarge("a name or the number of languages at \(row.place)")
        }
        let conditions = Self.conditions(of: name, in: row)
        names.appendInteger(UInt32(truncatingIfNeeded: entityCount))
        names.appendInteger(strings.offset(of: name.text))
        names.appendInteger(UInt16(truncatingIfNeeded: name.text.utf8.count))
        names.append(UInt8(truncatingIfNeeded: language))
        names.append(conditions.rawValue)
        names.append(row.lexiconClass.code)
        names += [0, 0, 0]
        let path = try keys.keys(of: name.text)
        guard path.count <= LexiconCompiler.maximumWords else {
          throw Failure.tooLarge("a name of \(path.count) words at \(row.place)")
        }
        if let node = insert(path) {
          // One entity once at a node, even if two of its names fold into one; the less demanding name stays.
          let reference = UInt32(truncatingIfNeeded: nameCount)
          if let own = namesOfNode[Int(node)].last, own >= UInt32(firstName) {
            let other = LexiconImage.NameConditions(rawValue: names[Int(own) * 16 + 11])
            if conditions.isStrictSubset(of: other) {
              namesOfNode[Int(node)][namesOfNode[Int(node)].count - 1] = reference
            }
          } else {
            namesOfNode[Int(node)].append(reference)
          }
        }
        nameCount += 1
        guard nameCount <= Int(UInt32.max) else { throw Failure.tooLarge("names") }
      }
      let source = sources.index(of: row.source, in: &strings)
      guard source <= UInt8.max else { throw Failure.tooLarge("more than 255 sources") }
      entities.appendInteger(strings.offset(of: row.id))
      entities.appendInteger(UInt32(truncatingIfNeeded: firstName))
      entities.appendInteger(UInt16(truncatingIfNeeded: row.names.count))
      entities.appendInteger(UInt16(truncatingIfNeeded: row.id.utf8.count))
      entities.append(row.lexiconClass.code)
      entities.append(UInt8(truncatingIfNeeded: source))
      entities.appendInteger(UInt16(0))
      entityCount += 1
    }

    /// The node of a sequence of words; nil for none.
    private mutating func insert(_ path: [[UInt8]]) -> UInt32? {
      var node: UInt32?
      for key in path {
        let word: UInt32
        if let known = words[key] {
          word = known
        } else {
          word = UInt32(truncatingIfNeeded: wordList.count)
          words[key] = word
          wordList.append(key)
          roots.append(0)
        }
        if let parent = node {
          let edge = Edge(node: parent, word: word)
          if let child = edges[edge] {
            node = child
          } else {
            let child = newNode()
            edges[edge] = child
            edgeList.append((edge, child))
            node = child
          }
        } else {
          if roots[Int(word)] == 0 { roots[Int(word)] = newNode() + 1 }
          node = roots[Int(word)] - 1
        }
      }
      return node
    }

    private mutating func newNode() -> UInt32 {
      namesOfNode.append([])
      return UInt32(truncatingIfNeeded: namesOfNode.count - 1)
    }

    private static func conditions(of name: LexiconRow.Name, in row: LexiconRow) -> LexiconImage.NameConditions {
      var conditions: LexiconImage.NameConditions = []
      if name.needsContext || row.flags.contains(.needsContext) { conditions.insert(.needsContext) }
      if row.flags.contains(.onlyWithTitle) { conditions.insert(.onlyWithTitle) }
      if name.language == "fa" { conditions.insert(.persianText) }
      if row.lexiconClass == .word, name.text.unicodeScalars.last == "\u{649}" { conditions.insert(.finalAlefMaqsura) }
      guard row.lexiconClass.isEntity else { return conditions }
      // In scripts with letter case, a name is written with capitals: “us” is not the US, “apple” not Apple.
      let letters = name.text.unicodeScalars.filter { $0.properties.isUppercase || $0.properties.isLowercase }
      if let first = letters.first, first.properties.isUppercase {
        let isAcronym = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
        conditions.insert(isAcronym || row.flags.contains(.acronym) ? .allCapitals : .initialCapital)
      }
      return conditions
    }

    func image() throws -> [UInt8] {
      guard wordList.count < Int(UInt32.max), namesOfNode.count < Int(UInt32.max) else {
        throw Failure.tooLarge("words")
      }
      var sections: [LexiconImage.Section: [UInt8]] = [:]

      // The words' bytes stand at the start of the pool, one after the other.
      let pool = StringPool(prefix: wordList)
      var wordOffsets: [UInt8] = []
      for offset in pool.prefixOffsets { wordOffsets.appendInteger(offset) }
      let shift = pool.prefixOffsets.last ?? 0
      guard UInt64(strings.bytes.count) + UInt64(shift) < UInt64(UInt32.max) else { throw Failure.tooLarge("its text") }
      sections[.wordOffsets] = wordOffsets

      let slotCount = Self.tableSize(for: wordList.count)
      var slots = [UInt64](repeating: 0, count: slotCount)
      // About twelve bits a word, small enough to stay in the cache, let a few of a hundred missing words through.
      var filter = [UInt64](repeating: 0, count: max(slotCount / 16, 1))
      for (word, key) in wordList.enumerated() {
        let hash = key.withUnsafeBytes { KeyHash.hash($0) }
        var slot = Int(truncatingIfNeeded: hash & UInt64(slotCount - 1))
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = (hash >> 32) << 32 | UInt64(word + 1)
        filter[Int(truncatingIfNeeded: hash >> 12) & (filter.count - 1)] |= LexiconImage.filterBits(hash)
      }
      sections[.filter] = filter.littleEndianBytes
      sections[.wordSlots] = slots.littleEndianBytes
      sections[.roots] = roots.littleEndianBytes

      let edgeCount = Self.tableSize(for: edgeList.count)
      var edgeKeys = [UInt64](repeating: 0, count: edgeCount)
      var edgeNodes = [UInt32](repeating: 0, count: edgeCount)
      var edgeFilter = [UInt64](repeating: 0, count: max(edgeCount / 16, 1))
      for (edge, child) in edgeList {
        let key = (UInt64(edge.node) << 32 | UInt64(edge.word)) &+ 1
        let hash = KeyHash.mix(key)
        edgeFilter[Int(truncatingIfNeeded: hash >> 12) & (edgeFilter.count - 1)] |= LexiconImage.filterBits(hash)
        var slot = Int(truncatingIfNeeded: hash & UInt64(edgeCount - 1))
        while edgeKeys[slot] != 0 { slot = (slot + 1) & (edgeCount - 1) }
        edgeKeys[slot] = key
        edgeNodes[slot] = child
      }
      sections[.edgeFilter] = edgeFilter.littleEndianBytes
      sections[.edgeKeys] = edgeKeys.littleEndianBytes
      sections[.edgeNodes] = edgeNodes.littleEndianBytes

      var nodeNames: [UInt32] = []
      var nameRefs: [UInt32] = []
      for references in namesOfNode {
        nodeNames.append(UInt32(truncatingIfNeeded: nameRefs.count))
        nameRefs += references
      }
      nodeNames.append(UInt32(truncatingIfNeeded: nameRefs.count))
      sections[.nodeNames] = nodeNames.littleEndianBytes
      sections[.nameRefs] = nameRefs.littleEndianBytes
      sections[.names] = Self.shifted(names, at: 4, by: shift)
      sections[.entities] = Self.shifted(entities, at: 0, by: shift)
      sections[.languages] = languages.entries.map { $0 + UInt64(shift) }.littleEndianBytes
      sections[.sources] = sources.entries.map { $0 + UInt64(shift) }.littleEndianBytes
      sections[.strings] = pool.bytes + strings.bytes
      return Self.assemble(sections)
    }

    /// Adds `shift` to the string offset that stands `at` bytes into every record of 16.
    private static func shifted(_ records: [UInt8], at position: Int, by shift: UInt32) -> [UInt8] {
      var records = records
      for start in stride(from: position, to: records.count, by: 16) {
        var value: UInt32 = 0
        for byte in 0..<4 { value |= UInt32(records[start + byte]) << UInt32(8 * byte) }
        value += shift
        for byte in 0..<4 { records[start + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
      }
      return records
    }

    /// A power of two that leaves at least half of the table free.
    private static func tableSize(for count: Int) -> Int {
      var size = 4
      while size < count * 2 { size *= 2 }
      return size
    }

    private static func assemble(_ sections: [LexiconImage.Section: [UInt8]]) -> [UInt8] {
      var directory: [UInt8] = []
      var body: [UInt8] = []
      for section in LexiconImage.Section.allCases {
        while (LexiconImage.headerCount + body.count) % 8 != 0 { body.append(0) }
        let bytes = sections[section] ?? []
        directory.appendInteger(UInt64(LexiconImage.headerCount + body.count))
        directory.appendInteger(UInt64(bytes.count / section.stride))
        body += bytes
      }
      while (LexiconImage.headerCount + body.count) % 8 != 0 { body.append(0) }
      var tail: [UInt8] = []
      tail.appendInteger(UInt64(LexiconImage.Section.allCases.count))
      tail += directory
      tail += body
      var image = LexiconImage.magic
      image.appendInteger(LexiconImage.version)
      image.appendInteger(UInt32(0))
      image.appendInteger(UInt64(LexiconImage.headerCount + body.count))
      image.appendInteger(tail.withUnsafeBytes { LexiconImage.checksum(of: $0) })
      return image + tail
    }
  }

  /// Strings, each once.
  private struct StringPool {
    var bytes: [UInt8] = []
    var prefixOffsets: [UInt32] = []
    private var offsets: [[UInt8]: UInt32] = [:]

    init() {}

    /// A pool that begins with these, one directly after the other.
    init(prefix: [[UInt8]]) {
      prefixOffsets.append(0)
      for word in prefix {
        bytes += word
        prefixOffsets.append(UInt32(truncatingIfNeeded: bytes.count))
      }
    }

    mutating func offset(of string: String) -> UInt32 {
      // By bytes, since strings that Swift calls equal may be written differently.
      let key = Array(string.utf8)
      if let known = offsets[key] { return known }
      let offset = UInt32(truncatingIfNeeded: bytes.count)
      bytes += key
      offsets[key] = offset
      return offset
    }
  }

  /// Numbers for the few different languages and sources.
  private struct LabelTable {
    var entries: [UInt64] = []
    private var indices: [[UInt8]: Int] = [:]

    mutating func index(of label: String, in strings: inout StringPool) -> Int {
      let key = Array(label.utf8)
      if let known = indices[key] { return known }
      indices[key] = entries.count
      entries.append(UInt64(strings.offset(of: label)) | UInt64(label.utf8.count) << 32)
      return entries.count - 1
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendInteger(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}

extension Array where Element: FixedWidthInteger {
  fileprivate var littleEndianBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * MemoryLayout<Element>.size)
    for value in self { bytes.appendInteger(value) }
    return bytes
  }
}
