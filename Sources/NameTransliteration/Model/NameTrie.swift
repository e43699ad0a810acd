/// Spellings that people are known to bear, as a trie with frequencies.
///
/// Nodes are numbered in breadth-first order, so that the children of a node stand side by side, and each node but says where
/// its first child is: the block of 64 nodes says it for all, and the node how much is to be added.
package struct NameTrie: @unchecked Sendable {
  // Unchecked: the pointers lead into an image that nobody writes to.
  package let nodeCount: Int
  private let blocks: UnsafePointer<UInt32>
  private let offsets: UnsafePointer<UInt16>
  /// The letter that leads to each node.
  private let labels: UnsafePointer<UInt8>
  /// 16 times the logarithm of how many people bear a name that begins so.
  package let prefixWeights: UnsafePointer<UInt8>
  /// 1 + 12 times the logarithm of how many people bear the name that ends here; 0 where none does.
  package let nameWeights: UnsafePointer<UInt8>

  package init(
    nodeCount: Int, blocks: UnsafePointer<UInt32>, offsets: UnsafePointer<UInt16>, labels: UnsafePointer<UInt8>,
    prefixWeights: UnsafePointer<UInt8>, nameWeights: UnsafePointer<UInt8>
  ) {
    self.nodeCount = nodeCount
    self.blocks = blocks
    self.offsets = offsets
    self.labels = labels
    self.prefixWeights = prefixWeights
    self.nameWeights = nameWeights
  }

  package static let root = 0

  package static let blockShift = 6

  /// How many blocks there are; the first children of all nodes and of one more are told.
  package static func blockCount(_ nodeCount: Int) -> Int { nodeCount >> blockShift + 1 }

  @inline(__always)
  func firstChild(of node: Int) -> Int {
    Int(blocks[node &>> Self.blockShift]) &+ Int(offsets[node])
  }

  /// The node that a letter leads to; -1 where there is none.
  @inline(__always)
  package func child(of node: Int, _ letter: UInt8) -> Int {
    var index = firstChild(of: node)
    let end = firstChild(of: node &+ 1)
    while index < end {
      if labels[index] == letter { return index }
      index &+= 1
    }
    return -1
  }

  /// The node where a spelling ends; -1 where none begins so.
  package func node(_ letters: some Sequence<UInt8>) -> Int {
    var node = Self.root
    for letter in letters {
      node = child(of: node, letter)
      if node < 0 { return -1 }
    }
    return node
  }

  /// The node where a name ends that somebody bears; -1 where nobody does.
  package func name(_ letters: some Sequence<UInt8>) -> Int {
    let node = node(letters)
    return node >= 0 && nameWeights[node] > 0 ? node : -1
  }
}
