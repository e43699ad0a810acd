// Arabic and Persian compounds, and the article.
extension NameTransliterator {
  /// A compound that begins with a word: عبد الرحمن, أبو مازن, بن سلمان.
  func compound(_ words: [NameWord], _ index: Int, isFirst: Bool, limit: Int) -> (NameUnit, used: Int)? {
    let word = words[index]
    if let found = servant(words, index, limit: limit) { return found }
    guard index + 1 < words.count, words[index + 1].followsSpace, word.language?.isArabicScript == true,
      words[index + 1].language?.isArabicScript == true,
      let compound = (isFirst ? knowledge.compounds.compound(.first, key: word.key) : nil)
        ?? knowledge.compounds.compound(.before, key: word.key)
    else { return nil }
    let templates = compound.templates(style(for: word.language), settings.article)
    if templates.allSatisfy({ $0.hasSuffix(" *") }) {
      // The name goes on as it likes behind it: أبو عبد الله.
      let prefixes = templates.map { String($0.dropLast(2)) }
      return (.ranked(prefixes.map { isFirst ? $0.capitalizedFirst : $0 }, limit: limit), 1)
    }
    let rest = single(words[index + 1].part, limit: limit)
    return (filled(templates, with: rest, limit: limit), 2)
  }

  /// عبد and a name of God with the article, also where that is too short to lose its article elsewhere: عبد الحق.
  func servant(_ words: [NameWord], _ index: Int, limit: Int) -> (NameUnit, used: Int)? {
    guard index + 1 < words.count, words[index + 1].followsSpace,
      let compound = knowledge.compounds.compound(.beforeArticle, key: words[index].key)
    else { return nil }
    let (word, next) = (words[index], words[index + 1])
    guard next.key != "الله", let rest = next.part.dropping(prefix: NameCompounds.articleKey, leaving: 2) else {
      return nil
    }
    let templates = compound.templates(style(for: word.language), settings.article)
    var unit = filled(templates, with: spellings(of: rest, limit: limit), limit: limit)
    if compound.whole != nil {
      append(word.with(text: word.text + next.text, key: word.key + next.key), to: &unit, limit: limit)
    }
    return (unit, 2)
  }

  /// An article with a hyphen behind it: аль-Асад, ال-سيسي.
  func article(_ words: [NameWord], _ index: Int, limit: Int) -> (NameUnit, used: Int)? {
    guard index + 1 < words.count, words[index + 1].gap == "-", Self.hyphenArticles.contains(words[index].key),
      let article = knowledge.compounds.article
    else { return nil }
    let templates = article.templates(style(for: words[index].language), settings.article)
    return (filled(templates, with: spellings(of: words[index + 1].part, limit: limit), limit: limit), 2)
  }

  /// The article as Latin letters write it.
  static let articles: Set<String> = [
    "al", "as", "ash", "ad", "adh", "ar", "at", "ath", "az", "an", "el", "es", "ech", "ed", "er", "et", "ez", "en",
  ]

  private static let hyphenArticles: Set<String> = [
    "аль", "эль", "ас", "аш", "ад", "ар", "ат", "аз", "ан", "эс", "эш", "эд", "эр", "эт", "эз", "эн", "אל", "א", "ال",
  ]

  /// The word before and this one where they are written as one: نصر الله, احمدی نژاد, صلاح الدين.
  func joinedToPrevious(_ words: [NameWord], _ index: Int, _ unit: NameUnit?, limit: Int) -> NameUnit? {
    guard let unit, unit.isPart, index > 0, words[index].followsSpace,
      let compound = knowledge.compounds.compound(.after, key: words[index].key)
    else { return nil }
    let (word, previous) = (words[index], words[index - 1])
    let whole = previous.with(text: previous.text + word.text, key: previous.key + word.key)
    var result: NameUnit
    if compound.whole == .first, count(of: whole) > 0 {
      result = NameUnit(spellings: spellings(of: whole, limit: limit))
    } else {
      result = filled(
        compound.templates(style(for: word.language), settings.article), with: unit.spellings, limit: limit)
      if compound.whole == .also { append(whole, to: &result, limit: limit) }
    }
    result.gap = unit.gap
    return result
  }

