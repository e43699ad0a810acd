/// Reads the documents of one file, in blocks of about 256 KB.
///
/// The reader itself only finds where records end; `InputBlock.records()` does the rest, in any task, so that several
/// cores can share it. Memory is bounded by the longest record.
///
/// | format | a document is | its id |
/// |---|---|---|
/// | `text` | the file | the file's name as the user gave it |
/// | `lines` | a line, without its `\n` or `\r\n`; empty lines too, a last line without `\n` too | `FILE:LINE`; `LINE` in standard input |
/// | `jsonl` | a line with an object; blank lines are nothing | its id member, or else `LINE` |
/// | `csv`, `tsv` | a row under the head; blank lines are nothing | its id column, or else the `LINE` in which it begins |
/// | `warc` | a record of plain text (`conversion`); the others are passed over | the address of the page |
///
/// A byte order mark before the first line is passed over; in a text it stays, so that offsets are those of the file.
public final class DocumentReader {
  /// The file's format.
  public let format: InputFormat
  /// The file, as the user named it.
  public var name: String { source.name }

  private let source: ByteSource
  private let options: InputOptions
  /// Bytes that belong to no block yet; those before `scanned` hold no line break.
  private var buffer: [UInt8] = []
  private var scanned = 0
  /// How many bytes of the buffer have been given out; only tables and archives leave them there.
  private var consumed = 0
  private var position: SourcePosition
  private var isStarted = false
  private var isAtEnd = false
  private var failure: InputFailure?
  /// Whether a text was given out; a file of nothing is one, too.
  private var isDelivered = false
  /// Finds the records of tables and archives.
  private var framing: (any RecordFraming)?
  private var columns: TableColumns?

  /// A reader of a file, or of standard input where `path` is `-`.
  public convenience init(path: String, options: InputOptions = InputOptions()) throws(InputFailure) {
    self.init(source: try ByteSource(path: path), options: options)
  }

  /// A reader of a source.
  public init(source: ByteSource, options: InputOptions = InputOptions()) {
    self.source = source
    self.options = options
    format =
      options.format ?? (source.name == ByteSource.standardInputName ? .text : InputFormat(path: source.name))
    position = SourcePosition(source: source.name)
    if format == .warc { framing = WARCFraming(maximumCount: options.maximumRecordCount) }
    // A text is kept whole: better to have the memory at once than to double it again and again.
    if format == .text, let count = source.storedCount {
      buffer.reserveCapacity(min(count, options.maximumRecordCount))
    }
  }

  /// The next records; nil at the end. The same as `nextBlock()?.records()`.
  ///
  /// - Throws: `InputFailure` when the file cannot be read on and everything before has been delivered.
  public func nextBatch() throws(InputFailure) -> [InputRecord]? { try nextBlock()?.records() }

  /// Whether more of the input is there to be read, so that the next block comes soon.
  public var isReady: Bool { isAtEnd || source.isReady }

  /// How much of an ordinary file has been read, from 0 to 1; nil where its size cannot be known.
  public var fractionRead: Double? { source.fractionRead }

  /// The next stretch of whole records; nil at the end.
  ///
  /// - Throws: `InputFailure` when the file cannot be read on and everything before has been delivered.
  public func nextBlock() throws(InputFailure) -> InputBlock? {
    while true {
      if isStarted, let block = try take() { return block }
      if isAtEnd, isStarted { break }
      readMore()
      if !isStarted { start() }
    }
    if let failure { throw failure }
    return nil
  }

  private func readMore() {
    guard !isAtEnd else { return }
    do {
      if try source.read(into: &buffer) == 0 { isAtEnd = true }
    } catch {
      failure = error
      isAtEnd = true
    }
  }

