import TextModel

extension QuantityParser {
  /// A date, or a part of a day.
  func moment(at index: Int) -> QuantityMatch? {
    if let found = partOfDay(at: index) { return found }
    guard let date = date(at: index) else { return nil }
    // Monday evening, الاثنين مساء
    if date.isDay, let part = word(date.end, .daypart), word(date.end, .period) == nil, !pieces[date.end].isDefinite,
      pieces[date.end].isBare
    {
      return time(of: part, day: date, from: index, to: date.end + 1)
    }
    return QuantityMatch(type: .date, first: index, end: date.end, value: date.value, name: date.name)
  }

  private func date(at index: Int) -> DateReading? {
    if let years = years(at: index) { return years }
    if let found = partOfPeriod(at: index) { return found }
    return wholeDate(at: index)
  }

  private func wholeDate(at index: Int) -> DateReading? {
    if let found = dayWord(at: index) ?? calendarDate(at: index) ?? century(at: index) ?? quarter(at: index) {
      return found
    }
    return relativePeriod(at: index) ?? yearAlone(at: index) ?? deictic(at: index) ?? season(at: index)
      ?? decade(at: index)
  }

  /// أواخر العام 2010, early March
  private func partOfPeriod(at index: Int) -> DateReading? {
    guard let part = word(index, .part) else { return nil }
    var place = index + 1
    if isLink(place, .of) || isLink(place, .the) { place += 1 }
    if isLink(place, .the) { place += 1 }
    guard pieces.indices.contains(place), pieces[place].isBare else { return nil }
    if var inner = wholeDate(at: place), inner.end > place, word(place, .deictic) == nil {
      inner.name = inner.name.map { "\(part.name) \($0)" }
      inner.isDay = false
      return inner
    }
    // نهاية العام
    if let period = word(place, .period), pieces[place].isDefinite, ["W", "M", "Y", "CE", "DE"].contains(period.code),
      period.count == nil
    {
      return DateReading(end: place + 1)
    }
    if let (number, count) = digits(place), count == 4, (1800...2100).contains(number) {
      return DateReading(end: place + 1, value: String(number), name: "\(part.name) \(number)")
    }
    return nil
  }

  /// يوم الاثنين, يوم 15 نوفمبر
  private func dayWord(at index: Int) -> DateReading? {
    guard word(index, .dayword) != nil, pieces.indices.contains(index + 1), pieces[index + 1].isBare,
      language(of: index) == .arabic || language(of: index) == .hebrew || language(of: index) == .persian
    else { return nil }
    // اليوم الثاني is no Monday; يوم أحد … has no article either.
    return calendarDate(at: index + 1, afterDayWord: true)
  }

  /// The language of the words at a place; of several, the last that the tables name.
  func language(of index: Int) -> QuantityLanguage? { meaning(index)?.language }

  /// اليوم, أمس الثلاثاء
  private func deictic(at index: Int) -> DateReading? {
    guard let word = word(index, .deictic) else { return nil }
    var place = index + 1
    if isSign(place, ",") { place += 1 }
    if let day = calendarDate(at: place), pieces[place].isBare {
      return DateReading(end: day.end, value: day.value, name: day.name, isDay: true)
    }
    // اليوم is also “the day”: في اليوم الأول.
    if pieces[index].hasPreposition || self.word(index + 1, .ordinal) != nil || self.word(index + 1, .number) != nil
      || index > 0 && isLink(index - 1, .per)
    {
      return nil
    }
    return DateReading(end: index + 1, name: word.name, isDay: true)
  }

  /// صيف 2022, летом 2022 года
  private func season(at index: Int) -> DateReading? {
    guard let season = word(index, .season), let year = year(at: index + 1), !isSign(index + 1, ",") else { return nil }
    return DateReading(
      end: year.end, value: "\(CalendarDate.four(year.year))-\(season.code)", name: "\(season.name) \(year.year)")
  }

  /// تسعينيات القرن الماضي
  private func decade(at index: Int) -> DateReading? {
    guard let decade = word(index, .decade) else { return nil }
    var end = index + 1
    if word(end, .yearMark) != nil { end += 1 }
    if word(end, .period)?.code == "CE" {
      end += relative(at: end + 1) != nil ? 2 : 1
    } else if !pieces[index].isDefinite, language(of: index) == .arabic || language(of: index) == .english && index == 0
    {
      // In Arabic a decade has its century or the article; in English it may be somebody's age.
      return nil
    }
    return DateReading(end: end, value: "XX\(decade.number / 10)", name: "the \(decade.number)s")
  }

  // MARK: Periods

