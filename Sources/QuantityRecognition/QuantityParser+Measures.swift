import TextModel

extension QuantityParser {
  /// Money, percentages, measurements and durations: a number with what it counts, or a dual that says both.
  func measure(at index: Int, skipping: inout Int) -> QuantityMatch? {
    if let found = signFirst(at: index) { return found }
    if let number = number(at: index) {
      // What is no quantity is passed over as a whole, so that long numbers are read once.
      skipping = max(skipping, number.end)
      return counted(number, from: index)
    }
    return dual(at: index)
  }

  // MARK: The sign before the number

  /// $3.5bn, US$ 5 million, USD 40, %40
  private func signFirst(at index: Int) -> QuantityMatch? {
    if isPercentSign(index), isTight(index + 1) || index + 1 < pieces.count, digitText(index + 1) != nil {
      // 40 % 50: the sign is the first number's.
      guard index == 0 || digitText(index - 1) == nil, let number = number(at: index + 1) else { return nil }
      return percentage(number, from: index, to: number.end)
    }
    guard let sign = word(index, .sign) ?? code(at: index), digitText(index + 1) != nil,
      let number = amount(at: index + 1)
    else { return nil }
    var end = number.end
    // $5 million dollars, $5 US
    if let currency = currency(at: end), currency.iso == nil || currency.iso == sign.code { end = currency.end }
    return money(number, iso: sign.code, noun: sign, prefix: nil, from: index, to: end)
  }

  private func isPercentSign(_ index: Int) -> Bool {
    guard let percent = word(index, .percent) else { return false }
    return percent.code == "%" && pieces[index].range.count <= 3 && pieces[index].isBare && language(of: index) != nil
      && bytes[pieces[index].range.lowerBound] != 0xD0
  }

  /// A number behind a currency's sign, where m and b are scales.
  private func amount(at index: Int) -> NumberPhrase? {
    guard var number = number(at: index) else { return nil }
    if !number.hasScale, isTight(number.end), let scale = word(number.end, .signScale) {
      number.value = number.value?.multiplied(byPowerOfTen: scale.number)
      number.upper = number.upper?.multiplied(byPowerOfTen: scale.number)
      number.hasScale = true
      number.end += 1
    }
    return number
  }

  private func code(at index: Int) -> QuantityWord? {
    pieces.indices.contains(index) && pieces[index].isCapital ? word(index, .code) : nil
  }

  // MARK: The number first

  private func counted(_ number: NumberPhrase, from index: Int) -> QuantityMatch? {
    var number = number
    // (92.3) مليون: how many is in the parentheses.
    if word(index, .scale) != nil, index > 0, isSign(index - 1, ")") { (number.value, number.upper) = (nil, nil) }
    var place = afterStop(number.end)
    if place > number.end, !number.hasScale { place = number.end }
    if isLink(place, .of), number.value == nil || language(of: place) == .english { place += 1 }
    // مليون ونصف مليون … من الدولارات
    guard pieces.indices.contains(place), !pieces[place].hasConjunction, pieces[place].gap < .paragraph else {
      return nil
    }
    if word(place, .percent) != nil { return percentage(number, from: index, to: place + 1) }
    guard !pieces[place].hasPreposition else { return nil }
    if let sign = word(place, .sign) ?? code(at: place), digitText(place + 1) == nil || !isTight(place + 1) {
      return money(number, iso: sign.code, noun: sign, prefix: nil, from: index, to: place + 1)
    }
    if let currency = currency(at: place), !currency.isDoubtful || number.hasScale {
      return money(
        number, iso: currency.iso, noun: currency.word, prefix: currency.nation, from: index, to: currency.end)
    }
    // A hyphen may stand before the unit: 5-км is left to the words.
    if let unit = word(place, .unit), unit.count == nil, !pieces[place].isDefinite || number.value == nil {
      return quantity(number, unit, from: index, to: place + 1)
    }
    return duration(number, from: index, at: place)
  }

  private func percentage(_ number: NumberPhrase, from index: Int, to end: Int) -> QuantityMatch {
    QuantityMatch(
      type: .percent, first: index, end: end, value: number.text.map { "\($0) %" },
      name: number.english.map { "\($0)%" })
  }

  private struct CurrencyReading {
    let word: QuantityWord
    let iso: String?
    let nation: String?
    let isDoubtful: Bool
    let end: Int
  }

  /// A currency with its country: ليرة لبنانية, دولار, американских долларов, Canadian dollars.
  private func currency(at index: Int) -> CurrencyReading? {
    var place = index
    var nation = word(index, .nation)
    if nation != nil { place += 1 }
    guard let (word, sense) = sense(place, .currency), word.count == nil, nation == nil || pieces[place].isBare else {
      return nil
    }
    let parts = word.code.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard let unit = parts.first else { return nil }
    place += 1
    var iso = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    if nation == nil, let behind = self.word(place, .nation), pieces[place].isBare,
      Self.code(of: unit, in: behind) != nil
    {
      nation = behind
      place += 1
    }
    var name: String?
    if let nation, let code = Self.code(of: unit, in: nation) {
      iso = code.isEmpty ? nil : code
      name = nation.name
    } else if nation != nil {
      return nil
    }
    return CurrencyReading(
      word: word, iso: iso, nation: name, isDoubtful: sense.isDoubtful && name == nil, end: place)
  }

