import ArabicNormalization
import NameTransliteration

/// Makes the dictionary of name parts: what the data and public people say, ranked together with the model.
struct DictionaryTraining {
  /// A part and its candidates, best first.
  struct Known {
    var part: KnownPart
    var ranked: [KnownPartRanking.Ranked]

    /// The spellings that are worth their bytes: the best, and others that somebody bears.
    var kept: [KnownPartRanking.Ranked] {
      ranked.prefix(spellingLimit).enumerated().filter { $0.offset == 0 || isWorthwhile($0.element) }.map(\.element)
    }

    private func isWorthwhile(_ ranked: KnownPartRanking.Ranked) -> Bool {
      ranked.candidate.count + ranked.candidate.publicCount > 0 && ranked.probability >= leastShare
    }
  }

  /// What of a language's data is worth its bytes: the fewest people for a part whose spelling nobody else bears, and for one
  /// that people of other languages bear.
  private static let fewest: [String: (alone: Float, elsewhere: Float)] = [
    "ru": (2, 2), "he": (2, 1), "ko": (3, 2), "ja": (4, 3),
  ]
  /// How many people bear a part at least that is kept though the model answers the same. In Arabic all are: the recognizer asks
  /// how many people bear a word.
  private static let common: [String: Float] = ["en": 20, "ru": 20, "he": 20, "ko": 1000, "ja": 1000]
  /// A spelling below this share is not kept, except the best.
  private static let leastShare: Float = 0.03
  private static let spellingLimit = 3

  let collection: NameCollection
  let people: PublicPeople
  let model: NameModel
  let normalizer: TextNormalizer
  let heldOut: Set<String>
  /// How many people bear a spelling, in all languages and in each.
  private let attested: [String: Float]
  private let own: [String: [String: Float]]
  /// Spellings as public people bear them, by the same in small letters.
  private let capitals: [String: String]

  init(_ collection: NameCollection, _ people: PublicPeople, _ model: NameModel, heldOut: Set<String>) throws {
    self.collection = collection
    self.people = people
    self.model = model
    self.heldOut = heldOut
    normalizer = try TextNormalizer(.search)
    var own: [String: [String: Float]] = [:]
    var attested: [String: Float] = [:]
    for (language, data) in collection.data {
      for pair in data.pairs + data.googleTest {
        own[language, default: [:]][pair.english, default: 0] += Float(pair.count)
        attested[pair.english, default: 0] += Float(pair.count)
      }
    }
    self.own = own
    self.attested = attested
    var written: [String: [String: Float]] = [:]
    for words in people.words.values {
      for word in words { written[word.spelling.lowercased(), default: [:]][word.spelling, default: 0] += word.weight }
    }
    capitals = written.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// How many people of other languages bear a spelling.
  private func elsewhere(_ letters: String, _ language: String) -> Float {
    (attested[letters] ?? 0) - (own[language]?[letters] ?? 0)
  }

  // MARK: Parts

  /// The parts of a language; those of `fa` and `uk` are public people's alone.
  func parts(_ language: String, _ direction: NameModel.Direction, splitsArticles: Bool = true) -> KnownParts {
    var parts = KnownParts(normalizer: normalizer, heldOut: heldOut)
    if let data = collection.data[language] { parts.add(data.pairs + data.googleTest) }
    parts.add(people.words[language] ?? [], language: language)
    if language == "ar" || language == "fa", splitsArticles {
      parts.splitArticles(ArabicArticle(direction)) { elsewhere($0, language) }
    }
    return parts
  }

  /// English parts and their Arabic spellings.
  func reversedParts() -> KnownParts {
    var parts = KnownParts(normalizer: normalizer, heldOut: heldOut)
    if let data = collection.data["ar"] { parts.addReversed(data.pairs + data.googleTest) }
    parts.addReversed(people.words["ar"] ?? [], language: "ar")
    return parts
  }

  // MARK: Entries

  /// What is known of a language's parts.
  func known(_ parts: [KnownPart], _ language: String, _ direction: NameModel.Direction, _ ranking: KnownPartRanking)
    -> [Known]
  {
    let parts = parts.filter { part in
      part.spellings.contains { isWorthwhile($0.value, $0.key, language) }
    }
    return zip(parts, KnownPartRanking.candidates(of: parts, direction)).compactMap { part, candidates in
      let ranked = ranking.ranked(candidates)
      guard let best = ranked.first?.candidate.letters else { return nil }
      let kept = ranked.compactMap { part.spellings[$0.candidate.letters] }
      // What is left when other people's names are gone.
      guard kept.contains(where: { isWorthwhile($0, best, language) }) else { return nil }
      // What the model answers by itself needs no entry; but of names in other languages, it must be known that they are such.
      // What the model answers by itself needs an entry only where it must be known how many bear the name.
      if part.people < Self.common[language] ?? 0, !part.isPublic, ranked[0].candidate.isModelsAnswer { return nil }
      return Known(part: part, ranked: ranked)
    }
  }

  private func isWorthwhile(_ spelling: KnownPart.Spelling, _ letters: String, _ language: String) -> Bool {
    guard spelling.publicCount == 0, let fewest = Self.fewest[language] else { return true }
    return spelling.count >= (elsewhere(letters, language) > 0 ? fewest.elsewhere : fewest.alone)
  }

  /// The entries of a section; into English with capitals.
  func entries(_ known: [Known], isEnglish: Bool) -> [NamePartImage.Entry] {
    known.map { known in
      NamePartImage.Entry(
        key: known.part.key, people: known.part.people,
        spellings: known.kept.map { ranked in
          let letters = ranked.candidate.letters
          return (
            isEnglish ? written(letters, known.part) : letters,
            UInt8(max(1, min(255, (255 * ranked.probability).rounded())))
          )
        })
    }
  }

  /// A spelling with its apostrophes, hyphens and capitals.
  private func written(_ letters: String, _ part: KnownPart) -> String {
    let form =
      part.spellings[letters]?.form ?? model.signedSpellings.spelling(of: Array(letters.utf8)) ?? letters
    return capitals[form] ?? NameCase.press(form)
  }

  // MARK: Measuring

  struct Test {
    var part: KnownPart
    var right: Set<String>
  }

  /// The parts of a list of pairs and their right spellings, without what the list itself says of them.
  func tests(_ list: [LanguageData.Pair], of parts: KnownParts, isReversed: Bool) -> [Test] {
    var tests: [String: Test] = [:]
    for pair in list {
      let key = normalizer.normalize(isReversed ? NameFolding.spelling(pair.spelling) : pair.source)
      let answer = isReversed ? pair.word : pair.english
      guard var test = tests[key] ?? parts.parts[key].map({ Test(part: $0, right: []) }) else { continue }
      test.part.forget(answer, count: Float(pair.count))
      test.right.insert(answer)
      tests[key] = test
    }
    return tests.keys.sorted().compactMap { tests[$0] }
  }

  /// The words of each public person's name, and how they are usually written.
  func tests(ofPeopleIn language: String, _ parts: KnownParts, isReversed: Bool) -> [Test] {
    (people.words[language] ?? []).filter { $0.weight == 1 }.compactMap { word in
      let source = NameFolding.source(word.source, language: language)
      guard let english = NameFolding.english(word.spelling),
        let part = parts.parts[normalizer.normalize(isReversed ? word.spelling : word.source)]
      else { return nil }
      return Test(part: part, right: [isReversed ? source : english])
    }
  }
}
