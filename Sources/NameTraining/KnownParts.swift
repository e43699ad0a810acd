import ArabicNormalization
import NameTransliteration

/// The parts of one language's names, gathered from the data and from public people.
struct KnownParts {
  private(set) var parts: [String: KnownPart] = [:]
  private let normalizer: TextNormalizer
  private let heldOut: Set<String>

  /// - Parameter heldOut: keys of parts to be left out, to measure honestly.
  init(normalizer: TextNormalizer, heldOut: Set<String>) {
    self.normalizer = normalizer
    self.heldOut = heldOut
  }

  /// In an order that is always the same.
  var sorted: [KnownPart] { parts.keys.sorted().compactMap { parts[$0] } }

  private mutating func add(
    _ key: String, _ word: String, _ letters: String, form: String, count: Float = 0, publicCount: Float = 0
  ) {
    // Names are cut at their hyphens.
    guard !key.isEmpty, !key.contains("-"), !word.isEmpty, !letters.isEmpty, key.unicodeScalars.count <= 40 else {
      return
    }
    parts[key, default: KnownPart(key: key)].add(word, letters, form: form, count: count, publicCount: publicCount)
  }

  // MARK: Into English

  mutating func add(_ pairs: [LanguageData.Pair]) {
    for pair in pairs {
      let key = normalizer.normalize(pair.source)
      guard !heldOut.contains(key) else { continue }
      add(key, pair.word, pair.english, form: NameFolding.spelling(pair.spelling), count: Float(pair.count))
    }
  }

  mutating func add(_ people: [PublicPeople.Word], language: String) {
    for word in people {
      let key = normalizer.normalize(word.source)
      guard !heldOut.contains(key), let letters = NameFolding.english(word.spelling) else { continue }
      let source = NameFolding.source(word.source, language: language)
      add(key, source, letters, form: word.spelling.lowercased(), publicCount: word.weight)
    }
  }

  /// Makes the rest of names in ال evidence for the name without it.
  ///
  /// - Parameter elsewhere: how many people of other languages bear a spelling.
  mutating func splitArticles(_ article: ArabicArticle, elsewhere: (String) -> Float) {
    let known = Set(parts.keys)
    for key in known.sorted() where key.hasPrefix("ال") {
      guard var part = parts[key] else { continue }
      let word = part.word
      let rest = String(String.UnicodeScalarView(key.unicodeScalars.dropFirst(2)))
      let restWord = String(String.UnicodeScalarView(word.unicodeScalars.dropFirst(2)))
      // What public people are called by the whole word, with "al-" or without (Ghannouchi): the model judges the rest.
      var called = KnownPart(key: key)
      var people: Float = 0
      for (letters, spelling) in part.spellings.sorted(by: { $0.key < $1.key }) {
        let isBorneHere = known.contains(rest) && elsewhere(letters) <= spelling.count
        guard let form = spelling.form, let bare = article.bare(word, form, isBorneHere: isBorneHere),
          let bareLetters = NameFolding.english(bare)
        else { continue }
        add(rest, restWord, bareLetters, form: bare, count: spelling.count, publicCount: spelling.publicCount)
        part.remove(letters)
        people += spelling.count
        if spelling.publicCount > 0 {
          called.add(restWord, bareLetters, form: form, publicCount: spelling.publicCount)
        }
      }
      // Where most people's ال is an article, what little is left is noise: the name is looked up without it.
      let left = part.people
      if called.people > 0, called.people + people >= left {
        parts[key] = called
      } else {
        parts[key] = left > people ? part : nil
      }
    }
  }

  // MARK: From English

  mutating func addReversed(_ pairs: [LanguageData.Pair]) {
    for pair in pairs where !heldOut.contains(normalizer.normalize(pair.source)) {
      let key = normalizer.normalize(NameFolding.spelling(pair.spelling))
      add(key, pair.english, pair.word, form: pair.word, count: Float(pair.count))
    }
  }

  mutating func addReversed(_ people: [PublicPeople.Word], language: String) {
    for word in people where !heldOut.contains(normalizer.normalize(word.source)) {
      let source = NameFolding.source(word.source, language: language)
      var spellings = [(word.spelling, source)]
      if let rest = ArabicArticle.rest(of: word.spelling), source.hasPrefix("ال") {
        spellings.append((rest, String(String.UnicodeScalarView(source.unicodeScalars.dropFirst(2)))))
      }
      for (spelling, source) in spellings {
        guard let english = NameFolding.english(spelling) else { continue }
        add(normalizer.normalize(spelling), english, source, form: source, publicCount: word.weight)
      }
    }
  }
}
