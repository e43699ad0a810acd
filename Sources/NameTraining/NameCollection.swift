import NameTransliteration

/// All languages' pairs.
struct NameCollection {
  private(set) var data: [String: LanguageData] = [:]

  init(folder: String) {
    for language in LanguageData.files.keys.sorted() { data[language] = LanguageData(language, folder: folder) }
  }

  /// What is learnt of a language.
  ///
  /// Where it is not shipped but measured, the language's own English side helps nobody: each English word stands in it but once, so
  /// a held-out name would be missing from it, and a name that is there could never be the answer.
  func plan(
    _ language: String, isShipped: Bool, excluding isExcluded: (LanguageData.Pair) -> Bool
  ) -> DirectionTraining.Plan {
    var pairs = (data[language]?.pairs ?? []).filter { !isExcluded($0) }
    if isShipped { pairs += data[language]?.googleTest ?? [] }
    var english: [String: Float] = [:]
    for (other, data) in data where isShipped || other != language {
      for pair in data.pairs { english[pair.english, default: 0] += Float(pair.count) }
    }
    var own: [String: Float] = [:]
    for pair in pairs { own[pair.word, default: 0] += Float(pair.count) }
    return DirectionTraining.Plan(
      language: language, pairs: pairs, englishNames: english, ownNames: own, isToEnglish: true,
      isFromEnglish: LanguageData.reversed.contains(language))
  }

  /// The English names that are mostly written with an apostrophe or a hyphen, by their letters.
  func signedSpellings() -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for data in data.values {
      for pair in data.pairs + data.googleTest {
        let spelling = NameFolding.spelling(pair.spelling)
        counts[pair.english, default: [:]][spelling, default: 0] += pair.count
      }
    }
    var result: [String: String] = [:]
    for (english, spellings) in counts {
      guard let best = spellings.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.key != english, NameFolding.english(best.key) == english
      else { continue }
      result[english] = best.key
    }
    return result
  }

  /// The pairs whose words in the source language fall into a part.
  func pairs(
    from source: String, to target: String, part: Int, where isWanted: (LanguageData.Pair) -> Bool = { _ in true }
  ) -> [LanguageData.Pair] {
    (data[source == "en" ? target : source]?.pairs ?? []).filter {
      LanguageData.part(source == "en" ? $0.english : $0.wordKey) == part && isWanted($0)
    }
  }

  /// The right answers to the words of one part.
  func references(
    from source: String, to target: String, part: Int, where isWanted: (LanguageData.Pair) -> Bool = { _ in true }
  ) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for pair in pairs(from: source, to: target, part: part, where: isWanted) {
      result[source == "en" ? pair.english : pair.word, default: []].append(source == "en" ? pair.word : pair.english)
    }
    return result
  }
}
