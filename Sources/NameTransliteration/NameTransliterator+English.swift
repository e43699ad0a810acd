// Names of other scripts in English: what the words of a name are to each other.
extension NameTransliterator {
  /// The words as units; words that are written as one are one unit.
  func englishUnits(_ words: [NameWord], limit: Int) -> [NameUnit] {
    var units: [NameUnit] = []
    var index = titles(words, knowledge.titles, into: &units)
    if knowledge.names.match(words[index...])?.count != words.count - index,
      let name = knowledge.syllables.name(words[index...]) ?? hangul(words[index...])
    {
      units.append(.fixed(name, gap: gap(words, index, units)))
      return units
    }
    while index < words.count {
      if let joined = joinedToPrevious(words, index, units.last, limit: limit) {
        units[units.count - 1] = joined
        index += 1
        continue
      }
      let gap = gap(words, index, units)
      let (found, used) = unit(words, index, isFirst: units.isEmpty, limit: limit)
      units += found
      // A number or `Jr.` stands apart, also where the other language has a hyphen.
      units[units.count - found.count].gap = found.first?.standsApart == true && gap == "-" ? " " : gap
      index += used
    }
    return units
  }

  /// The titles before a name, kept or dropped, and how many words they are.
  func titles(_ words: [NameWord], _ table: PhraseTable<NameKnowledge.Title>, into units: inout [NameUnit]) -> Int {
    var index = 0
    // الرئيس الدكتور, but no endless row of them.
    for _ in 0..<3 {
      guard let (title, count) = table.match(words[index...]), words.count - index - count >= max(1, title.following)
      else {
        break
      }
      let next = words[index + count]
      if words[index].text.unicodeScalars.count == 1 {
        // «د. محمد» is a doctor, «د. ه. لورانس» is not.
        guard next.gap.hasPrefix("."), next.text.unicodeScalars.count > 1 else { break }
      }
      if settings.titles == .keep {
        units.append(.fixed(title.text, gap: gap(words, index, units), isAbbreviated: title.text.hasSuffix(".")))
      }
      index += count
    }
    return index
  }

  /// What stands before a word: an initial's full stop is there already, and a title that was dropped leaves nothing.
  func gap(_ words: [NameWord], _ index: Int, _ units: [NameUnit]) -> String {
    let gap = words[index].gap
    guard let last = units.last else { return index == 0 ? gap : "" }
    guard gap.hasPrefix("."), last.isAbbreviated else { return gap }
    return gap.count == 1 ? " " : String(gap.dropFirst())
  }

  /// The units that begin with a word, and how many words they take.
  private func unit(
    _ words: [NameWord], _ index: Int, isFirst: Bool, limit: Int
  ) -> (units: [NameUnit], used: Int) {
    let word = words[index]
    let style = style(for: word.language)
    if settings.article != nil, let (unit, used) = servant(words, index, limit: limit) { return ([unit], used) }
    if let (spellings, count) = knowledge.names.match(words[index...]), count > 1, !isArticleAskedFor(words, index),
      !spellings[style].isEmpty
    {
      return ([.ranked(spellings[style].map { isFirst ? Self.atStart($0) : $0 }, limit: limit)], count)
    }
    if let (unit, used) = article(words, index, limit: limit) { return ([unit], used) }
    if let initials = initials(words, index) { return (initials, initials.count) }
    if let (unit, used) = compound(words, index, isFirst: isFirst, limit: limit) { return ([unit], used) }
    if let (particle, count) = knowledge.particles.match(words[index...]), word.language != .english,
      particle.standsAfter ? index > 0 : index + count < words.count
    {
      let isLarge = isFirst && particle.capital == .start
      var unit = NameUnit.fixed(isLarge ? particle.text.capitalizedFirst : particle.text, gap: "")
      unit.standsApart = particle.standsAfter
      return ([unit], count)
    }
    if word.language == .korean, knowledge.names[word.key] == nil, let name = knowledge.syllables.koreanName(word.text),
      count(of: word.part) == 0
    {
      return ([.fixed(name, gap: "")], 1)
    }
    var unit = NameUnit(spellings: single(word.part, limit: limit), isPart: true)
    if isFirst, knowledge.names[word.key] != nil {
      for place in unit.spellings.indices { unit.spellings[place].text = Self.atStart(unit.spellings[place].text) }
    }
    return ([unit], 1)
  }

  /// Whether the word behind has an article that is to be written in one certain way: صلاح الدين.
  private func isArticleAskedFor(_ words: [NameWord], _ index: Int) -> Bool {
    guard settings.article != nil, index + 1 < words.count else { return false }
    return knowledge.compounds.compound(.after, key: words[index + 1].key)?.articleTemplate.isEmpty == false
  }

  /// A name as it stands at the beginning: all but von, which stays small.
  private static func atStart(_ name: String) -> String { name.hasPrefix("von ") ? name : name.capitalizedFirst }

  /// A Korean name of a family name and a given name: 김 정은.
  private func hangul(_ words: ArraySlice<NameWord>) -> String? {
    guard words.count == 2, words.allSatisfy({ $0.language == .korean && $0.text.unicodeScalars.count <= 2 }) else {
      return nil
    }
    return knowledge.syllables.koreanName(words.map(\.text).joined())
  }

  // MARK: Initials

  /// The initials that begin at a word: ج. و., and letters by their names: جي كي.
  private func initials(_ words: [NameWord], _ index: Int) -> [NameUnit]? {
    if let letter = initial(words[index]) { return [abbreviated(letter, words, index)] }
    // More than four are no initials; the limit also bounds the time.
    var letters: [NameInitials.Letter] = []
    for word in words[index...].prefix(4) {
      guard let letter = knowledge.initials.named(word.text) else { break }
      letters.append(letter)
    }
    guard let first = letters.first, letters.count < words.count, letters.count > 1 || first.isSure,
      letters.count > 1 || index + 1 < words.count
    else { return nil }
    return letters.enumerated().map { place, letter in abbreviated(letter.latin, words, index + place) }
  }

  /// A letter with the full stop that belongs to it, unless nothing follows.
  private func abbreviated(_ letter: String, _ words: [NameWord], _ index: Int) -> NameUnit {
    guard index + 1 < words.count else { return .fixed(letter, gap: words[index].gap) }
    let next = words[index + 1].gap
    let isStopped = next == " " || next.hasPrefix(".")
    let gap = words[index].gap == "." ? " " : words[index].gap
    return .fixed(isStopped ? letter + "." : letter, gap: gap, isAbbreviated: isStopped)
  }

  /// The Latin letter for a word that is an initial.
  private func initial(_ word: NameWord) -> String? {
    if let letter = knowledge.initials.latin(word.text) { return letter }
    guard word.text.unicodeScalars.count == 1, let language = word.language, language != .korean, language != .japanese
    else { return nil }
    if language == .english { return word.text.uppercased() }
    let letters = spellings(of: word.part, limit: 1).first?.text.filter(\.isLetter) ?? ""
    return letters.isEmpty ? nil : letters.capitalizedFirst
  }
}
