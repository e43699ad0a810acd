/// Finds the records of a web archive, which say themselves how long they are.
struct WARCFraming: RecordFraming {
  /// The longest record.
  let maximumCount: Int
  /// Where the last whole record ends.
  private var end = 0
  /// Whether the beginning of a record is being looked for, since what stood before was none.
  private var isLost = false

  init(maximumCount: Int) { self.maximumCount = maximumCount }

  mutating func next(_ bytes: UnsafeRawBufferPointer, isAtEnd: Bool) -> FramedBytes {
    if isLost { return searchStart(bytes, isAtEnd: isAtEnd) }
    while true {
      let rest = bytes.part(end..<bytes.count)
      let reason: RecordFailure.Reason
      var count = 0
      switch WARCRecord.Head.read(rest) {
      case .nothing:
        // Line breaks behind the last record.
        guard isAtEnd else { return end > 0 ? .records(count: end) : .incomplete }
        return bytes.isEmpty ? .incomplete : end > 0 ? .records(count: end) : .nothing(count: bytes.count)
      case .incomplete:
        guard isAtEnd else { return end > 0 ? .records(count: end) : .incomplete }
        reason = .archive(.endsEarly)
        count = rest.count
      case .malformed(let problem):
        reason = .archive(problem)
      case .whole(let head):
        count = head.recordEnd
        if count <= rest.count, count <= maximumCount || !head.isText {
          end += count
          continue
        }
        if !head.isText {
          // Films and pictures are not kept in memory, only to be passed over.
          return end > 0 ? .records(count: end) : .nothing(count: count)
        }
        if count <= maximumCount {
          guard isAtEnd else { return end > 0 ? .records(count: end) : .incomplete }
          reason = .archive(.endsEarly)
          count = rest.count
        } else {
          reason = .tooLong(maximum: maximumCount)
        }
      }
      // What is whole goes first; the failure is found again.
      if end > 0 { return .records(count: end) }
      if count == 0 {
        isLost = true
        // At least the letter with which it seemed to begin.
        count = min(rest.count, rest.prefix { $0 == 0x0D || $0 == 0x0A }.count + 1)
      }
      return .failure(reason, count: count)
    }
  }

  mutating func drop(_ count: Int) { end = max(end - count, 0) }

  private mutating func searchStart(_ bytes: UnsafeRawBufferPointer, isAtEnd: Bool) -> FramedBytes {
    var index = 0
    while let lineEnd = bytes.firstIndex(of: 0x0A, from: index) {
      index = lineEnd + 1
      let line = bytes.part(index..<min(index + WARCRecord.magic.count, bytes.count))
      if line.elementsEqual(WARCRecord.magic) {
        isLost = false
        return .nothing(count: index)
      }
      // A beginning that is not whole yet stays, with the line break before it.
      if !isAtEnd, WARCRecord.magic.starts(with: line) {
        return lineEnd > 0 ? .nothing(count: lineEnd) : .incomplete
      }
    }
    return bytes.isEmpty ? .incomplete : .nothing(count: bytes.count)
  }
}
