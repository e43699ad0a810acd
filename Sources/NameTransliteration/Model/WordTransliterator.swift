/// Writes single words by a trained model: searches candidates, and ranks them. One a task.
package final class WordTransliterator {
  package typealias Effort = NameTransliteration.Effort

  package struct Spelling {
    package var letters: [UInt8]
    /// From 0 to 1, among the candidates.
    package var probability: Float
    package var isAttested: Bool
  }

  package let direction: NameModel.Direction
  private let effort: Effort
  private let search: NameSearch
  private let backward: SpellingProbability?
  private let channel: SpellingProbability?
  private lazy var forward = SpellingProbability(network: direction.forward)
  private var inputs: [Float] = []

  package init(_ direction: NameModel.Direction, effort: Effort) {
    self.direction = direction
    self.effort = effort
    search = NameSearch(network: direction.forward, trie: direction.trie, settings: effort.search)
    backward = direction.backward.map { SpellingProbability(network: $0) }
    channel = direction.channel.map { SpellingProbability(network: $0) }
  }

  /// What the ranking sees of each candidate for a word.
  package func evidence(for letters: [UInt8]) -> [CandidateEvidence] {
    var candidates = search.search(letters).map {
      CandidateEvidence(letters: $0.letters, node: $0.node, forward: $0.score, backward: 0, channel: 0)
    }
    guard effort == .accurate, !candidates.isEmpty else { return candidates }
    // The rest is costly, so only those with a chance are looked at again.
    let order = ranked(candidates, sourceCount: letters.count, by: direction.fastRanking, isAccurate: false)
    candidates = order.prefix(Self.rescoredCount).map { candidates[$0.index] }
    rescore(&candidates, of: letters)
    return candidates
  }

  /// Adds what is known of the candidates from right to left and backwards.
  private func rescore(_ candidates: inout [CandidateEvidence], of letters: [UInt8]) {
    backward?.take(source: letters.reversed())
    for index in candidates.indices {
      let target = candidates[index].letters
      if let backward { candidates[index].backward = backward.logProbability(of: target.reversed()) }
      if let channel {
        channel.take(source: target)
        candidates[index].channel = channel.logProbability(of: letters)
      }
    }
  }

  /// How many candidates are scored from right to left and backwards.
  private static let rescoredCount = 32

  /// The places of the candidates, best first, with their scores.
  private func ranked(
    _ candidates: [CandidateEvidence], sourceCount: Int, by ranking: CandidateRanking, isAccurate: Bool
  ) -> [(score: Float, index: Int)] {
    CandidateEvidence.inputs(
      of: candidates, sourceCount: sourceCount, trie: direction.trie, isAccurate: isAccurate, into: &inputs)
    var scores: [(score: Float, index: Int)] = []
    inputs.withUnsafeBufferPointer { inputs in
      guard let base = inputs.baseAddress else { return }
      for index in candidates.indices { scores.append((ranking.score(base + index * ranking.inputCount), index)) }
    }
    return scores.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
  }

  /// The numbers that the ranking sees of these candidates.
  package func inputs(of candidates: [CandidateEvidence], sourceCount: Int) -> [Float] {
    CandidateEvidence.inputs(
      of: candidates, sourceCount: sourceCount, trie: direction.trie, isAccurate: effort == .accurate, into: &inputs)
    return inputs
  }

  /// The best spellings that are found and all that are given, each once, with all that is known of them and their scores
  /// by the accurate ranking, logarithms of probabilities up to a constant, and their places among those found.
  package func judged(
    _ letters: [UInt8], given: [[UInt8]], foundLimit: Int
  ) -> [(evidence: CandidateEvidence, score: Float, place: Int?)] {
    let found = search.search(letters).map {
      CandidateEvidence(letters: $0.letters, node: $0.node, forward: $0.score, backward: 0, channel: 0)
    }
    let order = ranked(found, sourceCount: letters.count, by: direction.fastRanking, isAccurate: false)
    var candidates = order.prefix(foundLimit).map { found[$0.index] }
    let foundCount = candidates.count
    for target in given where !candidates.contains(where: { $0.letters == target }) {
      let node = direction.trie.name(target)
      candidates.append(CandidateEvidence(letters: target, node: node, forward: 0, backward: 0, channel: 0))
    }
    forward.take(source: letters)
    for index in candidates.indices {
      // What is given was not searched: all are summed over all alignments, so that they can be compared.
      candidates[index].forward = forward.logProbability(of: candidates[index].letters)
    }
    rescore(&candidates, of: letters)
    return ranked(candidates, sourceCount: letters.count, by: direction.accurateRanking, isAccurate: true).map {
      (candidates[$0.index], $0.score, $0.index < foundCount ? $0.index : nil)
    }
  }

  /// The likeliest spellings of a word, best first.
  package func spellings(of letters: [UInt8], limit: Int) -> [Spelling] {
    let candidates = evidence(for: letters)
    guard !candidates.isEmpty else { return [] }
    let isAccurate = effort == .accurate
    let scores = ranked(
      candidates, sourceCount: letters.count,
      by: isAccurate ? direction.accurateRanking : direction.fastRanking, isAccurate: isAccurate)
    let highest = scores.first?.score ?? 0
    var total: Float = 0
    for score in scores { total += FastMath.exp(score.score - highest) }
    return scores.prefix(limit).map { score, index in
      Spelling(
        letters: candidates[index].letters, probability: FastMath.exp(score - highest) / max(total, 1),
        isAttested: candidates[index].node >= 0)
    }
  }
}

extension NameTransliteration.Effort {
  var search: NameSearch.Settings {
    switch self {
    case .fast: NameSearch.Settings(attestedBeam: 24, freeBeam: 3, frequencyWeight: 0.7, optionMargin: 5.5)
    case .accurate: NameSearch.Settings(attestedBeam: 64, freeBeam: 24, frequencyWeight: 0.7, optionMargin: 9)
    }
  }
}
