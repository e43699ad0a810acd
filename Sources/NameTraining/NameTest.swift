/// Words whose right spellings are known.
struct NameTest {
  struct Reference {
    /// As answers are compared: small letters without apostrophes, hyphens and accents.
    var folded: String
    /// As the data has it, in small letters.
    var strict: String
    var people: Int
  }

  /// Corpus and direction: google.ar-en.
  let name: String
  let words: [(word: String, references: [Reference])]

  init(_ name: String, _ pairs: [LanguageData.Pair], isFromEnglish: Bool, limit: Int) {
    self.name = name
    var references: [String: [Reference]] = [:]
    for pair in pairs {
      let strict = isFromEnglish ? pair.word : pair.spelling.lowercased()
      references[isFromEnglish ? pair.english : pair.word, default: []].append(
        Reference(folded: isFromEnglish ? pair.word : pair.english, strict: strict, people: pair.count))
    }
    // The order of a hash, so that a part of the words is a sample of them.
    words = references.sorted { (NameFolding.hash($0.key), $0.key) < (NameFolding.hash($1.key), $1.key) }
      .prefix(limit).map { (word: $0.key, references: $0.value) }
  }

  /// An answer of a peer as it is compared.
  static func folded(_ answer: String, language: String) -> String {
    language == "en" ? NameFolding.english(answer) ?? "" : NameFolding.source(answer, language: language)
  }

  /// Writes the words into `folder/name.sources`, one a line.
  func writeSources(into folder: String) throws {
    // Composed, as people write: the model's Hangul is in jamo.
    try NameData.write(
      Array(words.map { NameFolding.composed($0.word) + "\n" }.joined().utf8), to: "\(folder)/\(name).sources")
  }

  /// The peers that have left answers for this test, and their answers by word.
  ///
  /// - Parameters:
  ///   - source: the language of the words.
  ///   - language: the language of the answers.
  func peers(in folder: String, from source: String, to language: String) -> [(
    peer: String, answers: [String: [String]], seconds: Double
  )] {
    let prefix = "\(folder)/\(name)."
    let files = NameData.files(in: folder).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".tsv") }
    return files.map { file in
      var answers: [String: [String]] = [:]
      for line in NameData.lines(file) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        answers[NameFolding.source(cells[0], language: source)] = cells.dropFirst().map {
          Self.folded($0, language: language)
        }
      }
      let record = NameData.lines("\(file.dropLast(4)).json").joined()
      return (String(file.dropFirst(prefix.count).dropLast(4)), answers, Self.number("seconds", in: record))
    }
  }

  /// A number of a flat JSON object.
  private static func number(_ key: String, in json: String) -> Double {
    guard let start = json.firstRange(of: "\"\(key)\":") else { return 0 }
    return Double(json[start.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }) ?? 0
  }
}