  /// The spellings of a word that may have the article or another part of a compound inside.
  func single(_ part: NamePart, limit: Int) -> [NameCandidate] {
    let style = style(for: part.language)
    guard part.language?.isArabicScript == true, knowledge.names[part.key] == nil else {
      return spellings(of: part, limit: limit)
    }
    let isKnown = count(of: part) > 0
    for (compound, rest) in knowledge.compounds.inside(part) {
      var spellings = spellings(of: rest, limit: limit)
      if isKnown, compound.whole == .first {
        guard compound.isArticle, let known = withoutArticle(part, rest, limit: limit) else { continue }
        if !known.isEmpty, knowledge.names[rest.key] == nil { spellings = known }
      }
      if compound.isArticle { spellings = spellings.map(Self.bare) }
      var unit = filled(compound.templates(style, settings.article), with: spellings, limit: limit)
      if compound.whole == .also { append(part, to: &unit, limit: limit) }
      return unit.spellings
    }
    return spellings(of: part, limit: limit)
  }

  /// A spelling without the article that it has already.
  private static func bare(_ candidate: NameCandidate) -> NameCandidate {
    let pieces = candidate.text.split(separator: "-", maxSplits: 1)
    guard let article = pieces.first, let name = pieces.last, pieces.count == 2,
      articles.contains(article.lowercased())
    else { return candidate }
    return NameCandidate(text: String(name), score: candidate.score, origin: candidate.origin)
  }

  /// What a known part's spellings say behind the article: al-Sisi and Elsisi are Sisi. Nil where the best of them does not
  /// begin with it, as Alexander and Alfred, or Omar Sharif, unless somebody asks for a region's article or a certain one.
  private func withoutArticle(_ part: NamePart, _ rest: NamePart, limit: Int) -> [NameCandidate]? {
    let names = spellings(of: rest, limit: Self.styledCount).map { $0.text.lowercased() }
    // Where more people bear the rest than the whole, the whole is the rest with its article.
    let isRestKnown = count(of: rest) > count(of: part)
    let isAskedFor = settings.article != nil || style(for: part.language) != .press
    func name(in spelling: String) -> String? {
      if isAskedFor, names.contains(spelling.lowercased()) { return spelling }
      let pieces = spelling.split(maxSplits: 1, whereSeparator: { $0 == "-" || $0 == " " })
      if let article = pieces.first, let name = pieces.last, pieces.count == 2 {
        return Self.articles.contains(article.lowercased()) ? String(name) : nil
      }
      guard isRestKnown, ["al", "el"].contains(spelling.prefix(2).lowercased()) else { return nil }
      let name = spelling.dropFirst(2)
      return names.contains(name.lowercased()) ? String(name).capitalizedFirst : nil
    }
    guard let best = unstyled(part), name(in: best.text) != nil else { return nil }
    let stripped = spellings(of: part, limit: limit).compactMap { candidate in
      name(in: candidate.text).map { NameCandidate(text: $0, score: candidate.score, origin: candidate.origin) }
    }
    return NameUnit.best(stripped, limit: limit)
  }

  /// The templates with each of the spellings, the first of both first.
  private func filled(_ templates: [String], with rest: [NameCandidate], limit: Int) -> NameUnit {
    var found: [NameCandidate] = []
    // The shares of the templates are no measured frequencies, but an order.
    var share: Float = templates.count == 1 ? 1 : 0.6
    for template in templates.prefix(limit) {
      for candidate in rest {
        found.append(
          NameCandidate(
            text: NameCompounds.fill(template, with: candidate.text, article: settings.article),
            score: candidate.score * share, origin: candidate.origin))
      }
      share *= 0.4
    }
    return NameUnit(spellings: NameUnit.best(found, limit: limit))
  }

  /// Adds what is known of a word behind the spellings of a unit.
  private func append(_ whole: NamePart, to unit: inout NameUnit, limit: Int) {
    guard limit > 1, count(of: whole) > 0, let last = unit.spellings.first else { return }
    let known = spellings(of: whole, limit: limit).map {
      NameCandidate(text: $0.text, score: min($0.score, last.score) * 0.4, origin: $0.origin)
    }
    unit.spellings = NameUnit.best(unit.spellings + known, limit: limit)
  }
}
