import ArgumentParser
import Glibc
import NameTransliteration

/// `make eval-names`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Trains each direction without its tests' sources, and measures it on them.",
    discussion: """
      Google's test of Arabic names, and of each Wikidata file the tenth of the sources whose hash says so, all their references
      together. With --standard the sources of Google's test stay in the training where other files have them, as in the
      literature. Answers are compared without case, apostrophes, hyphens and accents; “strict” counts the last three.
      """)

  @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
  @Option(help: "The folder of the lexicon's tables.") var entities = "Lexicons/entities"
  @Option(help: "The directions.") var directions: String = "ar-en,ru-en,he-en,ko-en,ja-en,en-ar,en-ru,en-he"
  @Option(help: "A folder of peers' answers, made by Benchmarks/Peers/names.py, to be scored too.") var peers: String?
  @Flag(help: "Only writes the sources of each test into the folder of the peers.") var sources = false
  @Flag(help: "Keeps sources of Google's test that other files have.") var standard = false
  @Flag(help: "Also prints what kinds of misses there are.") var misses = false
  @Option(help: "At most so many words of a test.") var limit = 5_000

  func run() throws {
    let collection = NameCollection(folder: data, entities: entities)
    if !sources { print("test\tby\t" + NameScores.header) }
    for codes in directions.split(separator: ",").map({ $0.split(separator: "-").map(String.init) })
    where codes.count == 2 {
      let (source, target) = (codes[0], codes[1])
      let tests = tests(collection, source, target)
      if sources {
        for test in tests { try test.writeSources(into: peers ?? ".") }
      } else {
        try evaluate(collection, source, target, tests)
      }
    }
  }

  private func tests(_ collection: NameCollection, _ source: String, _ target: String) -> [NameTest] {
    let isFromEnglish = source == "en"
    var tests: [NameTest] = []
    if let google = collection.data[isFromEnglish ? target : source]?.googleTest, !google.isEmpty {
      tests.append(NameTest("google.\(source)-\(target)", google, isFromEnglish: isFromEnglish, limit: limit))
    }
    if !standard {
      tests.append(
        NameTest(
          "wikidata.\(source)-\(target)", collection.pairs(from: source, to: target, part: 0),
          isFromEnglish: isFromEnglish, limit: limit))
    }
    return tests
  }

  private func evaluate(_ collection: NameCollection, _ source: String, _ target: String, _ tests: [NameTest]) throws {
    guard !tests.isEmpty else { return }
    let training = DirectionTraining(log: NameTrainingTool.log)
    let key = { (pair: LanguageData.Pair) in source == "en" ? pair.english : pair.wordKey }
    let language = source == "en" ? target : source
    let tested = standard ? [] : Set(collection.data[language]?.googleTest.map(key) ?? [])
    var plan = collection.plan(language, isShipped: false) { pair in
      LanguageData.part(key(pair)) == 1 || !standard && LanguageData.part(key(pair)) == 0 || tested.contains(key(pair))
    }
    plan.isToEnglish = target == "en"
    plan.isFromEnglish = source == "en"
    let signed = collection.signedSpellings()
    let model = try NameModel(bytes: training.image([plan], signed: signed) { _, _ in DirectionTraining.noRankings })
    guard let draft = model.direction(from: source, to: target) else { return }
    let references = collection.references(from: source, to: target, part: 1) { !tested.contains(key($0)) }
    // Only the rankings are new; the networks are trained once.
    let direction = training.rankings(draft, references, limit: 6000).applied(to: draft)
    for test in tests {
      for effort in NameTransliteration.Effort.allCases {
        let answers = answers(of: WordTransliterator(direction, effort: effort), test)
        report(
          test, "naqhara " + effort.rawValue, answers.lists, answers.seconds, signed: target == "en" ? signed : [:])
        if misses, effort == .accurate { reportMisses(test, answers.lists, direction) }
      }
      guard let peers else { continue }
      for (peer, found, seconds) in test.peers(in: peers, from: source, to: target) {
        report(test, peer, test.words.map { found[$0.word] }, seconds, signed: [:])
      }
    }
    withExtendedLifetime(model) {}
  }

  private func answers(
    of transliterator: WordTransliterator, _ test: NameTest
  ) -> (lists: [[String]?], seconds: Double) {
    let direction = transliterator.direction
    let words = test.words.map { direction.sourceAlphabet.letters($0.word) ?? [] }
    let clock = ContinuousClock()
    let start = clock.now
    let found = words.map { transliterator.spellings(of: $0, limit: 10) }
    let time = (clock.now - start).components
    return (
      found.map { list in list.map { direction.targetAlphabet.text($0.letters) } },
      Double(time.seconds) + Double(time.attoseconds) * 1e-18
    )
  }

  /// Prints a row; where a peer was stopped before a word, the word does not count.
  private func report(
    _ test: NameTest, _ by: String, _ answers: [[String]?], _ seconds: Double, signed: [String: String]
  ) {
    var scores = NameScores()
    scores.seconds = seconds
    for (item, list) in zip(test.words, answers) {
      guard let list else { continue }
      let best = list.first ?? ""
      scores.add(list, strict: signed[best] ?? best, item.references)
    }
    print("\(test.name)\t\(by)\t\(scores.row)")
    fflush(nil)
  }

  private func reportMisses(_ test: NameTest, _ answers: [[String]?], _ direction: NameModel.Direction) {
    var counts: [MissKind: Int] = [:]
    var examples: [MissKind: [String]] = [:]
    let probability = SpellingProbability(network: direction.forward)
    for (item, list) in zip(test.words, answers) {
      let list = list ?? []
      if item.references.contains(where: { $0.folded == list.first }) { continue }
      let letters = direction.sourceAlphabet.letters(item.word) ?? []
      probability.take(source: letters)
      let kind = MissKind(
        list, item.references,
        isPossible: { name in
          direction.targetAlphabet.letters(name).map {
            probability.logProbability(of: $0) > -4 * Float(letters.count)
          } ?? false
        },
        isAttested: { direction.targetAlphabet.letters($0).map { direction.trie.name($0) >= 0 } ?? false })
      counts[kind, default: 0] += 1
      if examples[kind, default: []].count < 5 {
        examples[kind, default: []].append("\(item.word) \(list.first ?? "–") for \(item.references[0].folded)")
      }
    }
    let total = max(counts.values.reduce(0, +), 1)
    for kind in MissKind.allCases {
      let count = counts[kind] ?? 0
      print("\(test.name)\tmisses\t\(100 * count / total) %\t\(kind.rawValue)\t→ \(kind.remedy)")
      print("\(test.name)\tmisses\t\t\((examples[kind] ?? []).joined(separator: "; "))")
    }
  }
}
