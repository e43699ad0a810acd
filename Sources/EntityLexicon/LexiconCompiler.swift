/// Makes an image of rows. The same rows give the same bytes on every machine.
///
/// Rows are added one at a time, and only what the image needs is kept of them: a million take a few hundred megabytes.
/// Where several rows share a name, the first row is the better reading, so the order of rows is an order of preference.
public struct LexiconCompiler: ~Copyable {
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

  private let keys: LexiconKeys
  private var words = ByteStrings()
  private var texts = ByteStrings()
  private var ids = ByteStrings()
  private var nodes = NameNodes()
  private var names: [LexiconRecord] = []
  /// For each name, the node + 1 where it ends, or 0 where it is not found.
  private var nodeOfName: [UInt32] = []
  /// For each node, the name + 1 that was put there last.
  private var lastName: [UInt32] = []
  private var entities: [LexiconRecord] = []
  private var languages = LexiconLabels()
  private var sources = LexiconLabels()
  private var files: [String] = []
  /// Where each row was read, for messages.
  private var places: [(file: UInt32, line: UInt32)] = []

  /// How many rows were added.
  public var rowCount: Int { entities.count }

  /// A compiler without rows.
  ///
  /// - Throws: `ICUError` where the segmenter or the normalizer cannot be made.
  public init() throws { keys = try LexiconKeys() }

  /// The image of these rows.
  ///
  /// - Throws: `Failure`; `ICUError` where the segmenter or the normalizer cannot be made.
  public static func compile(_ rows: [LexiconRow]) throws -> [UInt8] {
    var compiler = try LexiconCompiler()
    for row in rows { try compiler.add(row) }
    return try compiler.image()
  }

  /// Adds a row.
  ///
  /// - Throws: `Failure`.
  public mutating func add(_ row: LexiconRow) throws {
    guard row.names.count <= UInt16.max, row.id.utf8.count <= UInt16.max else {
      throw Failure.tooLarge("the names of \(row.id)")
    }
    let known = try ids.insert(row.id)
    guard known.isNew else {
      let place = places[known.number]
      throw Failure.duplicateID(id: row.id, first: "\(files[Int(place.file)]):\(place.line)", second: row.place)
    }
    if files.last != row.file { files.append(row.file) }
    places.append((UInt32(truncatingIfNeeded: files.count - 1), UInt32(truncatingIfNeeded: row.line)))
    let firstName = names.count
    for name in row.names { try add(name, of: row, firstName: firstName) }
    let source = try sources.index(of: row.source, in: &texts)
    guard source <= UInt8.max else { throw Failure.tooLarge("more than 255 sources") }
    entities.append(
      LexiconRecord(
        low: UInt64(ids.start(known.number)) | UInt64(firstName) << 32,
        high: UInt64(row.names.count) | UInt64(row.id.utf8.count) << 16 | UInt64(row.lexiconClass.code) << 32
          | UInt64(source) << 40))
  }

  private mutating func add(_ name: LexiconRow.Name, of row: LexiconRow, firstName: Int) throws {
    let language = try languages.index(of: name.language, in: &texts)
    guard name.text.utf8.count <= UInt16.max, language <= UInt8.max else {
      throw Failure.tooLarge("a name or the number of languages at \(row.place)")
    }
    guard names.count < Int(UInt32.max) - 1, nodes.count < Int(UInt32.max) - Self.maximumWords else {
      throw Failure.tooLarge("names")
    }
    let number = try texts.insert(name.text).number
    let conditions = LexiconImage.NameConditions(of: name, in: row)
    names.append(
      LexiconRecord(
        low: UInt64(entities.count) | UInt64(texts.start(number)) << 32,
        high: UInt64(name.text.utf8.count) | UInt64(language) << 16 | UInt64(conditions.rawValue) << 24
          | UInt64(row.lexiconClass.code) << 32))
    nodeOfName.append(0)
    guard let node = try node(of: name, row) else { return }
    while lastName.count < nodes.count { lastName.append(0) }
    // One entity once at a node, even if two of its names fold into one; the less demanding name stays.
    let last = Int(lastName[Int(node)]) - 1
    if last >= firstName {
      guard conditions.isStrictSubset(of: LexiconImage.NameRecord(names[last]).conditions) else { return }
      nodeOfName[last] = 0
    }
    nodeOfName[names.count - 1] = node + 1
    lastName[Int(node)] = UInt32(truncatingIfNeeded: names.count)
  }

  /// The node where a name ends; nil for one without a word.
  private mutating func node(of name: LexiconRow.Name, _ row: LexiconRow) throws -> UInt32? {
    var node: UInt32?
    var count = 0
    try keys.forEachKey(of: name.text) { key in
      count += 1
      guard count <= Self.maximumWords else {
        throw Failure.tooLarge("a name of over \(Self.maximumWords) words at \(row.place)")
      }
      let word = try words.insert(key).number
      node = node.map { nodes.child($0, word) } ?? nodes.root(word)
    }
    return node
  }

