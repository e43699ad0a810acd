import Naqhara
import SystemPackage

/// Shows on a terminal how far an import is, and says at its end what became of the records.
struct ImportProgress {
  private static let interval = Duration.milliseconds(200)

  private let isShown: Bool
  private let start = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var hasLine = false

  init(isShown: Bool) {
    self.isShown = isShown
    next = start + Self.interval
  }

  /// Writes the line anew, five times a second at most.
  mutating func show(_ report: LexiconImportReport, fractionRead: Double?) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + Self.interval
    hasLine = true
    let speed = Double(report.byteCount) / ((now - start) / .seconds(1))
    let percent = fractionRead.map { "  \(Int($0 * 100))%" } ?? ""
    write(
      "\r\u{1B}[K\(report.recordCount) records  \(report.rowCount) rows  \(Self.size(Double(report.byteCount)))"
        + "  \(Self.size(speed))/s\(percent)")
  }

  /// Removes the line.
  mutating func end() {
    if hasLine { write("\r\u{1B}[K") }
    hasLine = false
  }

  private func write(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(Array(text.utf8)) }

  /// `12.3 MB`.
  private static func size(_ bytes: Double) -> String {
    let (value, unit) = bytes >= 1e9 ? (bytes / 1e9, "GB") : bytes >= 1e6 ? (bytes / 1e6, "MB") : (bytes / 1e3, "kB")
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// What was read, written and left out, a line each, with examples.
  static func summary(of report: LexiconImportReport) -> [String] {
    var lines = [
      "naqhara: read \(report.recordCount) records (\(size(Double(report.byteCount)))), "
        + "wrote \(report.rowCount) rows with \(report.nameCount) names"
    ]
    for reason in LexiconImportReport.Reason.allCases {
      guard let tally = report.dropped[reason] else { continue }
      lines.append("naqhara: left out: \(reason.rawValue): \(tally.count)")
      lines += tally.examples.map { "  \($0.position): \($0.text)" }
    }
    return lines
  }
}
