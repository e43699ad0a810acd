import TextModel

/// Chooses among mentions that overlap, by one total order.
///
/// The better mention is, in this order: the one of the more important lexicon (a user's before the built-in one, listed
/// before unlisted); the one of more words; the one with fewer letters of particles; the one that begins first; the one
/// that stands by itself before the one that needed a title or cue, and that before the one that needed the document; the
/// one whose row comes first in its lexicon.
enum OverlapResolution {
  /// The mentions that remain, in the order of the text; no two share a word, glued halves excepted.
  static func resolve(_ mentions: [Candidate]) -> [Candidate] {
    let sorted = mentions.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    var result: [Candidate] = []
    result.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      // A cluster: mentions that hang together by overlaps.
      var end = start + 1
      var reach = sorted[start].last
      while end < sorted.count, sorted[end].first <= reach {
        reach = max(reach, sorted[end].last)
        end += 1
      }
      if end - start == 1 {
        result.append(sorted[start])
      } else {
        let chosen = chosen(from: sorted[start..<end].sorted(by: isBetter), tokens: sorted[start].first...reach)
        result += chosen.sorted { ($0.first, $0.glue.start) < ($1.first, $1.glue.start) }
      }
      start = end
    }
    return result
  }

  /// Mentions that stand, and of others those that overlap with none of them.
  static func adding(_ others: [Candidate], to mentions: [Candidate]) -> [Candidate] {
    var result = mentions
    var next = 0
    for other in others.sorted(by: { $0.first < $1.first }) {
      while next < mentions.count, mentions[next].last < other.first { next += 1 }
      if next == mentions.count || mentions[next].first > other.last,
        result.last.map({ $0.evidence != .document || $0.first != other.first }) ?? true
      {
        result.append(other)
      }
    }
    return result.sorted {
      ($0.first, $0.procliticLetters, $0.glue.start) < ($1.first, $1.procliticLetters, $1.glue.start)
    }
  }

  /// Those of a cluster that do not overlap with a better one; `mentions` are given the best first.
  private static func chosen(from mentions: [Candidate], tokens: ClosedRange<Int>) -> [Candidate] {
    var chosen: [Candidate] = []
    // Which of the chosen holds each token: to compare with all of them would be quadratic, and clusters may be long.
    let (free, full) = (-1, -2)
    var holders = [Int](repeating: free, count: tokens.count)
    for mention in mentions {
      let held = mention.first - tokens.lowerBound...mention.last - tokens.lowerBound
      let isFree = held.allSatisfy {
        holders[$0] == free || holders[$0] != full && !overlaps(chosen[holders[$0]], mention)
      }
      guard isFree else { continue }
      for token in held { holders[token] = holders[token] == free ? chosen.count : full }
      chosen.append(mention)
    }
    return chosen
  }

  /// Every mention once, in the order of the text, the longer before those within it.
  static func everyMention(_ mentions: [Candidate]) -> [Candidate] {
    func key(_ mention: Candidate) -> [Int] {
      [
        mention.first, mention.procliticLetters + mention.glue.start, -mention.last,
        mention.glue.end == 0 ? 0 : 1, mention.image, mention.entity,
      ]
    }
    let sorted = mentions.map { (key: key($0), mention: $0) }.sorted {
      $0.key == $1.key
        ? rank($0.mention.evidence) < rank($1.mention.evidence) : $0.key.lexicographicallyPrecedes($1.key)
    }
    // A family name may have been admitted both as a name of its own and as part of the full name.
    return sorted.indices.filter { $0 == 0 || sorted[$0].key != sorted[$0 - 1].key }.map { sorted[$0].mention }
  }

  private static func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    let first = (a.image, -a.tokenCount, a.procliticLetters, a.first, rank(a.evidence))
    let second = (b.image, -b.tokenCount, b.procliticLetters, b.first, rank(b.evidence))
    // Glue decides last: two halves, or a whole and a half, of one row.
    return first == second
      ? (a.entity, a.glue.start, a.glue.end) < (b.entity, b.glue.start, b.glue.end) : first < second
  }

  private static func rank(_ evidence: Entity.Evidence?) -> Int {
    switch evidence {
    case .lexicon, .rule: 0
    case .context, .title, .glued, .model, nil: 1
    case .document: 2
    }
  }

  private static func overlaps(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.first <= b.last, b.first <= a.last else { return false }
    // The two halves of glued words share a token but no letter.
    return !(a.evidence == .glued && b.evidence == .glued && a.first == b.first && a.glue.start != b.glue.start)
  }
}
