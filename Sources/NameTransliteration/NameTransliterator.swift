import ArabicNormalization
public import UnicodeText

/// Writes whole names: keeps the order of their parts, knows compounds, articles, particles and initials.
///
/// One a task: it owns ICU's transforms and a bounded cache. What single parts look like is asked of a `NamePartWriting`.
/// Proclitics (و ب ل) are not its business.
public final class NameTransliterator: NameTransliterating {
  /// Beyond so many words only the best spelling of each is taken.
  static let maximumWords = 24
  /// Longer parts are not kept in the cache.
  private static let maximumCachedCount = 96

  let settings: NameTransliteration
  private let parts: any NamePartWriting
  private let nameNormalizer: TextNormalizer
  private let keyNormalizer: TextNormalizer
  private var cache = BoundedCache<CacheKey, [NameCandidate]>(generation: 2048)

  private struct CacheKey: Hashable {
    let part: NamePart
    let limit: Int
  }

  /// A transliterator that asks `parts` for every part; `NameTransliteration.makeTransliterator()` makes the usual one.
  ///
  /// - Throws: `ICUError` where ICU lacks its normalization data.
  public init(_ settings: NameTransliteration, parts: any NamePartWriting) throws(ICUError) {
    self.settings = settings
    self.parts = parts
    nameNormalizer = try TextNormalizer(.name)
    keyNormalizer = try TextNormalizer(.search)
  }

  /// The likeliest spellings, best first; at least one for a name that is not empty, where `limit` is above 0.
  ///
  /// A name that is already written in the target's letters is its own only spelling.
  public func candidates(for name: String, limit: Int) -> [NameCandidate] {
    guard limit > 0, !name.isEmpty else { return [] }
    let limit = min(limit, 64)
    let guess = settings.source ?? NameLanguage.guessed(from: name.unicodeScalars)
    let words = NameWords(nameNormalizer.normalize(name), language: guess, key: key)
    let isWritten = settings.target == .english ? words.isLatin : words.isArabic
    if isWritten {
      return [NameCandidate(text: name, score: 1, origin: .lexicon)]
    }
    let each = words.words.count > Self.maximumWords ? 1 : limit
    let units =
      settings.target == .english ? englishUnits(words.words, limit: each) : arabicUnits(words.words, limit: each)
    var result = joined(units, tail: words.tail, limit: each)
    result.removeAll { $0.text.allSatisfy(\.isWhitespace) }
    return result.isEmpty ? [NameCandidate(text: name, score: 0, origin: .rules)] : result
  }

  /// The spellings of one part, from the cache or asked for.
  func spellings(of part: NamePart, limit: Int) -> [NameCandidate] {
    if part.language == .english && settings.target == .english {
      return [NameCandidate(text: part.text, score: 1, origin: .lexicon)]
    }
    let make = { [parts] in
      let found = parts.candidates(for: part, limit: limit)
      return found.isEmpty ? [NameCandidate(text: part.text, score: 0, origin: .rules)] : found
    }
    guard part.text.utf8.count <= Self.maximumCachedCount else { return make() }
    return cache.value(for: CacheKey(part: part, limit: limit), make)
  }

  /// About how many people bear a part.
  func count(of part: NamePart) -> Int { parts.count(of: part) }

  /// The text by the profile `search`.
  func key(_ text: String) -> String { keyNormalizer.normalize(text) }

  /// The best combinations of the units' spellings.
  private func joined(_ units: [NameUnit], tail: String, limit: Int) -> [NameCandidate] {
    if limit == 1 {
      var best = NameCandidate(text: "", score: 1, origin: .lexicon)
      for unit in units {
        guard let spelling = unit.spellings.first else { continue }
        best.text += unit.gap + spelling.text
        best.score *= spelling.score
        best.origin = best.origin.joined(with: spelling.origin)
      }
      best.text += tail
      return units.isEmpty ? [] : [best]
    }
    var beam = [NameCandidate(text: "", score: 1, origin: .lexicon)]
    for unit in units where !unit.spellings.isEmpty {
      var next: [NameCandidate] = []
      for start in beam {
        for spelling in unit.spellings {
          next.append(
            NameCandidate(
              text: start.text + unit.gap + spelling.text, score: start.score * spelling.score,
              origin: start.origin.joined(with: spelling.origin)))
        }
      }
      beam = NameUnit.best(next, limit: limit)
    }
    return units.isEmpty ? [] : beam.map { NameCandidate(text: $0.text + tail, score: $0.score, origin: $0.origin) }
  }
}

/// A part of a name, or several that are written as one, and its spellings.
struct NameUnit {
  /// What stands before it.
  var gap: String
  /// Best first.
  var spellings: [NameCandidate]

  /// A unit that is written in one way only.
  static func fixed(_ text: String, gap: String) -> NameUnit {
    NameUnit(gap: gap, spellings: [NameCandidate(text: text, score: 1, origin: .lexicon)])
  }

  /// The best candidates, without those that say the same; of equal scores the earlier goes first.
  static func best(_ candidates: [NameCandidate], limit: Int) -> [NameCandidate] {
    // By bytes: Swift's own comparison takes quadratic time over many marks.
    var seen: Set<[UInt8]> = []
    let sorted = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return Array(sorted.map(\.element).filter { seen.insert(Array($0.text.utf8)).inserted }.prefix(limit))
  }
}
