import Dispatch
import Glibc
import NameTransliteration

/// Trains the networks, tries and rankings of some directions into an image.
struct DirectionTraining {
  /// A language with English, one way or both.
  struct Plan {
    var language: String
    /// What is learnt from.
    var pairs: [LanguageData.Pair]
    /// Attested spellings and how many people bear them; English, and the language's own.
    var englishNames: [String: Float]
    var ownNames: [String: Float]
    var isToEnglish = true
    var isFromEnglish = false
  }

  struct Rankings {
    var fast: RankingTraining
    var accurate: RankingTraining

    /// The direction with these rankings, whose numbers live as long as the program.
    func applied(to direction: NameModel.Direction) -> NameModel.Direction {
      func ranking(_ training: RankingTraining) -> CandidateRanking {
        let numbers = training.means + training.scales + training.weights
        let copy = UnsafeMutablePointer<Float>.allocate(capacity: numbers.count)
        copy.initialize(from: numbers, count: numbers.count)
        return CandidateRanking(
          inputCount: training.inputCount, hiddenCount: training.hiddenCount, numbers: UnsafePointer(copy))
      }
      var direction = direction
      direction.fastRanking = ranking(fast)
      direction.accurateRanking = ranking(accurate)
      return direction
    }
  }

  let log: @Sendable (String) -> Void

  static let englishAlphabet = Alphabet(["abcdefghijklmnopqrstuvwxyz"], minimum: 1)

  private struct Words: @unchecked Sendable {
    var plan: Int
    var kind: Int
    var words: [(source: [UInt8], target: [UInt8], weight: Float)]
    var sourceCount: Int
    var targetCount: Int
    var maximumChunk: Int
    var settings: NetworkTraining.Settings
    var label: String
  }

  /// Sizes by what a network is worth, so that all together stay small.
  private static func settings(_ language: String, _ kind: Kind) -> NetworkTraining.Settings {
    var settings = NetworkTraining.Settings()
    let isLarge = language == "ar" || language == "ru" && kind == .forward
    settings.bigramCount = isLarge ? 512 : 256
    settings.trigramCount = isLarge ? 512 : 256
    if language == "ru" || language == "ja" { settings.epochs = 4 }
    return settings
  }

  /// Who reads in which direction; the last two are those from English.
  private enum Kind: Int {
    case forward, backward, fromEnglish, fromEnglishBackward
  }

  /// Whose candidates are scored from right to left, too.
  private static let readBackward: Set<String> = ["ar", "ru", "he"]

  /// The image of these directions; `rankings` is asked by the two codes.
  ///
  /// - Parameter signed: spellings with apostrophes and hyphens, by their letters.
  func image(_ plans: [Plan], signed: [String: String] = [:], rankings: (String, String) -> Rankings) -> [UInt8] {
    var jobs: [Words] = []
    var alphabets: [Alphabet] = []
    for (index, plan) in plans.enumerated() {
      let alphabet = Alphabet(plan.pairs.map(\.word), minimum: 5)
      alphabets.append(alphabet)
      var words: [(source: [UInt8], target: [UInt8], weight: Float)] = []
      for pair in plan.pairs {
        guard let source = alphabet.letters(pair.word), let target = Self.englishAlphabet.letters(pair.english) else {
          continue
        }
        words.append((source, target, min(1 + log2(Float(pair.count)) * 0.35, 3)))
      }
      let (own, english) = (alphabet.count, Self.englishAlphabet.count)
      func add(
        _ kind: Kind, _ words: [(source: [UInt8], target: [UInt8], weight: Float)], _ from: Int, _ to: Int,
        _ chunk: Int
      ) {
        jobs.append(
          Words(
            plan: index, kind: kind.rawValue, words: words, sourceCount: from, targetCount: to, maximumChunk: chunk,
            settings: Self.settings(plan.language, kind), label: "\(plan.language) \(kind)"))
      }
      let turned = words.map { (Array($0.source.reversed()), Array($0.target.reversed()), $0.weight) }
      add(.forward, words, own, english, 4)
      if plan.isToEnglish, Self.readBackward.contains(plan.language) { add(.backward, turned, own, english, 4) }
      add(.fromEnglish, words.map { ($0.target, $0.source, $0.weight) }, english, own, 3)
      if plan.isFromEnglish, plan.language == "ar" {
        add(.fromEnglishBackward, turned.map { ($0.1, $0.0, $0.2) }, english, own, 3)
      }
    }
    jobs.sort { $0.words.count > $1.words.count }
    let networks = train(jobs)

    var image = NameModelImage()
    image.setSigned(signed)
    let english = image.add(Self.englishAlphabet)
    var englishTries: [Int: UInt32] = [:]
    for (index, plan) in plans.enumerated() {
      guard let forward = networks[[index, 0]], let fromEnglish = networks[[index, 2]] else { continue }
      let own = image.add(alphabets[index])
      let toNetwork = image.add(forward)
      let backward = networks[[index, 1]].map { image.add($0) } ?? NameModelImage.none
      let fromNetwork = image.add(fromEnglish)
      if plan.isToEnglish {
        // All languages of one image share their list.
        let trie =
          englishTries[plan.englishNames.count] ?? image.add(TrieBuilder(plan.englishNames, Self.englishAlphabet))
        englishTries[plan.englishNames.count] = trie
        let rankings = rankings(plan.language, "en")
        image.addDirection(
          plan.language, "en",
          [
            own, english, toNetwork, backward, fromNetwork, trie, image.add(rankings.fast),
            image.add(rankings.accurate),
          ])
      }
      if plan.isFromEnglish {
        let trie = image.add(TrieBuilder(plan.ownNames, alphabets[index]))
        let rankings = rankings("en", plan.language)
        image.addDirection(
          "en", plan.language,
          [
            english, own, fromNetwork, networks[[index, 3]].map { image.add($0) } ?? NameModelImage.none, toNetwork,
            trie, image.add(rankings.fast),
            image.add(rankings.accurate),
          ])
      }
    }
    return image.bytes()
  }

