import TextModel

/// A number as digits or words spell it.
struct NumberPhrase {
  /// The piece after it.
  var end: Int
  /// How many; nil where the words do not say (millions), or the digits do not fit.
  var value: ExactNumber?
  /// The upper end of a range: 3–5.
  var upper: ExactNumber?
  /// Whether there is a power of ten among the words.
  var hasScale = false

  /// `3500`, or `3/5` of a range.
  var text: String? { value.map { value in upper.map { "\(value)/\($0)" } ?? "\(value)" } }

  /// `3.5 billion`, or `3–5`.
  var english: String? {
    guard let value, let upper else { return value?.english }
    let (low, high) = (value.english.split(separator: " "), upper.english.split(separator: " "))
    // 3–5 million
    let isShared = low.count == 2 && high.count == 2 && low[1] == high[1]
    return "\(isShared ? String(low[0]) : value.english)–\(upper.english)"
  }

  var isPlural: Bool { value != ExactNumber(1) || upper != nil }
}

extension QuantityParser {
  /// How many pieces one number may have.
  private static var maximumPieces: Int { 32 }

  /// The number that begins at a place, a range of two included.
  func number(at index: Int) -> NumberPhrase? {
    guard var first = simpleNumber(at: index) else { return nil }
    guard !first.hasScale || first.value != nil else { return first }
    // 3-5, 3 to 5; the scale behind the second is that of both.
    let second: Int
    if isSign(first.end, "-") {
      second = first.end + 1
    } else if isLink(first.end, .to), pieces[first.end].isBare {
      second = first.end + 1
    } else {
      return first
    }
    guard !first.hasScale || digits(index) == nil, let upper = simpleNumber(at: second), let low = first.value,
      let high = upper.value
    else { return first }
    first.end = upper.end
    first.value = low
    if upper.hasScale, !first.hasScale {
      // 3-5 million
      guard let bare = simpleNumber(at: second, withoutScales: true)?.value, bare > low else {
        return simpleNumber(at: index)
      }
      first.value = scale(of: high, by: bare).flatMap { low.multiplied(byPowerOfTen: $0) }
    }
    first.hasScale = upper.hasScale
    guard let value = first.value, value < high else { return simpleNumber(at: index) }
    first.upper = high
    return first
  }

  /// The power of ten between a number and the same with its scale.
  private func scale(of scaled: ExactNumber, by bare: ExactNumber) -> Int? {
    scaled.digits == bare.digits ? scaled.exponent - bare.exponent : nil
  }

  /// One number: digits, words, or both, by groups from the largest power of ten to the smallest.
  func simpleNumber(at index: Int, withoutScales: Bool = false) -> NumberPhrase? {
    var reading = NumberReading()
    var place = index
    let limit = min(pieces.count, index + Self.maximumPieces)
    while place < limit {
      let isFirst = place == index
      var word = place
      // and, or the hyphen of twenty-five
      if !isFirst, isLink(word, .and) || isTightSign(word, "-") { word += 1 }
      guard word < limit, isFirst || word > place || pieces[word].gap < .paragraph else { break }
      // The parts of a number have no preposition, and no article but in ordinals and after a fraction.
      guard isFirst || !pieces[word].hasPreposition else { break }
      let isJoined = word > place || pieces[word].hasConjunction
      guard let next = read(word, isFirst: isFirst, isJoined: isJoined, withoutScales, into: &reading) else { break }
      place = next
    }
    guard place > index else { return nil }
    return NumberPhrase(end: place, value: reading.value, hasScale: reading.hasScale)
  }

