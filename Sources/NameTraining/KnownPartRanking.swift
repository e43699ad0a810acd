import Dispatch
import Glibc
import NameTransliteration

/// Ranks the spellings of known parts: what the model says and how many people are known, in one sum of logarithms.
struct KnownPartRanking {
  /// A spelling as the ranking sees it.
  struct Candidate: Sendable {
    var letters: String
    /// The model's ranking: a logarithm of a probability, up to a constant.
    var model: Float
    /// The logarithm of the forward network's probability, a letter of the source.
    var likelihood: Float
    /// Whether the model by itself would answer so.
    var isModelsAnswer: Bool
    /// People of the data, and public people.
    var count: Float
    var publicCount: Float
  }

  /// The candidates of a word and which are right.
  struct Example: Sendable {
    var candidates: [Candidate]
    var right: Set<String>
  }

  /// A candidate and its probability among all.
  struct Ranked {
    var candidate: Candidate
    var probability: Float
  }

  /// Below this a spelling has nothing to do with its source: another name of the same person, or a name wrongly aligned.
  private static let leastLikelihood: Float = -3.5
  /// The same where so many people are known that it is hardly an error: لجين Loujain, イジー Jiří.
  private static let leastSureLikelihood: Float = -6
  private static let sureCount: Float = 5
  private static let surePublicCount: Float = 1

  /// What the model's logarithm is worth: less than by itself, since letters say little beside what people are
  /// known to write; chosen by eye on names of public life.
  private static let modelWeight: Float = 0.4
  /// What the logarithm of 1 and the people is worth beside the model's logarithm; the same of public people, weighed.
  var peopleWeight: Float = 0
  var publicWeight: Float = 0
  /// What it is worth that anybody is known.
  var knownWeight: Float = 0

  func score(_ candidate: Candidate) -> Float {
    Self.modelWeight * candidate.model + peopleWeight * log(1 + candidate.count)
      + publicWeight * log(1 + PublicPeople.weight * candidate.publicCount)
      + (candidate.count + candidate.publicCount > 0 ? knownWeight : 0)
  }

  /// The candidates that are possible, best first.
  func ranked(_ candidates: [Candidate]) -> [Ranked] {
    let scored = candidates.filter(Self.isPossible).map { (score: score($0), candidate: $0) }
      .sorted { ($1.score, $0.candidate.letters) < ($0.score, $1.candidate.letters) }
    guard let highest = scored.first?.score else { return [] }
    let total = scored.reduce(0) { $0 + exp($1.score - highest) }
    return scored.map { Ranked(candidate: $0.candidate, probability: exp($0.score - highest) / total) }
  }

  private static func isPossible(_ candidate: Candidate) -> Bool {
    let isSure = candidate.count >= sureCount || candidate.publicCount >= surePublicCount
    return candidate.likelihood >= (isSure ? leastSureLikelihood : leastLikelihood)
  }

  // MARK: The weights

  /// The weights under which the right answers are likeliest.
  ///
  /// - Parameters:
  ///   - names: names of all sorts, whose own pairs are not counted. They tell what a count is worth.
  ///   - people: names of public people, with all that is known of them. They count as much as `names`: of the names in news,
  ///     about half are theirs.
  init(fitting names: [Example], people: [Example]) {
    let (names, people) = (Self.usable(names), Self.usable(people))
    for _ in 0..<4 {
      for weight in [\KnownPartRanking.peopleWeight, \.knownWeight, \.publicWeight] {
        ascend(weight) { $0.logLikelihood(names) }
      }
    }
    // Of those who stand in the news, nearly all are public people.
    ascend(\.publicWeight) { $0.logLikelihood(people) }
    // Google's list holds rare names; for common ones, as news has them, the people must weigh no less than this (chosen by eye
    // on names of public life).
    peopleWeight = max(peopleWeight, 0.8)
    publicWeight = max(publicWeight, 1.6)
  }

