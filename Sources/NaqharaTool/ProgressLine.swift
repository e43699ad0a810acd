import Glibc
import SystemPackage

/// Shows on standard error how far a long job is: on a terminal one line that changes, otherwise a line a minute.
struct ProgressLine {
  private let isShown: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var hasLine = false

  init(isShown: Bool) {
    self.isShown = isShown
    next = start
    next += interval
  }

  private var interval: Duration { isTerminal ? .milliseconds(200) : .seconds(60) }

  /// Since the job began.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Writes the line anew if it is time; it is made only then.
  mutating func show(_ text: (Duration) -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + interval
    hasLine = isTerminal
    write(isTerminal ? "\r\u{1B}[K" + text(now - start) : "naqhara: " + text(now - start) + "\n")
  }

  /// Removes the line, so that something else can be written.
  mutating func clear() {
    if hasLine { write("\r\u{1B}[K") }
    hasLine = false
  }

  private func write(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(Array(text.utf8)) }

  /// `12.3 MB`.
  static func size(_ bytes: Double) -> String {
    let (value, unit) = bytes >= 1e9 ? (bytes / 1e9, "GB") : bytes >= 1e6 ? (bytes / 1e6, "MB") : (bytes / 1e3, "kB")
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// `12.3 MB  4.1 MB/s`.
  static func pace(_ bytes: Int, in time: Duration) -> String {
    "\(size(Double(bytes)))  \(size(Double(bytes) / max(time / .seconds(1), 1e-9)))/s"
  }

  /// `2:05:09`, `4:59`.
  static func clock(_ time: Duration) -> String {
    let seconds = Int(time / .seconds(1))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60 % 60
    return seconds >= 3600
      ? "\(seconds / 3600):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
