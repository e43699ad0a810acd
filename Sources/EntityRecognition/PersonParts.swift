import EntityLexicon
import TextModel
import TextSegmentation

/// Finds the family names of people whose full name stands in the document: بيرنز after وليام بيرنز.
struct PersonParts {
  /// The fewest letters of a family name that is looked for alone.
  private static let minimumLetters = 3

  private struct Bearer: Hashable {
    let identity: Candidate.Identity
    let hash: UInt64
  }

  private let view: TokenView
  /// Who bears a family name, in the order of the text: by the hash of its key, then as it is written in the full name,
  /// since a fold would take على for علي.
  private var bearers: [UInt64: [ArraySlice<UInt8>: [Candidate]]] = [:]
  private var known: Set<Bearer> = []
  /// One bit for each family name: it tells of nearly every word that it is none, without a dictionary's search.
  private var filter: UInt64 = 0
  /// The same over their last bytes, which a word has whatever particles stand before it.
  private var endFilter: UInt64 = 0

  /// Mentions by family name alone. `mentions` are those that stand, in the order of the text and without overlaps;
  /// `hashes` are those of the tokens' keys.
  static func find(
    mentions: [Candidate], in view: TokenView, hashes: [UInt64], contexts: [TokenContext]
  ) -> [Candidate] {
    var parts = PersonParts(view: view)
    for person in mentions where person.type == .person && person.tokenCount > 1 {
      parts.add(person, hash: hashes[person.last], contexts)
    }
    return parts.bearers.isEmpty ? [] : parts.find(hashes, besides: mentions)
  }

  private init(view: TokenView) { self.view = view }

  private mutating func add(_ person: Candidate, hash: UInt64, _ contexts: [TokenContext]) {
    let key = view.key(person.last)
    // Every byte of UTF-8 but the continuing ones begins a letter.
    guard key.count(where: { $0 & 0xC0 != 0x80 }) >= Self.minimumLetters, !Self.isNoFamilyName(key),
      contexts[person.last].isDisjoint(with: [.ordinary, .title, .personRelation, .personVerb]),
      contexts[person.last - 1].isDisjoint(with: .personRelation), !Self.isCompoundHead(view.key(person.last - 1))
    else { return }
    // One bearer once: the first mention of a person introduces them.
    guard known.insert(Bearer(identity: person.identity, hash: hash)).inserted else { return }
    bearers[hash, default: [:]][view.original(person.last), default: []].append(person)
    filter |= 1 << (hash & 63)
    view.keys.withUnsafeBytes { endFilter |= Self.endBit(UnsafeRawBufferPointer(rebasing: $0[key.indices])) }
  }

  private func find(_ hashes: [UInt64], besides mentions: [Candidate]) -> [Candidate] {
    var found: [Candidate] = []
    var next = 0
    view.keys.withUnsafeBytes { keys in
      for index in view.tokens.indices where view.tokens[index].kind == .word {
        // A word that belongs to a person already needs no other.
        while next < mentions.count, mentions[next].last < index { next += 1 }
        if next < mentions.count, mentions[next].first <= index, mentions[next].type == .person { continue }
        if let mention = mention(hashes[index], at: index, letters: 0) { found.append(mention) }
        let key = UnsafeRawBufferPointer(rebasing: keys[view.tokens[index].keyRange])
        guard endFilter & Self.endBit(key) != 0 else { continue }
        Proclitics.forEachSplit(of: key) { split in
          guard !split.restoresAlef else { return true }
          let rest = UnsafeRawBufferPointer(rebasing: key.dropFirst(split.keyCount))
          if let mention = mention(LexiconImage.hash(rest), at: index, letters: split.letterCount) {
            found.append(mention)
          }
          return true
        }
      }
    }
    return found
  }

  /// The mention of the bearer who was named last before a token, or else first after it.
  private func mention(_ hash: UInt64, at index: Int, letters: Int) -> Candidate? {
    guard filter & 1 << (hash & 63) != 0, let bearers = bearers[hash] else { return nil }
    let range = view.tokens[index].range
    let start = view.bytes.withUnsafeBufferPointer {
      Proclitics.wordStart(
        afterLetters: letters, in: UnsafeBufferPointer(rebasing: $0[range.lowerBound..<range.upperBound]))
    }
    guard let written = bearers[view.original(index, fromByte: start)], let first = written.first else { return nil }
    // Thousands may bear one name: a binary search.
    var (low, high) = (0, written.count)
    while low < high {
      let middle = (low + high) / 2
      if written[middle].first < index { low = middle + 1 } else { high = middle }
    }
    var mention = low > 0 ? written[low - 1] : first
    mention.first = index
    mention.last = index
    mention.procliticLetters = letters
    mention.glue = (0, 0)
    mention.evidence = .document
    return mention
  }

  /// The bit of a key's last three bytes; a family name has no fewer.
  private static func endBit(_ key: UnsafeRawBufferPointer) -> UInt64 {
    guard key.count >= 3 else { return 0 }
    let end = UInt64(key[key.count - 3]) << 16 | UInt64(key[key.count - 2]) << 8 | UInt64(key[key.count - 1])
    return 1 << ((end &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// God's name ends many compounds, and an ordinal the names of kings.
  private static let noFamilyNames = ["الله", "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"].map {
    Array($0.utf8)
  }

  private static func isNoFamilyName(_ key: ArraySlice<UInt8>) -> Bool { isOne(of: noFamilyNames, key) }

  /// عبد and ابو and ال are halves of a name: what follows them is no family name by itself.
  private static let compoundHeads = ["عبد", "ابو", "ابي", "ال", "بو"].map { Array($0.utf8) }

  static func isCompoundHead(_ key: ArraySlice<UInt8>) -> Bool { isOne(of: compoundHeads, key) }

  private static func isOne(of words: [[UInt8]], _ key: ArraySlice<UInt8>) -> Bool {
    words.contains { $0.count == key.count && $0.elementsEqual(key) }
  }
}
