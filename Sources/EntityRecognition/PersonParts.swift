import EntityLexicon
import TextModel
import TextSegmentation

/// Finds the family names of people whose full name stands in the document: بيرنز after وليام بيرنز.
struct PersonParts {
  /// The fewest letters of a family name that is looked for alone, in bytes of its key.
  private static let minimumKeyCount = 6

  private struct Part {
    let person: Candidate
    /// The word as it is written in the full name: a fold would take على for علي.
    let original: ArraySlice<UInt8>
  }

  /// Mentions by family name alone. `people` are the mentions that stand, `hashes` those of the tokens' keys.
  static func find(people: [Candidate], in view: TokenView, hashes: [UInt64], contexts: [TokenContext]) -> [Candidate] {
    var parts: [UInt64: Part] = [:]
    for person in people where person.type == .person && person.tokenCount > 1 {
      let key = view.key(person.last)
      guard key.count >= minimumKeyCount, parts[hashes[person.last]] == nil,
        contexts[person.last].isDisjoint(with: [.ordinary, .title, .personRelation, .personVerb]),
        contexts[person.last - 1].isDisjoint(with: .personRelation), !isCompoundHead(view.key(person.last - 1))
      else { continue }
      parts[hashes[person.last]] = Part(person: person, original: view.original(person.last))
    }
    guard !parts.isEmpty else { return [] }
    // One bit a part: it tells of nearly every word that it is none, without a dictionary's search.
    let filter = parts.keys.reduce(into: UInt64(0)) { $0 |= 1 << ($1 & 63) }
    func part(_ hash: UInt64) -> Part? { filter & 1 << (hash & 63) == 0 ? nil : parts[hash] }
    var mentions: [Candidate] = []
    func take(_ part: Part, at index: Int, letters: Int) {
      let range = view.tokens[index].range
      let start = view.bytes.withUnsafeBufferPointer {
        Proclitics.wordStart(
          afterLetters: letters, in: UnsafeBufferPointer(rebasing: $0[range.lowerBound..<range.upperBound]))
      }
      guard view.original(index, fromByte: start) == part.original else { return }
      var mention = part.person
      mention.first = index
      mention.last = index
      mention.procliticLetters = letters
      mention.glue = (0, 0)
      mention.evidence = .document
      mentions.append(mention)
    }
    view.keys.withUnsafeBytes { keys in
      for index in view.tokens.indices where view.tokens[index].kind == .word {
        if let part = part(hashes[index]) { take(part, at: index, letters: 0) }
        let key = UnsafeRawBufferPointer(rebasing: keys[view.tokens[index].keyRange])
        Proclitics.forEachSplit(of: key) { split in
          guard !split.restoresAlef else { return }
          let rest = UnsafeRawBufferPointer(rebasing: key[split.keyCount...])
          if let part = part(LexiconImage.hash(rest)) { take(part, at: index, letters: split.letterCount) }
        }
      }
    }
    return mentions
  }

  /// عبد and ابو and ال are halves of a name: what follows them is no family name by itself.
  private static func isCompoundHead(_ key: ArraySlice<UInt8>) -> Bool {
    ["عبد", "ابو", "ابي", "ال", "بو"].contains { key.elementsEqual($0.utf8) }
  }
}
