import ArgumentParser
import Dispatch
import EntityLexicon
import EntityRecognition
import SequenceTagging
import Synchronization

/// `make eval-ner`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures recognition: exact spans of PER, LOC and ORG, predictions widened to whole words.",
    discussion: """
      Each row is measured with weights that were trained without the sentences of its test: by five-fold cross-validation over
      blocks of neighbouring sentences, or on other files. Each sentence is a document of its own.
      """)
  @OptionGroup var data: TrainingData
  @Flag(help: "Print every miss.") var misses = false
  @Option(help: "Only the tests whose name contains this.") var only: String?

  private struct Test {
    var name: String
    var corpus: String
    var domain = TextDomain.news
    /// Chains trained for it, and whether on the other folds of its own corpus.
    var training: [String]?
    var isCrossValidated = false
    var own: String?
  }

  private static let tests = [
    Test(name: "ANERcorp, lexicon", corpus: "anercorp.train"),
    Test(name: "ANERcorp, hybrid, 5 folds", corpus: "anercorp.train", training: [], isCrossValidated: true),
    Test(name: "AQMAR dev, lexicon", corpus: "aqmar_liu19.dev"),
    Test(name: "AQMAR dev, hybrid of news", corpus: "aqmar_liu19.dev", training: ["anercorp.train"]),
    Test(
      name: "AQMAR dev, hybrid with its train part", corpus: "aqmar_liu19.dev", domain: .encyclopedia,
      training: ["anercorp.train", "aqmar_liu19.train", "wojood_sample.train"], own: "aqmar"),
    Test(name: "Wojood dev, lexicon", corpus: "wojood_sample.dev"),
    Test(name: "Wojood dev, hybrid of news", corpus: "wojood_sample.dev", training: ["anercorp.train"]),
    Test(name: "FactRuEval, lexicon", corpus: "ru_factrueval.dev"),
    Test(name: "FactRuEval, hybrid, 5 folds", corpus: "ru_factrueval.dev", training: [], isCrossValidated: true),
    Test(name: "WNUT17 dev, lexicon", corpus: "en_wnut17.dev"),
    Test(name: "WNUT17 dev, hybrid", corpus: "en_wnut17.dev", training: ["en_wnut17.train"]),
  ]

  func run() throws {
    let knowledge = try data.knowledge()
    print("| test | PER | LOC | ORG | all: P | R | F1 |\n|---|---|---|---|---|---|---|")
    var kinds: [String] = []
    for test in Self.tests where only.map(test.name.contains) ?? true {
      let corpus = try data.corpus(test.corpus)
      var listed: [RecognitionTest.Miss] = []
      let scores =
        if test.isCrossValidated {
          try crossValidated(test, corpus, knowledge, &listed)
        } else {
          try RecognitionTest(model: model(test, without: nil, knowledge), domain: test.domain)
            .scores(corpus, sentences: corpus.sentences.indices, misses: &listed)
        }
      let all = scores.values(RecognitionTest.types)
      let cells = RecognitionTest.types.map { scores.values([$0]).f1 } + [all.precision, all.recall, all.f1]
      print("| \(test.name) | " + cells.map(Self.decimal).joined(separator: " | ") + " |")
      kinds.append("| \(test.name) | " + Self.kinds.map { Self.count($0, in: listed) }.joined(separator: " | ") + " |")
      if misses { report(listed, corpus) }
    }
    print("\nMisses by kind, in brackets those whose words are a name of the lexicon.\n")
    print("| test | " + Self.kinds.joined(separator: " | ") + " |\n|---|---|---|---|---|")
    for line in kinds { print(line) }
  }

  private static let kinds = ["missed", "wrong type", "wrong edges", "false alarm"]

  private static func count(_ kind: String, in misses: [RecognitionTest.Miss]) -> String {
    let own = misses.filter { $0.kind == kind }
    return "\(own.count) (\(own.count(where: \.isListed)))"
  }

  /// Weights for a test; nil where the lexicons are measured alone. `held` are sentences of its own corpus to be left out.
  private func model(_ test: Test, without held: Range<Int>?, _ knowledge: WordKnowledge) throws -> RecognitionModel? {
    guard let files = test.training else { return nil }
    var corpora = try files.map { (try data.corpus($0), test.own.map($0.contains) ?? false) }
    if let held {
      var rest = try data.corpus(test.corpus)
      rest.sentences.removeSubrange(held)
      corpora.append((rest, false))
    }
    var trainer = ChainTrainer(
      reader: try CorpusReader(labels: .init(types: Chain.types), lexicon: .builtIn(), knowledge: knowledge.model))
    let language = test.corpus.hasPrefix("ru") ? "ru" : test.corpus.hasPrefix("en") ? "en" : "ar"
    let sections = try trainer.sections(name: language, corpora, separatesDomains: test.own != nil)
    return try RecognitionModel(bytes: knowledge.image([sections]))
  }

  private func crossValidated(
    _ test: Test, _ corpus: ConllCorpus, _ knowledge: WordKnowledge, _ misses: inout [RecognitionTest.Miss]
  ) throws -> SpanScores {
    let folds = 5
    let results = Mutex<[Int: Result<(SpanScores, [RecognitionTest.Miss]), any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: folds) { fold in
      let held = corpus.sentences.count * fold / folds..<corpus.sentences.count * (fold + 1) / folds
      let result = Result {
        var misses: [RecognitionTest.Miss] = []
        let scores = try RecognitionTest(model: try model(test, without: held, knowledge), domain: test.domain)
          .scores(corpus, sentences: held, misses: &misses)
        return (scores, misses)
      }
      results.withLock { $0[fold] = result }
    }
    var sum = SpanScores()
    for fold in 0..<folds {
      guard let (scores, missed) = try results.withLock({ try $0[fold]?.get() }) else { continue }
      sum = sum + scores
      misses += missed
    }
    return sum
  }

  /// Every miss, and how many there are of each kind and type.
  private func report(_ list: [RecognitionTest.Miss], _ corpus: ConllCorpus) {
    var counts: [String: Int] = [:]
    for miss in list {
      counts["\(miss.kind)\t\(miss.span.type)\t\(miss.isListed ? "listed" : "not listed")", default: 0] += 1
    }
    for (kind, count) in counts.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) { print("\(count)\t\(kind)") }
    for miss in list {
      let words = corpus.sentences[miss.sentence].words
      let around =
        words[max(0, miss.span.words.lowerBound - 5)..<min(words.count, miss.span.words.upperBound + 5)]
        .joined(separator: " ")
      print(
        miss.kind, miss.span.type, miss.isListed ? "listed" : "not listed",
        words[miss.span.words].joined(separator: " "), around, separator: "\t")
    }
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