  /// الأسبوع الماضي, last week, الأيام الثلاثة الماضية, past five years
  private func relativePeriod(at index: Int) -> DateReading? {
    if let period = day(index),
      pieces[index].isDefinite || language(of: index) == .hebrew || language(of: index) == .persian
    {
      var place = index + 1
      var count: ExactNumber?
      if pieces.indices.contains(place), pieces[place].isBare, let number = simpleNumber(at: place) {
        (count, place) = (number.value, number.end)
      }
      guard let relative = relative(at: place), pieces[place].gap < .paragraph else { return nil }
      // العام الماضي 2014
      if period.code == "Y", count == nil, let (number, digits) = digits(place + 1), digits == 4,
        pieces[place + 1].isBare,
        (1900...2100).contains(number)
      {
        return DateReading(end: place + 2, value: String(number), name: String(number))
      }
      return reading(relative, period, count ?? period.count, hasNumber: place > index + 1, end: place + 1)
    }
    guard let (relative, sense) = sense(index, .relative) else { return nil }
    let language = sense.language
    guard language != .arabic || !pieces[index].isDefinite && relative.code == "this" else { return nil }
    var place = index + 1
    if language == .arabic {
      // هذا الأسبوع
      guard let period = day(place), pieces[place].isDefinite, pieces[place].isBare, period.code != "D" else {
        return nil
      }
      return reading(relative, period, nil, hasNumber: false, end: place + 1)
    }
    if let (weekday, sense) = self.sense(place, .weekday),
      sense.language != .english
        || pieces[place].isCapital
    {
      return DateReading(
        end: place + 1, value: "XXXX-WXX-\(weekday.number)",
        name: "\(relative.name) \(CalendarDate.weekdays[max(0, min(weekday.number, 7) - 1)])", isDay: true)
    }
    if let (month, _) = month(at: place), year(at: place + 1) == nil, Self.calendar(of: month) == .gregorian {
      return DateReading(
        end: place + 1, value: "XXXX-\(CalendarDate.two(month.number))", name: "\(relative.name) \(month.name)")
    }
    if let season = word(place, .season) { return DateReading(end: place + 1, name: "\(relative.name) \(season.name)") }
    var count: ExactNumber?
    var hasNumber = false
    if let number = simpleNumber(at: place), number.value != nil {
      (count, place) = (number.value, number.end)
      hasNumber = true
    }
    guard let period = day(place) else { return nil }
    return reading(relative, period, count, hasNumber: hasNumber, end: place + 1)
  }

  /// A period of a day or more.
  private func day(_ index: Int) -> QuantityWord? {
    guard let period = word(index, .period) ?? word(index, .yearMark), period.kind == .yearMark || !isClock(period)
    else { return nil }
    return period
  }

  private func isClock(_ period: QuantityWord) -> Bool { ["S", "MIN", "H", "Q", "SEM"].contains(period.code) }

  private func reading(
    _ relative: QuantityWord, _ period: QuantityWord, _ count: ExactNumber?, hasNumber: Bool, end: Int
  ) -> DateReading {
    let code = period.kind == .yearMark ? "Y" : period.code
    let name = period.kind == .yearMark ? "year" : period.name
    guard let count else {
      let isPlural = period.kind == .period && period.isIndefinite
      let written = isPlural ? "\(Self.plural(of: relative)) \(period.name(plural: true))" : "\(relative.name) \(name)"
      return DateReading(end: end, name: hasNumber ? nil : written, isDay: code == "D" && !isPlural)
    }
    return DateReading(
      end: end, value: Self.duration(count, code),
      name:
        "\(Self.plural(of: relative)) \(count.english) \(count == ExactNumber(1) ? name : period.name(plural: true))")
  }

  /// The past years, the coming weeks.
  private static func plural(of relative: QuantityWord) -> String {
    switch relative.code {
    case "last": "past"
    case "next": "coming"
    default: "these"
    }
  }

  /// An ISO 8601 duration: P3D, PT2H.
  static func duration(_ count: ExactNumber, _ code: String) -> String? {
    switch code {
    case "S", "H": return "PT\(count)\(code)"
    case "MIN": return "PT\(count)M"
    case "Q": return count.multiplied(by: ExactNumber(3)).map { "P\($0)M" }
    case "DE": return count.multiplied(byPowerOfTen: 1).map { "P\($0)Y" }
    case "CE": return count.multiplied(byPowerOfTen: 2).map { "P\($0)Y" }
    default: return "P\(count)\(code)"
    }
  }

  // MARK: Centuries, quarters

