import ArabicNormalization
import UnicodeText

/// Writes the parts of names: those known by heart by the dictionary, all others by the trained model, and what no model knows
/// by rules.
final class PartTransliterator: NamePartWriting {
  /// How sure a spelling by rules alone is.
  static let rulesScore: Float = 0.2

  private let settings: NameTransliteration
  private let rules = NameRules()
  /// By the language of the source; nil where there is no such direction.
  private var words: [NameLanguage: WordTransliterator?] = [:]
  private let keyNormalizer: TextNormalizer

  init(_ settings: NameTransliteration) throws(ICUError) {
    self.settings = settings
    keyNormalizer = try TextNormalizer(.search)
  }

  func candidates(for part: NamePart, limit: Int) -> [NameCandidate] {
    guard limit > 0 else { return [] }
    let known = known(part, limit: limit)
    if !known.isEmpty { return known }
    let modelled = modelled(part, limit: limit)
    if !modelled.isEmpty { return modelled }
    let written =
      part.language == .english
      ? written(rules.written(part.key, by: "english-" + settings.target.rulesName))
      : NameCase.press(rules.english(part.text, part.language))
    return written.isEmpty ? [] : [NameCandidate(text: written, score: Self.rulesScore, origin: .rules)]
  }

  func count(of part: NamePart) -> Int {
    guard let language = part.language else { return 0 }
    return settings.dictionary?.namePartCount(part.key, language: language) ?? 0
  }

  private func known(_ part: NamePart, limit: Int) -> [NameCandidate] {
    guard let dictionary = settings.dictionary, let language = part.language,
      language != .english || settings.target == .arabic
    else { return [] }
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

  private func modelled(_ part: NamePart, limit: Int) -> [NameCandidate] {
    guard let language = part.language, let words = transliterator(of: language) else { return [] }
    let letters = letters(of: part, words.direction.sourceAlphabet)
    return words.spellings(of: letters, limit: limit).map { spelling in
      var text = words.direction.targetAlphabet.text(spelling.letters)
      if language != .english, let signed = settings.model?.signedSpellings.spelling(of: Array(text.utf8)) {
        text = signed
      }
      return NameCandidate(
        text: language == .english ? written(text) : NameCase.press(text),
        score: spelling.probability, origin: .model)
    }
  }

  /// A word in small letters as the target language writes it.
  private func written(_ word: String) -> String { settings.target == .russian ? word.capitalizedFirst : word }

  private func transliterator(of language: NameLanguage) -> WordTransliterator? {
    if let words = words[language] { return words }
    let direction = settings.model?.direction(
      from: language.modelCode, to: language == .english ? settings.target.rawValue : "en")
    let made = direction.map { WordTransliterator($0, effort: settings.effort) }
    words[language] = .some(made)
    return made
  }

  /// The numbers of a word's letters: a letter that the model does not know is folded, and left out where that does not help.
  private func letters(of part: NamePart, _ alphabet: LetterAlphabet) -> [UInt8] {
    var result: [UInt8] = []
    let text = part.language == .english ? part.key : part.text
    for scalar in NameLetters.letters(of: text, language: part.language) {
      if let number = alphabet.number(of: scalar) {
        result.append(number)
      } else {
        for folded in keyNormalizer.normalize(String(scalar)).unicodeScalars {
          if let number = alphabet.number(of: folded) { result.append(number) }
        }
      }
    }
    return result
  }
}
