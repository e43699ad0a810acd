/// Divides texts by a `BreakTable`, one text at a time.
public final class BreakSegmenter {
  /// The rules.
  public let table: BreakTable
  @usableFromInline let machine: BreakMachine
  private let lookAhead: UnsafeMutablePointer<Int>
  /// Made at the first dictionary segment, or at once where the table is not interpreted.
  private var iterator: BreakIterator?
  /// Segments that the iterator found and that have not been told yet, the next one last.
  private var pending: [Segment] = []

  /// The end of a segment and its rule status.
  @usableFromInline
  struct Segment {
    @usableFromInline var end: Int
    @usableFromInline var status: Int32

    init(end: Int, status: Int32) {
      self.end = end
      self.status = status
    }
  }

  init(_ table: BreakTable) throws(ICUError) {
    self.table = table
    machine = table.machine
    lookAhead = .allocate(capacity: max(table.machine.lookAheadCount, 1))
    if !machine.isUsable { iterator = try BreakIterator(table.kind, locale: table.locale) }
  }

  deinit { lookAhead.deallocate() }

  /// Tells each segment in order; together they cover the text.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8. Other bytes cannot do harm: the segments still cover the text in order, but where they
  ///     end is not said.
  ///   - body: gets the byte offsets of the segment and its rule status, as from `BreakIterator.boundaries(in:_:)`.
  /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for 2 GiB or more where ICU itself has to do the work.
  @inlinable
  public func forEachSegment(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int, _ ruleStatus: Int32) -> Void
  ) throws(ICUError) {
    guard let text = bytes.baseAddress else { return }
    let count = bytes.count
    let categories = machine.categories
    let fused = machine.fused
    let statusColumn = machine.statusColumn
    let fusedStart = machine.fusedStart
    let runs = machine.runs
    // Up to here the longest character can be read without looking at the end.
    let fastEnd = machine.isUsable ? count &- 3 : 0
    var start = 0
    var position = 0
    var row = fusedStart
    var isPending = false
    while start < count {
      var end = -1
      var status: Int32 = 0
      if !isPending {
        while position < fastEnd {
          let lead = Int(text[position])
          let scalar: Int
          let length: Int
          if lead < 0x80 {
            scalar = lead
            length = 1
          } else if lead < 0xE0 {
            scalar = (lead & 0x1F) &<< 6 | Int(text[position &+ 1]) & 0x3F
            length = 2
          } else if lead < 0xF0 {
            scalar =
              (lead & 0xF) &<< 12 | (Int(text[position &+ 1]) & 0x3F) &<< 6 | Int(text[position &+ 2]) & 0x3F
            length = 3
          } else {
            let found =
              (lead & 7) &<< 18 | (Int(text[position &+ 1]) & 0x3F) &<< 12
              | (Int(text[position &+ 2]) & 0x3F) &<< 6 | Int(text[position &+ 3]) & 0x3F
            scalar = found < 0x110000 ? found : 0xFFFD
            length = 4
          }
          let entry = fused[Int(row) &+ Int(categories[scalar])]
          if entry < BreakMachine.boundaryBit {
            row = entry
            position &+= length
            if row == runs.0.row {
              position = Self.skip(text, from: position, to: fastEnd, runs.0.stays)
            } else if row == runs.1.row {
              position = Self.skip(text, from: position, to: fastEnd, runs.1.stays)
            }
            continue
          }
          if entry < BreakMachine.exactBit {
            end = position
            status = Int32(bitPattern: fused[Int(row) &+ statusColumn])
            row = entry ^ BreakMachine.boundaryBit
            position &+= length
          }
          break
        }
      }
      if end < 0 {
        let segment = try exactSegment(text, count, from: start, row: row, reached: position, isPending: &isPending)
        end = segment.end
        status = segment.status
        row = fusedStart
        position = end
      }
      body(start, end, status)
      start = end
    }
  }

  /// Passes over the characters that `stays` has; none that begins at or after `end` is looked at.
  @inlinable @inline(__always)
  static func skip(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, _ stays: UnsafePointer<Bool>
  ) -> Int {
    var position = start
    while position < end {
      // The branch for the length is worth its mistakes: without it each character waits for the one before.
      let lead = Int(text[position])
      if lead < 0x80 {
        guard stays[lead] else { return position }
        position &+= 1
      } else if lead < 0xE0 {
        guard stays[(lead & 0x1F) &<< 6 | Int(text[position &+ 1]) & 0x3F] else { return position }
        position &+= 2
      } else {
        return position
      }
    }
    return position
  }

  /// The segment at `start`, by the exact machine, the dictionary or ICU.
  ///
  /// - Parameters:
  ///   - row: what the fused machine has reached.
  ///   - reached: where it has reached it.
  ///   - isPending: becomes true where the following segments are known already and have to be fetched here.
  @usableFromInline
  func exactSegment(
    _ text: UnsafePointer<UInt8>, _ count: Int, from start: Int, row: UInt32, reached: Int, isPending: inout Bool
  ) throws(ICUError) -> Segment {
    if !isPending {
      pending.removeAll(keepingCapacity: true)
      guard machine.isUsable else {
        try divide(text, from: start, to: count, status: nil)
        return takePending(or: Segment(end: count, status: 0), &isPending)
      }
      let step = machine.exactStep(text, count, from: start, row: row, reached: reached, lookAhead: lookAhead)
      let segment = Segment(end: step.end, status: step.status)
      if !step.hasDictionary { return segment }
      try divide(text, from: start, to: step.end, status: step.status)
      return takePending(or: segment, &isPending)
    }
    return takePending(or: Segment(end: count, status: 0), &isPending)
  }

  private func takePending(or segment: Segment, _ isPending: inout Bool) -> Segment {
    let taken = pending.popLast()
    isPending = !pending.isEmpty
    return taken ?? segment
  }

  /// Lets ICU divide a part of the text, as if it stood alone: its dictionaries never look beyond a segment of the rules.
  ///
  /// - Parameter status: that of the segment by the rules, which ICU gives to each part; nil to take ICU's word for all.
  private func divide(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, status: Int32?
  ) throws(ICUError) {
    let iterator: BreakIterator
    if let made = self.iterator {
      iterator = made
    } else {
      iterator = try BreakIterator(table.kind, locale: table.locale)
      self.iterator = iterator
    }
    try iterator.boundaries(in: UnsafeBufferPointer(start: text + start, count: end - start)) {
      pending.append(Segment(end: start + $0, status: status ?? $1))
    }
    pending.reverse()
  }
}
