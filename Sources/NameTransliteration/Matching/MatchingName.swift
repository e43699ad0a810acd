import ArabicNormalization
import UnicodeText

/// Cuts names into the words that are compared: without articles, compounds as one word. One a task.
final class MatchingName {
  /// Longer names are cut; people have fewer words, and a word fewer letters.
  static let maximumScalars = 512
  static let maximumWords = 10
  static let maximumLetters = NameSearch.maximumCount

  private let nameNormalizer: TextNormalizer
  private let keyNormalizer: TextNormalizer
  private let parts: any NamePartWriting

  /// `parts` writes in English what no model reads.
  init(parts: any NamePartWriting) throws(ICUError) {
    self.parts = parts
    nameNormalizer = try TextNormalizer(.name)
    keyNormalizer = try TextNormalizer(.search)
  }

  func words(of name: String) -> [MatchingWord] {
    let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.maximumScalars)))
    // What is joined but not connected is one word: خامنه‌ای.
    let text = String(
      String.UnicodeScalarView(nameNormalizer.normalize(start).unicodeScalars.filter { $0 != "\u{200C}" }))
    let language = NameLanguage.guessed(from: text.unicodeScalars)
    let words = NameWords(text, language: language, key: keyNormalizer.normalize).words
    var result: [MatchingWord] = []
    var index = 0
    while index < words.count, result.count < Self.maximumWords {
      let used = append(words[index...], to: &result)
      index += max(1, used)
    }
    return result
  }

  /// Appends what the first words say together.
  private func append(_ words: ArraySlice<NameWord>, to result: inout [MatchingWord]) -> Int {
    guard let word = words.first else { return 0 }
    let (language, letters) = read(word.part)
    guard !letters.isEmpty else { return 1 }
    let rest = words.dropFirst()
    if Self.servants.contains(letters), let next = rest.first, next.gap == " " || next.gap == "-" {
      // عبد الرحمن, Abdel Rahman, Abd al-Rahman: as one word.
      var whole = letters + read(next.part).letters
      var used = 2
      if Self.articles.contains(read(next.part).letters), let last = rest.dropFirst().first {
        whole += read(last.part).letters
        used = 3
      }
      result.append(made(.name, language, [whole]))
      return used
    }
    if let next = rest.first, Self.articles.contains(letters), next.gap == "-" || Self.loose.contains(letters) {
      let (language, noun) = read(next.part)
      guard !noun.isEmpty else { return 1 }
      result.append(made(.name, language, [noun, letters + noun]))
      return 2
    }
    if letters.unicodeScalars.count == 1, language != .korean, language != .japanese {
      result.append(made(.initial, language, [letters]))
    } else if Self.particles.contains(letters), !result.isEmpty, !rest.isEmpty {
      result.append(made(.particle, language, [letters]))
    } else if language == .arabic, letters.unicodeScalars.count >= 5,
      letters.unicodeScalars.starts(with: "ال".unicodeScalars)
    {
      result.append(
        made(.name, language, [String(String.UnicodeScalarView(letters.unicodeScalars.dropFirst(2))), letters]))
    } else {
      result.append(made(.name, language, [letters]))
    }
    return 1
  }

  private func made(_ kind: MatchingWord.Kind, _ language: NameLanguage, _ forms: [String]) -> MatchingWord {
    MatchingWord(
      kind: kind, language: language,
      forms: forms.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(Self.maximumLetters))) })
  }

  /// A word in the letters of the model that reads its language.
  private func read(_ part: NamePart) -> (language: NameLanguage, letters: String) {
    switch part.language {
    case .english:
      return (.english, String(NameLetters.letters(of: part.key, language: .english)))
    case .arabic, .persian, .urdu:
      if part.key == "دبليو" { return (.english, "w") }
      return (.arabic, String(NameLetters.letters(of: part.text, language: .arabic)))
    case .ukrainian:
      let letters = NameLetters.letters(of: part.text, language: .ukrainian).map { Self.ukrainian[$0] ?? $0 }
      return (.russian, String(String.UnicodeScalarView(letters)))
    case .russian, .hebrew, .korean, .japanese:
      return (part.language ?? .russian, String(NameLetters.letters(of: part.text, language: part.language)))
    case nil:
      let spelling = parts.candidates(for: part, limit: 1).first?.text ?? ""
      return (.english, String(NameLetters.letters(of: keyNormalizer.normalize(spelling), language: .english)))
    }
  }

  /// The Russian letters that sound as the Ukrainian ones do.
  private static let ukrainian: [Unicode.Scalar: Unicode.Scalar] = ["і": "и", "ї": "и", "є": "е", "ґ": "г"]

  /// Before one of the names of God.
  private static let servants: Set<String> = [
    "عبد", "abd", "abdel", "abdul", "abdal", "abdol", "абд", "абдель", "абдул", "абдуль", "абдо", "עבד",
  ]
  private static let articles: Set<String> = [
    "al", "el", "as", "ash", "ad", "ar", "at", "az", "an", "ul", "аль", "эль", "ас", "аш", "ад", "ар", "ат", "аз", "ан",
    "ال", "אל",
  ]
  /// Those that need no hyphen.
  private static let loose: Set<String> = ["al", "el", "аль", "эль", "ال"]
  private static let particles: Set<String> = [
    "bin", "ibn", "ben", "bint", "ould", "von", "van", "der", "den", "de", "da", "do", "dos", "du", "di", "del",
    "della",
    "la", "le", "ter", "ten", "of", "y", "e", "zu", "af", "av",
    "بن", "ابن", "بنت", "ولد", "فون", "فان", "دير", "دي", "دا", "دو", "دوس", "ديل", "ديلا", "لا", "لو", "تن", "تير",
    "دن",
    "бин", "ибн", "бен", "фон", "ван", "дер", "де", "ди", "да", "дю", "дос", "дель", "делла", "ла", "ле", "тен", "тер",
    "בן", "אבן", "פון", "ואן", "דה", "דר", "די", "לה",
  ]
}
