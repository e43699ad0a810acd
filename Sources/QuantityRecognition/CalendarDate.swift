/// A day, a month or a year as a text tells it; what it does not tell is nil.
struct CalendarDate {
  enum Calendar: String {
    case gregorian
    case hijri
    case persian
  }

  var calendar = Calendar.gregorian
  var year: Int?
  var isBeforeChrist = false
  var month: Int?
  var day: Int?
  /// The last day, of several that follow one another.
  var lastDay: Int?
  /// 1 for Monday … 7 for Sunday.
  var weekday: Int?

  /// Whether there are such days in such a month.
  var isPossible: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    return [day, lastDay].allSatisfy { $0.map { (1...daysInMonth(month)).contains($0) } ?? true }
  }

  private func daysInMonth(_ month: Int) -> Int {
    switch calendar {
    case .hijri: return 30
    case .persian: return month <= 6 ? 31 : 30
    case .gregorian:
      if month == 2 {
        guard let year else { return 29 }
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
      }
      return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
  }

  /// ISO 8601, with X for the digits that are not told as in TIMEX3: `2022-11-15`, `XXXX-11`, `XXXX-WXX-1`. Other calendars than
  /// the Gregorian one stand before their dates: `hijri:1444-04-20`.
  var value: String? {
    let prefix = calendar == .gregorian ? "" : calendar.rawValue + ":"
    guard let month else {
      if let year { return prefix + Self.isoYear(year, isBeforeChrist: isBeforeChrist) }
      return weekday.map { "XXXX-WXX-\($0)" }
    }
    let start = (year.map { Self.isoYear($0, isBeforeChrist: isBeforeChrist) } ?? "XXXX") + "-" + Self.two(month)
    guard let day else { return prefix + start }
    let first = prefix + start + "-" + Self.two(day)
    return lastDay.map { first + "/" + prefix + start + "-" + Self.two($0) } ?? first
  }

  /// ISO 8601 has a year 0, which is 1 BC.
  private static func isoYear(_ year: Int, isBeforeChrist: Bool) -> String {
    if isBeforeChrist { return year > 1 ? "-" + four(year - 1) : "0000" }
    return four(year)
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func four(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
  }

  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// `Monday, 15 November 2022`.
  func english(monthName: String?) -> String? {
    var parts: [String] = []
    if let day { parts.append(lastDay.map { "\(day)–\($0)" } ?? "\(day)") }
    if let monthName { parts.append(monthName) }
    if let year {
      let era = calendar == .hijri ? " AH" : calendar == .persian ? " SH" : isBeforeChrist ? " BC" : ""
      parts.append("\(year)\(era)")
    }
    let date = parts.joined(separator: " ")
    guard let weekday, Self.weekdays.indices.contains(weekday - 1) else { return date.isEmpty ? nil : date }
    let name = Self.weekdays[weekday - 1]
    return date.isEmpty ? name : "\(name), \(date)"
  }
}
