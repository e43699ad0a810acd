// Names in Latin letters in Arabic, Russian and Hebrew.
extension NameTransliterator {
  /// The words as units.
  func targetUnits(_ words: [NameWord], limit: Int) -> [NameUnit] {
    let words = words.map(inLatin)
    var units: [NameUnit] = []
    var index = 0
    if let table = targetKnowledge?.titles { index = titles(words, table, into: &units) }
    while index < words.count {
      let gap = targetGap(words, index, units)
      var (unit, used) = targetUnit(words, index, isFirst: units.isEmpty, limit: limit)
      unit.gap = gap
      units.append(unit)
      index += used
    }
    return units
  }

  /// A word of a third script in Latin letters; one of the target's script stays as it is.
  private func inLatin(_ word: NameWord) -> NameWord {
    if word.language == .english || settings.target.isWritten(in: word.language) { return word }
    let text = spellings(of: word.part, limit: 1).first?.text ?? word.text
    return NameWord(gap: word.gap, part: NamePart(text: text, key: key(text), language: .english))
  }

  /// What stands before a word. Arabic does not write the hyphens of names, nor the full stops of letters' names.
  private func targetGap(_ words: [NameWord], _ index: Int, _ units: [NameUnit]) -> String {
    let gap = gap(words, index, units)
    guard settings.target == .arabic, !units.isEmpty else { return gap }
    if gap == "-" { return " " }
    return gap.hasPrefix(".") && words[index - 1].text.unicodeScalars.count == 1 ? " " : gap
  }

  private func targetUnit(
    _ words: [NameWord], _ index: Int, isFirst: Bool, limit: Int
  ) -> (NameUnit, used: Int) {
    let word = words[index]
    let target = settings.target
    guard word.language == .english else { return (.fixed(word.text, gap: ""), 1) }
    if let (spelling, count) = targetKnowledge?.names.match(words[index...]), count > 1 {
      return (.fixed(spelling, gap: ""), count)
    }
    if let found = targetArticle(words, index, limit: limit) ?? targetServant(words, index, limit: limit) {
      return found
    }
    if let (spelling, count) = targetKnowledge?.particles.match(words[index...]), index + count < words.count,
      Self.isParticle(word)
    {
      return (.fixed(isFirst && target == .russian ? spelling.capitalizedFirst : spelling, gap: ""), count)
    }
    if index > 0, let (spelling, count) = targetKnowledge?.suffixes.match(words[index...]), Self.isSuffix(words, index)
    {
      var unit = NameUnit.fixed(spelling, gap: "")
      unit.standsApart = true
      return (unit, count)
    }
    if word.text.unicodeScalars.count == 1, let letter = knowledge.initials.written(word.text, in: target) {
      let isStopped = target != .arabic && index + 1 < words.count
      return (.fixed(isStopped ? letter + "." : letter, gap: "", isAbbreviated: isStopped), 1)
    }
    return (NameUnit(spellings: spellings(of: word.part, limit: limit)), 1)
  }

  /// "Al" with a space is the family, آل; as a given name it stands before a hyphen or not at all. A single letter is an
  /// initial.
  private static func isParticle(_ word: NameWord) -> Bool { word.text.unicodeScalars.count > 1 }

  /// The number of a ruler is in large letters and has no full stop, as an initial has: Elizabeth I, but J. I. Carter.
  private static func isSuffix(_ words: [NameWord], _ index: Int) -> Bool {
    let isInitial = index + 1 < words.count && words[index].text.unicodeScalars.count == 1
    return !isInitial && words[index].text.first?.isUppercase == true
  }

  // MARK: Arabic names

  /// al-Sisi: السيسي, ас-Сиси, א-סיסי.
  private func targetArticle(_ words: [NameWord], _ index: Int, limit: Int) -> (NameUnit, used: Int)? {
    guard index + 1 < words.count, words[index + 1].gap == "-", words[index + 1].language == .english,
      Self.articles.contains(words[index].key)
    else { return nil }
    return (withArticle(words[index + 1], limit: limit), 2)
  }

  /// Abdel Fattah, Abd al-Rahman: عبد الفتاح.
  private func targetServant(_ words: [NameWord], _ index: Int, limit: Int) -> (NameUnit, used: Int)? {
    guard index + 1 < words.count, words[index + 1].followsSpace || words[index + 1].gap == "-",
      words[index + 1].language == .english
    else { return nil }
    let next = words[index + 1]
    var rest: NameUnit
    var used = 2
    switch words[index].key {
    case "abdel", "abdul":
      rest =
        settings.target == .arabic
        ? withArticle(next, limit: limit) : NameUnit(spellings: spellings(of: next.part, limit: limit))
    case "abd":
      if let (unit, count) = targetArticle(words, index + 1, limit: limit) {
        rest = unit
        used = count + 1
      } else {
        rest = NameUnit(spellings: spellings(of: next.part, limit: limit))
      }
    default: return nil
    }
    let servant: String
    switch settings.target {
    case .russian: servant = words[index].key == "abd" ? "Абд " : "Абдель "
    case .hebrew: servant = words[index].key == "abd" ? "עבד " : "עבד אל-"
    default: servant = "عبد "
    }
    for place in rest.spellings.indices { rest.spellings[place].text = servant + rest.spellings[place].text }
    return (rest, used)
  }

  /// A word with the article of the target's language; Russian and Hebrew write the letter that is heard.
  private func withArticle(_ word: NameWord, limit: Int) -> NameUnit {
    let sun = NameArticle.sunLetter(of: word.key)
    var spellings = spellings(of: word.part, limit: limit)
    for place in spellings.indices {
      let text = spellings[place].text
      switch settings.target {
      case .arabic:
        let isArticulated = text.unicodeScalars.starts(with: NameCompounds.articleKey.unicodeScalars)
        spellings[place].text = isArticulated ? text : NameCompounds.articleKey + text
      case .russian: spellings[place].text = "а" + (sun.flatMap { Self.russianSunLetters[$0] } ?? "ль") + "-" + text
      case .hebrew: spellings[place].text = (sun == nil ? "אל-" : "א-") + text
      case .english: break
      }
    }
    return NameUnit(spellings: spellings)
  }

  private static let russianSunLetters = [
    "sh": "ш", "th": "с", "dh": "з", "t": "т", "d": "д", "r": "р", "z": "з", "s": "с", "n": "н",
  ]
}
