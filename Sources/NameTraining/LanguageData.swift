import Glibc

/// The pairs of one language with English.
struct LanguageData {
  struct Pair {
    /// As the data has it.
    var source: String
    /// In the model's letters.
    var word: String
    var english: String
    /// As the data has it, with apostrophes and hyphens.
    var spelling: String
    var wordKey: String
    var count: Int
  }

  static let files = [
    "ar": "wikidata-arabic", "ru": "wikidata-russian", "he": "wikidata-hebrew", "ko": "wikidata-korean",
    "ja": "wikidata-katakana", "zh": "wikidata-chinese",
  ]
  /// What is trained; Chinese gives only English spellings that are attested.
  static let trained = ["ar", "ru", "he", "ko", "ja"]
  /// What English names are written in.
  static let reversed = ["ar", "ru", "he"]

  let language: String
  /// Without Google's test.
  let pairs: [Pair]
  let googleTest: [Pair]

  init(_ language: String, folder: String) {
    self.language = language
    func pairs(_ name: String, count: Int? = nil) -> [Pair] {
      Self.pairs("\(folder)/\(name).tsv", language: language, count: count)
    }
    var found: [Pair] = []
    for part in ["train", "dev", "test"] { found += pairs("\(Self.files[language] ?? "")." + part) }
    if language == "ar" {
      // Google's list counts nothing, but was cleaned: its pairs are worth three people.
      found += pairs("google.train", count: 3) + pairs("google.eval", count: 3)
      googleTest = pairs("google.test", count: 3)
    } else {
      googleTest = []
    }
    self.pairs = found
  }

  /// The pairs of a file that have letters; `count` stands for counts that say nothing.
  static func pairs(_ path: String, language: String, count: Int? = nil) -> [Pair] {
    NameData.pairs(path).compactMap { pair in
      guard let english = NameFolding.english(pair.target), english.count <= 32 else { return nil }
      let word = NameFolding.source(pair.source, language: language)
      guard !word.isEmpty, word.unicodeScalars.count <= 32 else { return nil }
      return Pair(
        source: pair.source, word: word, english: english, spelling: pair.target,
        wordKey: NameFolding.key(pair.source), count: count ?? pair.count)
    }
  }

  /// In which of ten parts a key falls: 0 is held out for tests, 1 for the training of the rankings.
  static func part(_ key: String) -> Int { Int(NameFolding.hash(key) % 10) }
}