  /// The same ranking for another language, of which only public people are known to be written right: where the model is
  /// surer of letters (Хасан), they must weigh more (Hassan).
  func fitted(people: [Example]) -> KnownPartRanking {
    let people = Self.usable(people)
    var ranking = self
    if !people.isEmpty { ranking.ascend(\.publicWeight) { $0.logLikelihood(people) } }
    return ranking
  }

  private static func usable(_ examples: [Example]) -> [Example] {
    examples.map { Example(candidates: $0.candidates.filter(isPossible), right: $0.right) }
      .filter { example in example.candidates.contains { example.right.contains($0.letters) } }
  }

  private mutating func ascend(
    _ weight: WritableKeyPath<KnownPartRanking, Float>, _ likelihood: (KnownPartRanking) -> Float
  ) {
    var best = likelihood(self)
    for step in 0...50 {
      var other = self
      other[keyPath: weight] = Float(step) / 10
      let value = likelihood(other)
      if value > best { (best, self) = (value, other) }
    }
  }

  /// The mean of the examples.
  private func logLikelihood(_ examples: [Example]) -> Float {
    examples.reduce(0) { $0 + logLikelihood($1) } / Float(max(examples.count, 1))
  }

  private func logLikelihood(_ example: Example) -> Float {
    let scores = example.candidates.map(score)
    let highest = scores.max() ?? 0
    var total: Float = 0, good: Float = 0
    for (candidate, score) in zip(example.candidates, scores) {
      let share = exp(score - highest)
      total += share
      if example.right.contains(candidate.letters) { good += share }
    }
    return log(max(good, 1e-20) / total)
  }

  // MARK: The candidates

  /// How many spellings of the data and of the model compete.
  private static let knownLimit = 12
  private static let foundLimit = 3
  private static let sliceCount = 256

  /// The candidates of each part.
  static func candidates(of parts: [KnownPart], _ direction: NameModel.Direction) -> [[Candidate]] {
    let starts = Array(stride(from: 0, to: parts.count, by: sliceCount))
    nonisolated(unsafe) let results = UnsafeMutableBufferPointer<[[Candidate]]>.allocate(capacity: starts.count)
    results.initialize(repeating: [])
    defer {
      results.deinitialize()
      results.deallocate()
    }
    DispatchQueue.concurrentPerform(iterations: starts.count) { slice in
      let transliterator = WordTransliterator(direction, effort: .fast)
      results[slice] = parts[starts[slice]..<min(starts[slice] + sliceCount, parts.count)].map {
        candidates(of: $0, transliterator)
      }
    }
    return results.flatMap { $0 }
  }

  /// Letters that only Persian and Ukrainian have, as the models of Arabic and Russian know them.
  private static let neighbours: [Unicode.Scalar: Unicode.Scalar] = [
    "پ": "ب", "چ": "ج", "گ": "ك", "ژ": "ز", "ڤ": "ف", "і": "и", "ї": "и", "є": "е", "ґ": "г",
  ]

  private static func candidates(of part: KnownPart, _ transliterator: WordTransliterator) -> [Candidate] {
    let direction = transliterator.direction
    let source = part.word.unicodeScalars.compactMap { letter in
      direction.sourceAlphabet.number(of: letter)
        ?? neighbours[letter].flatMap { direction.sourceAlphabet.number(of: $0) }
    }
    guard !source.isEmpty, source.count <= NameSearch.maximumCount else { return [] }
    let given = part.frequent(limit: knownLimit).compactMap { direction.targetAlphabet.letters($0) }
    return transliterator.judged(source, given: given, foundLimit: foundLimit).map { evidence, score, place in
      let letters = direction.targetAlphabet.text(evidence.letters)
      let known = part.spellings[letters]
      return Candidate(
        letters: letters, model: score, likelihood: evidence.forward / Float(source.count),
        isModelsAnswer: place == 0, count: known?.count ?? 0, publicCount: known?.publicCount ?? 0)
    }
  }
}
