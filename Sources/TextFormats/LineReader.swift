/// Reads the lines of one file, one at a time, for those who need no documents.
///
/// A line ends with `\n` or `\r\n`, the last one also without. A byte order mark before the first line is passed over.
/// Memory is bounded: a line that is longer than allowed is passed over. A line that breaks off because the file cannot be
/// read on is not delivered.
public final class LineReader {
  /// A line that was read.
  public enum Line: Hashable, Sendable {
    /// It is in the buffer, without its end.
    case whole(SourcePosition)
    /// It is longer than allowed and was passed over.
    case tooLong(SourcePosition)
  }

  /// The file, as the user named it.
  public var name: String { source.name }
  /// The longest line that is delivered, in bytes.
  public let maximumLineCount: Int
  /// Where the next line begins.
  public private(set) var position: SourcePosition
  /// How much of an ordinary file has been read, from 0 to 1; nil where its size cannot be known.
  public var fractionRead: Double? { source.fractionRead }

  private let source: ByteSource
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer; up to `scanned` it has no end.
  private var start = 0
  private var scanned = 0
  private var isStarted = false
  private var isAtEnd = false
  private var failure: InputFailure?

  /// A reader of a source.
  public init(source: ByteSource, maximumLineCount: Int) {
    self.source = source
    self.maximumLineCount = maximumLineCount
    position = SourcePosition(source: source.name)
  }

  /// Reads the next line into `line`, whose content it replaces; nil at the end.
  ///
  /// - Throws: `InputFailure` when the file cannot be read on and every line before has been delivered.
  public func read(into line: inout [UInt8]) throws(InputFailure) -> Line? {
    line.removeAll(keepingCapacity: true)
    var isTooLong = false
    var passedOver = 0
    while true {
      if !isStarted { passByteOrderMark() }
      let end = isStarted ? lineEnd() : nil
      if let end = end ?? (hasLastLine ? buffer.count : nil) {
        let count = passedOver + end - start
        if !isTooLong, count <= maximumLineCount {
          line.append(contentsOf: buffer[start..<end])
          if line.last == 0x0D { line.removeLast() }
        } else {
          isTooLong = true
        }
        let found = position
        let hasEnd = end < buffer.count
        position.byte += count + (hasEnd ? 1 : 0)
        position.line += hasEnd ? 1 : 0
        start = end + (hasEnd ? 1 : 0)
        scanned = start
        return isTooLong ? .tooLong(found) : .whole(found)
      }
      if isAtEnd {
        if let failure { throw failure }
        // What was passed over went to the very end of the file.
        guard isTooLong else { return nil }
        let found = position
        position.byte += passedOver
        return .tooLong(found)
      }
      if buffer.count - start > maximumLineCount {
        isTooLong = true
        passedOver += buffer.count - start
        buffer.removeAll(keepingCapacity: true)
        (start, scanned) = (0, 0)
      }
      readMore()
    }
  }

  /// Whether the file ends with a line that has no end.
  private var hasLastLine: Bool { isAtEnd && failure == nil && start < buffer.count }

  private func readMore() {
    buffer.removeFirst(start)
    scanned -= start
    start = 0
    do {
      if try source.read(into: &buffer) == 0 { isAtEnd = true }
    } catch {
      failure = error
      isAtEnd = true
    }
  }

  private func lineEnd() -> Int? {
    let end = buffer.withUnsafeBytes { $0.firstIndex(of: 0x0A, from: scanned) }
    if end == nil { scanned = buffer.count }
    return end
  }

  /// Waits for bytes enough to tell.
  private func passByteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if buffer.count < mark.count, mark.starts(with: buffer), !isAtEnd { return }
    isStarted = true
    guard buffer.starts(with: mark) else { return }
    start = mark.count
    scanned = start
    position.byte = start
  }
}
