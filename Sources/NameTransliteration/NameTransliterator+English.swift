// Names of other scripts in English.
extension NameTransliterator {
  /// The words as units; compounds are one unit.
  func englishUnits(_ words: [NameWord], limit: Int) -> [NameUnit] {
    var units: [NameUnit] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      let isFirst = index == 0
      if word.language?.isArabicScript == true {
        if let (unit, used) = arabicCompound(word, next, isFirst: isFirst, limit: limit) {
          units.append(unit)
          index += used
          continue
        }
        if !isFirst, word.followsSpace, let joined = joinedToPrevious(word, words[index - 1], units.last, limit: limit)
        {
          units[units.count - 1] = joined
          index += 1
          continue
        }
      }
      if let next, next.gap == "-", let article = Self.hyphenArticles[word.key] {
        // аль-Асад
        units.append(.fixed(article, gap: word.gap))
      } else if let particle = NameParticles.particle(word, isFirst: isFirst, isLast: next == nil) {
        units.append(.fixed(particle, gap: word.gap))
      } else if Self.isInitial(word) {
        units.append(.fixed(initial(word, isFirst: isFirst, next: next), gap: word.gap))
      } else {
        units.append(NameUnit(gap: word.gap, spellings: single(word.part, limit: limit)))
      }
      index += 1
    }
    return units
  }

  private static let hyphenArticles = [
    "аль": "al", "эль": "el", "ас": "al", "аш": "al", "ад": "al", "ар": "al", "ат": "al", "аз": "al", "אל": "al",
    "ال": "al",
  ]

  // MARK: One word

  /// The spellings of a word that may begin with the Arabic article.
  private func single(_ part: NamePart, limit: Int) -> [NameCandidate] {
    guard part.language?.isArabicScript == true else { return spellings(of: part, limit: limit) }
    if let glued = gluedServant(part, limit: limit) { return glued }
    guard let rest = Self.withoutArticle(part), count(of: part) == 0 else { return spellings(of: part, limit: limit) }
    return spellings(of: rest, limit: limit).map {
      NameCandidate(text: "al-" + $0.text, score: $0.score, origin: $0.origin)
    }
  }

  /// The part without ال; nil where it has none. An alef with a hamza is no article's: ألكسندر.
  private static func withoutArticle(_ part: NamePart) -> NamePart? {
    let scalars = part.text.unicodeScalars
    guard scalars.count >= 5, scalars.starts(with: "ال".unicodeScalars), part.key.unicodeScalars.count >= 5 else {
      return nil
    }
    return NamePart(
      text: String(String.UnicodeScalarView(scalars.dropFirst(2))),
      key: String(String.UnicodeScalarView(part.key.unicodeScalars.dropFirst(2))), language: part.language)
  }

  /// عبدالرحمن: the dictionary's spelling, else Abdul and the rest.
  private func gluedServant(_ part: NamePart, limit: Int) -> [NameCandidate]? {
    let prefix = "عبدال"
    guard part.key.unicodeScalars.starts(with: prefix.unicodeScalars), part.key.unicodeScalars.count >= 8,
      count(of: part) == 0
    else { return nil }
    let count = prefix.unicodeScalars.count
    let rest = NamePart(
      text: String(String.UnicodeScalarView(part.text.unicodeScalars.dropFirst(count))),
      key: String(String.UnicodeScalarView(part.key.unicodeScalars.dropFirst(count))), language: part.language)
    return spellings(of: rest, limit: limit).map {
      NameCandidate(text: "Abdul" + $0.text.lowercased(), score: $0.score, origin: $0.origin)
    }
  }

  private static func isInitial(_ word: NameWord) -> Bool {
    word.text.unicodeScalars.count == 1 && word.language != nil && word.language != .english
      && word.language != .korean && word.language != .japanese
  }

  /// A single letter: ج. → J.
  private func initial(_ word: NameWord, isFirst: Bool, next: NameWord?) -> String {
    // «د. محمد» is a doctor.
    if word.key == "د", isFirst, let next, next.gap.hasPrefix(".") { return "Dr" }
    guard let best = spellings(of: word.part, limit: 1).first else { return word.text }
    var letters = best.text.filter(\.isLetter)
    if word.language?.isArabicScript == true, letters.count > 1, letters.hasSuffix("a") { letters.removeLast() }
    return letters.isEmpty ? word.text : NameCase.capitalized(letters)
  }

  // MARK: Arabic compounds

  /// A compound that begins with this word, and how many words it takes.
  private func arabicCompound(
    _ word: NameWord, _ next: NameWord?, isFirst: Bool, limit: Int
  ) -> (NameUnit, used: Int)? {
    guard let next, next.followsSpace, next.language?.isArabicScript == true else { return nil }
    switch word.key {
    case "عبد": return (servant(word, next, limit: limit), 2)
    case "ابو": return (.fixed("Abu", gap: word.gap), 1)
    case "ابي": return (.fixed("Abi", gap: word.gap), 1)
    case "ابا": return (.fixed("Aba", gap: word.gap), 1)
    case "ام" where isFirst: return (.fixed("Umm", gap: word.gap), 1)
    // آل سعود; the article never stands alone.
    case "ال": return (.fixed("Al", gap: word.gap), 1)
    case "حزب" where next.key == "الله": return (.fixed("Hezbollah", gap: word.gap), 2)
    default: return nil
    }
  }

  /// عبد and one of the names of God.
  private func servant(_ word: NameWord, _ next: NameWord, limit: Int) -> NameUnit {
    if next.key == "الله" { return .fixed("Abdullah", gap: word.gap) }
    guard let rest = Self.withoutArticle(next.part) ?? Self.shortWithoutArticle(next.part) else {
      let spellings = single(next.part, limit: limit)
      return NameUnit(
        gap: word.gap,
        spellings: spellings.map { NameCandidate(text: "Abd " + $0.text, score: $0.score, origin: $0.origin) })
    }
    var found: [NameCandidate] = []
    for spelling in spellings(of: rest, limit: limit) {
      found.append(NameCandidate(text: "Abdel " + spelling.text, score: spelling.score * 0.6, origin: spelling.origin))
      if limit > 1 {
        found.append(
          NameCandidate(text: "Abdul " + spelling.text, score: spelling.score * 0.2, origin: spelling.origin))
      }
    }
    let glued = word.with(text: word.text + next.text, key: word.key + next.key)
    if limit > 1, count(of: glued) > 0 {
      for spelling in spellings(of: glued, limit: limit) {
        found.append(NameCandidate(text: spelling.text, score: spelling.score * 0.3, origin: spelling.origin))
      }
    }
    return NameUnit(gap: word.gap, spellings: NameUnit.best(found, limit: limit))
  }

  /// الحق and الحي, which are too short to lose their article elsewhere.
  private static func shortWithoutArticle(_ part: NamePart) -> NamePart? {
    guard part.text.unicodeScalars.count >= 4, part.text.unicodeScalars.starts(with: "ال".unicodeScalars) else {
      return nil
    }
    return NamePart(
      text: String(String.UnicodeScalarView(part.text.unicodeScalars.dropFirst(2))),
      key: String(String.UnicodeScalarView(part.key.unicodeScalars.dropFirst(2))), language: part.language)
  }

  /// The word before and this one where they are written as one: نصر الله, احمدی نژاد; صلاح الدين gets a small article.
  private func joinedToPrevious(
    _ word: NameWord, _ previous: NameWord, _ unit: NameUnit?, limit: Int
  ) -> NameUnit? {
    guard let unit else { return nil }
    let whole = previous.with(text: previous.text + word.text, key: previous.key + word.key)
    if word.key == "الدين" {
      var found = unit.spellings.map {
        NameCandidate(text: $0.text + " al-Din", score: $0.score, origin: $0.origin)
      }
      if limit > 1, count(of: whole) > 0 {
        // Zinedine, Saladin: possible, but known only of the person.
        found += spellings(of: whole, limit: limit).map {
          NameCandidate(text: $0.text, score: $0.score * 0.4, origin: $0.origin)
        }
      }
      return NameUnit(gap: unit.gap, spellings: NameUnit.best(found, limit: limit))
    }
    guard let ending = Self.joinedEndings[word.key] else { return nil }
    if count(of: whole) > 0 { return NameUnit(gap: unit.gap, spellings: spellings(of: whole, limit: limit)) }
    return NameUnit(
      gap: unit.gap,
      spellings: unit.spellings.map { NameCandidate(text: $0.text + ending, score: $0.score, origin: $0.origin) })
  }

  private static let joinedEndings = [
    "الله": "allah", "زاده": "zadeh", "نزاد": "nejad", "نجاد": "nejad", "بور": "pour",
  ]
}
