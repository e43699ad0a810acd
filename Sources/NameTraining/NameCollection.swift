import NameTransliteration

/// All languages' pairs.
struct NameCollection {
  private(set) var data: [String: LanguageData] = [:]

  /// English words of the lexicon's names, each for one entity.
  private let lexiconWords: [String: [String: Float]]

  /// - Parameter entities: the folder of the lexicon's tables; only their English names are read.
  init(folder: String, entities: String? = nil) {
    lexiconWords = entities.map { Self.words(ofTables: $0) } ?? [:]
    for language in LanguageData.files.keys.sorted() { data[language] = LanguageData(language, folder: folder) }
  }

  /// How many people an entity of the lexicon counts for: news are full of it.
  private static let entityWeight: Float = 2

  /// The words of the lexicon's names, by language.
  private static func words(ofTables folder: String) -> [String: [String: Float]] {
    var words: [String: [String: Float]] = [:]
    for path in NameData.files(in: folder) where path.hasSuffix(".tsv") {
      var columns: [(language: String, index: Int)] = []
      for line in NameData.lines(path) where !line.hasPrefix("#") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard !columns.isEmpty else {
          columns = (["en"] + LanguageData.reversed).compactMap { language in
            cells.firstIndex { $0 == language }.map { (language, $0) }
          }
          continue
        }
        for (language, index) in columns where index < cells.count {
          let entity = cells[index].split { " |~-".contains($0) }.compactMap { word in
            language != "en" || word.first?.isUppercase == true
              ? NameTest.folded(String(word), language: language) : nil
          }
          for word in Set(entity) where word.count > 2 {
            words[language, default: [:]][word, default: 0] += entityWeight
          }
        }
      }
    }
    return words
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
    for (word, count) in lexiconWords["en"] ?? [:] { english[word, default: 0] += count }
    var own: [String: Float] = [:]
    for pair in pairs { own[pair.word, default: 0] += Float(pair.count) }
    for (word, count) in lexiconWords[language] ?? [:] { own[word, default: 0] += count }
    // Russian has most names; those of one person would take more room than they are worth.
    if language == "ru" { own = own.filter { $0.value > 1 } }
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
