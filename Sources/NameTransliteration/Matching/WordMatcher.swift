import ArabicNormalization
package import UnicodeText

/// Compares single words in any scripts. One a task.
package final class WordMatcher {
  /// What is to be known of a word.
  private struct Reading {
    /// In the numbers of its language's alphabet; empty where no model reads it.
    var letters: [UInt8]
    /// The likeliest English spelling, in small letters a–z.
    var english: [UInt8]
    var skeleton: [UInt8]
  }

  private let settings: NameTransliteration
  private let parts: any NamePartWriting
  private let keyNormalizer: TextNormalizer
  /// nil where there is no such model.
  private var matchers: [NameLanguage: LanguageMatcher?] = [:]
  private var readings = BoundedCache<MatchingWord, Reading>(generation: 1024)

  init(_ settings: NameTransliteration, parts: any NamePartWriting) throws(ICUError) {
    self.settings = settings
    self.parts = parts
    keyNormalizer = try TextNormalizer(.search)
  }

  /// - Throws: `ICUError` where ICU lacks its normalization data.
  package convenience init(_ settings: NameTransliteration) throws(ICUError) {
    try self.init(settings, parts: PartTransliterator(settings))
  }

  /// What speaks for two words, in the letters of the models, of these languages being the same.
  package func evidence(_ a: String, _ first: NameLanguage, _ b: String, _ second: NameLanguage) -> WordEvidence {
    evidence(
      MatchingWord(kind: .name, language: first, forms: [a]), MatchingWord(kind: .name, language: second, forms: [b]))
  }

  /// The probability that two words are the same, in the letters of the models of these languages.
  package func probability(_ a: String, _ first: NameLanguage, _ b: String, _ second: NameLanguage) -> Float {
    FastMath.probability(
      ofLogOdds: logOdds(
        MatchingWord(kind: .name, language: first, forms: [a]), MatchingWord(kind: .name, language: second, forms: [b]))
    )
  }

  /// The logarithm of the odds that two words are the same, by the forms that are closest; infinite for equal words.
  func logOdds(_ a: MatchingWord, _ b: MatchingWord) -> Float {
    var best = -Float.infinity
    for first in a.forms {
      for second in b.forms {
        if a.language == b.language, first == second { return .infinity }
        best = max(
          best,
          logOddsOfForms(
            MatchingWord(kind: a.kind, language: a.language, forms: [first]),
            MatchingWord(kind: b.kind, language: b.language, forms: [second])))
      }
    }
    return best
  }

  private func logOddsOfForms(_ a: MatchingWord, _ b: MatchingWord) -> Float {
    let direct = evidence(a, b).logOdds
    guard direct < MatchCalibration.certain, a.language != .english || b.language != .english else { return direct }
    // Мухаммед is not how anybody writes Mohamed, but Muhammed is.
    let (first, second) = (englishWord(a), englishWord(b))
    guard !first.letters.isEmpty, !second.letters.isEmpty else { return direct }
    let spelled = first == second ? MatchCalibration.sameSpelling : evidence(first, second).logOdds
    return max(direct, spelled + MatchCalibration.spelling)
  }

  private func englishWord(_ word: MatchingWord) -> MatchingWord {
    MatchingWord(kind: word.kind, language: .english, forms: [String(decoding: english(word), as: UTF8.self)])
  }

  /// The likeliest English spelling, in small letters a–z.
  func english(_ word: MatchingWord) -> [UInt8] { reading(word).english }

  private func evidence(_ a: MatchingWord, _ b: MatchingWord) -> WordEvidence {
    let (first, second) = (reading(a), reading(b))
    let spellings = WordDistance.relative(first.english, second.english)
    let isHopeless =
      spellings > Self.hopeless && WordDistance.relative(first.skeleton, second.skeleton) > Self.hopeless
    func direct(_ matcher: LanguageMatcher, _ word: [UInt8], _ english: [UInt8]) -> WordEvidence {
      guard !isHopeless else {
        return WordEvidence(.direct, first: WordEvidence.least, second: WordEvidence.least, spellings: spellings)
      }
      let deficits = matcher.deficits(word, english: english)
      return WordEvidence(.direct, first: deficits.toEnglish, second: deficits.fromEnglish, spellings: spellings)
    }
    guard !first.letters.isEmpty, !second.letters.isEmpty else { return WordEvidence(.letters, spellings: spellings) }
    switch (matcher(a.language), matcher(b.language)) {
    case (let one?, nil): return direct(one, first.letters, second.letters)
    case (nil, let other?): return direct(other, second.letters, first.letters)
    case (let one?, let other?):
      let deficit =
        isHopeless
        ? WordEvidence.least : LanguageMatcher.sharedDeficit(first.letters, of: one, second.letters, of: other)
      return WordEvidence(.byEnglish, first: deficit, spellings: spellings)
    case (nil, nil):
      guard let arabic = matcher(.arabic), let russian = matcher(.russian) else {
        return WordEvidence(.letters, spellings: spellings)
      }
      guard !isHopeless else {
        return WordEvidence(.latin, first: WordEvidence.least, second: WordEvidence.least, spellings: spellings)
      }
      return WordEvidence(
        .latin, first: arabic.sharedDeficit(english: first.letters, second.letters),
        second: russian.sharedDeficit(english: first.letters, second.letters), spellings: spellings)
    }
  }

  /// Where both skeletons and letters differ so much, the models are not asked.
  private static let hopeless: Float = 0.7

  private func matcher(_ language: NameLanguage) -> LanguageMatcher? {
    guard language != .english else { return nil }
    if let matcher = matchers[language] { return matcher }
    let code = language.modelCode
    let made = settings.model?.direction(from: code, to: "en").flatMap {
      LanguageMatcher($0, back: settings.model?.direction(from: "en", to: code))
    }
    matchers[language] = .some(made)
    return made
  }

  private func reading(_ word: MatchingWord) -> Reading {
    readings.value(for: word) {
      let alphabet = word.language == .english ? matcher(.arabic)?.english : matcher(word.language)?.alphabet
      let letters = alphabet.map { alphabet in
        word.letters.unicodeScalars.compactMap { alphabet.number(of: $0) }
      }
      var english = Array(word.letters.utf8)
      if word.language != .english {
        let part = NamePart(
          text: word.letters, key: keyNormalizer.normalize(word.letters), language: word.language)
        let spelling = parts.candidates(for: part, limit: 1).first?.text ?? ""
        english = spelling.utf8.map { $0 | 0x20 }.filter { (0x61...0x7A).contains($0) }
      }
      return Reading(letters: letters ?? [], english: english, skeleton: ConsonantSkeleton.of(english))
    }
  }
}
