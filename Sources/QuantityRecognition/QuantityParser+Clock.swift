import TextModel

extension QuantityParser {
  /// What a part of the day says: TIMEX3's code, and which half of the day its hours are of.
  private static func meaning(of part: QuantityWord) -> (code: String?, half: String?) {
    let parts = part.code.split(separator: " ").map(String.init)
    return (
      parts.first { $0.utf8.first.map { $0 < 0x60 } ?? false }, parts.first { $0.utf8.first.map { $0 > 0x60 } ?? false }
    )
  }

  /// مساء الاثنين, утром 15 ноября, this morning, منتصف الليل
  func partOfDay(at index: Int) -> QuantityMatch? {
    if word(index, .part)?.name == "mid", let night = word(index + 1, .daypart), night.name == "night" {
      return QuantityMatch(type: .time, first: index, end: index + 2, value: "T00:00", name: "midnight")
    }
    if let (relative, sense) = sense(index, .relative), let part = word(index + 1, .daypart),
      sense.language == .english || pieces[index + 1].isDefinite
        || language(of: index)?.isEastSlavic == true, relative.code != "next"
    {
      return QuantityMatch(
        type: .time, first: index, end: index + 2, value: nil, name: "\(relative.name) \(part.name)")
    }
    guard let part = word(index, .daypart) else { return nil }
    if let relative = relative(at: index + 1), pieces[index].isDefinite {
      return QuantityMatch(
        type: .time, first: index, end: index + 2, value: nil, name: "\(relative.name) \(part.name)")
    }
    var place = index + 1
    if isLink(place, .of) || isLink(place, .since) || isLink(place, .per) { place += 1 }
    guard pieces.indices.contains(place), pieces[place].isBare, !pieces[index].isDefinite else { return nil }
    if let deictic = word(place, .deictic), let day = moment(at: place), day.type == .date {
      let name = day.value == nil ? "\(deictic.name == "today" ? "this" : deictic.name) \(part.name)" : nil
      return time(
        of: part, day: DateReading(end: day.end, value: day.value, name: day.name, isDay: true), from: index,
        to: day.end,
        name: name)
    }
    let hasDayWord = word(place, .dayword) != nil
    guard let day = calendarDate(at: hasDayWord ? place + 1 : place, afterDayWord: hasDayWord), day.isDay else {
      return nil
    }
    return time(of: part, day: day, from: index, to: day.end)
  }

  func time(
    of part: QuantityWord, day: DateReading, from first: Int, to end: Int, name: String? = nil
  ) -> QuantityMatch {
    let code = Self.meaning(of: part).code
    let value = day.value.flatMap { day in code.map { "\(day)T\($0)" } }
    let isWeekday = day.name?.utf8.contains { $0 < 0x41 && $0 != 0x20 } == false
    let written = day.name.map { isWeekday ? "\($0) \(part.name)" : "\(part.name) of \($0)" }
    return QuantityMatch(type: .time, first: first, end: end, value: value, name: name ?? written)
  }

  /// 10:30 صباحا, الساعة العاشرة والنصف, 5 p.m., в 10 часов утра
  func clock(at index: Int) -> QuantityMatch? {
    var place = index
    var isNamed = false
    if let period = word(index, .period), period.code == "H", period.count == nil, !period.isIndefinite,
      pieces[index].isDefinite || language(of: index) == .persian
    {
      place += 1
      isNamed = true
    }
    guard pieces.indices.contains(place), place == index || pieces[place].isBare,
      var time = digitalTime(at: place, isNamed: isNamed) ?? hour(at: place, isNamed: isNamed)
    else { return nil }
    // What follows an hour says which half of the day it is of.
    var half: String?
    let end = isLink(time.end, .of) ? time.end + 1 : time.end
    if let part = word(end, .ampm) ?? word(end, .daypart), pieces[end].isBare,
      time.isCertain || isNamed || word(end, .period) == nil, part.kind == .ampm || language(of: end) != .english
    {
      half = part.kind == .ampm ? part.code : Self.meaning(of: part).half
      time.end = part.kind == .ampm ? afterAbbreviation(end) : end + 1
      time.isCertain = true
    } else if word(time.end, .oclock) != nil {
      time.end += 1
      time.isCertain = true
    }
    guard time.isCertain || isNamed else { return nil }
    guard let hour = Self.hour(time.hour, half) else { return nil }
    var zone = ""
    if let word = word(time.end, .zone) {
      zone = word.code
      time.end += 1
    }
    let minutes = time.minute.map { ":" + CalendarDate.two($0) } ?? ""
    let seconds = time.second.map { ":" + CalendarDate.two($0) } ?? ""
    let value = "T\(CalendarDate.two(hour))\(minutes)\(seconds)\(zone)"
    let name = "\(hour):\(CalendarDate.two(time.minute ?? 0))\(seconds)" + (zone == "Z" ? " GMT" : "")
    return QuantityMatch(type: .time, first: index, end: time.end, value: value, name: name)
  }

