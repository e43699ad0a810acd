import TextFormats

/// One file that is imported: its lines, and whether it is of the expected kind at all.
///
/// A file of which the first `patience` records are all bad is of another kind, and so is a shorter one without any good
/// record. From the first good record on, bad ones are told to the report and reading goes on.
final class ImportFile {
  /// How many bad records are read before a first good one.
  static let patience = 100

  /// What the file should be: `GeoNames table of places`.
  let kind: String
  let lines: LineReader
  private var hasGoodRecord = false
  private var hasLine = false
  private var isAtEnd = false
  private var badCount = 0
  private var firstReason: String?

  init(path: String, kind: String, maximumLineCount: Int) throws(LexiconImportFailure) {
    self.kind = kind
    do {
      lines = LineReader(source: try ByteSource(path: path), maximumLineCount: maximumLineCount)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The next line, read into `line`, and its place; nil at the end.
  func read(
    into line: inout [UInt8], _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) -> SourcePosition? {
    while !isAtEnd {
      let before = lines.position.byte
      let found: LineReader.Line?
      do {
        found = try lines.read(into: &line)
      } catch {
        // What came before a file broke off is as good as any.
        guard hasGoodRecord else { throw .unreadable(error) }
        report.fail(ErrorReport(error))
        isAtEnd = true
        return nil
      }
      report.byteCount += lines.position.byte - before
      switch found {
      case .whole(let position):
        hasLine = true
        return position
      case .tooLong(let position): try fail("longer than \(lines.maximumLineCount) bytes", at: position, &report)
      case nil:
        isAtEnd = true
      }
    }
    if !hasGoodRecord, let reason = hasLine ? firstReason : "it is empty" { throw foreign(reason) }
    return nil
  }

  /// Says that what was read is of the expected kind.
  func accept() { hasGoodRecord = true }

  /// Tells of a bad record.
  func fail(
    _ reason: String, at position: SourcePosition, _ report: inout LexiconImportReport
  ) throws(LexiconImportFailure) {
    report.recordCount += 1
    report.fail(ErrorReport(position: position, reason: reason))
    if hasGoodRecord { return }
    if firstReason == nil { firstReason = "line \(position.line): \(reason)" }
    badCount += 1
    if badCount >= Self.patience { throw foreign(firstReason ?? reason) }
  }

  /// The failure of a file that is something else.
  func foreign(_ reason: String) -> LexiconImportFailure {
    .notOfKind(path: lines.name, kind: kind, reason: reason)
  }
}
