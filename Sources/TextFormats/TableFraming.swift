/// Finds the rows of a table, which may go over several lines where cells stand in quotation marks.
///
/// A lost quotation mark must not swallow what follows: a row whose last cell is not closed within `maximumQuotedCount` bytes,
/// or has something behind its closing quotation mark, fails, and reading goes on with the line after its first. Among the bytes that were looked through for its end, rows then
/// have one line each, so that nothing is read more than twice, whatever marks a hostile file has.
struct TableFraming: RecordFraming {
  /// How many bytes a row with cells in quotation marks may have.
  static let maximumQuotedCount = 16 << 20

  /// How cells are told apart.
  let syntax: TableSyntax

  private enum State { case cellStart, plain, quoted, closing }
  private var state = State.cellStart
  /// What has been looked at.
  private var scanned = 0
  /// Where the last whole row ends.
  private var rowStart = 0
  /// Up to here, rows have one line.
  private var singleLineEnd = 0
  /// What is wrong with the row at the beginning.
  private var problem: RecordFailure.Reason?

  init(_ syntax: TableSyntax) { self.syntax = syntax }

  mutating func next(_ bytes: UnsafeRawBufferPointer, isAtEnd: Bool) -> FramedBytes {
    scan(bytes, onlyFirst: false)
    if rowStart > 0 { return .records(count: rowStart) }
    if problem == nil, state == .quoted, isAtEnd || bytes.count > Self.maximumQuotedCount {
      problem = .unclosedQuotation
      singleLineEnd = bytes.count
    }
    if let problem {
      guard let lineEnd = bytes.firstIndex(of: 0x0A) else {
        return isAtEnd ? .failure(problem, count: bytes.count) : .incomplete
      }
      return .failure(problem, count: lineEnd + 1)
    }
    return bytes.isEmpty || !isAtEnd ? .incomplete : .records(count: bytes.count)
  }

  /// The bytes of the first row, once it is whole.
  mutating func first(_ bytes: UnsafeRawBufferPointer, isAtEnd: Bool) -> Int? {
    scan(bytes, onlyFirst: true)
    return rowStart > 0 ? rowStart : isAtEnd ? bytes.count : nil
  }

  mutating func drop(_ count: Int) {
    singleLineEnd = max(singleLineEnd - count, 0)
    if problem != nil || count > scanned {
      // Begins anew behind the first line.
      (problem, scanned, rowStart, state) = (nil, 0, 0, .cellStart)
      return
    }
    scanned -= count
    rowStart = max(rowStart - count, 0)
  }

  private mutating func scan(_ bytes: UnsafeRawBufferPointer, onlyFirst: Bool) {
    guard problem == nil else { return }
    guard syntax.hasQuotedCells else {
      scanLines(bytes, onlyFirst: onlyFirst)
      return
    }
    let delimiter = syntax.delimiter
    var state = state
    var index = scanned
    loop: while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      switch state {
      case .quoted:
        if byte == TableSyntax.quotationMark {
          state = .closing
        } else if byte == 0x0A, index <= singleLineEnd {
          problem = .unclosedQuotation
          break loop
        }
        continue loop
      case .cellStart where byte == TableSyntax.quotationMark, .closing where byte == TableSyntax.quotationMark:
        state = .quoted
        continue loop
      case .closing where byte != delimiter && byte != 0x0A && byte != 0x0D:
        problem = .textAfterQuotation
        singleLineEnd = max(singleLineEnd, index)
        break loop
      default: state = byte == delimiter ? .cellStart : .plain
      }
      if byte == 0x0A {
        state = .cellStart
        rowStart = index
        if onlyFirst { break loop }
      }
    }
    self.state = state
    scanned = index
    if problem != nil, rowStart > 0 {
      // The whole rows go first; the broken one is found again.
      (problem, scanned, self.state) = (nil, rowStart, .cellStart)
    }
  }

  private mutating func scanLines(_ bytes: UnsafeRawBufferPointer, onlyFirst: Bool) {
    if onlyFirst {
      if let end = bytes.firstIndex(of: 0x0A, from: scanned) { rowStart = end + 1 }
      scanned = max(scanned, rowStart)
      return
    }
    if let end = bytes[scanned...].lastIndex(of: 0x0A) { rowStart = end + 1 }
    scanned = bytes.count
  }
}
