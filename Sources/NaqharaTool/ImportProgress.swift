import Naqhara

/// Shows how far an import is, and says at its end what became of the records.
enum ImportProgress {
  /// What the progress line says of a report.
  static func line(_ report: LexiconImportReport, fractionRead: Double?, after time: Duration) -> String {
    let percent = fractionRead.map { "  \(Int($0 * 100))%" } ?? ""
    return "\(report.recordCount) records  \(report.rowCount) rows  "
      + ProgressLine.pace(report.byteCount, in: time) + percent
  }

  /// What was read, written and left out, a line each, with examples.
  static func summary(of report: LexiconImportReport) -> [String] {
    var lines = [
      "naqhara: read \(report.recordCount) records (\(ProgressLine.size(Double(report.byteCount)))), "
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
