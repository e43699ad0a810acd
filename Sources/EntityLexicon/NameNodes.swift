/// The nodes of names, and the edges from one to the next, as an image has them.
struct NameNodes {
  /// Open addressing: (node << 32 | word) + 1, or 0; at least half of it is free.
  private(set) var edgeKeys = [UInt64](repeating: 0, count: 4)
  /// The node that each edge leads to.
  private(set) var edgeNodes = [UInt32](repeating: 0, count: 4)
  private var edgeCount = 0
  /// For each word, the node + 1 of names that begin with it, or 0.
  private(set) var roots: [UInt32] = []
  private(set) var count = 0

  /// Which nodes have names that go on after them.
  func nodesThatGoOn() -> [Bool] {
    var goesOn = [Bool](repeating: false, count: count)
    for key in edgeKeys where key != 0 { goesOn[Int((key - 1) >> 32)] = true }
    return goesOn
  }

  /// The node of names that begin with a word.
  mutating func root(_ word: Int) -> UInt32 {
    while roots.count <= word { roots.append(0) }
    if roots[word] == 0 { roots[word] = newNode() + 1 }
    return roots[word] - 1
  }

  /// The node of names that go on with a word.
  mutating func child(_ node: UInt32, _ word: Int) -> UInt32 {
    let key = (UInt64(node) << 32 | UInt64(word)) &+ 1
    var slot = Self.place(of: key, in: edgeKeys)
    if edgeKeys[slot] == key { return edgeNodes[slot] }
    edgeCount += 1
    if edgeCount * 2 > edgeKeys.count {
      grow()
      slot = Self.place(of: key, in: edgeKeys)
    }
    edgeKeys[slot] = key
    edgeNodes[slot] = newNode()
    return edgeNodes[slot]
  }

  /// Makes the table larger until no search in it takes more steps than a look-up is ready for.
  mutating func shortenSearches() throws(LexiconCompiler.Failure) {
    for _ in 0..<4 {
      if LexiconImage.longestRun(edgeKeys) < LexiconImage.maximumProbes { return }
      grow()
    }
    throw .tooLarge("too many names look alike")
  }

  /// The filter over the edges.
  func filter() -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: max(edgeKeys.count / 16, 1))
    for key in edgeKeys where key != 0 {
      let hash = KeyHash.mix(key)
      filter[Int(truncatingIfNeeded: hash >> 12) & (filter.count - 1)] |= LexiconImage.filterBits(hash)
    }
    return filter
  }

  private mutating func newNode() -> UInt32 {
    count += 1
    return UInt32(truncatingIfNeeded: count - 1)
  }

  private mutating func grow() {
    var keys = [UInt64](repeating: 0, count: edgeKeys.count * 2)
    var nodes = [UInt32](repeating: 0, count: keys.count)
    for (old, key) in edgeKeys.enumerated() where key != 0 {
      let slot = Self.place(of: key, in: keys)
      keys[slot] = key
      nodes[slot] = edgeNodes[old]
    }
    edgeKeys = keys
    edgeNodes = nodes
  }

  private static func place(of key: UInt64, in keys: [UInt64]) -> Int {
    var slot = Int(truncatingIfNeeded: KeyHash.mix(key)) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}

extension LexiconImage {
  /// The most places in a row that are taken: a search looks at no more than one beyond.
  static func longestRun(_ table: [UInt64]) -> Int {
    var longest = 0
    var run = 0
    // Twice around, since a run may go on at the start; a table is at least half free.
    for index in 0..<table.count * 2 {
      run = table[index & (table.count - 1)] == 0 ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }
}
