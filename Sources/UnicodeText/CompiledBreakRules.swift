/// ICU's compiled break rules, format 6 (ICU 72's `rbbidata.h`), read with every size and index checked.
struct CompiledBreakRules {
  /// One state of the machine.
  struct State {
    /// 0: no boundary here; 1: boundary after the character read; above: the look-ahead slot that says where.
    var accepting: Int
    /// 0, or the look-ahead slot that takes the position after the character read.
    var lookAhead: Int
    /// The rule status of a boundary that this state finds.
    var status: Int32
    /// The state that each category leads to.
    var next: [Int]
  }

  /// Category of the end of the text.
  static let endCategory = 1
  /// Category that comes before the first character of a segment, where the rules want it.
  static let startCategory = 2

  var states: [State] = []
  /// How many categories there are, at most 256.
  var categoryCount = 0
  /// The first category of characters that are divided by a dictionary.
  var dictionaryStart = 0
  /// How many look-ahead slots the states name.
  var lookAheadCount = 0
  /// Whether each segment starts with `startCategory`.
  var requiresStart = false
  /// The status before any state has given one.
  var initialStatus: Int32 = 0
  /// Where the trie of categories lies in the bytes.
  var trie: Range<Int> = 0..<0

  private static let magic = 0xB1A0
  private static let headerCount = 80

  /// Reads the rules; nil where they are of another format, damaged, or have more than 256 categories.
  init?(_ bytes: [UInt8]) {
    let reader = Reader(bytes: bytes)
    // Offsets of RBBIDataHeader's fields.
    guard reader.word(0) == Self.magic, bytes.count >= Self.headerCount, bytes[4] == 6,
      let length = reader.word(8), length <= bytes.count,
      let categories = reader.word(12), categories > 2, categories <= 256,
      let table = reader.part(at: 16, within: length), table.count >= 20,
      let trie = reader.part(at: 32, within: length), trie.lowerBound % 4 == 0,
      let statuses = reader.part(at: 48, within: length), !statuses.isEmpty,
      // RBBIStateTable.
      let stateCount = reader.word(table.lowerBound), stateCount > 1,
      let rowLength = reader.word(table.lowerBound + 4),
      let dictionaryStart = reader.word(table.lowerBound + 8),
      let lookAheadCount = reader.word(table.lowerBound + 12), lookAheadCount <= 0xFFFF,
      let flags = reader.word(table.lowerBound + 16)
    else { return nil }
    let width = flags & 4 != 0 ? 1 : 2
    let (tableLength, overflow) = stateCount.multipliedReportingOverflow(by: rowLength)
    guard rowLength >= (3 + categories) * width, !overflow, tableLength <= table.count - 20, stateCount <= 0xFFFF
    else { return nil }

    func status(at index: Int) -> Int32? {
      let start = statuses.lowerBound + 4 * index
      // A count, then so many values in ascending order; ICU gives the last.
      guard start + 4 <= statuses.upperBound, let count = reader.word(start), count > 0,
        count <= statuses.count, start + 4 * (count + 1) <= statuses.upperBound,
        let value = reader.word(start + 4 * count)
      else { return nil }
      return Int32(truncatingIfNeeded: value)
    }

    guard let initialStatus = status(at: 0) else { return nil }
    self.initialStatus = initialStatus
    self.trie = trie
    self.dictionaryStart = dictionaryStart
    self.lookAheadCount = lookAheadCount
    categoryCount = categories
    requiresStart = flags & 2 != 0
    states.reserveCapacity(stateCount)
    for index in 0..<stateCount {
      let row = table.lowerBound + 20 + index * rowLength
      func cell(_ column: Int) -> Int { reader.number(at: row + column * width, width: width) }
      let accepting = cell(0)
      let lookAhead = cell(1)
      guard accepting <= 1 || accepting < lookAheadCount, lookAhead <= 1 || lookAhead < lookAheadCount,
        let status = status(at: cell(2))
      else { return nil }
      let next = (0..<categories).map { cell(3 + $0) }
      guard next.allSatisfy({ $0 < stateCount }) else { return nil }
      states.append(State(accepting: accepting, lookAhead: lookAhead, status: status, next: next))
    }
    // State 0 means stop; nothing else may be asked of it.
    guard states[0].accepting == 0, states[0].lookAhead == 0 else { return nil }
  }

  /// Reads numbers in the machine's byte order, which is the one ICU's data is loaded in.
  private struct Reader {
    let bytes: [UInt8]

    func word(_ offset: Int) -> Int? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
      return Int(value)
    }

    /// A number within a range that has been checked.
    func number(at offset: Int, width: Int) -> Int {
      if width == 1 { return Int(bytes[offset]) }
      return bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) }
    }

    /// A part given by two words, its offset and its length.
    func part(at offset: Int, within length: Int) -> Range<Int>? {
      guard let start = word(offset), let count = word(offset + 4), start <= length, count <= length - start
      else { return nil }
      return start..<start + count
    }
  }
}
