// Names in Arabic.
extension NameTransliterator {
  /// The words as units.
  func arabicUnits(_ words: [NameWord], limit: Int) -> [NameUnit] {
    var units: [NameUnit] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      index += 1
      if word.language?.isArabicScript == true {
        units.append(.fixed(word.text, gap: word.gap))
        continue
      }
      let latin = word.language == .english ? word.part : latinPart(word.part)
      if let next, Self.articles.contains(latin.key), next.gap == "-" || latin.key == "al" && next.gap == " " {
        // al-Sisi; "Al Saud" is the family, آل سعود.
        if next.gap == "-" {
          units.append(withArticle(next.part, gap: word.gap, limit: limit))
          index += 1
        } else {
          units.append(.fixed("آل", gap: word.gap))
        }
      } else if let next, next.followsSpace, latin.key == "abdel" || latin.key == "abdul" || latin.key == "abd" {
        let rest =
          latin.key == "abd"
          ? spellings(of: next.part, limit: limit) : withArticle(next.part, gap: "", limit: limit).spellings
        units.append(
          NameUnit(
            gap: word.gap,
            spellings: rest.map { NameCandidate(text: "عبد " + $0.text, score: $0.score, origin: $0.origin) }))
        index += 1
      } else if let fixed = Self.fixed[latin.key] {
        units.append(.fixed(fixed, gap: word.gap))
      } else {
        units.append(NameUnit(gap: word.gap, spellings: spellings(of: latin, limit: limit)))
      }
    }
    return units
  }

  private static let articles: Set<String> = ["al", "el", "as", "ash", "ad", "ar", "at", "az", "an"]
  private static let fixed = ["bin": "بن", "ibn": "ابن", "bint": "بنت", "abu": "أبو", "umm": "أم"]

  private func withArticle(_ part: NamePart, gap: String, limit: Int) -> NameUnit {
    NameUnit(
      gap: gap,
      spellings: spellings(of: part, limit: limit).map {
        let text = $0.text.unicodeScalars.starts(with: "ال".unicodeScalars) ? $0.text : "ال" + $0.text
        return NameCandidate(text: text, score: $0.score, origin: $0.origin)
      })
  }

  /// A part of another script in Latin letters first.
  private func latinPart(_ part: NamePart) -> NamePart {
    let text = spellings(of: part, limit: 1).first?.text ?? part.text
    return NamePart(text: text, key: key(text), language: .english)
  }
}
