import NameTransliteration
import TextModel

/// Finds people who are in no lexicon: words that are parts of names, directly after a title.
struct UnlistedPersonFinder {
  /// How many words such a name may have.
  private static let maximumWords = 5
  /// How many names of bodies, countries and peoples may stand between a title and its bearer.
  private static let maximumPhrases = 8

  private let nameParts: NamePartDictionary

  init(nameParts: NamePartDictionary) { self.nameParts = nameParts }

  /// The people found; `accepted` are the mentions that stand, without overlaps, in the order of the text.
  func find(in view: TokenView, contexts: [TokenContext], accepted: [Candidate]) -> [Candidate] {
    var found: [Candidate] = []
    for index in contexts.indices where contexts[index].contains(.title) {
      var start = index + 1
      if start < view.tokens.count, view.continues(start), view.symbol(start) == UInt8(ascii: ".") { start += 1 }
      // The body or country that the title belongs to: وزير الخارجية الروسي …
      var phrases = 0
      while phrases < Self.maximumPhrases, start < view.tokens.count, view.continues(start),
        let phrase = Self.mention(at: start, accepted),
        phrase.procliticLetters == 0,
        phrase.type == .norp || phrase.type == .organization || phrase.type == .geopolitical
      {
        start = phrase.last + 1
        phrases += 1
      }
      // A word that is a title too begins the search itself.
      guard start < view.tokens.count, view.continues(start), !contexts[start].contains(.title) else { continue }
      if let person = person(at: start, view, contexts, accepted), found.last?.first != person.first {
        var person = person
        person.entity = found.count + 1
        found.append(person)
      }
    }
    return found
  }

  private func person(
    at start: Int, _ view: TokenView, _ contexts: [TokenContext], _ accepted: [Candidate]
  ) -> Candidate? {
    var last: Int?
    var words = 0
    var index = start
    while index < view.tokens.count, words < Self.maximumWords, index == start || view.continues(index) {
      // A listed person is found by the lexicon; a listed word of another kind ends the name.
      if let mention = Self.mention(at: index, accepted), mention.type != .geopolitical || words == 0 { break }
      let context = contexts[index]
      guard view.tokens[index].kind == .word, context.isDisjoint(with: [.title, .personVerb, .ordinary]),
        view.tokens[index].gap < .paragraph
      else { break }
      // The first half of a compound takes the next word with it, whatever that is: آل ثاني, أبو زيد, عبد الله.
      if PersonParts.isCompoundHead(view.key(index)), index + 1 < view.tokens.count, view.continues(index + 1),
        view.tokens[index + 1].kind == .word
      {
        last = index + 1
        words += 1
        index += 2
        continue
      }
      if words > 0, context.contains(.personRelation) {
        words += 1
        index += 1
        continue
      }
      // A given name has no article: الجنرال الكبير … is not a name yet.
      guard isNamePart(view, index, isFirst: words == 0), words > 0 || !view.key(index).starts(with: "ال".utf8) else {
        break
      }
      last = index
      words += 1
      index += 1
    }
    // One word alone, or one compound, could be anything.
    guard let last, words > 1 else { return nil }
    return Candidate(
      first: start, last: last, image: Candidate.unlistedImage, entity: 0, type: .person, evidence: .title)
  }

  /// The last of the mentions, which are in the order of the text, that begins with a token.
  private static func mention(at token: Int, _ mentions: [Candidate]) -> Candidate? {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].first <= token { low = middle + 1 } else { high = middle }
    }
    return low > 0 && mentions[low - 1].first == token ? mentions[low - 1] : nil
  }

  private func isNamePart(_ view: TokenView, _ index: Int, isFirst: Bool) -> Bool {
    let range = view.tokens[index].keyRange
    return view.keys.withUnsafeBufferPointer { keys in
      nameParts.namePartCount(UnsafeBufferPointer(rebasing: keys[range])) >= (isFirst ? 2 : 1)
    }
  }
}
