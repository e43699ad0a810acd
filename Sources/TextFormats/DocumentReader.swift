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
  private var position: SourcePosition
  private var isStarted = false
  private var isAtEnd = false
  private var failure: InputFailure?

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

  /// The next stretch of whole records; nil at the end.
  ///
  /// - Throws: `InputFailure` when the file cannot be read on and everything before has been delivered.
  public func nextBlock() throws(InputFailure) -> InputBlock? {
    while !isAtEnd {
      readMore()
      if !isStarted { start() }
      if let block = format == .text ? takeText() : takeLines() { return block }
    }
    if let failure { throw failure }
    return nil
  }

  private func readMore() {
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

  private func takeText() -> InputBlock? {
    if buffer.count > options.maximumRecordCount {
      isAtEnd = true
      return tooLong()
    }
    // A file that fails before its first byte is no empty document.
    guard isAtEnd, failure == nil || !buffer.isEmpty else { return nil }
    defer { buffer = [] }
    return InputBlock(start: position, content: .text(buffer), options: options)
  }

  private func takeLines() -> InputBlock? {
    guard isStarted else { return nil }
    if isAtEnd { return buffer.isEmpty ? nil : takeBlock(upTo: buffer.count) }
    if let end = buffer[scanned...].lastIndex(of: 0x0A) { return takeBlock(upTo: end + 1) }
    scanned = buffer.count
    return buffer.count > options.maximumRecordCount ? passOverLine() : nil
  }

  private func takeBlock(upTo end: Int) -> InputBlock {
    let rest = Array(buffer[end...])
    buffer.removeLast(rest.count)
    let block = InputBlock(
      start: position, content: format == .lines ? .lines(buffer) : .objects(buffer), options: options)
    position.line += buffer.withUnsafeBytes { $0.countOfLineBreaks }
    position.byte += end
    buffer = rest
    scanned = rest.count
    return block
  }

  /// Drops a line that is longer than the buffer may grow.
  private func passOverLine() -> InputBlock {
    let block = tooLong()
    while !isAtEnd {
      if let end = buffer.firstIndex(of: 0x0A) {
        buffer.removeFirst(end + 1)
        position.byte += end + 1
        position.line += 1
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