  private struct ClockReading {
    var hour: Int
    var minute: Int?
    var second: Int?
    var end: Int
    /// Whether it can be nothing else.
    var isCertain: Bool
  }

  /// 10:30, 10:30:15; 10.30 where a word says that it is a time.
  private func digitalTime(at index: Int, isNamed: Bool) -> ClockReading? {
    if let text = digitText(index), let point = text.firstIndex(of: 0x2E), text.count - point == 3,
      isNamed || word(index + 1, .ampm) != nil, let hour = Int(String(decoding: text[..<point], as: UTF8.self)),
      let minute = Int(String(decoding: text[(point + 1)...], as: UTF8.self)), hour < 24, minute < 60
    {
      return ClockReading(hour: hour, minute: minute, end: index + 1, isCertain: true)
    }
    guard let (hour, hourCount) = digits(index), hourCount <= 2, hour <= 24, isTightSign(index + 1, ":"),
      let (minute, minuteCount) = digits(index + 2), minuteCount == 2, minute < 60
    else { return nil }
    var reading = ClockReading(hour: hour, minute: minute, end: index + 3, isCertain: true)
    if isTightSign(index + 3, ":"), let (second, count) = digits(index + 4), count == 2, second < 60 {
      reading.second = second
      reading.end = index + 5
    }
    return reading
  }

  /// العاشرة والنصف, 10, ten; an hour that needs something beside it.
  private func hour(at index: Int, isNamed: Bool) -> ClockReading? {
    var reading: ClockReading
    if let (number, count) = digits(index), count <= 2 {
      reading = ClockReading(hour: number, end: index + 1, isCertain: false)
      // в 10 часов утра
      if !isNamed, word(index + 1, .period)?.code == "H", word(index + 2, .daypart) != nil,
        language(of: index + 1)?.isEastSlavic == true
      {
        return ClockReading(hour: number, end: index + 2, isCertain: true)
      }
    } else if let ordinal = ordinal(at: index), isNamed || pieces[index].isDefinite {
      reading = ClockReading(hour: ordinal.number, end: ordinal.end, isCertain: false)
    } else if isNamed || word(index + 1, .ampm) != nil || word(index + 1, .oclock) != nil,
      let number = word(index, .number)
    {
      reading = ClockReading(hour: number.number, end: index + 1, isCertain: false)
    } else {
      return nil
    }
    guard (0...24).contains(reading.hour) else { return nil }
    guard isNamed || pieces[index].isDefinite else { return reading }
    // والنصف, والربع, إلا ربعا, و20 دقيقة
    let place = reading.end
    if let fraction = word(place, .fraction), let count = fraction.count, pieces[place].hasConjunction {
      reading.minute = count == ExactNumber(decimal: "0.5") ? 30 : 15
      reading.end = place + 1
    } else if isLink(place, .minus), word(place + 1, .fraction)?.name == "quarter", reading.hour > 0 {
      reading.hour -= 1
      reading.minute = 45
      reading.end = place + 2
    } else if pieces.indices.contains(place), pieces[place].hasConjunction, let minutes = simpleNumber(at: place),
      let minute = minutes.value?.integer, minute < 60, word(minutes.end, .period)?.code == "MIN"
    {
      reading.minute = minute
      reading.end = minutes.end + 1
    }
    return reading
  }

  /// The hour of a day of 24; nil where there is none.
  private static func hour(_ hour: Int, _ half: String?) -> Int? {
    guard hour <= 24 else { return nil }
    guard let half, hour <= 12 else { return hour }
    switch half {
    case "am": return hour == 12 ? 0 : hour
    case "pm": return hour == 12 ? 12 : hour + 12
    // At night: up to five it is the morning's, from six on the evening's.
    default: return hour == 12 ? 0 : hour < 6 ? hour : hour + 12
    }
  }
}