  /// The image of the rows that were added.
  ///
  /// - Throws: `Failure.tooLarge`.
  public consuming func image() throws(Failure) -> [UInt8] {
    let textStart = words.bytes.count
    let idStart = textStart + texts.bytes.count
    guard idStart + ids.bytes.count < Int(UInt32.max) else { throw .tooLarge("its text") }
    // Nothing is looked up any more, so that what is only for that makes room for the image.
    places = []
    lastName = []
    try nodes.shortenSearches()
    let (wordSlots, wordFilter) = try Self.wordTable(words)
    let edgeFilter = nodes.filter()
    let (nodeNames, nameRefs) = namesByNode()
    nodeOfName = []
    let wordRecords = wordRecords(nodeNames, nameRefs)
    for index in names.indices { names[index].low += UInt64(textStart) << 32 }
    for index in entities.indices { entities[index].low += UInt64(idStart) }

    var writer = try LexiconImageWriter(counts: [
      .filter: wordFilter.count, .edgeFilter: edgeFilter.count, .languages: languages.entries.count,
      .sources: sources.entries.count, .wordSlots: wordSlots.count, .wordOffsets: words.starts.count,
      .words: words.count, .edgeKeys: nodes.edgeKeys.count, .edgeNodes: nodes.edgeNodes.count,
      .nodeNames: nodeNames.count, .nameRefs: nameRefs.count, .names: names.count, .entities: entities.count,
      .strings: idStart + ids.bytes.count,
    ])
    writer.append(.filter, wordFilter)
    writer.append(.edgeFilter, edgeFilter)
    writer.append(.languages, languages.entries.map { $0 + UInt64(textStart) })
    writer.append(.sources, sources.entries.map { $0 + UInt64(textStart) })
    writer.append(.wordSlots, wordSlots)
    writer.append(.wordOffsets, words.starts)
    // What is written is forgotten, so that the image grows where the parts of it were.
    writer.append(.words, wordRecords)
    writer.append(.edgeKeys, nodes.edgeKeys)
    writer.append(.edgeNodes, nodes.edgeNodes)
    nodes = NameNodes()
    writer.append(.nodeNames, nodeNames)
    writer.append(.nameRefs, nameRefs)
    writer.append(.names, names)
    names = []
    writer.append(.entities, entities)
    entities = []
    writer.append(.strings, words.bytes, texts.bytes, ids.bytes)
    return writer.finish()
  }

  /// The table of the words and the filter over it.
  private static func wordTable(_ words: ByteStrings) throws(Failure) -> (slots: [UInt64], filter: [UInt64]) {
    var count = 4
    while count < words.count * 2 { count *= 2 }
    for _ in 0..<4 {
      var slots = [UInt64](repeating: 0, count: count)
      // About twelve bits a word, small enough to stay in the cache, let a few of a hundred missing words through.
      var filter = [UInt64](repeating: 0, count: max(count / 16, 1))
      var isAmbiguous = false
      words.forEach { word, key in
        let hash = KeyHash.hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (count - 1)
        while slots[slot] != 0 {
          // A look-up stops at the first word that has the upper half of its hash.
          isAmbiguous = isAmbiguous || slots[slot] >> 32 == hash >> 32
          slot = (slot + 1) & (count - 1)
        }
        slots[slot] = (hash >> 32) << 32 | UInt64(word + 1)
        filter[Int(truncatingIfNeeded: hash >> 12) & (filter.count - 1)] |= LexiconImage.filterBits(hash)
      }
      if !isAmbiguous, LexiconImage.longestRun(slots) < LexiconImage.maximumProbes { return (slots, filter) }
      count *= 2
    }
    throw .tooLarge("too many words look alike")
  }

  /// What is said of each word.
  private func wordRecords(_ nodeNames: [UInt32], _ nameRefs: [UInt64]) -> [LexiconRecord] {
    let goesOn = nodes.nodesThatGoOn()
    return (0..<words.count).map { word in
      guard word < nodes.roots.count, nodes.roots[word] > 0 else { return LexiconRecord(low: 0, high: 0) }
      let node = Int(nodes.roots[word]) - 1
      return LexiconImage.WordRecord(
        root: UInt32(truncatingIfNeeded: node), names: nameRefs[Int(nodeNames[node])..<Int(nodeNames[node + 1])],
        from: nodeNames[node], goesOn: goesOn[node]
      ).record
    }
  }

  /// The names that end at each node, in the order of the rows.
  private func namesByNode() -> (starts: [UInt32], names: [UInt64]) {
    var starts = [UInt32](repeating: 0, count: nodes.count + 1)
    for node in nodeOfName where node > 0 { starts[Int(node)] += 1 }
    for node in 0..<nodes.count { starts[node + 1] += starts[node] }
    var next = starts
    var references = [UInt64](repeating: 0, count: Int(starts[nodes.count]))
    for (name, node) in nodeOfName.enumerated() where node > 0 {
      references[Int(next[Int(node) - 1])] = LexiconImage.NameReference(LexiconImage.NameRecord(names[name])).bits
      next[Int(node) - 1] += 1
    }
    return (starts, references)
  }
}
