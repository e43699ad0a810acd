internal import CNameKernels

/// Finds the likeliest spellings of a word by a network and a trie of attested names.
///
/// A beam search, letter by letter of the source. Two beams walk side by side: one stays on the trie and is led by how
/// frequent the names are that a prefix leads to; the other is free, for names that nobody has written before. One a task.
package final class NameSearch {
  package struct Settings: Sendable {
    package var attestedBeam: Int
    package var freeBeam: Int
    /// What a unit of the names' logarithmic frequency is worth beside the network's logarithmic probability.
    package var frequencyWeight: Float
    /// How far below the best option of a letter another is still tried.
    package var optionMargin: Float

    package init(attestedBeam: Int, freeBeam: Int, frequencyWeight: Float, optionMargin: Float) {
      self.attestedBeam = attestedBeam
      self.freeBeam = freeBeam
      self.frequencyWeight = frequencyWeight
      self.optionMargin = optionMargin
    }
  }

  package struct Found {
    package var letters: [UInt8]
    /// The network's logarithmic probability.
    package var score: Float
    /// Where in the trie it ends; -1 where it is not attested.
    package var node: Int
  }

  /// The longest word.
  package static let maximumCount = 48

  private struct Hypothesis {
    /// The network's logarithmic probability.
    var score: Float
    /// What it is ordered by.
    var rank: Float
    var history: UInt64
    /// Of all letters so far.
    var hash: UInt64
    var node: Int32
    /// The step before the last, which becomes a step itself when its letter is done.
    var previous: Int32
    var chunk: UInt32
  }

  private struct Step {
    var previous: Int32
    var chunk: UInt32
  }

  /// The best hypotheses at a letter, in order.
  private struct Beam {
    let items: UnsafeMutablePointer<Hypothesis>
    let limit: Int
    var count = 0

    init(limit: Int) {
      self.limit = limit
      items = .allocate(capacity: limit + 1)
    }

    /// Keeps a hypothesis if it is among the best; what spells the same is one.
    mutating func insert(_ new: Hypothesis) {
      guard limit > 0 else { return }
      if count == limit, new.rank <= items[count &- 1].rank { return }
      var new = new
      var hole = count
      for index in 0..<count where items[index].hash == new.hash {
        let old = items[index]
        let sum = FastMath.logSum(old.score, new.score)
        let gain = sum - max(old.score, new.score)
        if old.score > new.score { new = old }
        new.score = sum
        new.rank += gain
        hole = index
        break
      }
      if hole == count {
        if count == limit { hole = count &- 1 } else { count &+= 1 }
      }
      while hole > 0, items[hole &- 1].rank < new.rank {
        items[hole] = items[hole &- 1]
        hole &-= 1
      }
      items[hole] = new
    }
  }

  private let network: LetterNetwork
  private let trie: NameTrie
  private let settings: Settings
  private let sums: UnsafeMutablePointer<Int16>
  private let scratch: UnsafeMutablePointer<Int16>
  /// What the network said at this letter after each history, since many hypotheses end alike.
  private let histories: UnsafeMutablePointer<UInt64>
  private let answers: UnsafeMutablePointer<Float>
  /// The highest of each answer.
  private let highest: UnsafeMutablePointer<Float>
  /// Which options of a letter are tried.
  private let selected: UnsafeMutablePointer<Int32>
  private var historyCount = 0
  private let steps: UnsafeMutablePointer<Step>
  private var stepCount = 0
  private var attested: Beam
  private var free: Beam
  private var nextAttested: Beam
  private var nextFree: Beam

  package init(network: LetterNetwork, trie: NameTrie, settings: Settings) {
    self.network = network
    self.trie = trie
    self.settings = settings
    let width = max(1, settings.attestedBeam + settings.freeBeam)
    sums = .allocate(capacity: network.width)
    scratch = .allocate(capacity: 2 * network.width)
    histories = .allocate(capacity: width)
    answers = .allocate(capacity: max(1, network.maximumOptionCount) * width)
    highest = .allocate(capacity: width)
    selected = .allocate(capacity: max(1, network.maximumOptionCount) + 1)
    steps = .allocate(capacity: Self.maximumCount * width)
    attested = Beam(limit: settings.attestedBeam)
    free = Beam(limit: settings.freeBeam)
    nextAttested = Beam(limit: settings.attestedBeam)
    nextFree = Beam(limit: settings.freeBeam)
  }

  deinit {
    sums.deallocate()
    scratch.deallocate()
    histories.deallocate()
    answers.deallocate()
    highest.deallocate()
    selected.deallocate()
    steps.deallocate()
    for beam in [attested, free, nextAttested, nextFree] { beam.items.deallocate() }
  }

  /// The likeliest spellings of a word, in no order; `letters` has no padding, and each is a number that the network knows.
  package func search(_ letters: [UInt8]) -> [Found] {
    guard !letters.isEmpty, letters.count <= Self.maximumCount else { return [] }
    let padding = [UInt8](repeating: 0, count: ContextFeatures.window)
    let padded = padding + letters + padding
    stepCount = 0
    var start = Hypothesis(
      score: 0, rank: 0, history: 0, hash: 0x9E37_79B9, node: Int32(NameTrie.root), previous: -1, chunk: 0)
    attested.count = 0
    free.count = 0
    free.insert(start)
    start.rank = settings.frequencyWeight * Float(trie.prefixWeights[NameTrie.root]) * (1 / 16)
    attested.insert(start)
    padded.withUnsafeBufferPointer { padded in
      guard let base = padded.baseAddress else { return }
      for index in letters.indices {
        // What the trie will be asked stands far apart.
        for place in 0..<attested.count { trie.fetch(Int(attested.items[place].node)) }
        network.sumSource(base, count: letters.count, at: index, into: sums)
        for place in 0..<attested.count { trie.fetchChildren(of: Int(attested.items[place].node)) }
        historyCount = 0
        nextAttested.count = 0
        nextFree.count = 0
        for place in 0..<attested.count { expandAttested(attested.items[place], letters[index]) }
        for place in 0..<free.count { expandFree(free.items[place], letters[index]) }
        keepSteps(&nextAttested)
        keepSteps(&nextFree)
        swap(&attested, &nextAttested)
        swap(&free, &nextFree)
      }
    }
    return collect()
  }

  private func keepSteps(_ beam: inout Beam) {
    for place in 0..<beam.count {
      steps[stepCount] = Step(previous: beam.items[place].previous, chunk: beam.items[place].chunk)
      beam.items[place].previous = Int32(truncatingIfNeeded: stepCount)
      stepCount &+= 1
    }
  }

  /// The logarithms of the probabilities of a letter's options, and what one of them must have to be tried.
  private func answer(_ letter: UInt8, after history: UInt64) -> (logs: UnsafeMutablePointer<Float>, limit: Float) {
    let history = history & ContextFeatures.historyMask
    let width = network.maximumOptionCount
    var index = 0
    while index < historyCount, histories[index] != history { index &+= 1 }
    let logs = answers + index &* width
    if index == historyCount {
      highest[index] = network.options(of: letter, source: sums, history: history, scratch: scratch, into: logs)
      histories[index] = history
      historyCount &+= 1
    }
    return (logs, highest[index] - settings.optionMargin)
  }

  private func expandAttested(_ hypothesis: Hypothesis, _ letter: UInt8) {
    var (logs, limit) = answer(letter, after: hypothesis.history)
    let chunks = network.optionChunks + Int(network.optionStarts[Int(letter)])
    // No name is more frequent than those that share its beginning, so this much is needed to come in at all.
    if nextAttested.count == nextAttested.limit {
      limit = max(limit, nextAttested.items[nextAttested.count &- 1].rank - hypothesis.rank)
    }
    let count = nqh_select(selected, logs, Int32(truncatingIfNeeded: network.optionCount(of: letter)), limit)
    for place in 0..<Int(count) {
      let index = Int(selected[place])
      let chunk = network.chunks[Int(chunks[index])]
      var node = Int(hypothesis.node)
      var rest = chunk
      while rest != 0, node >= 0 {
        node = trie.child(of: node, UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
      guard node >= 0 else { continue }
      let score = hypothesis.score + logs[index]
      let rank = score + settings.frequencyWeight * Float(trie.prefixWeights[node]) * (1 / 16)
      if nextAttested.count == nextAttested.limit, rank <= nextAttested.items[nextAttested.count &- 1].rank {
        continue
      }
      var next = hypothesis
      next.chunk = chunk
      next.score = score
      next.rank = rank
      next.node = Int32(truncatingIfNeeded: node)
      Self.append(chunk, to: &next)
      nextAttested.insert(next)
    }
  }

  private func expandFree(_ hypothesis: Hypothesis, _ letter: UInt8) {
    let (logs, limit) = answer(letter, after: hypothesis.history)
    let chunks = network.optionChunks + Int(network.optionStarts[Int(letter)])
    let count = nqh_select(selected, logs, Int32(truncatingIfNeeded: network.optionCount(of: letter)), limit)
    for place in 0..<Int(count) {
      let index = Int(selected[place])
      var next = hypothesis
      next.score += logs[index]
      next.rank = next.score
      if nextFree.count == nextFree.limit, next.rank <= nextFree.items[nextFree.count &- 1].rank { continue }
      next.chunk = network.chunks[Int(chunks[index])]
      Self.append(next.chunk, to: &next)
      nextFree.insert(next)
    }
  }

  @inline(__always)
  private static func append(_ chunk: UInt32, to hypothesis: inout Hypothesis) {
    var rest = chunk
    while rest != 0 {
      let letter = UInt64(UInt8(truncatingIfNeeded: rest))
      hypothesis.history = hypothesis.history << 8 | letter
      hypothesis.hash = (hypothesis.hash ^ letter) &* 0x9E37_79B9_7F4A_7C15
      hypothesis.hash ^= hypothesis.hash >> 32
      rest >>= 8
    }
  }

  private func collect() -> [Found] {
    var result: [Found] = []
    result.reserveCapacity(attested.count + free.count)
    for place in 0..<attested.count {
      let hypothesis = attested.items[place]
      guard trie.nameWeights[Int(hypothesis.node)] > 0 else { continue }
      result.append(Found(letters: letters(of: hypothesis), score: hypothesis.score, node: Int(hypothesis.node)))
    }
    let count = result.count
    for place in 0..<free.count {
      let letters = letters(of: free.items[place])
      guard !letters.isEmpty, !result[..<count].contains(where: { $0.letters == letters }) else { continue }
      result.append(Found(letters: letters, score: free.items[place].score, node: trie.name(letters)))
    }
    return result
  }

  private func letters(of hypothesis: Hypothesis) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(16)
    var step = hypothesis.previous
    // Backwards, chunk by chunk, then turned round.
    while step >= 0 {
      let chunk = steps[Int(step)].chunk
      for shift in stride(from: 24 as UInt32, through: 0, by: -8) {
        let letter = UInt8(truncatingIfNeeded: chunk >> shift)
        if letter != 0 { letters.append(letter) }
      }
      step = steps[Int(step)].previous
    }
    letters.reverse()
    return letters
  }
}
