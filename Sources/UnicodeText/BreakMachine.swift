internal import CTextICU

/// Compiled break rules laid out for reading, as plain memory that a `BreakTable` owns.
///
/// There are two forms of the same machine. The exact one follows `RuleBasedBreakIterator::handleNext` step by step. The
/// fused one serves the ordinary case without ever going back: where a state that is a boundary meets a character that
/// ends the segment, its entry leads at once to where that character leads from the start state. All that is not
/// ordinary — look-ahead, rules that read on and must return, dictionary characters — is marked, and the exact machine
/// reads that segment again.
@usableFromInline
struct BreakMachine: @unchecked Sendable {
  // Unchecked: the memory is written here and nowhere later.

  /// Set in a fused entry where a segment ends before the character.
  @usableFromInline static var boundaryBit: UInt32 { 1 << 30 }
  /// Set in a fused entry where the exact machine has to read the segment.
  @usableFromInline static var exactBit: UInt32 { 1 << 31 }

  /// Whether the rules could be read; everything else is empty where not.
  @usableFromInline let isUsable: Bool
  /// The category of each of the 0x110000 code points.
  @usableFromInline let categories: UnsafePointer<UInt8>
  /// Fused rows, `statusColumn + 1` entries each; an entry holds the offset of the row it leads to.
  @usableFromInline let fused: UnsafePointer<UInt32>
  /// The column of a fused row that holds the rule status of a boundary in that state.
  @usableFromInline let statusColumn: Int
  /// The fused row in which a segment starts.
  @usableFromInline let fusedStart: UInt32

  /// A fused row in which many characters leave the machine, such as that within a word: these are passed over without asking
  /// the machine.
  @usableFromInline
  struct Run {
    /// The row; `UInt32.max` where there is none.
    @usableFromInline let row: UInt32
    /// For each code point below U+0800, whether it leads back to the row.
    @usableFromInline let stays: UnsafePointer<Bool>
    /// Code points that `stays` tells of.
    @usableFromInline static var count: Int { 0x800 }
  }

  /// Within words or sentences without case, and with case.
  @usableFromInline let runs: (Run, Run)

  private let states: UnsafePointer<State>
  private let next: UnsafePointer<UInt16>
  private let categoryCount: Int
  private let dictionaryStart: Int
  private let requiresStart: Bool
  private let initialStatus: Int32
  /// How many positions the scratch memory for `exactStep` must hold.
  let lookAheadCount: Int

  private struct State {
    var accepting: UInt16
    var lookAhead: UInt16
    var status: Int32
  }

  /// One segment as the rules alone see it.
  struct Step {
    /// Offset after the segment.
    var end: Int
    /// Its rule status.
    var status: Int32
    /// Whether it holds characters that a dictionary divides.
    var hasDictionary: Bool
  }

  /// A machine for compiled rules; one that is not usable where these are nil or cannot be read.
  init(_ compiled: [UInt8]?) {
    let categories = UnsafeMutablePointer<UInt8>.allocate(capacity: 0x110000)
    guard let compiled, let rules = CompiledBreakRules(compiled),
      compiled.withUnsafeBufferPointer({ bytes in
        guard let start = bytes.baseAddress else { return false }
        let trie = start + rules.trie.lowerBound
        return ticu_trie_flatten(trie, Int32(rules.trie.count), UInt32(rules.categoryCount), categories) <= 0
      }),
      let fused = Self.fuse(rules)
    else {
      isUsable = false
      self.categories = UnsafePointer(categories)
      self.fused = UnsafePointer(UnsafeMutablePointer<UInt32>.allocate(capacity: 1))
      runs = (Self.noRun(), Self.noRun())
      states = UnsafePointer(UnsafeMutablePointer<State>.allocate(capacity: 1))
      next = UnsafePointer(UnsafeMutablePointer<UInt16>.allocate(capacity: 1))
      statusColumn = 0
      fusedStart = 0
      categoryCount = 0
      dictionaryStart = 0
      requiresStart = false
      initialStatus = 0
      lookAheadCount = 0
      return
    }
    isUsable = true
    self.categories = UnsafePointer(categories)
    self.fused = Self.copy(fused.entries)
    fusedStart = fused.start
    statusColumn = rules.categoryCount
    runs = (
      Self.run(after: 0x627, fused.entries, fused.start, categories),
      Self.run(after: 0x430, fused.entries, fused.start, categories)
    )
    states = Self.copy(
      rules.states.map {
        State(accepting: UInt16($0.accepting), lookAhead: UInt16($0.lookAhead), status: $0.status)
      })
    next = Self.copy(rules.states.flatMap { $0.next.map { UInt16($0) } })
    categoryCount = rules.categoryCount
    dictionaryStart = rules.dictionaryStart
    requiresStart = rules.requiresStart
    initialStatus = rules.initialStatus
    lookAheadCount = rules.lookAheadCount
  }

  /// Frees the memory; the machine must not be used any more.
  func deallocate() {
    categories.deallocate()
    fused.deallocate()
    runs.0.stays.deallocate()
    runs.1.stays.deallocate()
    states.deallocate()
    next.deallocate()
  }

