import EntityLexicon
import TextModel
import TextSegmentation

/// Finds every name of the lexicons in a document's tokens: the hot path.
///
/// Each word is hashed once; a name of several words is a walk through the image's nodes. Words that begin with a
/// particle are looked up again without it, and in languages that inflect names, words are looked up in their base forms.
struct CandidateFinder {
  /// How many rows are taken up for one name: a lexicon may have thousands of a name, and a text thousands of mentions.
  private static let maximumNames = 64
  /// How many tokens a name may span, hyphens included, whatever an image says.
  private static let maximumTokens = 512
  /// How many beginnings of names are followed from one token where words are inflected: each word may be several others.
  private static let maximumInflectedNodes = 64

  private let images: [LexiconImage]
  private let classes = LexiconClass.all

  /// The names found, in the order of their first token.
  private(set) var candidates: [Candidate] = []
  /// What titles, cues and verbs say, a value a token.
  private(set) var contexts: [TokenContext] = []
  /// Hash of each token's key.
  private(set) var hashes: [UInt64] = []
  /// Number + 1 of each token's word in the image at hand, not yet confirmed; 0 where it has none.
  private var words: [UInt32] = []
  private var scratch: [UInt8] = []
  /// The words of the image at hand that tokens are forms of; empty for languages that do not inflect names.
  private var inflected = InflectedWords()
  /// Whether the document at hand is in Persian or Urdu; nil until a name asks. Persian and Arabic share their letters, and
  /// what the one writes as a name is often a word of the other.
  private var isPersian: Bool?

  /// What one pass over a document reads.
  private struct Pass {
    let tokens: UnsafeBufferPointer<Token>
    let keys: UnsafeRawBufferPointer
    let document: Document
    let image: LexiconImage
    /// The image's place among the lexicons.
    let number: Int

