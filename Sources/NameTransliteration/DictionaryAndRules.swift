/// The first form of `NamePartWriting`: the dictionary of name parts, and rules for what it lacks.
final class DictionaryAndRules: NamePartWriting {
  /// How sure a spelling by rules alone is.
  static let rulesScore: Float = 0.2

  private let dictionary: NamePartDictionary?
  private let rules = NameRules()

  init(_ dictionary: NamePartDictionary?) { self.dictionary = dictionary }

  func candidates(for part: NamePart, limit: Int) -> [NameCandidate] {
    guard limit > 0 else { return [] }
    var result = known(part, limit: limit)
    guard result.count < limit else { return result }
    let written =
      part.language == .english
      ? rules.arabic(part.key) : Self.capitalized(rules.english(part.text, part.language))
    if !written.isEmpty, !result.contains(where: { $0.text == written }) {
      // Beside known spellings the rules' own is only another possibility.
      result.append(NameCandidate(text: written, score: Self.rulesScore / (result.isEmpty ? 1 : 20), origin: .rules))
    }
    return result
  }

  func count(of part: NamePart) -> Int {
    guard let language = part.language else { return 0 }
    return dictionary?.namePartCount(part.key, language: language) ?? 0
  }

  private func known(_ part: NamePart, limit: Int) -> [NameCandidate] {
    guard let dictionary, let language = part.language else { return [] }
    for language in language.sections {
      let spellings = dictionary.lookup(part.key, language: language)
      if !spellings.isEmpty {
        return spellings.prefix(limit).map {
          NameCandidate(text: $0.text, score: Float($0.weight) / 255, origin: .lexicon)
        }
      }
    }
    return []
  }

  /// The word with its first letter large.
  static func capitalized(_ word: String) -> String {
    let first = word.drop { !$0.isLetter }
    guard let letter = first.first else { return word }
    return word.prefix(word.count - first.count) + letter.uppercased() + first.dropFirst()
  }
}