  /// An ordinal of one word or of several: الحادي والعشرين, двадцать первый, 19-го.
  func ordinal(at index: Int) -> (number: Int, end: Int)? {
    if let number = digits(index), number.count <= 2 {
      let end = afterOrdinalEnding(index + 1)
      return end > index + 1 ? (number.number, end) : nil
    }
    if let ordinal = word(index, .ordinal) {
      // التاسع عشر, الحادي والعشرين
      if let next = word(index + 1, .number), ordinal.number < 10, pieces[index + 1].gap < .paragraph {
        if next.number == 10, !pieces[index + 1].hasConjunction { return (ordinal.number + 10, index + 2) }
        if next.number >= 20, next.number < 100, pieces[index + 1].hasConjunction {
          return (ordinal.number + next.number, index + 2)
        }
      }
      return (ordinal.number, index + 1)
    }
    guard let tens = word(index, .number) else { return nil }
    if tens.number >= 20, tens.number < 100 {
      let place = isTightSign(index + 1, "-") ? index + 2 : index + 1
      if let unit = word(place, .ordinal), unit.number < 10, pieces[place].isBare {
        return (tens.number + unit.number, place + 1)
      }
    }
    // الحادي عشر, الحادية والعشرين, القرن العشرين
    guard pieces[index].isDefinite, let number = simpleNumber(at: index, withoutScales: true),
      let whole = number.value?.integer
    else { return nil }
    return (whole, number.end)
  }

  private func century(at index: Int) -> DateReading? {
    func reading(_ number: Int, _ end: Int) -> DateReading? {
      guard (1...30).contains(number) else { return nil }
      if let era = era(at: end), era.isBeforeChrist || era.calendar != .gregorian {
        let name = era.isBeforeChrist ? "\(Self.english(ordinal: number)) century BC" : nil
        return DateReading(end: era.end, name: name)
      }
      return DateReading(
        end: end, value: CalendarDate.two(number - 1), name: "\(Self.english(ordinal: number)) century")
    }
    if word(index, .period)?.code == "CE", pieces[index].isDefinite || language(of: index) != .arabic {
      if let (number, count) = digits(index + 1), count <= 2 { return reading(number, index + 2) }
      guard pieces.indices.contains(index + 1), pieces[index + 1].isBare, language(of: index) == .arabic,
        let ordinal = ordinal(at: index + 1)
      else { return nil }
      return reading(ordinal.number, ordinal.end)
    }
    var number = ordinal(at: index)
    if number == nil, let roman = word(index, .roman), pieces[index].isCapital { number = (roman.number, index + 1) }
    if number == nil, let plain = digits(index), plain.count <= 2, language(of: index + 1) != .english {
      number = (plain.number, index + 1)
    }
    guard let number, word(number.end, .period)?.code == "CE", word(number.end, .period)?.count == nil,
      language(of: number.end) != .arabic
    else { return nil }
    return reading(number.number, number.end + 1)
  }

  /// الربع الأول من 2022, третий квартал, first half of 2022
  private func quarter(at index: Int) -> DateReading? {
    func span(_ index: Int) -> QuantityWord? {
      word(index, .period).flatMap { ["Q", "SEM"].contains($0.code) ? $0 : nil }
    }
    var period: QuantityWord?
    var number = 0
    var place = index
    if let word = span(index), pieces[index].isDefinite, let ordinal = ordinal(at: index + 1),
      language(of: index) == .arabic
    {
      (period, number, place) = (word, ordinal.number, ordinal.end)
    } else if let word = span(index), pieces[index].isCapital, isTight(index + 1), let digits = digits(index + 1) {
      // Q3
      (period, number, place) = (word, digits.number, index + 2)
    } else if let ordinal = ordinal(at: index), let word = span(ordinal.end) {
      (period, number, place) = (word, ordinal.number, ordinal.end + 1)
    } else if let roman = word(index, .roman), let word = span(index + 1) {
      (period, number, place) = (word, roman.number, index + 2)
    }
    guard let period, (1...(period.code == "Q" ? 4 : 2)).contains(number) else { return nil }
    let code = (period.code == "Q" ? "Q" : "H") + String(number)
    let name = "\(Self.english(ordinal: number)) \(period.name)"
    if let year = year(at: place), year.calendar == .gregorian {
      return DateReading(end: year.end, value: "\(year.year)-\(code)", name: "\(name) of \(year.year)")
    }
    let start = isLink(place, .of) ? place + 1 : place
    if isLink(place, .of) || period.code == "Q", let rest = relativePeriod(at: start), !rest.isDay {
      return DateReading(end: rest.end, value: "XXXX-\(code)", name: rest.name.map { "\(name) of \($0)" })
    }
    // The first half alone may be that of a match.
    guard period.code == "Q" else { return nil }
    return DateReading(end: place, value: "XXXX-\(code)", name: name)
  }

  static func english(ordinal number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }
}