  private func read(
    _ index: Int, isFirst: Bool, isJoined: Bool, _ withoutScales: Bool, into reading: inout NumberReading
  ) -> Int? {
    if digitText(index) != nil {
      guard isFirst || reading.hasScale, let (number, end) = decimal(at: index) else { return nil }
      let hasScaleAfter = word(end, .scale).map { !$0.isIndefinite || $0.number < reading.lowestScale } ?? false
      guard isFirst || isJoined || hasScaleAfter else { return nil }
      return reading.add(digits: number) ? end : nil
    }
    if let fraction = word(index, .fraction), let count = fraction.count {
      if isFirst {
        // نصف مليون; a fraction alone is no number.
        var next = index + 1
        if isLink(next, .a) { next += 1 }
        guard let scale = word(next, .scale), scale.count == nil || scale.isIndefinite, !withoutScales else {
          return nil
        }
        return reading.add(fraction: count, ofScale: scale.number) ? next + 1 : nil
      }
      guard isJoined, reading.addFraction(count) else { return nil }
      // ونصف المليون
      if let scale = word(index + 1, .scale), pieces[index + 1].isBare, scale.number == reading.lowestScale {
        return index + 2
      }
      return index + 1
    }
    if !withoutScales, let scale = word(index, .scale) {
      guard !isJoined || isFirst || scale.number < reading.lowestScale else { return nil }
      return reading.add(scale: scale, isJoined: isJoined && !isFirst) ? index + 1 : nil
    }
    if isFirst, isLink(index, .a), word(index + 1, .scale) != nil || word(index + 1, .number)?.number == 100 {
      return reading.add(word: 1, isJoined: false) ? index + 1 : nil
    }
    guard let number = word(index, .number), let count = number.count else { return nil }
    guard let whole = count.integer else { return isFirst && reading.add(digits: count) ? index + 1 : nil }
    return reading.add(word: whole, isJoined: isJoined && !isFirst) ? index + 1 : nil
  }

  /// The number that digits write, with groups that are apart (1 000 000), and the piece after it.
  func decimal(at index: Int) -> (number: ExactNumber?, end: Int)? {
    guard let text = digitText(index), text.count <= 40 else { return nil }
    let isPlain = text.allSatisfy { $0 >= 0x30 }
    var end = index + 1
    if isPlain, text.count <= 3, text[0] != 0x30 {
      var joined = Array(text)
      while end < pieces.count, end - index < 8, pieces[end].gap == .space, let group = digitText(end),
        group.count == 3 || group.count > 3 && group[3] < 0x30, isOneSpace(before: end), pieces[end].isBare
      {
        joined += group
        end += 1
        if group.count > 3 { break }
      }
      if end > index + 1 { return joined.withUnsafeBytes { (value(of: $0, at: index), end) } }
    }
    return (value(of: text, at: index), end)
  }

  private func isOneSpace(before index: Int) -> Bool {
    let start = pieces[index].range.lowerBound
    let gap = start - pieces[index - 1].range.upperBound
    // U+0020, U+00A0, or U+2009 and U+202F; by an ordinary space only where Cyrillic stands beside it, which has no commas.
    if gap == 1 { return language(near: index)?.isEastSlavic == true }
    return gap == 2 && bytes[start - 2] == 0xC2 || gap == 3 && bytes[start - 3] == 0xE2
  }

  /// Digits with separators, by what separates them and by the language's habit where that does not tell.
  private func value(of text: UnsafeRawBufferPointer, at index: Int) -> ExactNumber? {
    let separators = text.indices.filter { text[$0] < 0x30 }
    guard let last = separators.last, let first = separators.first else {
      return ExactNumber(decimal: String(decoding: text, as: UTF8.self))
    }
    func number(decimalAt point: Int?) -> ExactNumber? {
      var plain = ""
      for (offset, byte) in text.enumerated() where byte >= 0x30 || offset == point {
        plain.unicodeScalars.append(offset == point ? "." : Unicode.Scalar(byte))
      }
      return ExactNumber(decimal: plain)
    }
    let tail = text.count - last - 1
    let isGrouped =
      first <= 3 && tail == 3
      && zip(separators, separators.dropFirst()).allSatisfy { $1 - $0 == 4 && text[$0] == text[$1] }
    if separators.count > 1 {
      if text[first] == text[last] { return isGrouped ? number(decimalAt: nil) : nil }
      // 1,234.56
      let groups = separators.dropLast()
      return groups.allSatisfy { text[$0] == text[first] } ? number(decimalAt: last) : nil
    }
    guard isGrouped, text[0] != 0x30 else { return number(decimalAt: last) }
    // One separator before three digits: 1,000 or 1.234.
    if word(index + 1, .scale) != nil { return number(decimalAt: last) }
    let isCyrillic = language(near: index)?.isEastSlavic == true
    switch (text[last], isCyrillic, language(near: index)) {
    case (0x2C, true, _): return number(decimalAt: last)
    case (0x2C, false, _): return number(decimalAt: nil)
    case (_, _, .english), (_, _, .hebrew), (_, _, nil): return number(decimalAt: last)
    // 1.234 in Arabic and Russian may be either.
    default: return nil
    }
  }
}

