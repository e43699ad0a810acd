import ArabicNormalization
public import UnicodeText

/// Writes whole names: keeps the order of their parts, knows titles, compounds, articles, particles and initials.
///
/// One a task: it owns ICU's transforms and a bounded cache. What single parts look like is asked of a `NamePartWriting`.
/// Proclitics (و ب ل) are not its business.
public final class NameTransliterator: NameTransliterating {
  /// Beyond so many words only the best spelling of each is taken.
  static let maximumWords = 24
  /// Longer names and parts are not kept in the caches.
  private static let maximumCachedCount = 96
  /// How many spellings are asked for where the style chooses among them.
  static let styledCount = 8

  let settings: NameTransliteration
  private let parts: any NamePartWriting
  private let nameNormalizer: TextNormalizer
  private let keyNormalizer: TextNormalizer
  private var partCache = BoundedCache<CacheKey<PartKey>, [NameCandidate]>(generation: 8192)
  private var nameCache = BoundedCache<CacheKey<BytewiseText>, [NameCandidate]>(generation: 8192)

  private struct CacheKey<Asked: Hashable>: Hashable {
    let asked: Asked
    let limit: Int
  }

  private struct PartKey: Hashable {
    let text: BytewiseText
    let key: BytewiseText
    let language: NameLanguage?

    init(_ part: NamePart) {
      (text, key, language) = (BytewiseText(part.text), BytewiseText(part.key), part.language)
    }
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
    guard name.utf8.count <= Self.maximumCachedCount else { return written(name, limit: limit) }
    return nameCache.value(for: CacheKey(asked: BytewiseText(name), limit: limit)) { written(name, limit: limit) }
  }

  private func written(_ name: String, limit: Int) -> [NameCandidate] {
    var words = words(of: name)
    let target = settings.target
    if words.words.allSatisfy({ target.isWritten(in: $0.language) }) {
      return [NameCandidate(text: name, score: 1, origin: .lexicon)]
    }
    let each = words.words.count > Self.maximumWords ? 1 : limit
    if target != .english,
      !words.words.contains(where: { $0.language == .english || target.isWritten(in: $0.language) })
    {
      // By way of English, which knows how the words of such names belong together.
      let english = joined(englishUnits(words.words, limit: 1), tail: words.tail, limit: 1)
      words = self.words(of: english.first?.text ?? name)
    }
    let units =
      target == .english ? englishUnits(words.words, limit: each) : targetUnits(words.words, limit: each)
    // The full stop of `Jr.` goes with it.
    let tail = words.tail == "." && units.last?.standsApart == true ? "" : words.tail
    var result = joined(units, tail: tail, limit: each)
    result.removeAll { $0.text.allSatisfy(\.isWhitespace) }
    return result.isEmpty ? [NameCandidate(text: name, score: 0, origin: .rules)] : result
  }

  private func words(of name: String) -> NameWords {
    NameWords(
      nameNormalizer.normalize(name), language: settings.source ?? NameLanguage.guessed(from: name.unicodeScalars),
      key: key)
  }

  /// The style for words of a language: the press writes Persian names as Iran does.
  func style(for language: NameLanguage?) -> NameStyle {
    settings.style == .press && language == .persian ? .iran : settings.style
  }

  /// The spellings of one part, from the cache or asked for.
  func spellings(of part: NamePart, limit: Int) -> [NameCandidate] {
    if part.language == .english && settings.target == .english {
      return [NameCandidate(text: part.text, score: 1, origin: .lexicon)]
    }
    guard part.text.utf8.count <= Self.maximumCachedCount else { return written(part, limit: limit) }
    return partCache.value(for: CacheKey(asked: PartKey(part), limit: limit)) { written(part, limit: limit) }
  }

  /// The best spelling of a part in no style.
  func unstyled(_ part: NamePart) -> NameCandidate? { parts.candidates(for: part, limit: 1).first }

  /// What the tables know by heart, then what `parts` says, in the order of the style.
  private func written(_ part: NamePart, limit: Int) -> [NameCandidate] {
    let style = style(for: part.language)
    var known: [String] = []
    if part.language == .english {
      known = targetKnowledge?.names[part.key].map { [$0] } ?? []
    } else {
      known = knowledge.names[part.key]?[style] ?? []
    }
    var result = NameUnit.candidates(known, limit: limit)
    guard result.count < limit else { return result }
    let isStyled = style != .press && part.language?.isArabicScript == true
    var found = parts.candidates(for: part, limit: isStyled ? max(limit, Self.styledCount) : limit)
    if isStyled { found = knowledge.habits.ordered(found, key: part.key, style: style) }
    if let last = result.last {
      // Behind what is known by heart.
      for index in found.indices { found[index].score *= last.score / 4 }
    }
    result = NameUnit.best(result + found, limit: limit)
    return result.isEmpty ? [NameCandidate(text: part.text, score: 0, origin: .rules)] : result
  }

  /// The tables, read when the first name is written.
  var knowledge: NameKnowledge { .shared }
  /// What they say of names in the target's language.
  var targetKnowledge: NameTargetKnowledge? { .shared(settings.target) }

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