  private func train(_ jobs: [Words]) -> [[Int]: TrainedNetwork] {
    nonisolated(unsafe) let results = UnsafeMutableBufferPointer<TrainedNetwork?>.allocate(capacity: jobs.count)
    results.initialize(repeating: nil)
    defer { results.deallocate() }
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in results[index] = network(jobs[index]) }
    var networks: [[Int]: TrainedNetwork] = [:]
    for (job, result) in zip(jobs, results) { networks[[job.plan, job.kind]] = result }
    return networks
  }

  private func network(_ job: Words) -> TrainedNetwork {
    let alignment = LetterAlignment(job.words, maximumChunk: job.maximumChunk, minimum: 1.5)
    var options = [[(UInt32, Float)]](repeating: [], count: job.sourceCount)
    for (option, p) in alignment.logProbability { options[Int(option.letter)].append((option.chunk, p)) }
    let sorted = options.map { $0.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(96).map(\.0) }
    let training = NetworkTraining(
      sourceCount: job.sourceCount, targetCount: job.targetCount, options: sorted, settings: job.settings)
    var examples: [NetworkTraining.Word] = []
    for word in job.words {
      // What hardly any letter speaks for is an error of the data.
      guard let best = alignment.best(word.source, word.target), best.score > -4.5 * Float(word.source.count) else {
        continue
      }
      let chunks = zip(word.source, best.chunks).compactMap { training.optionIndex(letter: $0, chunk: $1) }
      guard chunks.count == word.source.count else { continue }
      examples.append(.init(letters: word.source, chunks: chunks, weight: word.weight))
    }
    let loss = training.train(examples)
    log("\(job.label): \(examples.count) of \(job.words.count) words, \(training.biases.count) options, loss \(loss)")
    return training.quantized()
  }

  /// A ranking that is as yet none: only the search is asked.
  static let noRankings = Rankings(
    fast: RankingTraining(inputCount: CandidateEvidence.fastCount),
    accurate: RankingTraining(inputCount: CandidateEvidence.accurateCount))

  /// Trains the rankings of a direction on words that its networks have not seen.
  func rankings(_ direction: NameModel.Direction, _ words: [String: [String]], limit: Int) -> Rankings {
    func ranking(_ effort: WordTransliterator.Effort, _ direction: NameModel.Direction) -> RankingTraining {
      let transliterator = WordTransliterator(direction, effort: effort)
      var lists: [RankingTraining.List] = []
      for word in words.keys.sorted(by: { NameFolding.hash($0) < NameFolding.hash($1) }).prefix(limit) {
        guard let letters = direction.sourceAlphabet.letters(word) else { continue }
        let answers = Set(words[word] ?? [])
        let candidates = transliterator.evidence(for: letters)
        let inputs = transliterator.inputs(of: candidates, sourceCount: letters.count)
        guard !candidates.isEmpty else { continue }
        let width = inputs.count / candidates.count
        lists.append(
          .init(
            rows: candidates.indices.map { Array(inputs[$0 * width..<($0 + 1) * width]) },
            isRight: candidates.map { answers.contains(direction.targetAlphabet.text($0.letters)) }))
      }
      return RankingTraining(lists, hiddenCount: 24, epochs: 30)
    }
    let fast = ranking(.fast, direction)
    // The accurate way begins with the fast ranking.
    let draft = Rankings(fast: fast, accurate: Self.noRankings.accurate).applied(to: direction)
    return Rankings(fast: fast, accurate: ranking(.accurate, draft))
  }
}

extension LetterAlphabet {
  /// The numbers of a word's letters; nil where one is unknown.
  func letters(_ word: String) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let number = number(of: scalar) else { return nil }
      result.append(number)
    }
    return result
  }
}