/// A number on its way: the groups that are finished, and the one that is being read.
struct NumberReading {
  private var total: ExactNumber? = ExactNumber(0)
  private var group: ExactNumber?
  /// How much may still be added to the group: below 100 after a hundred, nothing after a unit.
  private var room = 1000
  /// The unit that tens may follow: ثلاثة و…
  private var unit = 0
  private(set) var lowestScale = 100
  private(set) var hasScale = false
  private var isIndefinite = false
  private var hasDigits = false
  private var isScaleLast = false
  /// The last group with its scale, for a scale of the scale: مئة ألف مليون.
  private var lastGroup: ExactNumber?

  /// The number; nil where it is not determined.
  var value: ExactNumber? {
    guard !isIndefinite, let total else { return nil }
    return group.map { total.adding($0) } ?? total
  }

  mutating func add(digits number: ExactNumber?) -> Bool {
    guard group == nil else { return false }
    if number == nil { isIndefinite = true }
    group = number ?? ExactNumber(0)
    hasDigits = true
    isScaleLast = false
    return true
  }

  mutating func add(word number: Int, isJoined: Bool) -> Bool {
    guard !hasDigits || group == nil else { return false }
    // What follows a scale by itself is smaller: ألف وخمسة; Arabic and Persian join it, others need not.
    let current = group?.integer ?? 0
    if number == 100, !isJoined, unit > 0, current == unit {
      set(unit * 100, room: 100, unit: 0)
      return true
    }
    if number == 10, !isJoined, unit > 0 {
      // خمسة عشر
      set(current + 10, room: 1, unit: 0)
      return true
    }
    if number >= 20, number < 100, isJoined, unit > 0 {
      set(current + number, room: 1, unit: 0)
      return true
    }
    guard group == nil || number < room, number < 1000 else { return false }
    guard number > 0 || group == nil else { return false }
    let allowsTens = room >= 100
    switch number {
    case 0: set(0, room: 0, unit: 0)
    case 1..<10: set(current + number, room: 1, unit: allowsTens ? number : 0)
    case 10..<20: set(current + number, room: 1, unit: 0)
    case 20..<100: set(current + number, room: 10, unit: 0)
    default: set(current + number, room: 100, unit: 0)
    }
    return true
  }

  private mutating func set(_ number: Int, room: Int, unit: Int) {
    group = ExactNumber(number)
    self.room = room
    self.unit = unit
    isScaleLast = false
  }

  mutating func add(scale word: QuantityWord, isJoined: Bool) -> Bool {
    if isScaleLast, group == nil {
      guard !isJoined || word.number < lowestScale else { return false }
      // مئة ألف مليون
      if !isJoined {
        guard let lastGroup, word.number >= lowestScale || word.isIndefinite, word.count == nil || word.isIndefinite
        else { return false }
        let scaled = lastGroup.multiplied(byPowerOfTen: word.number)
        total = scaled
        self.lastGroup = scaled
        lowestScale = min(lowestScale, word.number)
        return true
      }
    }
    guard word.number < lowestScale else { return false }
    if group == nil, word.isIndefinite { isIndefinite = true }
    guard group == nil || word.count == nil || word.isIndefinite || word.yieldsCount else { return false }
    let count = group ?? (word.isIndefinite ? ExactNumber(1) : word.count ?? ExactNumber(1))
    lastGroup = count.multiplied(byPowerOfTen: word.number)
    total = lastGroup.flatMap { last in total.flatMap { $0.adding(last) } }
    finishGroup(word.number)
    return true
  }

  mutating func add(fraction: ExactNumber, ofScale scale: Int) -> Bool {
    total = fraction.multiplied(byPowerOfTen: scale)
    finishGroup(scale)
    return true
  }

  /// And a half: of the last scale, or of one.
  mutating func addFraction(_ fraction: ExactNumber) -> Bool {
    if isScaleLast {
      total = fraction.multiplied(byPowerOfTen: lowestScale).flatMap { part in total.flatMap { $0.adding(part) } }
      return true
    }
    guard let whole = group, whole.integer != nil else { return false }
    group = whole.adding(fraction)
    room = 0
    unit = 0
    return true
  }

  private mutating func finishGroup(_ scale: Int) {
    group = nil
    room = 1000
    unit = 0
    lowestScale = scale
    hasScale = true
    hasDigits = false
    isScaleLast = true
  }
}