  /// Passes over a byte order mark, as soon as there are bytes enough to tell.
  private func start() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if buffer.count < mark.count, mark.starts(with: buffer), !isAtEnd { return }
    isStarted = true
    guard format != .text, buffer.starts(with: mark) else { return }
    buffer.removeFirst(3)
    position.byte = 3
  }

  private func take() throws(InputFailure) -> InputBlock? {
    switch format {
    case .text: takeText()
    case .lines, .jsonl: takeLines()
    case .csv, .tsv: try takeRows()
    case .warc: takeFramed()
    }
  }

  private func takeText() -> InputBlock? {
    guard !isDelivered else { return nil }
    if buffer.count > options.maximumRecordCount {
      (isAtEnd, isDelivered) = (true, true)
      return tooLong()
    }
    // A file that fails before its first byte is no empty document.
    guard isAtEnd, failure == nil || !buffer.isEmpty else { return nil }
    defer { buffer = [] }
    isDelivered = true
    return InputBlock(start: position, content: .text(buffer), options: options)
  }

  private func takeLines() -> InputBlock? {
    if isAtEnd { return buffer.isEmpty ? nil : takeBlock(upTo: buffer.count) }
    if let end = buffer[scanned...].lastIndex(of: 0x0A) { return takeBlock(upTo: end + 1) }
    scanned = buffer.count
    return buffer.count > options.maximumRecordCount ? passOverLine() : nil
  }

  private func takeRows() throws(InputFailure) -> InputBlock? {
    if columns == nil { try readColumns() }
    guard columns != nil else { return nil }
    if let block = takeFramed() { return block }
    guard !isAtEnd, buffer.count - consumed > options.maximumRecordCount else { return nil }
    buffer.removeFirst(consumed)
    consumed = 0
    return passOverLine()
  }

  /// Reads the head of a table, once it is whole.
  private func readColumns() throws(InputFailure) {
    var syntax = TableSyntax.tabs
    if format == .csv {
      guard let lineEnd = buffer.firstIndex(of: 0x0A) ?? (isAtEnd ? buffer.count : nil) else { return }
      syntax = TableSyntax(delimiter: TableSyntax.delimiter(of: buffer[..<lineEnd]), hasQuotedCells: true)
    }
    var framing = TableFraming(syntax)
    guard let end = buffer.withUnsafeBytes({ framing.first($0, isAtEnd: isAtEnd) }) else { return }
    // A file of nothing has no documents; one that cannot be read has no head.
    guard end > 0 else { return }
    switch buffer.withUnsafeBytes({ TableColumns.read($0.part(0..<end), syntax, options) }) {
    case .success(let found): columns = found
    case .failure(let problem):
      (isAtEnd, buffer) = (true, [])
      throw InputFailure(
        source: name, byte: 0, reason: .missingColumn(problem.missing, columns: problem.names))
    }
    self.framing = TableFraming(syntax)
    drop(end)
  }

  /// The next records of a file whose records do not simply end with lines.
  private func takeFramed() -> InputBlock? {
    while let framed = buffer.withUnsafeBytes({ framing?.next($0.part(consumed..<$0.count), isAtEnd: isAtEnd) }) {
      let start = position
      switch framed {
      case .incomplete: return nil
      case .records(let count):
        let bytes = Array(buffer[consumed..<consumed + count])
        drop(count)
        return InputBlock(start: start, content: content(bytes), options: options)
      case .failure(let reason, let count):
        drop(count)
        return InputBlock(
          start: start, content: .failure(RecordFailure(position: start, reason: reason)), options: options)
      case .nothing(let count):
        drop(count)
        if consumed == buffer.count, !isAtEnd { return nil }
      }
    }
    return nil
  }

  /// Leaves bytes behind, also those that are still to be read.
  private func drop(_ count: Int) {
    var rest = count
    while true {
      let end = consumed + min(rest, buffer.count - consumed)
      position.line += buffer.withUnsafeBytes { $0.part(consumed..<end).countOfLineBreaks }
      position.byte += end - consumed
      rest -= end - consumed
      consumed = end
      // Not each time: many short records may stand in a long buffer.
      if consumed > buffer.count / 2 {
        buffer.removeFirst(consumed)
        consumed = 0
      }
      if rest == 0 || isAtEnd { break }
      readMore()
    }
    framing?.drop(count)
  }

  private func takeBlock(upTo end: Int) -> InputBlock {
    let rest = Array(buffer[end...])
    buffer.removeLast(rest.count)
    let block = InputBlock(start: position, content: content(buffer), options: options)
    position.line += buffer.withUnsafeBytes { $0.countOfLineBreaks }
    position.byte += end
    buffer = rest
    scanned = rest.count
    return block
  }

  /// What a block of this format holds.
  private func content(_ bytes: [UInt8]) -> InputBlock.Content {
    switch format {
    case .text: .text(bytes)
    case .lines: .lines(bytes)
    case .jsonl: .objects(bytes)
    case .csv, .tsv: columns.map { .rows(bytes, $0) } ?? .lines(bytes)
    case .warc: .archive(bytes)
    }
  }

  /// Drops a line that is longer than the buffer may grow.
  private func passOverLine() -> InputBlock {
    let block = tooLong()
    while !isAtEnd {
      if let end = buffer.firstIndex(of: 0x0A) {
        buffer.removeFirst(end + 1)
        position.byte += end + 1
        position.line += 1
        framing?.drop(.max)
        break
      }
      position.byte += buffer.count
      buffer.removeAll(keepingCapacity: true)
      readMore()
    }
    scanned = 0
    return block
  }

  private func tooLong() -> InputBlock {
    let failure = RecordFailure(position: position, reason: .tooLong(maximum: options.maximumRecordCount))
    return InputBlock(start: position, content: .failure(failure), options: options)
  }
}
