internal import CNameKernels

/// Spellings that people are known to bear, as a trie with frequencies.
///
/// Nodes are numbered in breadth-first order, so that the children of a node stand side by side, and each node but says
/// how many it has: the block of 16 nodes says where the first child of its first node is, the others are counted on from there.
package struct NameTrie: @unchecked Sendable {
  // Unchecked: the pointers lead into an image that nobody writes to.
  package let nodeCount: Int
  private let blocks: UnsafePointer<UInt32>
  /// How many children each node has; up to the end of the last block.
  private let childCounts: UnsafePointer<UInt8>
  /// The letter that leads to each node.
  private let labels: UnsafePointer<UInt8>
  /// 16 times the logarithm of how many people bear a name that begins so.
  package let prefixWeights: UnsafePointer<UInt8>
  /// 1 + 12 times the logarithm of how many people bear the name that ends here; 0 where none does.
  package let nameWeights: UnsafePointer<UInt8>

  package init(
    nodeCount: Int, blocks: UnsafePointer<UInt32>, childCounts: UnsafePointer<UInt8>, labels: UnsafePointer<UInt8>,
    prefixWeights: UnsafePointer<UInt8>, nameWeights: UnsafePointer<UInt8>
  ) {
    self.nodeCount = nodeCount
    self.blocks = blocks
    self.childCounts = childCounts
    self.labels = labels
    self.prefixWeights = prefixWeights
    self.nameWeights = nameWeights
  }

  package static let root = 0

  package static let blockShift = 4

  /// How many blocks there are.
  package static func blockCount(_ nodeCount: Int) -> Int { (nodeCount + 15) >> blockShift }

  /// How many children a node has.
  @inline(__always)
  func childCount(of node: Int) -> Int { Int(childCounts[node]) }

  /// Where the children of a node begin.
  @inline(__always)
  func firstChild(of node: Int) -> Int {
    let block = node &>> Self.blockShift
    let counts = UnsafeRawPointer(childCounts + block &<< Self.blockShift)
    // The counts before the node, added eight at once.
    let place = UInt64(node & 15)
    let low = counts.loadUnaligned(as: UInt64.self)
    let high = counts.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let isHigh = place >= 8
    let mask = (1 as UInt64) &<< (8 &* (place & 7)) &- 1
    let first = isHigh ? low : low & mask
    let second = isHigh ? high & mask : 0
    let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
    let sums = (first & pairs) &+ (first &>> 8 & pairs) &+ (second & pairs) &+ (second &>> 8 & pairs)
    return Int(blocks[block]) &+ Int((sums &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// Fetches what says where the children of a node are, since it will be asked for soon.
  @inline(__always)
  func fetch(_ node: Int) {
    nqh_prefetch(childCounts + node)
    nqh_prefetch(blocks + node &>> Self.blockShift)
  }

  /// Fetches the children of a node.
  @inline(__always)
  func fetchChildren(of node: Int) {
    let first = firstChild(of: node)
    nqh_prefetch(labels + first)
    nqh_prefetch(prefixWeights + first)
  }

  /// The node that a letter leads to; -1 where there is none.
  @inline(__always)
  package func child(of node: Int, _ letter: UInt8) -> Int {
    let count = childCount(of: node)
    if count == 0 { return -1 }
    var index = firstChild(of: node)
    let end = index &+ count
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
