/// How likely words of one language and English spellings are each other's. One a task.
final class LanguageMatcher {
  /// Spellings of a word, with the logarithms of their probabilities.
  struct Spellings {
    var list: [(letters: [UInt8], score: Float)]
    var best: Float
  }

  /// How many spellings of a word another word is tried with.
  private static let spellingCount = 6

  let alphabet: LetterAlphabet
  let english: LetterAlphabet
  private let toEnglish: SpellingProbability
  private let fromEnglish: SpellingProbability
  private let englishSearch: NameSearch
  private let ownSearch: NameSearch
  private var englishSpellings = BoundedCache<[UInt8], Spellings>(generation: 1024)
  private var ownSpellings = BoundedCache<[UInt8], Spellings>(generation: 1024)

  /// nil where the direction lacks a network for the way back.
  init?(_ direction: NameModel.Direction, back: NameModel.Direction?) {
    guard let channel = direction.channel else { return nil }
    alphabet = direction.sourceAlphabet
    english = direction.targetAlphabet
    toEnglish = SpellingProbability(network: direction.forward)
    fromEnglish = SpellingProbability(network: channel)
    englishSearch = NameSearch(network: direction.forward, trie: direction.trie, settings: Self.settings(attested: 12))
    // Without names of the language itself there is only the free beam; the other one cannot be empty.
    ownSearch = NameSearch(
      network: channel, trie: back?.trie ?? direction.trie, settings: Self.settings(attested: back == nil ? 1 : 8))
  }

  private static func settings(attested: Int) -> NameSearch.Settings {
    NameSearch.Settings(attestedBeam: attested, freeBeam: 6, frequencyWeight: 0.5, optionMargin: 6)
  }

  /// How far below the likeliest spelling `english` is for `word`, and the other way round.
  func deficits(_ word: [UInt8], english: [UInt8]) -> (toEnglish: Float, fromEnglish: Float) {
    toEnglish.take(source: word)
    fromEnglish.take(source: english)
    return (
      toEnglish.logProbability(of: english) - englishSpellings(of: word).best,
      fromEnglish.logProbability(of: word) - ownSpellings(of: english).best
    )
  }

  /// How far below their likeliest spellings two English words are together, if they are both to be the same word of this
  /// language.
  func sharedDeficit(english a: [UInt8], _ b: [UInt8]) -> Float {
    let (first, second) = (ownSpellings(of: a), ownSpellings(of: b))
    fromEnglish.take(source: b)
    var best = least(first, second) { fromEnglish.logProbability(of: $0) }
    fromEnglish.take(source: a)
    best = max(best, least(second, first) { fromEnglish.logProbability(of: $0) })
    return best
  }

  /// The same for words of two languages that are both to have the same English spelling.
  static func sharedDeficit(_ a: [UInt8], of one: LanguageMatcher, _ b: [UInt8], of other: LanguageMatcher) -> Float {
    let (first, second) = (one.englishSpellings(of: a), other.englishSpellings(of: b))
    other.toEnglish.take(source: b)
    let best = other.least(first, second) { other.toEnglish.logProbability(of: $0) }
    one.toEnglish.take(source: a)
    return max(best, one.least(second, first) { one.toEnglish.logProbability(of: $0) })
  }

  private func least(_ first: Spellings, _ second: Spellings, _ logProbability: ([UInt8]) -> Float) -> Float {
    var best = -Float.infinity
    for spelling in first.list {
      best = max(best, spelling.score - first.best + min(0, logProbability(spelling.letters) - second.best))
    }
    return best
  }

  private func englishSpellings(of word: [UInt8]) -> Spellings {
    englishSpellings.value(for: word) { Self.spellings(englishSearch.search(word)) }
  }

  private func ownSpellings(of english: [UInt8]) -> Spellings {
    ownSpellings.value(for: english) { Self.spellings(ownSearch.search(english)) }
  }

  private static func spellings(_ found: [NameSearch.Found]) -> Spellings {
    let sorted = found.sorted { $1.score < $0.score }.prefix(spellingCount)
    return Spellings(list: sorted.map { ($0.letters, $0.score) }, best: sorted.first?.score ?? 0)
  }
}