    func key(_ index: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange]) }

    /// Whether a token is written with a final ى, which keys do not tell from ي.
    func endsWithAlefMaqsura(_ index: Int) -> Bool {
      let range = tokens[index].range
      return range.count >= 2 && document.bytes[range.upperBound - 2] == 0xD9
        && document.bytes[range.upperBound - 1] == 0x89
    }
  }

  init(_ lexicon: EntityLexicon) {
    images = Array(lexicon.images.prefix(Candidate.unlistedImage))
    scratch.reserveCapacity(256)
  }

  mutating func find(in annotations: borrowing Annotations, of document: Document) {
    let count = annotations.tokens.count
    isPersian = nil
    candidates.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    contexts.append(contentsOf: repeatElement([], count: count))
    hashes.removeAll(keepingCapacity: true)
    hashes.append(contentsOf: repeatElement(0, count: count))
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: count))
    annotations.tokens.withUnsafeBufferPointer { tokens in
      annotations.keys.withUnsafeBytes { keys in
        var isCyrillic = false
        hashes.withUnsafeMutableBufferPointer { hashes in
          for index in 0..<count {
            let key = UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange])
            hashes[index] = LexiconImage.hash(key)
            isCyrillic = isCyrillic || !key.isEmpty && key[0] >= 0xD0 && key[0] <= 0xD2
          }
        }
        // A few Persian letters stand in Arabic texts too: پوتين.
        let isPersian = Self.persianLetterCount(document) > count / 16 && isPersian(document)
        for number in images.indices {
          inflected.removeAll()
          if isCyrillic || isPersian {
            inflected.find(tokens, keys, of: document, in: images[number], isPersian: isPersian)
          }
          find(Pass(tokens: tokens, keys: keys, document: document, image: images[number], number: number))
        }
      }
    }
    if images.count > 1 { candidates.sort { ($0.first, $0.image) < ($1.first, $1.image) } }
  }

  private mutating func find(_ pass: Pass) {
    let image = pass.image
    // All words are looked up before any is followed, so that the look-ups do not wait for one another.
    words.withUnsafeMutableBufferPointer { words in
      hashes.withUnsafeBufferPointer { hashes in
        for index in words.indices { words[index] = image.likelyWord(hash: hashes[index]).map { $0 &+ 1 } ?? 0 }
      }
    }
    for index in pass.tokens.indices where pass.tokens[index].kind != .symbol {
      let known = words[index]
      let count = candidates.count
      defer { if !inflected.isEmpty { findInflected(from: index, besides: count, pass) } }
      if known != 0, let root = image.root(known &- 1) {
        // A word that the lexicon calls ordinary is not cut: كبير is not ك + بير.
        if walk(pass, from: index, root: root, confirming: known &- 1) { continue }
      }
      let key = pass.key(index)
      var isOrdinary = false
      Proclitics.forEachSplit(of: key) { split in
        // After the particle of an ordinary word there is no second one: وكبير is not و + ك + بير.
        guard !isOrdinary, let word = word(after: split, key, image), let root = image.root(word) else { return }
        isOrdinary = walk(pass, from: index, root: root, procliticLetters: split.letterCount)
      }
      if known == 0, candidates.count == count { findGlued(key, index, pass) }
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

  /// Takes up every name that begins with a root's word, which is compared only when a name depends on it: `unconfirmed` is
  /// that word where it has not been yet. Returns whether the word alone is an ordinary one.
  private mutating func walk(
    _ pass: Pass, from first: Int, root: UInt32, confirming unconfirmed: UInt32? = nil, procliticLetters: Int = 0
  ) -> Bool {
    let image = pass.image
    var unconfirmed = unconfirmed
    var node = root
    var last = first
    var isOrdinary = false
    while true {
      let references = image.nameReferences(node)
      if !references.isEmpty, let word = unconfirmed {
        guard image.isWord(word, pass.key(last)) else { return isOrdinary }
        unconfirmed = nil
      }
      let count = candidates.count
      var demands: LexiconImage.NameConditions = []
      for reference in references.prefix(Self.maximumNames) {
        let name = image.name(at: image.nameNumber(atReference: reference))
        if name.conditions.contains(.persianText), !isPersian(pass.document) { continue }
        switch classes[Int(name.classCode)] {
        case .entity(let type):
          candidates.append(
            Candidate(
              first: first, last: last, procliticLetters: procliticLetters, image: pass.number, entity: name.entity,
              type: type, conditions: name.conditions))
        case .word:
          guard last == first, !name.conditions.contains(.finalAlefMaqsura) || pass.endsWithAlefMaqsura(last) else {
            break
          }
          // على is never علي, even where an Ali is in the document.
          demands.formUnion(
            name.conditions.contains(.finalAlefMaqsura) ? [.needsContext, .onlyWithTitle] : .needsContext)
          contexts[last].insert(.ordinary)
        case let other: contexts[last].insert(TokenContext(other))
        }
      }
      if !demands.isEmpty {
        // What is also an ordinary word is a name only with evidence.
        isOrdinary = true
        for index in count..<candidates.count { candidates[index].conditions.formUnion(demands) }
      }
      guard last &- first < Self.maximumTokens, let next = Self.nextWord(pass.tokens, pass.keys, after: last),
        words[next] != 0,
        let child = image.child(node, words[next] &- 1)
      else { return isOrdinary }
      if let word = unconfirmed, !image.isWord(word, pass.key(last)) { return isOrdinary }
      unconfirmed = words[next] &- 1
      node = child
      last = next
    }
  }

  /// How the words of a name were read so far.
  private struct InflectedReading {
    var isInflected = false
    /// Whether a word has another gender or number than the base.
    var isAgreement = false
    /// Whether the first word is too short to be inflected alone.
    var isShort = false
  }

  /// What one walk over inflected words shares.
  private struct InflectedWalk {
    let first: Int
    /// The candidates that are written as they are listed.
    let exact: Range<Int>
    var nodes = CandidateFinder.maximumInflectedNodes
  }

  /// Takes up every name that begins with a token and has an inflected word, unless the same words are a name as they stand,
  /// which the candidates from `count` on tell.
  private mutating func findInflected(from first: Int, besides count: Int, _ pass: Pass) {
    // An ordinary word is no form of another.
    guard !contexts[first].contains(.ordinary), words[first] != 0 || !inflected[first].isEmpty else { return }
    var walk = InflectedWalk(first: first, exact: count..<candidates.count)
    follow(nil, to: first, pass, &walk, InflectedReading())
  }

  /// Goes on with a token, as it stands and as each form that it may be; from no node on at a name's first word.
  private mutating func follow(
    _ node: UInt32?, to index: Int, _ pass: Pass, _ walk: inout InflectedWalk, _ reading: InflectedReading
  ) {
    func child(_ word: UInt32) -> UInt32? {
      guard let node else { return pass.image.root(word) }
      return pass.image.child(node, word)
    }
    if words[index] != 0, let next = child(words[index] &- 1), pass.image.isWord(words[index] &- 1, pass.key(index)) {
      take(next, at: index, pass, &walk, reading)
    }
    for form in inflected[index] {
      guard let next = child(form.word) else { continue }
      var reading = reading
      reading.isInflected = true
      reading.isAgreement = reading.isAgreement || form.isAgreement
      reading.isShort = reading.isShort || node == nil && form.isShort
      take(next, at: index, pass, &walk, reading)
    }
  }

  /// Takes up the names that end at a node, and goes on.
  private mutating func take(
    _ node: UInt32, at last: Int, _ pass: Pass, _ walk: inout InflectedWalk, _ reading: InflectedReading
  ) {
    guard walk.nodes > 0 else { return }
    walk.nodes -= 1
    let references = pass.image.nameReferences(node)
    let isName = reading.isInflected && !(reading.isShort && last == walk.first)
    if isName, !references.isEmpty, !candidates[walk.exact].contains(where: { $0.last == last }) {
      for reference in references.prefix(Self.maximumNames) {
        let name = pass.image.name(at: pass.image.nameNumber(atReference: reference))
        if name.conditions.contains(.persianText), !isPersian(pass.document) { continue }
        switch classes[Int(name.classCode)] {
        case .entity(let type):
          // Зеленская is another person than Зеленский, and acronyms in capitals are not inflected.
          guard !reading.isAgreement || type != .person, !name.conditions.contains(.allCapitals) || last > walk.first
          else {
            break
          }
          candidates.append(
            Candidate(
              first: walk.first, last: last, image: pass.number, entity: name.entity, type: type,
              conditions: name.conditions))
        case .word: break
        case let other: contexts[last].insert(TokenContext(other))
        }
      }
    }
    guard let next = Self.nextWord(pass.tokens, pass.keys, after: last) else { return }
    follow(node, to: next, pass, &walk, reading)
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
      case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"): break
      case UInt8(ascii: "."):
        // Of an initial (J. D.), or of an abbreviation that has one within: U.S. Central Command.
        let key = tokens[index].keyRange
        guard key.count == 1 || key.count == 2 && keys[key.lowerBound] >= 0x80 || keys[key].contains(UInt8(ascii: "."))
        else { return nil }
      default: return nil
      }
      next += 1
      guard next < tokens.count, tokens[next].kind != .symbol else { return nil }
    }
    return tokens[next].startsSentence || tokens[next].gap == .paragraph ? nil : next
  }

  private mutating func isPersian(_ document: Document) -> Bool {
    if let isPersian { return isPersian }
    var answer = false
    if Self.persianLetterCount(document) > 0 {
      let language = LanguageGuess.language(of: document.bytes)
      answer = language == "fa" || language == "ur"
    }
    isPersian = answer
    return answer
  }

  /// How many letters from U+0680 on a document has. Arabic alone has none, so that nearly every text is decided by this scan.
  private static func persianLetterCount(_ document: Document) -> Int {
    document.bytes.reduce(into: 0) { $0 += $1 & 0xFE == 0xDA ? 1 : 0 }
  }

  /// Two names written together, as happens after letters that do not join: رويترزالشرق.
  private mutating func findGlued(_ key: UnsafeRawBufferPointer, _ index: Int, _ pass: Pass) {
    // Four letters each at least: shorter pieces stand in too many words by chance.
    guard key.count >= 16, key[0] >= 0xD8, key[0] <= 0xDB else { return }
    let image = pass.image
    func root(_ part: UnsafeRawBufferPointer) -> UInt32? {
      image.word(part, hash: LexiconImage.hash(part)).flatMap(image.root)
    }
    var cut = 8
    while cut <= key.count - 8 {
      defer { cut += 2 }
      guard key[cut - 2] == 0xD8 || key[cut - 2] == 0xD9, Self.endsWord(key[cut - 2], key[cut - 1]),
        let head = root(UnsafeRawBufferPointer(rebasing: key[..<cut])),
        let tail = root(UnsafeRawBufferPointer(rebasing: key[cut...]))
      else { continue }
      let count = candidates.count
      guard appendGlued(head, index, pass, (0, cut / 2), isCertain: true),
        // A second name that is also a word at least begins as names do, with the article: الشرق.
        appendGlued(tail, index, pass, (cut / 2, 0), isCertain: key[cut] != 0xD8 || key[cut + 1] != 0xA7)
      else {
        candidates.removeLast(candidates.count - count)
        continue
      }
      return
    }
  }

  /// Takes up the entity of a whole name of one word; `isCertain` where it must be a name without doubt.
  private mutating func appendGlued(
    _ root: UInt32, _ index: Int, _ pass: Pass, _ glue: (start: Int, end: Int), isCertain: Bool
  ) -> Bool {
    for reference in pass.image.nameReferences(root) {
      let name = pass.image.name(at: pass.image.nameNumber(atReference: reference))
      guard case .entity(let type) = classes[Int(name.classCode)],
        !name.conditions.contains(.persianText) || isPersian(pass.document),
        !isCertain || name.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle])
      else { continue }
      candidates.append(
        Candidate(
          first: index, last: index, image: pass.number, entity: name.entity, type: type, glue: glue, evidence: .glued))
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
