import ArgumentParser
import Dispatch
import Glibc
import NameTransliteration

/// Makes and measures the models: `make train-names`, `make eval-names`.
@main
struct NameTrainingTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-training", abstract: "Makes and measures the models of names.",
    subcommands: [Train.self, MakeDictionary.self, Evaluate.self])

  static let log: @Sendable (String) -> Void = { text in
    _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
  }

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains all directions on all pairs.")
    @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
    @Option(name: .shortAndLong, help: "Where the image goes.") var output: String

    func run() throws {
      let clock = ContinuousClock()
      let start = clock.now
      let collection = NameCollection(folder: data)
      let training = DirectionTraining(log: NameTrainingTool.log)
      // The rankings are trained on words that the networks did not see, so these are trained twice.
      let isHeldOut = { (pair: LanguageData.Pair) in
        LanguageData.part(pair.wordKey) == 1 || LanguageData.part(pair.english) == 1
      }
      let drafts = LanguageData.trained.map { collection.plan($0, isShipped: false, excluding: isHeldOut) }
      let draft = try NameModel(bytes: training.image(drafts) { _, _ in DirectionTraining.noRankings })
      NameTrainingTool.log("drafts after \(clock.now - start)")
      nonisolated(unsafe) let results = UnsafeMutableBufferPointer<DirectionTraining.Rankings?>.allocate(
        capacity: draft.directions.count)
      results.initialize(repeating: nil)
      DispatchQueue.concurrentPerform(iterations: draft.directions.count) { index in
        let direction = draft.directions[index]
        results[index] = training.rankings(
          direction, collection.references(from: direction.source, to: direction.target, part: 1), limit: 6000)
      }
      var rankings: [String: DirectionTraining.Rankings] = [:]
      for (direction, result) in zip(draft.directions, results) {
        rankings[direction.source + direction.target] = result
      }
      NameTrainingTool.log("rankings after \(clock.now - start)")
      let plans = LanguageData.trained.map { collection.plan($0, isShipped: true, excluding: { _ in false }) }
      let image = training.image(plans, signed: collection.signedSpellings()) {
        rankings[$0 + $1] ?? DirectionTraining.noRankings
      }
      let model = try NameModel(bytes: image)
      try NameData.write(image, to: output)
      NameTrainingTool.log("\(image.count) bytes, checksum \(model.checksum), after \(clock.now - start)")
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Trains each direction without its tests' sources, and measures it on them.")
    @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
    @Option(help: "Only these, as ar-en,ru-en.") var directions: String =
      "ar-en,ru-en,he-en,ko-en,ja-en,en-ar,en-ru,en-he"
    @Option(help: "Writes the sources of each test into this folder, and scores what peers have left there.")
    var peers: String?
    @Option(help: "At most so many words of a test.") var limit = 10_000

    func run() throws {
      let collection = NameCollection(folder: data)
      let training = DirectionTraining(log: NameTrainingTool.log)
      print("test\teffort\t" + NameScores.header)
      for codes in directions.split(separator: ",").map({ $0.split(separator: "-").map(String.init) })
      where codes.count == 2 {
        let (source, target) = (codes[0], codes[1])
        let language = source == "en" ? target : source
        let googleTest = collection.googleTest(from: source, to: target)
        let key = { (pair: LanguageData.Pair) in source == "en" ? pair.english : pair.wordKey }
        let tested = Set(collection.data[language]?.googleTest.map(key) ?? [])
        var plan = collection.plan(language, isShipped: false) { pair in
          LanguageData.part(key(pair)) <= 1 || tested.contains(key(pair))
        }
        plan.isToEnglish = target == "en"
        plan.isFromEnglish = source == "en"
        let draft = try NameModel(bytes: training.image([plan]) { _, _ in DirectionTraining.noRankings })
        guard let direction = draft.direction(from: source, to: target) else { continue }
        let references = collection.references(from: source, to: target, part: 1) { !tested.contains(key($0)) }
        let rankings = training.rankings(direction, references, limit: 6000)
        // Only the rankings are new; the networks are trained once.
        let ranked = rankings.applied(to: direction)
        var tests = [("wikidata.\(source)-\(target)", collection.references(from: source, to: target, part: 0))]
        if !googleTest.isEmpty { tests.insert(("google.\(source)-\(target)", googleTest), at: 0) }
        for (name, references) in tests {
          let words = references.keys.sorted().prefix(limit)
          for effort in WordTransliterator.Effort.allCases {
            let transliterator = WordTransliterator(ranked, effort: effort)
            var scores = NameScores()
            var answers: [[String]] = []
            let inputs = words.map { ranked.sourceAlphabet.letters($0) ?? [] }
            let clock = ContinuousClock()
            let start = clock.now
            var spellings: [[WordTransliterator.Spelling]] = []
            for input in inputs { spellings.append(transliterator.spellings(of: input, limit: 10)) }
            let time = (clock.now - start).components
            scores.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
            for list in spellings { answers.append(list.map { ranked.targetAlphabet.text($0.letters) }) }
            for (word, answers) in zip(words, answers) { scores.add(answers, references[word] ?? []) }
            print("\(name)\t\(effort.rawValue)\t\(scores.row)")
            fflush(nil)
          }
        }
        withExtendedLifetime(draft) {}
      }
    }
  }
}
