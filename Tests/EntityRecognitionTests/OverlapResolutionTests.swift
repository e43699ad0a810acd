@testable import EntityRecognition
import TestSupport
import Testing
import TextModel

@Suite("Resolution of overlaps")
struct OverlapResolutionTests {
  /// What a slow reading of the documented order gives: the best of all mentions, then the best of those that do not
  /// overlap with it, and so on.
  private static func reference(_ mentions: [Candidate]) -> [Candidate] {
    var left = mentions
    var chosen: [Candidate] = []
    while let best = left.min(by: { key($0).lexicographicallyPrecedes(key($1)) }) {
      chosen.append(best)
      left.removeAll { overlap($0, best) }
    }
    return chosen.sorted { ($0.first, $0.glue.start) < ($1.first, $1.glue.start) }
  }

  private static func key(_ mention: Candidate) -> [Int] {
    [
      mention.image, -mention.tokenCount, mention.procliticLetters, mention.first,
      mention.evidence == .lexicon ? 0 : mention.evidence == .document ? 2 : 1,
      mention.entity, mention.glue.start, mention.glue.end,
    ]
  }

  private static func overlap(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.first <= b.last, b.first <= a.last else { return false }
    return !(a.evidence == .glued && b.evidence == .glued && a.first == b.first && a.glue.start != b.glue.start)
  }

  private static func random(_ numbers: inout SeededGenerator) -> [Candidate] {
    var taken: Set<[Int]> = []
    var mentions: [Candidate] = []
    let length = Int.random(in: 1...25, using: &numbers)
    for _ in 0..<Int.random(in: 0...30, using: &numbers) {
      let first = Int.random(in: 0..<length, using: &numbers)
      var mention = Candidate(
        first: first, last: first + Int.random(in: 0...3, using: &numbers),
        procliticLetters: Int.random(in: 0...2, using: &numbers),
        image: [0, 1, Candidate.unlistedImage].randomElement(using: &numbers) ?? 0,
        entity: Int.random(in: 0...5, using: &numbers), type: .organization,
        evidence: [.lexicon, .context, .document, .title].randomElement(using: &numbers))
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        mention.last = first
        mention.evidence = .glued
        mention.glue = Bool.random(using: &numbers) ? (0, 4) : (4, 0)
        mention.procliticLetters = 0
      }
      guard taken.insert(key(mention)).inserted else { continue }
      mentions.append(mention)
    }
    return mentions
  }

  private static func summary(_ mentions: [Candidate]) -> [[Int]] {
    mentions.map { [$0.first, $0.last, $0.image, $0.entity, $0.procliticLetters, $0.glue.start, $0.glue.end] }
  }

  @Test(
    "It gives what a slow reading of the order gives, however the mentions come in", arguments: 0..<8 as Range<UInt64>)
  func againstReference(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let mentions = Self.random(&numbers)
      let expected = Self.summary(Self.reference(mentions))
      #expect(Self.summary(OverlapResolution.resolve(mentions)) == expected)
      #expect(Self.summary(OverlapResolution.resolve(mentions.shuffled(using: &numbers))) == expected)
    }
  }

  @Test("What it gives does not overlap, and is a part of what came in", arguments: 100..<104 as Range<UInt64>)
  func noOverlaps(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let mentions = Self.random(&numbers)
      let resolved = OverlapResolution.resolve(mentions)
      #expect(resolved.isEmpty == mentions.isEmpty)
      #expect(Set(Self.summary(resolved)).isSubset(of: Set(Self.summary(mentions))))
      for (a, b) in zip(resolved, resolved.dropFirst()) { #expect(!Self.overlap(a, b)) }
      // To resolve again changes nothing.
      #expect(Self.summary(OverlapResolution.resolve(resolved)) == Self.summary(resolved))
    }
  }

  @Test("Nothing and one mention come out as they went in")
  func small() {
    #expect(OverlapResolution.resolve([]).isEmpty)
    let one = Candidate(first: 3, last: 4, image: 0, entity: 7, type: .person, evidence: .lexicon)
    #expect(Self.summary(OverlapResolution.resolve([one])) == Self.summary([one]))
  }
}
