import ArabicNormalization
import ArgumentParser
import NameTransliteration

extension NameTrainingTool {
  struct MakeDictionary: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dictionary", abstract: "Makes the dictionary of name parts, and measures it on google.test.")
    @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
    @Option(help: "The image of the trained models.") var model: String
    @Option(help: "The folder of people-*.tsv.") var entities: String
    @Option(name: .shortAndLong, help: "Where the image goes; without it, nothing is written.") var output: String?
    @Option(help: "Leaves out every pair whose source stands in this file, to measure honestly.") var heldOut: String?
    @Option(help: "Shows the candidates of these parts, with a comma between them.") var show: String?

    /// The languages into English, and whose model writes them.
    private static let languages = [
      ("ar", "ar"), ("ru", "ru"), ("he", "he"), ("ko", "ko"), ("ja", "ja"), ("fa", "ar"), ("uk", "ru"),
    ]

    func run() throws {
      let clock = ContinuousClock()
      let start = clock.now
      let model = try NameModel(bytes: NameData.bytes(model))
      let normalizer = try TextNormalizer(.search)
      let training = try DictionaryTraining(
        NameCollection(folder: data), PublicPeople(folder: entities), model,
        heldOut: Set(heldOut.map { NameData.pairs($0).map { normalizer.normalize($0.source) } } ?? []))
      NameTrainingTool.log("read after \(clock.now - start)")
      guard let toEnglish = model.direction(from: "ar", to: "en"), let toArabic = model.direction(from: "en", to: "ar")
      else { throw NamePartImage.Failure(description: "the models lack Arabic") }
      let whole = training.parts("ar", toEnglish, splitsArticles: false)
      let ranking = fitted(training, whole, toEnglish, isReversed: false)
      let reversed = training.reversedParts()
      let reversedRanking = fitted(training, reversed, toArabic, isReversed: true)

      var image = NamePartImage()
      for (language, modelled) in Self.languages {
        guard let direction = model.direction(from: modelled, to: "en") else { continue }
        let parts = training.parts(language, direction)
        var ownRanking = ranking
        if language != "ar" {
          ownRanking = ranking.fitted(
            people: examples(training.tests(ofPeopleIn: language, parts, isReversed: false), direction))
        }
        let known = training.known(parts.sorted, language, direction, ownRanking)
        print(language, known.count, "keys, weight of public people", ownRanking.publicWeight)
        show(known)
        if language == "ar" { try measure(known, direction, normalizer) }
        try image.add(language, training.entries(known, isEnglish: true))
        NameTrainingTool.log("\(language) after \(clock.now - start)")
      }
      let known = training.known(reversed.sorted, "en", toArabic, reversedRanking)
      print("en", known.count, "keys")
      show(known)
      try image.add("en", training.entries(known, isEnglish: false), isArabicPage: true)
      let bytes = image.bytes()
      let dictionary = try NamePartDictionary(bytes: bytes)
      if let output { try NameData.write(bytes, to: output) }
      print("\(bytes.count) bytes, checksum \(dictionary.checksum)")
      NameTrainingTool.log("done after \(clock.now - start)")
    }

    /// The ranking that foresees google.eval and public people best, and how well it foresees google.test.
    private func fitted(
      _ training: DictionaryTraining, _ parts: KnownParts, _ direction: NameModel.Direction, isReversed: Bool
    ) -> KnownPartRanking {
      func google(_ name: String) -> [KnownPartRanking.Example] {
        let pairs = LanguageData.pairs("\(data)/\(name).tsv", language: "ar", count: 3)
        return examples(training.tests(pairs, of: parts, isReversed: isReversed), direction)
      }
      let people = examples(training.tests(ofPeopleIn: "ar", parts, isReversed: isReversed), direction)
      let ranking = KnownPartRanking(fitting: google("google.eval"), people: people)
      print(
        "\(direction.source)-\(direction.target): weights of people \(ranking.peopleWeight),",
        "public people \(ranking.publicWeight), any \(ranking.knownWeight)")
      for (name, examples) in [
        ("google.test, its own pairs not counted", google("google.test")), ("public people", people),
      ] {
        var scores = Scores()
        for example in examples {
          scores.add(ranking.ranked(example.candidates).map(\.candidate.letters), example.right)
        }
        print("  \(name): \(scores)")
      }
      return ranking
    }

    private func examples(
      _ tests: [DictionaryTraining.Test], _ direction: NameModel.Direction
    ) -> [KnownPartRanking.Example] {
      zip(tests, KnownPartRanking.candidates(of: tests.map(\.part), direction)).map {
        KnownPartRanking.Example(candidates: $1, right: $0.right)
      }
    }

    /// How right the dictionary is on google.test, alone and with the model behind it.
    private func measure(
      _ known: [DictionaryTraining.Known], _ direction: NameModel.Direction, _ normalizer: TextNormalizer
    ) throws {
      let answers = Dictionary(known.map { ($0.part.key, $0.kept) }) { first, _ in first }
      var right: [String: Set<String>] = [:]
      var words: [String: String] = [:]
      for pair in LanguageData.pairs("\(data)/google.test.tsv", language: "ar", count: 3) {
        let key = normalizer.normalize(pair.source)
        right[key, default: []].insert(pair.english)
        words[key] = words[key] ?? pair.word
      }
      let transliterator = WordTransliterator(direction, effort: .fast)
      var knownScores = Scores(), allScores = Scores()
      for key in right.keys.sorted() {
        let expected = right[key] ?? []
        if let ranked = answers[key] {
          knownScores.add(ranked.map(\.candidate.letters), expected)
          allScores.add(ranked.map(\.candidate.letters), expected)
        } else {
          let letters = direction.sourceAlphabet.letters(words[key] ?? "") ?? []
          let found = transliterator.spellings(of: letters, limit: 3)
          allScores.add(found.map { direction.targetAlphabet.text($0.letters) }, expected)
        }
      }
      print("  google.test, known parts: \(knownScores)")
      print("  google.test, with the model for all others: \(allScores)")
    }

    private func show(_ known: [DictionaryTraining.Known]) {
      let wanted = Set((show ?? "").split(separator: ",").map(String.init))
      for known in known where wanted.contains(known.part.key) {
        print("  \(known.part.key)\t\(known.part.word)\t\(Int(known.part.people)) people")
        for ranked in known.ranked.prefix(8) {
          let candidate = ranked.candidate
          print(
            "    \(candidate.letters)\t\(Int((1000 * ranked.probability).rounded())) ‰, model \(candidate.model),",
            "\(candidate.likelihood) a letter, \(candidate.count) people, \(candidate.publicCount) public")
        }
      }
    }

    /// How often the first spelling and one of three are right.
    private struct Scores: CustomStringConvertible {
      var count = 0
      var first = 0
      var three = 0

      mutating func add(_ answers: [String], _ right: Set<String>) {
        count += 1
        if let best = answers.first, right.contains(best) { first += 1 }
        if answers.prefix(3).contains(where: right.contains) { three += 1 }
      }

      var description: String {
        func percent(_ value: Int) -> String {
          let tenths = (value * 1000 + count / 2) / max(count, 1)
          return "\(tenths / 10).\(tenths % 10)"
        }
        return "first \(percent(first)) %, one of three \(percent(three)) %, of \(count)"
      }
    }
  }
}
