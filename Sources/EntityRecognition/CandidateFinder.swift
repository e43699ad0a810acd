import EntityLexicon
import TextModel
import TextSegmentation

/// Finds every name of the lexicons in a document's tokens: the hot path.
///
/// Each word is hashed once; a name of several words is a walk through the image's nodes. Words that begin with a
/// particle are looked up again without it.
struct CandidateFinder {
  private let images: [LexiconImage]
  /// Per image and row class: what it says, or that it is an entity of some type.
  private let classes: [LexiconClass]

  /// The names found, in the order of their first token.
  private(set) var candidates: [Candidate] = []
  /// What titles, cues and verbs say, a value a token.
  private(set) var contexts: [TokenContext] = []
  /// Hash of each token's key.
  private(set) var hashes: [UInt64] = []
  /// Number + 1 of each token's word in the image at hand; 0 where it has none.
  private var words: [UInt32] = []
  private var scratch: [UInt8] = []
  /// Names with one of these conditions cannot stand in the document at hand.
  private var excluded: LexiconImage.NameConditions = []

  init(_ lexicon: EntityLexicon) {
    images = Array(lexicon.images.prefix(Candidate.unlistedImage))
    classes = LexiconClass.all
    scratch.reserveCapacity(256)
  }

  mutating func find(in annotations: borrowing Annotations, of document: Document) {
    // Persian and Arabic share their letters: what the one writes as a name is often a word of the other.
    let language = LanguageGuess.language(of: document.bytes)
    excluded = language == "fa" || language == "ur" ? [] : .persianText
    candidates.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    contexts.append(contentsOf: repeatElement([], count: annotations.tokens.count))
    hashes.removeAll(keepingCapacity: true)
    hashes.reserveCapacity(annotations.tokens.count)
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: annotations.tokens.count))
    annotations.tokens.withUnsafeBufferPointer { tokens in
      annotations.keys.withUnsafeBytes { keys in
        for token in tokens { hashes.append(LexiconImage.hash(UnsafeRawBufferPointer(rebasing: keys[token.keyRange]))) }
        for index in images.indices { find(tokens, keys, image: images[index], number: index) }
      }
    }
    if images.count > 1 { candidates.sort { ($0.first, $0.image) < ($1.first, $1.image) } }
  }

  private mutating func find(
    _ tokens: UnsafeBufferPointer<Token>, _ keys: UnsafeRawBufferPointer, image: LexiconImage, number: Int
  ) {
    for index in tokens.indices {
      let key = UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange])
      words[index] = image.word(key, hash: hashes[index]).map { $0 &+ 1 } ?? 0
    }
    for index in tokens.indices where tokens[index].kind != .symbol {
      let key = UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange])
      var isOrdinary = false
      if words[index] != 0, let root = image.root(words[index] &- 1) {
        isOrdinary = walk(tokens, keys, image: image, number: number, from: index, root: root, procliticLetters: 0)
      }
      // A word that the lexicon calls ordinary is not cut: كبير is not ك + بير.
      if isOrdinary { continue }
      Proclitics.forEachSplit(of: key) { split in
        guard let word = self.word(after: split, key, image), let root = image.root(word) else { return }
        _ = walk(
          tokens, keys, image: image, number: number, from: index, root: root, procliticLetters: split.letterCount)
      }
      if words[index] == 0, candidates.last?.first != index {
        findGlued(key, index, image: image, number: number)
      }
    }
  }

  private mutating func word(
    after split: Proclitics.Split, _ key: UnsafeRawBufferPointer, _ image: LexiconImage
  ) -> UInt32? {
    let rest = UnsafeRawBufferPointer(rebasing: key[split.keyCount...])
    guard split.restoresAlef else { return image.word(rest, hash: LexiconImage.hash(rest)) }
    scratch.removeAll(keepingCapacity: true)
    scratch += Proclitics.alef
    scratch.append(contentsOf: rest)
    return scratch.withUnsafeBytes { image.word($0, hash: LexiconImage.hash($0)) }
  }

  /// Takes up every name that begins with a root's word. Returns whether the word alone is an ordinary one.
  private mutating func walk(
    _ tokens: UnsafeBufferPointer<Token>, _ keys: UnsafeRawBufferPointer, image: LexiconImage, number: Int,
    from first: Int, root: UInt32, procliticLetters: Int
  ) -> Bool {
    var node = root
    var last = first
    var isOrdinary = false
    while true {
      for reference in image.nameReferences(node) {
        let name = image.name(at: image.nameNumber(atReference: reference))
        guard name.conditions.isDisjoint(with: excluded) else { continue }
        switch classes[Int(image.classCode(of: name.entity))] {
        case .entity(let type):
          candidates.append(
            Candidate(
              first: first, last: last, procliticLetters: procliticLetters, image: number, entity: name.entity, type: type,
              conditions: name.conditions))
        case .word:
          guard last == first, procliticLetters == 0 else { break }
          isOrdinary = true
          contexts[last].insert(.ordinary)
        case let other: contexts[last].insert(TokenContext(other))
        }
      }
      guard let next = Self.nextWord(tokens, keys, after: last), words[next] != 0,
        let child = image.child(node, words[next] &- 1)
      else { return isOrdinary }
      node = child
      last = next
    }
  }

  /// The token with which a name may go on after `index`: in the same sentence, with nothing between but white space, a
  /// hyphen, an apostrophe, or the full stop of an initial.
  @inline(__always)
  static func nextWord(_ tokens: UnsafeBufferPointer<Token>, _ keys: UnsafeRawBufferPointer, after index: Int) -> Int? {
    var next = index + 1
    guard next < tokens.count else { return nil }
    if tokens[next].kind == .symbol {
      let token = tokens[next]
      guard token.keyCount == 1, !token.startsSentence, token.gap < .paragraph else { return nil }
      switch keys[Int(token.keyStart)] {
      case UInt8(ascii: "-"), UInt8(ascii: "'"): break
      case UInt8(ascii: "."):
        let key = tokens[index].keyRange
        guard key.count == 1 || key.count == 2 && keys[key.lowerBound] >= 0x80 else { return nil }
      default: return nil
      }
      next += 1
      guard next < tokens.count, tokens[next].kind != .symbol else { return nil }
    }
    return tokens[next].startsSentence || tokens[next].gap == .paragraph ? nil : next
  }

  /// Two names written together, as happens after letters that do not join: رويترزالشرق.
  private mutating func findGlued(_ key: UnsafeRawBufferPointer, _ index: Int, image: LexiconImage, number: Int) {
    // Four letters and three at least: shorter pieces stand in too many words by chance.
    guard key.count >= 14, key[0] >= 0xD8, key[0] <= 0xDB else { return }
    var cut = 8
    while cut <= key.count - 6 {
      defer { cut += 2 }
      guard key[cut - 2] == 0xD8 || key[cut - 2] == 0xD9, Self.endsWord(key[cut - 2], key[cut - 1]) else { continue }
      let head = UnsafeRawBufferPointer(rebasing: key[..<cut])
      guard let headWord = image.word(head, hash: LexiconImage.hash(head)), let headRoot = image.root(headWord) else { continue }
      let tail = UnsafeRawBufferPointer(rebasing: key[cut...])
      guard let tailWord = image.word(tail, hash: LexiconImage.hash(tail)), let tailRoot = image.root(tailWord) else { continue }
      let count = candidates.count
      let heads = appendGlued(headRoot, index, image: image, number: number, keyStart: 0, keyEnd: cut, isHead: true)
      guard heads, appendGlued(tailRoot, index, image: image, number: number, keyStart: cut, keyEnd: 0, isHead: false) else {
        candidates.removeLast(candidates.count - count)
        continue
      }
      return
    }
  }

  /// Takes up the entity of a whole name of one word. The first of two must be a name without doubt.
  private mutating func appendGlued(
    _ root: UInt32, _ index: Int, image: LexiconImage, number: Int, keyStart: Int, keyEnd: Int, isHead: Bool
  ) -> Bool {
    for reference in image.nameReferences(root) {
      let name = image.name(at: image.nameNumber(atReference: reference))
      guard case .entity(let type) = classes[Int(image.classCode(of: name.entity))],
        name.conditions.isDisjoint(with: excluded),
        !isHead || name.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle])
      else { continue }
      candidates.append(
        Candidate(
          first: index, last: index, image: number, entity: name.entity, type: type, glue: (keyStart / 2, keyEnd / 2),
          evidence: .glued))
      return true
    }
    return false
  }

  /// Whether an Arabic letter never joins the one after it (Joining_Type R or U), so that a forgotten space does not show.
  private static func endsWord(_ lead: UInt8, _ trail: UInt8) -> Bool {
    // ا د ذ ر ز ء; و ى, and ه where it stands for teh marbuta.
    switch (lead, trail) {
    case (0xD8, 0xA7), (0xD8, 0xAF), (0xD8, 0xB0), (0xD8, 0xB1), (0xD8, 0xB2), (0xD8, 0xA1): true
    case (0xD9, 0x88), (0xD9, 0x8A), (0xD9, 0x87): true
    default: false
    }
  }
}