  /// The ISO code of a country's dollar, pound …
  private static func code(of unit: String, in nation: QuantityWord) -> String? {
    for pair in nation.code.split(separator: " ") {
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == unit { return String(parts[1]) }
    }
    return nil
  }

  private func money(
    _ number: NumberPhrase, iso: String?, noun: QuantityWord, prefix: String?, from index: Int, to end: Int
  ) -> QuantityMatch {
    let value = number.text.flatMap { text in iso.map { "\(text) \($0)" } }
    let country = prefix.map { $0 + " " } ?? ""
    let name = number.english.map { "\($0) \(country)\(noun.name(plural: number.isPlural))" }
    return QuantityMatch(type: .money, first: index, end: end, value: value, name: name)
  }

  private func quantity(
    _ number: NumberPhrase, _ unit: QuantityWord, from index: Int, to end: Int
  ) -> QuantityMatch? {
    var end = end
    var code = unit.code
    var name = unit.name(plural: number.isPlural)
    if let rate = rate(at: end) {
      code += "/" + rate.code
      name += " per " + rate.name
      end = rate.end
    } else if isTightSign(end, "/"), let period = word(end + 1, .period), let rate = Self.rates[period.code] {
      code += "/" + rate
      name += " per " + period.name
      end += 2
    }
    let isKnown = !unit.code.isEmpty
    return QuantityMatch(
      type: .quantity, first: index, end: end, value: isKnown ? number.text.map { "\($0) \(code)" } : nil,
      name: number.english.map { "\($0) \(name)" })
  }

  /// What a unit is counted over: يوميا, في الساعة, a day, в сутки.
  private func rate(at index: Int) -> (code: String, name: String, end: Int)? {
    if let rate = word(index, .rate) { return (rate.code, rate.name, index + 1) }
    guard isLink(index, .per) || isLink(index, .a), let period = word(index + 1, .period),
      let code = Self.rates[period.code], period.count == nil, !period.isIndefinite, pieces[index + 1].isBare,
      pieces[index + 1].isDefinite == (language(of: index + 1) == .arabic),
      // في الساعة العاشرة
      digitText(index + 2) == nil || !pieces[index + 2].isBare, word(index + 2, .ordinal) == nil,
      relative(at: index + 2) == nil
    else { return nil }
    return (code, period.name, index + 2)
  }

  /// UCUM's units of time.
  private static var rates: [String: String] { ["S": "s", "MIN": "min", "H": "h", "D": "d", "M": "mo", "Y": "a"] }

  /// ثلاثة أيام, 20 лет, five hours, نصف ساعة
  private func duration(_ number: NumberPhrase, from index: Int, at place: Int) -> QuantityMatch? {
    guard let period = word(place, .period) ?? word(place, .yearMark), !pieces[place].isDefinite,
      period.count == nil, period.code != "Q", period.code != "SEM"
    else { return nil }
    let code = period.kind == .yearMark ? "Y" : period.code
    let noun = period.kind == .yearMark ? "years" : period.name(plural: number.isPlural)
    // г. is a year's only behind its number.
    if period.kind == .yearMark, pieces[place].range.count <= 4 { return nil }
    let value = number.upper == nil ? number.value.flatMap { Self.duration($0, code) } : nil
    let isShort = ["S", "MIN", "H"].contains(code)
    return QuantityMatch(
      type: isShort ? .time : .date, first: index, end: place + 1, value: value,
      name: number.english.map { "\($0) \(noun)" })
  }

  // MARK: One word for both

  /// يومين, دولاران, كيلومترين; a fraction of a period: نصف ساعة
  private func dual(at index: Int) -> QuantityMatch? {
    let two = ExactNumber(2)
    let number = NumberPhrase(end: index + 1, value: two)
    if let period = word(index, .period), period.count == two {
      guard !pieces[index].isDefinite else { return nil }
      let isShort = ["S", "MIN", "H"].contains(period.code)
      return QuantityMatch(
        type: isShort ? .time : .date, first: index, end: index + 1, value: Self.duration(two, period.code),
        name: "2 \(period.name(plural: true))")
    }
    if let fraction = word(index, .fraction), let count = fraction.count,
      !pieces[index].isDefinite, let period = word(index + 1, .period), period.count == nil,
      ["MIN", "H"].contains(period.code), !pieces[index + 1].isDefinite
    {
      return QuantityMatch(
        type: .time, first: index, end: index + 2, value: Self.duration(count, period.code),
        name: "\(fraction.name == "half" ? "half an" : "a quarter of an") \(period.name)")
    }
    if let unit = word(index, .unit), unit.count == two {
      return quantity(number, unit, from: index, to: index + 1)
    }
    guard let currency = word(index, .currency), currency.count == two else { return nil }
    let parts = currency.code.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    var iso = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    var nation: String?
    var end = index + 1
    if let word = word(end, .nation), let unit = parts.first, let code = Self.code(of: unit, in: word) {
      iso = code.isEmpty ? nil : code
      nation = word.name
      end += 1
    }
    return money(number, iso: iso, noun: currency, prefix: nation, from: index, to: end)
  }
}
