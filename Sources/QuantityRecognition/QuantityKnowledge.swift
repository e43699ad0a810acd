import ArabicNormalization
import TextModel
import TextPipeline
import TextSegmentation

/// What the tables of Lexicons/quantities say, found by the keys of words: a trie whose letters are words.
///
/// It is read once, when the first worker is made. The spellings are cut and folded by the very stages that cut the texts.
/// Unchecked: its memory is written by `init` alone, and freed with it.
final class QuantityKnowledge: @unchecked Sendable {
  static let shared = Result { try QuantityKnowledge(QuantityTable()) }
  /// The longest key of a word of the tables, in bytes.
  private static let maximumKeyCount = 40

  let words: [QuantityWord]
  /// The English names of months by their code: `11`, `hijri-03`.
  let monthNames: [String: String]
  /// The places of the trie; the root is the first.
  let nodes: UnsafeBufferPointer<Node>
  let senses: UnsafeBufferPointer<Sense>
  /// The words with which spellings begin.
  let beginnings: QuantityWordFilter
  /// The words that stand behind others in spellings.
  let continuations: QuantityWordFilter
  private let slots: UnsafeBufferPointer<Slot>

  /// Open addressing: the hash of a node and a word, and the node to which they lead (0 where the slot is free).
  private struct Slot {
    var hash: UInt64 = 0
    var node: UInt32 = 0
  }

  init(_ table: QuantityTable) throws {
    words = table.words
    monthNames = Dictionary(
      words.filter { $0.kind == .month }.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let trie = try Trie(table)
    nodes = Self.copy(trie.nodes)
    senses = Self.copy(trie.senses)
    slots = Self.copy(trie.slots)
    beginnings = trie.beginnings
    continuations = trie.continuations
  }

  deinit {
    nodes.deallocate()
    senses.deallocate()
    slots.deallocate()
    beginnings.deallocate()
    continuations.deallocate()
  }

  /// Memory that is read without counting references or checking bounds.
  private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    return UnsafeBufferPointer(memory)
  }

  /// The node to which a word leads; nil where none does. The root is 0.
  func child(of node: UInt32, _ key: UnsafeRawBufferPointer) -> UInt32? {
    guard key.count <= Self.maximumKeyCount, !key.isEmpty else { return nil }
    let hash = Self.hash(key, after: node)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].node != 0 {
      if slots[slot].hash == hash { return slots[slot].node }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// What a node means as a kind of word, the sense with it; nil where it does not.
  func word(_ node: UInt32, _ kind: QuantityWord.Kind, isPersian: Bool) -> (word: QuantityWord, sense: Sense)? {
    var index = nodes[Int(node)].firstSense
    while index >= 0 {
      let sense = senses[Int(index)]
      if sense.kind == kind, isPersian || sense.language != .persian { return (words[Int(sense.row)], sense) }
      index = sense.next
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ key: UnsafeRawBufferPointer, after node: UInt32) -> UInt64 {
    var hash = UInt64(node) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
    var offset = 0
    while offset &+ 8 <= key.count {
      hash = (hash ^ key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset &+= 8
    }
    var rest: UInt64 = 0
    if offset > 0 {
      // The last eight bytes at once, some of them again, instead of up to seven by themselves.
      if offset < key.count { rest = key.loadUnaligned(fromByteOffset: key.count &- 8, as: UInt64.self) }
    } else if key.count >= 4 {
      rest =
        UInt64(key.loadUnaligned(as: UInt32.self))
        | UInt64(key.loadUnaligned(fromByteOffset: key.count &- 4, as: UInt32.self)) << 32
    } else {
      for byte in key { rest = rest << 8 | UInt64(byte) }
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 29
  }
}

extension QuantityKnowledge {
  /// The trie while it grows.
  private struct Trie {
    var nodes = [Node()]
    var senses: [Sense] = []
    var slots: [Slot]
    let beginnings: QuantityWordFilter
    let continuations: QuantityWordFilter

    init(_ table: QuantityTable) throws {
      var text: [UInt8] = []
      var ends: [Int] = []
      for spelling in table.spellings {
        text += spelling.text.utf8
        ends.append(text.count)
        text.append(0x0A)
      }
      let document = try Document(bytes: text)
      let annotations = try Pipeline(stages: [WordSegmentation(), TokenNormalization(.search)]).annotate(document)
      beginnings = QuantityWordFilter()
      continuations = QuantityWordFilter()
      var size = 1024
      while size < annotations.tokens.count * 3 { size *= 2 }
      slots = [Slot](repeating: Slot(), count: size)
      var token = 0
      annotations.keys.withUnsafeBytes { keys in
        for (index, spelling) in table.spellings.enumerated() {
          var node: UInt32 = 0
          while token < annotations.tokens.count, annotations.tokens[token].range.upperBound <= ends[index] {
            node = insert(UnsafeRawBufferPointer(rebasing: keys[annotations.tokens[token].keyRange]), after: node)
            token += 1
          }
          if node != 0 { add(spelling, table.words[spelling.row], to: Int(node)) }
        }
      }
    }

    private mutating func add(_ spelling: QuantityTable.Spelling, _ word: QuantityWord, to node: Int) {
      senses.append(
        Sense(
          row: UInt16(truncatingIfNeeded: spelling.row), isDoubtful: spelling.isDoubtful, language: spelling.language,
          kind: word.kind, next: nodes[node].firstSense))
      nodes[node].firstSense = Int32(truncatingIfNeeded: senses.count - 1)
      nodes[node].add(word, spelling.language)
    }

    private mutating func insert(_ key: UnsafeRawBufferPointer, after node: UInt32) -> UInt32 {
      let hash = QuantityKnowledge.hash(key, after: node)
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].node != 0 {
        if slots[slot].hash == hash { return slots[slot].node }
        slot = (slot + 1) & mask
      }
      nodes.append(Node())
      nodes[Int(node)].hasChildren = true
      slots[slot] = Slot(hash: hash, node: UInt32(truncatingIfNeeded: nodes.count - 1))
      (node == 0 ? beginnings : continuations).insert(key)
      return slots[slot].node
    }
  }
}
