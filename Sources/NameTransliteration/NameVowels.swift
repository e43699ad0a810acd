import ArabicNormalization
public import UnicodeText

/// Supplies the vowels that the spelling of an Arabic name leaves out.
///
/// The commonest names are known by heart, from Lexicons/names/vowels.tsv. For others the vowels are those of their English
/// spellings, from the dictionary or else the trained model, aligned with the letters by the model. One a task: it owns ICU's
/// transforms and a bounded cache.
public final class NameVowels {
  /// How many spellings of a word have a vote.
  private static let spellingCount = 8
  /// The least mean logarithmic probability of a letter for which an alignment is believed.
  private static let least: Float = -3
  /// What the model's spellings are worth beside those of the dictionary.
  private static let modelWeight: Float = 0.3
  private static let sunLetters = "تثدذرزسشصضطظلن".unicodeScalars

  private let dictionary: NamePartDictionary?
  private let words: WordTransliterator?
  private let alignment: SpellingProbability?
  private let normalizer: TextNormalizer
  private var cache = BoundedCache<String, String?>(generation: 2048)

  /// What supplies vowels from the dictionary and the model of these settings.
  ///
  /// - Throws: `ICUError` where ICU lacks its normalization data.
  public init(_ settings: NameTransliteration) throws(ICUError) {
    dictionary = settings.dictionary
    let direction = settings.model?.direction(
      from: NameLanguage.arabic.rawValue, to: NameTransliteration.Target.english.rawValue)
    words = direction.map { WordTransliterator($0, effort: settings.effort) }
    alignment = direction.map { SpellingProbability(network: $0.forward) }
    normalizer = try TextNormalizer(.search)
  }

  /// The Arabic word with its short vowels and doublings; without the sign for no vowel, and without an ending of case.
  ///
  /// - Returns: nil where nothing can be said: for a word with vowels of its own, with other letters than Arabic ones, of
  ///   one letter or more than 48, or whose spelling is improbable.
  public func vowelled(_ word: String) -> String? {
    let scalars = Array(word.unicodeScalars.prefix(NameSearch.maximumCount + 1))
    guard !scalars.isEmpty, scalars.count <= NameSearch.maximumCount, !scalars.contains(where: Self.isVowel) else {
      return nil
    }
    return cache.value(for: word) { restored(scalars) }
  }

  private func restored(_ scalars: [Unicode.Scalar]) -> String? {
    let letters = scalars.filter { !Self.isMark($0) }
    // What is known by heart cannot keep marks of the word's own.
    let isBare = letters.count == scalars.count
    if isBare, let known = VowelTable.shared[letters] { return known }
    let hasArticle = letters.count > 3 && letters.starts(with: "ال".unicodeScalars)
    let rest = hasArticle ? Array(letters.dropFirst(2)) : letters
    if hasArticle, isBare, let known = VowelTable.shared[rest] { return "ال" + Self.assimilated(known) }
    guard var marks = marks(of: rest, hasArticle: hasArticle) else { return nil }
    if hasArticle {
      if let first = rest.first, Self.sunLetters.contains(first) { marks[0].isDoubled = true }
      marks = [VowelReading.Mark(), VowelReading.Mark()] + marks
    }
    return Self.pointed(scalars, marks)
  }

  /// The word behind the article, which a sun letter makes its own.
  private static func assimilated(_ word: String) -> String {
    guard let first = word.unicodeScalars.first, sunLetters.contains(first) else { return word }
    return "\(first)\u{651}" + String(word.unicodeScalars.dropFirst())
  }

  /// What the spellings of a word without its article say together of its letters.
  private func marks(of letters: [Unicode.Scalar], hasArticle: Bool) -> [VowelReading.Mark]? {
    guard let words, let alignment, letters.count > 1 else { return nil }
    let numbers = letters.compactMap(words.direction.sourceAlphabet.number)
    guard numbers.count == letters.count else { return nil }
    alignment.take(source: numbers)
    var votes = VowelVotes(letters: letters)
    for spelling in spellings(of: letters, numbers, hasArticle: hasArticle, words) {
      let target = spelling.text.compactMap(words.direction.targetAlphabet.number)
      guard target.count == spelling.text.count, let found = alignment.alignment(with: target),
        found.logProbability >= Self.least * Float(letters.count)
      else { continue }
      var rest = spelling.text.map { UInt8(truncatingIfNeeded: $0.value) }[...]
      let chunks = found.counts.map { count in
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
      }
      votes.add(VowelReading(letters: letters, chunks: chunks).marks, weight: spelling.weight)
    }
    return votes.marks
  }

  /// The English spellings of a word, in small letters, by the dictionary and by the model.
  private func spellings(
    of letters: [Unicode.Scalar], _ numbers: [UInt8], hasArticle: Bool, _ words: WordTransliterator
  ) -> [(text: String.UnicodeScalarView, weight: Float)] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    let key = normalizer.normalize(String(text))
    let known = dictionary?.lookup(key, language: .arabic) ?? []
    var result = known.prefix(Self.spellingCount).map {
      (NameLetters.letters(of: $0.text, language: .english), Float($0.weight) / 255)
    }
    if hasArticle {
      // With its article a name is often spelled otherwise: Malki, but al-Maliki.
      for spelling in dictionary?.lookup("ال" + key, language: .arabic).prefix(Self.spellingCount) ?? [] {
        var text = NameLetters.letters(of: spelling.text, language: .english)
        if text.starts(with: "al".unicodeScalars) || text.starts(with: "el".unicodeScalars) { text.removeFirst(2) }
        result.append((text, Float(spelling.weight) / 255))
      }
    }
    let weight = result.isEmpty ? 1 : Self.modelWeight
    for spelling in words.spellings(of: numbers, limit: Self.spellingCount) {
      let text = words.direction.targetAlphabet.text(spelling.letters).unicodeScalars
      result.append((text, weight * spelling.probability))
    }
    return result
  }

  /// The word with its own marks, and those that were found.
  private static func pointed(_ scalars: [Unicode.Scalar], _ marks: [VowelReading.Mark]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    var place = 0
    while place < scalars.count {
      result.append(scalars[place])
      place += 1
      // A mark before all letters.
      guard !isMark(scalars[place - 1]), index < marks.count else { continue }
      let own = scalars[place...].prefix(while: isMark)
      result.append(contentsOf: own)
      place += own.count
      let mark = marks[index]
      index += 1
      if mark.isDoubled, !own.contains("\u{651}") { result.append("\u{651}") }
      switch mark.sound {
      case .a, .e: result.append("\u{64E}")
      case .i: result.append("\u{650}")
      case .u: result.append("\u{64F}")
      case nil: break
      }
    }
    return String(result)
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x650).contains(scalar.value) || scalar.value == 0x652 || scalar.value == 0x670
  }

  /// Marks that may stand behind a letter beside its vowel, and the tatweel.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x640 || scalar.properties.generalCategory == .nonspacingMark
  }
}