  private static func copy<T>(_ elements: [T]) -> UnsafePointer<T> {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: elements.count)
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }

  private static func noRun() -> Run { Run(row: .max, stays: copy([Bool](repeating: false, count: Run.count))) }

  /// The run of a letter: the row to which it leads again and again.
  private static func run(
    after letter: Int, _ fused: [UInt32], _ start: UInt32, _ categories: UnsafePointer<UInt8>
  ) -> Run {
    func next(_ row: UInt32, _ scalar: Int) -> UInt32 { fused[Int(row) + Int(categories[scalar])] }
    let first = next(start, letter)
    guard first < boundaryBit, next(first, letter) == first else { return noRun() }
    return Run(row: first, stays: copy((0..<Run.count).map { next(first, $0) == first }))
  }

  private static func fuse(_ rules: CompiledBreakRules) -> (entries: [UInt32], start: UInt32)? {
    let stride = rules.categoryCount + 1
    guard rules.states.count * stride < Int(boundaryBit) else { return nil }
    var start = 1
    if rules.requiresStart {
      start = rules.states[1].next[CompiledBreakRules.startCategory]
      let state = rules.states[start]
      guard start != 0, state.accepting <= 1, state.lookAhead <= 1 else { return nil }
    }
    // Whether a state can be entered with no more than going on.
    let isPlain = rules.states.indices.map { index in
      index != 0 && rules.states[index].accepting <= 1 && rules.states[index].lookAhead <= 1
    }
    var entries: [UInt32] = []
    entries.reserveCapacity(rules.states.count * stride)
    for state in rules.states {
      for category in 0..<rules.categoryCount {
        let next = state.next[category]
        let afterBoundary = rules.states[start].next[category]
        if category >= rules.dictionaryStart {
          entries.append(exactBit)
        } else if isPlain[next] {
          entries.append(UInt32(next * stride))
        } else if next == 0, state.accepting == 1, isPlain[afterBoundary] {
          // Never true of the start state itself, whose boundary would make an empty segment.
          entries.append(UInt32(afterBoundary * stride) | boundaryBit)
        } else {
          entries.append(exactBit)
        }
      }
      entries.append(UInt32(bitPattern: state.status))
    }
    return (entries, UInt32(start * stride))
  }

  /// The segment that starts at `start`, as ICU's `handleNext` finds it.
  ///
  /// - Parameters:
  ///   - row: the fused row that the segment has reached without a look-ahead.
  ///   - reached: the offset at which it was reached. If the segment might end there, the machine goes on from there.
  ///   - lookAhead: scratch memory for `lookAheadCount` positions.
  func exactStep(
    _ text: UnsafePointer<UInt8>, _ count: Int, from start: Int, row: UInt32, reached: Int,
    lookAhead: UnsafeMutablePointer<Int>
  ) -> Step {
    var state = 1
    var status = initialStatus
    var end = start
    var firstDictionary = Int.max
    // `next` is the offset after the character just read; before the first one, at the start category, it is `start`.
    var position = start
    var isBefore = requiresStart
    let reachedState = Int(row) / (statusColumn + 1)
    if reached > start, states[reachedState].accepting == 1 {
      state = reachedState
      status = states[state].status
      end = reached
      position = reached
      isBefore = false
    }
    var isAfter = false
    for slot in 0..<lookAheadCount { lookAhead[slot] = -1 }
    while true {
      let category: Int
      if isBefore {
        category = CompiledBreakRules.startCategory
      } else if position >= count {
        if isAfter { break }
        isAfter = true
        category = CompiledBreakRules.endCategory
      } else {
        let (scalar, length) = Self.decode(text, count, at: position)
        category = Int(categories[scalar])
        if category >= dictionaryStart, firstDictionary == .max { firstDictionary = position }
        position += length
      }
      state = Int(next[state * categoryCount + category])
      let row = states[state]
      if row.accepting == 1 {
        if !isBefore { end = position }
        status = row.status
      } else if row.accepting > 1, lookAhead[Int(row.accepting)] >= 0 {
        let found = lookAhead[Int(row.accepting)]
        // ICU goes on from here without looking, and would stand still; its rules never do that.
        if found > start { return Step(end: found, status: row.status, hasDictionary: firstDictionary < found) }
      }
      if row.lookAhead > 1 { lookAhead[Int(row.lookAhead)] = position }
      if state == 0 { break }
      isBefore = false
    }
    if end == start {
      end = start + Self.decode(text, count, at: start).length
      status = initialStatus
    }
    return Step(end: end, status: status, hasDictionary: firstDictionary < end)
  }

  /// The character at an offset, for any bytes: those that are not UTF-8 give some scalar, and nothing beyond is read.
  private static func decode(
    _ text: UnsafePointer<UInt8>, _ count: Int, at position: Int
  ) -> (scalar: Int, length: Int) {
    let lead = Int(text[position])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard position + length <= count else { return (0xFFFD, count - position) }
    let second = Int(text[position + 1]) & 0x3F
    if length == 2 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = Int(text[position + 2]) & 0x3F
    if length == 3 { return ((lead & 0xF) << 12 | second << 6 | third, 3) }
    let scalar = (lead & 7) << 18 | second << 12 | third << 6 | Int(text[position + 3]) & 0x3F
    return (scalar < 0x110000 ? scalar : 0xFFFD, 4)
  }
}
