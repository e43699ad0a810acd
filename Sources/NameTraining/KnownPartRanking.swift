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
    var people: Float
    var isPublic: Bool
  }

  /// A candidate and its probability among all.
  struct Ranked {
    var candidate: Candidate
    var probability: Float
  }

  /// Below these a spelling has nothing to do with its source: other people's names, and names wrongly aligned.
  static let leastLikelihood: Float = -3.5
  static let leastPublicLikelihood: Float = -5

  /// What the logarithm of 1 and the people is worth beside the model's logarithm.
  var peopleWeight: Float
  /// What it is worth that anybody is known.
  var knownWeight: Float

  func score(_ candidate: Candidate) -> Float {
    candidate.model + peopleWeight * log(1 + candidate.people) + (candidate.people > 0 ? knownWeight : 0)
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
    candidate.likelihood >= (candidate.isPublic ? leastPublicLikelihood : leastLikelihood)
  }

  // MARK: The weights

  /// The weights under which the right answers are likeliest, by a search on a grid.
  ///
  /// - Parameter lists: the candidates of each word, and which are right.
  init(fitting lists: [(candidates: [Candidate], right: Set<String>)]) {
    let lists = lists.map { (candidates: $0.candidates.filter(Self.isPossible), right: $0.right) }
      .filter { list in list.candidates.contains { list.right.contains($0.letters) } }
    var best = (likelihood: -Float.infinity, ranking: KnownPartRanking(peopleWeight: 0, knownWeight: 0))
    for people in stride(from: 0 as Float, through: 3, by: 0.05) {
      for known in stride(from: 0 as Float, through: 5, by: 0.25) {
        let ranking = KnownPartRanking(peopleWeight: people, knownWeight: known)
        let likelihood = lists.reduce(0) { $0 + ranking.logLikelihood($1.candidates, $1.right) }
        if likelihood > best.likelihood { best = (likelihood, ranking) }
      }
    }
    self = best.ranking
  }

  init(peopleWeight: Float, knownWeight: Float) {
    self.peopleWeight = peopleWeight
    self.knownWeight = knownWeight
  }

  private func logLikelihood(_ candidates: [Candidate], _ right: Set<String>) -> Float {
    let scores = candidates.map(score)
    let highest = scores.max() ?? 0
    var total: Float = 0, good: Float = 0
    for (candidate, score) in zip(candidates, scores) {
      let share = exp(score - highest)
      total += share
      if right.contains(candidate.letters) { good += share }
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

  private static func candidates(of part: KnownPart, _ transliterator: WordTransliterator) -> [Candidate] {
    let direction = transliterator.direction
    let source = part.word.unicodeScalars.compactMap { direction.sourceAlphabet.number(of: $0) }
    guard !source.isEmpty, source.count <= NameSearch.maximumCount else { return [] }
    let given = part.frequent(limit: knownLimit).compactMap { direction.targetAlphabet.letters($0) }
    return transliterator.judged(source, given: given, foundLimit: foundLimit).map { evidence, score in
      let letters = direction.targetAlphabet.text(evidence.letters)
      let known = part.spellings[letters]
      return Candidate(
        letters: letters, model: score, likelihood: evidence.forward / Float(source.count), people: known?.people ?? 0,
        isPublic: (known?.publicCount ?? 0) > 0)
    }
  }
}
