import TextModel

/// A date that begins at a place of a run.
struct DateReading {
  /// The piece after it.
  var end: Int
  var value: String?
  var name: String?
  /// Whether a part of a day may be told beside it: Monday evening.
  var isDay = false
}

extension QuantityParser {
  /// A day, a month or a year with what belongs to it, or several of these.
  func calendarDate(at index: Int, afterDayWord: Bool = false) -> DateReading? {
    var date = CalendarDate()
    var place = index
    var weekdayIsDoubtful = false
    if let (word, sense) = weekday(at: index, afterDayWord: afterDayWord) {
      date.weekday = word.number
      weekdayIsDoubtful = sense.isDoubtful && !afterDayWord
      place += 1
      if let relative = relative(at: place) {
        let name = "\(relative.name) \(CalendarDate.weekdays[word.number - 1])"
        return DateReading(end: place + 1, value: date.value, name: name, isDay: true)
      }
      if isSign(place, ",") { place += 1 }
      // الثلاثاء الموافق 15 …; an opening parenthesis is left outside.
    }
    if let found = numericDate(at: place, weekday: date.weekday) ?? dayAndMonth(at: place, date)
      ?? monthFirst(at: place, date)
    {
      return found
    }
    guard date.weekday != nil, !weekdayIsDoubtful else { return nil }
    return DateReading(end: index + 1, value: date.value, name: date.english(monthName: nil), isDay: true)
  }

  private func weekday(
    at index: Int, afterDayWord: Bool
  ) -> (word: QuantityWord, sense: QuantityKnowledge.Sense)? {
    guard let found = sense(index, .weekday) else { return nil }
    switch found.sense.language {
    case .arabic: return afterDayWord || pieces[index].isDefinite ? found : nil
    case .english: return pieces[index].isCapital ? found : nil
    default: return found
    }
  }

  /// The last, the next: after its noun in Arabic, where it has the article.
  func relative(at index: Int) -> QuantityWord? {
    guard let (word, sense) = sense(index, .relative), pieces[index].isBare else { return nil }
    switch sense.language {
    case .arabic: return pieces[index].isDefinite ? word : nil
    case .persian, .hebrew: return word
    default: return nil
    }
  }

  /// A month; an English one needs its capital.
  func month(at index: Int) -> (word: QuantityWord, sense: QuantityKnowledge.Sense)? {
    guard let found = sense(index, .month), !pieces[index].isDefinite else { return nil }
    return found.sense.language == .english && !pieces[index].isCapital ? nil : found
  }

  static func calendar(of month: QuantityWord) -> CalendarDate.Calendar {
    if month.code.hasPrefix("hijri") { return .hijri }
    return month.code.hasPrefix("persian") ? .persian : .gregorian
  }

  // MARK: Written in digits

  /// 2022-11-15, 15/11/2022, 15.11.2022.
  private func numericDate(at index: Int, weekday: Int?) -> DateReading? {
    var parts: [(number: Int, count: Int)] = []
    var end = index + 1
    if let text = digitText(index), text.contains(0x2E) {
      parts = text.split(separator: 0x2E, omittingEmptySubsequences: false).map { part in
        (part.count <= 4 ? Int(String(decoding: part, as: UTF8.self)) ?? -1 : -1, part.count)
      }
    } else if let first = digits(index), isSign(index + 1, "/") || isTightSign(index + 1, "-") {
      // Spaces may stand around the slashes.
      let isSlash = isSign(index + 1, "/")
      guard let second = digits(index + 2), isSlash ? isSign(index + 3, "/") : isTightSign(index + 3, "-"),
        let third = digits(index + 4), pieces[index + 1...index + 4].allSatisfy({ $0.gap <= .space && $0.isBare })
      else { return nil }
      parts = [first, second, third]
      end = index + 5
    }
    guard parts.count == 3, parts[1].count <= 2, !isTight(end) || !(isSign(end, "/") || isSign(end, "-")) else {
      return nil
    }
    var date = CalendarDate(weekday: weekday)
    if parts[0].count == 4, parts[2].count <= 2 {
      (date.year, date.month, date.day) = (parts[0].number, parts[1].number, parts[2].number)
    } else if parts[2].count == 4, parts[0].count <= 2 {
      (date.year, date.month, date.day) = (parts[2].number, parts[1].number, parts[0].number)
    } else {
      return nil
    }
    guard let first = date.year, first > 0, let month = date.month, let day = date.day else { return nil }
    if let era = era(at: end) {
      (date.calendar, end) = (era.calendar, era.end)
    } else if first < 1500, first >= 1300, language(near: index) != .english {
      // 20/4/1444: a Gregorian date of the Middle Ages is not written so.
      date.calendar = language(near: index) == .persian ? .persian : .hijri
    }
    if month > 12 { (date.month, date.day) = (day, month) }
    guard date.isPossible else { return nil }
    // 5/11/2014 is the fifth of November, but in English perhaps the eleventh of May.
    let isAmbiguous =
      parts[0].count <= 2 && month <= 12 && day <= 12 && month != day && isEnglish(near: index)
      && isSign(index + 1, "/")
    if isAmbiguous { return DateReading(end: end, value: CalendarDate(year: date.year).value, name: nil, isDay: true) }
    return DateReading(
      end: end, value: date.value, name: date.english(monthName: englishMonth(date)), isDay: true)
  }

  private func isEnglish(near index: Int) -> Bool {
    if let language = language(near: index) { return language == .english }
    return documentIsLatin
  }

