import NameTransliteration

/// Arabic's article ال, which English leaves out or writes apart: a name is known without it.
struct ArabicArticle {
  private static let forms: Set<String> = [
    "al", "el", "as", "ad", "an", "ar", "ash", "at", "az", "es", "ed", "en", "er", "esh", "et", "ez",
  ]

  /// Whether a spelling begins with the article and a hyphen.
  static func isAt(_ spelling: String) -> Bool { rest(of: spelling) != nil }

  /// A spelling without its article and hyphen; nil where it has none.
  static func rest(of spelling: String) -> String? {
    guard let hyphen = spelling.firstIndex(of: "-"), forms.contains(spelling[..<hyphen].lowercased()) else {
      return nil
    }
    let rest = spelling[hyphen...].dropFirst()
    return rest.first?.isLetter == true ? String(rest) : nil
  }

  private let alphabet: LetterAlphabet
  private let english: LetterAlphabet
  private let probability: SpellingProbability

  init(_ direction: NameModel.Direction) {
    alphabet = direction.sourceAlphabet
    english = direction.targetAlphabet
    probability = SpellingProbability(network: direction.forward)
  }

  /// The spelling of what follows the article of a word in ال; nil where its ال is none (Alexander).
  ///
  /// - Parameters:
  ///   - spelling: in small letters, perhaps with signs.
  ///   - isBorneHere: whether mostly those who write ال bear it, and the rest is known as a name of its own.
  func bare(_ word: String, _ spelling: String, isBorneHere: Bool) -> String? {
    guard word.hasPrefix("ال"), word.unicodeScalars.count >= 5 else { return nil }
    if let rest = Self.rest(of: spelling), rest.count >= 3 { return rest }
    guard let plain = NameFolding.english(spelling) else { return nil }
    if let first = plain.first, !"aeiouh".contains(first) {
      let rest = String(String.UnicodeScalarView(word.unicodeScalars.dropFirst(2)))
      return logProbability(rest, plain) > logProbability(word, plain) ? spelling : nil
    }
    // "almalki" would be known in other languages, were it one word (Alfred).
    let hasArticle = plain.hasPrefix("al") || plain.hasPrefix("el")
    return hasArticle && plain.count >= 6 && isBorneHere ? String(plain.dropFirst(2)) : nil
  }

  private func logProbability(_ word: String, _ spelling: String) -> Float {
    probability.take(source: word.unicodeScalars.compactMap { alphabet.number(of: $0) })
    return probability.logProbability(of: spelling.unicodeScalars.compactMap { english.number(of: $0) })
  }
}
