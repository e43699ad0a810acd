import ArabicNormalization
import TextModel
import TextPipeline
import TextSegmentation

/// What the tables of Lexicons/quantities say, found by the keys of words: a trie whose letters are words.
///
/// It is read once, when the first worker is made. The spellings are cut and folded by the very stages that cut the texts.
struct QuantityKnowledge: Sendable {
  /// What a spelling means, and the next meaning of the same words.
  struct Sense: Sendable {
    let row: UInt16
    let isDoubtful: Bool
    let language: UInt8
    fileprivate let next: Int32
  }

  /// A place in the trie: the beginning of spellings.
  struct Node: Sendable {
    fileprivate(set) var firstSense: Int32 = -1
    fileprivate(set) var hasChildren = false
    /// Whether it means more than the small words that join others.
    fileprivate(set) var isCore = false
    var hasSenses: Bool { firstSense >= 0 }
  }

  static let shared = Result { try QuantityKnowledge(QuantityTable()) }
  /// The number of the language whose months and weekdays have capitals.
  static let english = UInt8(QuantityTable.languages.count - 1)
  /// The number of the language that shares its letters with Arabic.
  static let persian: UInt8 = 3
  /// The longest key of a word of the tables, in bytes.
  private static let maximumKeyCount = 40

  let words: [QuantityWord]
  /// The English names of months by their code: `11`, `hijri-03`.
  let monthNames: [String: String]
  private(set) var nodes = [Node()]
  private(set) var senses: [Sense] = []
  /// Open addressing: the hash of a node and a word, and the node to which they lead (0 where the slot is free).
  private var slotKeys: [UInt64]
  private var slotNodes: [UInt32]
  private let mask: Int

  init(_ table: QuantityTable) throws {
    words = table.words
    monthNames = Dictionary(
      words.filter { $0.kind == .month }.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    var text: [UInt8] = []
    var ends: [Int] = []
    for spelling in table.spellings {
      text += spelling.text.utf8
      ends.append(text.count)
      text.append(0x0A)
    }
    let document = try Document(bytes: text)
    let annotations = try Pipeline(stages: [WordSegmentation(), TokenNormalization(.search)]).annotate(document)
    var size = 1024
    while size < annotations.tokens.count * 3 { size *= 2 }
    slotKeys = [UInt64](repeating: 0, count: size)
    slotNodes = [UInt32](repeating: 0, count: size)
    mask = size - 1
    var token = 0
    annotations.keys.withUnsafeBytes { keys in
      for (index, spelling) in table.spellings.enumerated() {
        var node: UInt32 = 0
        while token < annotations.tokens.count, annotations.tokens[token].range.upperBound <= ends[index] {
          node = insert(UnsafeRawBufferPointer(rebasing: keys[annotations.tokens[token].keyRange]), after: node)
          token += 1
        }
        if node != 0 { add(spelling, to: Int(node)) }
      }
    }
  }

  private mutating func add(_ spelling: QuantityTable.Spelling, to node: Int) {
    senses.append(
      Sense(
        row: UInt16(truncatingIfNeeded: spelling.row), isDoubtful: spelling.isDoubtful,
        language: UInt8(truncatingIfNeeded: spelling.language), next: nodes[node].firstSense))
    nodes[node].firstSense = Int32(truncatingIfNeeded: senses.count - 1)
    switch words[spelling.row].kind {
    case .link, .relative, .name, .ordinalEnding, .pluralEnding, .era, .nation, .rate, .roman, .yearMark: break
    default: nodes[node].isCore = true
    }
  }

  private mutating func insert(_ key: UnsafeRawBufferPointer, after node: UInt32) -> UInt32 {
    let hash = Self.hash(key, after: node)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slotNodes[slot] != 0 {
      if slotKeys[slot] == hash { return slotNodes[slot] }
      slot = (slot + 1) & mask
    }
    nodes.append(Node())
    nodes[Int(node)].hasChildren = true
    slotKeys[slot] = hash
    slotNodes[slot] = UInt32(truncatingIfNeeded: nodes.count - 1)
    return slotNodes[slot]
  }

  /// The node to which a word leads; nil where none does. The root is 0.
  func child(of node: UInt32, _ key: UnsafeRawBufferPointer) -> UInt32? {
    guard key.count <= Self.maximumKeyCount, !key.isEmpty else { return nil }
    let hash = Self.hash(key, after: node)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slotNodes[slot] != 0 {
      if slotKeys[slot] == hash { return slotNodes[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// What a node means as a kind of word, the sense with it; nil where it does not. Persian words count in Persian texts
  /// alone, since many are others in Arabic: فردا.
  func word(_ node: UInt32, _ kind: QuantityWord.Kind, isPersian: Bool) -> (word: QuantityWord, sense: Sense)? {
    var index = nodes[Int(node)].firstSense
    while index >= 0 {
      let sense = senses[Int(index)]
      if words[Int(sense.row)].kind == kind, isPersian || sense.language != Self.persian {
        return (words[Int(sense.row)], sense)
      }
      index = sense.next
    }
    return nil
  }

  /// The same, as a certain small word.
  func isLink(_ node: UInt32, _ name: String, isPersian: Bool) -> Bool {
    var index = nodes[Int(node)].firstSense
    while index >= 0 {
      let sense = senses[Int(index)]
      let word = words[Int(sense.row)]
      if word.kind == .link, word.code == name, isPersian || sense.language != Self.persian { return true }
      index = sense.next
    }
    return false
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
    while offset < key.count {
      rest = rest << 8 | UInt64(key[offset])
      offset &+= 1
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 29
  }
}

extension QuantityKnowledge {
  /// The language of a node's words, as the column of the tables; of several, the last.
  func language(of node: UInt32, isPersian: Bool) -> UInt8? {
    var index = nodes[Int(node)].firstSense
    while index >= 0 {
      let sense = senses[Int(index)]
      if isPersian || sense.language != Self.persian { return sense.language }
      index = sense.next
    }
    return nil
  }
}