  private func englishMonth(_ date: CalendarDate) -> String? {
    guard let month = date.month else { return nil }
    let calendar = date.calendar == .gregorian ? "" : date.calendar.rawValue + "-"
    return knowledge.monthNames[calendar + CalendarDate.two(month)]
  }

  // MARK: Day, month, year

  /// 15 نوفمبر 2022; 15-17 ноября; the 5th of May, 2014; الخامس عشر من نوفمبر.
  private func dayAndMonth(at index: Int, _ start: CalendarDate) -> DateReading? {
    guard let first = dayNumber(at: index) else { return nil }
    var date = start
    date.day = first.day
    var place = first.end
    if let second = lastDay(at: place), second.day > first.day {
      date.lastDay = second.day
      place = second.end
    }
    let hasHyphen = isTightSign(place, "-")
    if isLink(place, .of) || hasHyphen { place += 1 }
    if word(place, .name) != nil, pieces[place].isBare { place += 1 }
    // Hebrew says in November for of November.
    guard let month = month(at: place), pieces[place].isBare || language(of: place) == .hebrew else { return nil }
    // 2-صفر is a result, not the second of Safar.
    if hasHyphen, month.sense.isDoubtful, year(at: place + 1) == nil, !isTightSign(place + 1, "-") { return nil }
    return monthAndYear(at: place, date)
  }

  private func lastDay(at index: Int) -> (day: Int, end: Int)? {
    if isTightSign(index, "-") || isLink(index, .to) || isLink(index, .and) { return dayNumber(at: index + 1) }
    guard pieces.indices.contains(index), pieces[index].hasConjunction, !pieces[index].hasPreposition else {
      return nil
    }
    return dayNumber(at: index)
  }

  /// A number from 1 to 31 with what makes it an ordinal.
  private func dayNumber(at index: Int) -> (day: Int, end: Int)? {
    if let (number, count) = digits(index) {
      guard count <= 2, (1...31).contains(number) else { return nil }
      return (number, afterOrdinalEnding(index + 1))
    }
    if let ordinal = ordinal(at: index), (1...31).contains(ordinal.number) { return (ordinal.number, ordinal.end) }
    guard let number = simpleNumber(at: index, withoutScales: true), let day = number.value?.integer,
      (1...31).contains(day)
    else { return nil }
    return (day, number.end)
  }

  /// The place after the ending of 15th, 15-го.
  func afterOrdinalEnding(_ index: Int) -> Int {
    if isTight(index), word(index, .ordinalEnding) != nil { return index + 1 }
    return isTightSign(index, "-") && word(index + 1, .ordinalEnding) != nil ? index + 2 : index
  }

  /// November 15, 2022; November 2022; شهر نوفمبر; نوفمبر الماضي.
  private func monthFirst(at index: Int, _ start: CalendarDate) -> DateReading? {
    var place = index
    var isNamed = false
    if word(place, .name) != nil, month(at: place + 1) != nil {
      place += 1
      isNamed = true
    }
    guard let (_, sense) = month(at: place) else { return nil }
    if sense.language == .english, !isNamed {
      var day = isSign(place + 1, ".") && isTight(place + 1) ? place + 2 : place + 1
      if isLink(day, .the) { day += 1 }
      if let (number, count) = digits(day), count <= 2, (1...31).contains(number), !isTightSign(day + 1, ":") {
        var date = start
        date.day = number
        date.month = 0
        var end = afterOrdinalEnding(day + 1)
        if isTightSign(end, "-"), let (last, count) = digits(end + 1), count <= 2, last > number {
          date.lastDay = last
          end += 2
        }
        return monthAndYear(at: place, date, yearAt: end)
      }
    }
    return monthAndYear(at: place, start, isNamed: isNamed)
  }

  /// The month with its second name, and what stands behind it.
  private func monthAndYear(
    at index: Int, _ start: CalendarDate, isNamed: Bool = false, yearAt: Int? = nil
  ) -> DateReading? {
    guard let (word, sense) = month(at: index) else { return nil }
    var date = start
    date.month = word.number
    date.calendar = Self.calendar(of: word)
    var isCertain = date.day != nil || date.weekday != nil || isNamed || !sense.isDoubtful
    var place = yearAt ?? index + 1
    if yearAt == nil {
      // نوفمبر/تشرين الثاني, نوفمبر (تشرين الثاني)
      if isSign(place, "/"), let second = month(at: place + 1), second.word.code == word.code {
        place += 2
        isCertain = true
      } else if isSign(place, "("), let second = month(at: place + 1), second.word.code == word.code,
        isSign(place + 2, ")")
      {
        place += 3
        isCertain = true
      }
      // Nov. 2022
      if isSign(place, "."), sense.isDoubtful, year(at: place + 1) != nil { place += 1 }
      if let relative = relative(at: place) {
        guard date.isPossible else { return nil }
        let name = date.day == nil ? "\(relative.name) \(word.name)" : date.english(monthName: word.name)
        return DateReading(end: place + 1, value: date.value, name: name, isDay: date.day != nil)
      }
      if isTightSign(place, "-"), date.day != nil { place += 1 }
    }
    if let year = year(at: place), date.calendar == .gregorian || year.calendar != .persian {
      date.year = year.year
      date.isBeforeChrist = year.isBeforeChrist
      if year.calendar != .gregorian { date.calendar = year.calendar }
      place = year.end
      isCertain = true
    } else if isTightSign(place - 1, "-"), yearAt == nil {
      place -= 1
    }
    guard isCertain, date.isPossible else { return nil }
    return DateReading(
      end: place, value: date.value, name: date.english(monthName: word.name), isDay: date.day != nil)
  }
}
