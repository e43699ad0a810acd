import TextModel

/// A year as it stands behind a month, or with the word for it.
struct YearReading {
  let year: Int
  let calendar: CalendarDate.Calendar
  let isBeforeChrist: Bool
  let end: Int
}

extension QuantityParser {
  /// What says in which era a year is counted.
  func era(at index: Int) -> (calendar: CalendarDate.Calendar, isBeforeChrist: Bool, end: Int)? {
    guard let era = word(index, .era), pieces[index].isBare else { return nil }
    let calendar = CalendarDate.Calendar(rawValue: era.code) ?? .gregorian
    return (calendar, era.code == "bce", afterAbbreviation(index))
  }

  /// A year of four digits, or of fewer where a word or an era says that it is one: 2022, من عام 2022, 2022 года, 1444 هـ.
  func year(at index: Int) -> YearReading? {
    var place = index
    var isNamed = false
    if isSign(place, ",") { place += 1 }
    if isLink(place, .of) { place += 1 }
    if let period = word(place, .period), period.code == "Y", period.count == nil {
      place += 1
      isNamed = true
    }
    guard let (number, count) = digits(place), count <= 4, number > 0, pieces[place].isBare || isNamed else {
      return nil
    }
    var end = place + 1
    var calendar = CalendarDate.Calendar.gregorian
    var isBeforeChrist = false
    if word(end, .yearMark) != nil, pieces[end].isBare {
      end = afterAbbreviation(end)
      isNamed = true
    }
    if let era = era(at: end),
      era.calendar != .gregorian || era.isBeforeChrist || isNamed || (1000...2100).contains(number)
    {
      (calendar, isBeforeChrist, end) = (era.calendar, era.isBeforeChrist, era.end)
      isNamed = true
    } else if isNamed, (1300..<1500).contains(number), language(near: place) == .persian {
      calendar = .persian
    }
    guard count == 4 && (1000...2999).contains(number) || isNamed && count >= 2 && (isBeforeChrist || count >= 3)
    else { return nil }
    // 2000 km is no year.
    if !isNamed, word(end, .unit) != nil || word(end, .currency) != nil || word(end, .percent) != nil { return nil }
    if !isNamed, word(end, .period) != nil && language(near: place) != .arabic || word(end, .scale) != nil {
      return nil
    }
    return YearReading(year: number, calendar: calendar, isBeforeChrist: isBeforeChrist, end: end)
  }

  /// عام 2014, 2014 год; in 2014; 1990s.
  func yearAlone(at index: Int) -> DateReading? {
    if let decade = digitDecade(at: index) { return decade }
    let isNamed = word(index, .period)?.code == "Y"
    guard let year = year(at: index), !isSign(index, ","), !isLink(index, .of) || isNamed else { return nil }
    let digits = isNamed ? index + 1 : index
    guard isNamed || year.end > digits + 1 || isYearPlace(index, year.year) else { return nil }
    let date = CalendarDate(calendar: year.calendar, year: year.year, isBeforeChrist: year.isBeforeChrist)
    // عام 1435 may be counted either way.
    let isAmbiguous =
      year.calendar == .gregorian && year.end == digits + 1
      && Self.isInEitherCalendar(year.year, language(near: digits))
    return DateReading(
      end: year.end, value: isAmbiguous ? nil : date.value, name: date.english(monthName: nil))
  }

  /// Whether a year without its era may be of the Islamic calendar, in which the Arabic press of our days counts too.
  private static func isInEitherCalendar(_ year: Int, _ language: QuantityLanguage?) -> Bool {
    (1380...1460).contains(year) && language == .arabic
  }

  /// Whether four digits alone are a year here: in parentheses, or after a preposition of time.
  private func isYearPlace(_ index: Int, _ year: Int) -> Bool {
    // في 2000 مدرسة: a round number is rather a count.
    guard (1800...2039).contains(year),
      year % 50 != 0 || year == 1950 || year == 2000 && language(of: index - 1) != .arabic
    else { return false }
    guard isTight(index + 1) || index + 1 >= pieces.count || !isSign(index + 1, ":") else { return false }
    if index > 0, isLink(index - 1, .since) { return digitText(index + 1) == nil && !isTightSign(index + 1, "-") }
    let range = pieces[index].range
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "(") && range.upperBound < bytes.count
      && bytes[range.upperBound] == UInt8(ascii: ")")
  }

  /// 1990s, 1990-е годы, 90-х годов.
  private func digitDecade(at index: Int) -> DateReading? {
    guard let (number, count) = digits(index), number % 10 == 0, count == 4 || count == 2,
      count == 2 || (1000...2990).contains(number)
    else { return nil }
    var end = index + 1
    if isTightSign(end, "-") || isTightSign(end, "'") { end += 1 }
    guard isTight(end), word(end, .pluralEnding) != nil else { return nil }
    end += 1
    let isNamed = word(end, .yearMark) != nil
    if isNamed { end = afterAbbreviation(end) }
    guard count == 4 || isNamed else { return nil }
    return DateReading(
      end: end, value: count == 4 ? String(number / 10) : "XX\(number / 10)",
      name: count == 4 ? "\(number)s" : "the \(number)s")
  }

  /// بين عامي 2003 و2005, 2003-2005 годах, from 2003 to 2005.
  func years(at index: Int) -> DateReading? {
    let isBetween = isLink(index, .between)
    var place = isBetween ? index + 1 : index
    var isNamed = false
    let isPair = word(place, .yearPair) != nil
    func skipName() {
      guard word(place, .yearPair) != nil || word(place, .period)?.code == "Y" else { return }
      place += 1
      isNamed = true
    }
    skipName()
    guard let first = fourDigits(place) else { return nil }
    place += 1
    var isRange = isBetween
    if isTightSign(place, "-") || isTightSign(place, "/") && isNamed || isSchoolYear(at: place, after: first) {
      isRange = true
      place += 1
    } else if isLink(place, .to) {
      isRange = true
      place += 1
    } else if isLink(place, .and) {
      place += 1
    } else if !pieces.indices.contains(place) || !pieces[place].hasConjunction {
      return nil
    }
    skipName()
    guard let second = fourDigits(place), second > first, isRange || isPair else { return nil }
    place += 1
    var calendar = ""
    if word(place, .yearMark) != nil {
      place = afterAbbreviation(place)
      isNamed = true
    } else if let era = era(at: place), !era.isBeforeChrist {
      calendar = era.calendar == .gregorian ? "" : era.calendar.rawValue + ":"
      place = era.end
      isNamed = true
    }
    guard isNamed || (1800...2100).contains(first) && (1800...2100).contains(second) && isRange else { return nil }
    let isDetermined = isRange && (!calendar.isEmpty || !Self.isInEitherCalendar(first, language(near: place - 1)))
    return DateReading(
      end: place, value: isDetermined ? "\(calendar)\(first)/\(calendar)\(second)" : nil,
      name: isRange ? "\(first)–\(second)" : "\(first) and \(second)")
  }

  /// 2015 – 2016, with spaces around the dash.
  private func isSchoolYear(at index: Int, after first: Int) -> Bool {
    isSign(index, "-") && fourDigits(index + 1) == first + 1
  }

  private func fourDigits(_ index: Int) -> Int? {
    guard let (number, count) = digits(index), count == 4, (1000...2999).contains(number) else { return nil }
    return number
  }
}
