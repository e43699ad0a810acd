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
  /// What the image at hand has of each token.
  private var readings: [LexiconImage.WordReading] = []
  /// What the signs of a word (`LexiconImage.WordRecord.signs`) are to the tokens around it.
  private let signContexts: [TokenContext]
  /// The words of the image at hand that tokens are forms of; empty for languages that do not inflect names.
  private var inflected = InflectedWords()
  /// Whether a longer name may go on after each token, as far as the image's filter tells.
  private var mayGoOn: [Bool] = []

  /// What one pass over a document reads. Only pointers, and the image is handed on beside it, so that no step counts references.
  private struct Pass {
    let tokens: UnsafeBufferPointer<Token>
    let keys: UnsafeRawBufferPointer
    let bytes: UnsafeBufferPointer<UInt8>
    /// Not yet compared byte by byte; see `LexiconImage.read(hashes:into:)`.
    let readings: UnsafeMutableBufferPointer<LexiconImage.WordReading>
    /// Whether the document is in Persian or Urdu. Persian and Arabic share their letters, and what the one writes as a name is
    /// often a word of the other.
    let isPersian: Bool
    /// The image's place among the lexicons.
    let number: Int

    func key(_ index: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange]) }

    /// Whether a token is written with a final ى, which keys do not tell from ي.
    func endsWithAlefMaqsura(_ index: Int) -> Bool {
      let range = tokens[index].range
      return range.count >= 2 && bytes[range.upperBound - 2] == 0xD9 && bytes[range.upperBound - 1] == 0x89
    }

    /// The number of a token's word; nil where the image does not have it.
    func word(_ index: Int, _ image: LexiconImage) -> UInt32? {
      readings[index].word.flatMap { image.isWord($0, key(index)) ? $0 : nil }
    }
  }

  init(_ lexicon: EntityLexicon) {
    images = Array(lexicon.images.prefix(Candidate.unlistedImage))
    signContexts = (0...UInt8.max).map { signs in
      LexiconClass.signs.indices.reduce(into: TokenContext()) {
        if signs >> $1 & 1 != 0 { $0.formUnion(TokenContext(LexiconClass.signs[$1])) }
      }
    }
  }

  mutating func find(in annotations: borrowing Annotations, of document: Document) {
    let count = annotations.tokens.count
    candidates.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    contexts.append(contentsOf: repeatElement([], count: count))
    hashes.removeAll(keepingCapacity: true)
    hashes.append(contentsOf: repeatElement(0, count: count))
    mayGoOn.removeAll(keepingCapacity: true)
    mayGoOn.append(contentsOf: repeatElement(false, count: count))
    while readings.count < count { readings.append(LexiconImage.WordReading()) }
    // Taken out, so that the rest of self can be changed meanwhile.
    var readings: [LexiconImage.WordReading] = []
    swap(&readings, &self.readings)
    annotations.tokens.withUnsafeBufferPointer { tokens in
      annotations.keys.withUnsafeBytes { keys in
        document.bytes.withUnsafeBufferPointer { bytes in
          readings.withUnsafeMutableBufferPointer { readings in
            let isCyrillic = hash(tokens, keys)
            let persianLetters = Self.persianLetterCount(bytes)
            let isPersian = persianLetters > 0 && ["fa", "ur"].contains(LanguageGuess.language(of: document.bytes))
            for (number, image) in images.enumerated() {
              inflected.removeAll()
              // A few Persian letters stand in Arabic texts too: پوتين.
              let inflectsPersian = isPersian && persianLetters > count / 16
              if isCyrillic || inflectsPersian {
                inflected.find(tokens, keys, of: document, in: image, isPersian: inflectsPersian)
              }
              find(
                in: image,
                Pass(
                  tokens: tokens, keys: keys, bytes: bytes,
                  readings: UnsafeMutableBufferPointer(rebasing: readings[..<count]), isPersian: isPersian,
                  number: number))
            }
          }
        }
      }
    }
    swap(&readings, &self.readings)
    if images.count > 1 { candidates.sort { ($0.first, $0.image) < ($1.first, $1.image) } }
  }

  /// Hashes the keys; returns whether one of them is Cyrillic.
  private mutating func hash(_ tokens: UnsafeBufferPointer<Token>, _ keys: UnsafeRawBufferPointer) -> Bool {
    hashes.withUnsafeMutableBufferPointer { hashes in
      var isCyrillic = false
      for index in tokens.indices {
        let key = UnsafeRawBufferPointer(rebasing: keys[tokens[index].keyRange])
        hashes[index] = LexiconImage.hash(key)
        isCyrillic = isCyrillic || !key.isEmpty && key[0] >= 0xD0 && key[0] <= 0xD2
      }
      return isCyrillic
    }
  }

  private mutating func find(in image: LexiconImage, _ pass: Pass) {
    hashes.withUnsafeBufferPointer { image.read(hashes: $0, into: pass.readings) }
    mayGoOn.withUnsafeMutableBufferPointer { Self.lookAhead(in: image, pass, $0) }
    for index in pass.tokens.indices where pass.tokens[index].kind != .symbol {
      let count = candidates.count
      follow(index, in: image, pass)
      if !inflected.isEmpty { findInflected(from: index, besides: count, in: image, pass) }
    }
  }

  /// Tells after which tokens a longer name may go on: for all at once, so that the memory's answers overlap.
  private static func lookAhead(in image: LexiconImage, _ pass: Pass, _ mayGoOn: UnsafeMutableBufferPointer<Bool>) {
    for index in pass.tokens.indices {
      let record = pass.readings[index].record
      guard record.goesOn, let root = record.root, let next = nextWord(pass.tokens, pass.keys, after: index),
        let word = pass.readings[next].word
      else {
        mayGoOn[index] = false
        continue
      }
      mayGoOn[index] = image.mayGoOn(root, word)
    }
  }

  /// Takes up the names that begin with a token, with and without its particles.
  private mutating func follow(_ index: Int, in image: LexiconImage, _ pass: Pass) {
    let count = candidates.count
    let reading = pass.readings[index]
    let key = pass.key(index)
    // A word that the lexicon calls ordinary is not cut: كبير is not ك + بير.
    if !reading.record.isEmpty,
      follow(reading, key, at: index, in: image, pass, mayGoOn: mayGoOn[index])
    {
      return
    }
    Proclitics.forEachSplit(of: key) { split in
      // After the particle of an ordinary word there is no second one: وكبير is not و + ك + بير.
      let rest = UnsafeRawBufferPointer(rebasing: key[split.keyCount...])
      if split.restoresAlef {
        return withUnsafeTemporaryAllocation(byteCount: Proclitics.alef.count + rest.count, alignment: 8) { whole in
          whole.copyBytes(from: Proclitics.alef)
          UnsafeMutableRawBufferPointer(rebasing: whole[Proclitics.alef.count...]).copyMemory(from: rest)
          return !follow(UnsafeRawBufferPointer(whole), after: split, at: index, in: image, pass)
        }
      }
      return !follow(rest, after: split, at: index, in: image, pass)
    }
    if reading.word == nil, candidates.count == count { findGlued(key, index, in: image, pass) }
  }

  /// The same of a word behind particles. Returns whether it is an ordinary one.
  private mutating func follow(
    _ key: UnsafeRawBufferPointer, after split: Proclitics.Split, at index: Int, in image: LexiconImage, _ pass: Pass
  ) -> Bool {
    let reading = image.read(hash: LexiconImage.hash(key))
    return !reading.record.isEmpty
      && follow(
        reading, key, at: index, in: image, pass, mayGoOn: reading.record.goesOn, procliticLetters: split.letterCount)
  }

  /// Takes up what a word says and the names that begin with it. Returns whether the word alone is an ordinary one.
  @inline(__always)
  private mutating func follow(
    _ reading: LexiconImage.WordReading, _ key: UnsafeRawBufferPointer, at index: Int, in image: LexiconImage,
    _ pass: Pass, mayGoOn: Bool, procliticLetters: Int = 0
  ) -> Bool {
    let record = reading.record
    var isOrdinary = false
    if record.hasNames || mayGoOn {
      isOrdinary = walk(from: index, reading, key, in: image, pass, procliticLetters: procliticLetters)
    }
    if !record.hasNames {
      let context = signContexts[Int(record.signs)]
      contexts[index].formUnion(context)
      isOrdinary = isOrdinary || context.contains(.ordinary)
    }
    return isOrdinary
  }

  /// Takes up every name that begins with a word, whose key stands beside its reading. Returns whether the word alone is an
  /// ordinary one.
  private mutating func walk(
    from first: Int, _ reading: LexiconImage.WordReading, _ key: UnsafeRawBufferPointer, in image: LexiconImage,
    _ pass: Pass, procliticLetters: Int
  ) -> Bool {
    let record = reading.record
    guard var node = record.root else { return false }
    // What is said without further conditions has been taken up already.
    var references = record.hasNames ? record.references : 0..<0
    // Words are compared byte by byte when a name depends on them.
    var unconfirmed = reading.word
    var unconfirmedKey = key
    var last = first
    var isOrdinary = false
    while true {
      if !references.isEmpty {
        if let word = unconfirmed, !image.isWord(word, unconfirmedKey) { return isOrdinary }
        unconfirmed = nil
        if take(references, first, last, procliticLetters, in: image, pass) { isOrdinary = true }
      }
      guard last &- first < Self.maximumTokens, let next = Self.nextWord(pass.tokens, pass.keys, after: last),
        let word = pass.readings[next].word, let child = image.child(node, word)
      else { return isOrdinary }
      if let word = unconfirmed, !image.isWord(word, unconfirmedKey) { return isOrdinary }
      unconfirmed = word
      unconfirmedKey = pass.key(next)
      node = child
      last = next
      references = image.nameReferences(node)
    }
  }

  /// Takes up the names that end at a node. Returns whether the word alone is an ordinary one.
  private mutating func take(
    _ references: Range<Int>, _ first: Int, _ last: Int, _ procliticLetters: Int, in image: LexiconImage, _ pass: Pass
  ) -> Bool {
    let count = candidates.count
    var demands: LexiconImage.NameConditions = []
    for reference in references.prefix(Self.maximumNames) {
      let name = image.nameReference(at: reference)
      if name.conditions.contains(.persianText), !pass.isPersian { continue }
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
    // What is also an ordinary word is a name only with evidence.
    for index in count..<candidates.count where !demands.isEmpty { candidates[index].conditions.formUnion(demands) }
    return !demands.isEmpty
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
  private mutating func findInflected(
    from first: Int, besides count: Int, in image: LexiconImage, _ pass: Pass
  ) {
    // An ordinary word is no form of another.
    guard !contexts[first].contains(.ordinary), pass.readings[first].word != nil || !inflected[first].isEmpty else {
      return
    }
    var walk = InflectedWalk(first: first, exact: count..<candidates.count)
    follow(nil, to: first, in: image, pass, &walk, InflectedReading())
  }

  /// Goes on with a token, as it stands and as each form that it may be; from no node on at a name's first word.
  private mutating func follow(
    _ node: UInt32?, to index: Int, in image: LexiconImage, _ pass: Pass, _ walk: inout InflectedWalk,
    _ reading: InflectedReading
  ) {
    func child(_ word: UInt32) -> UInt32? {
      guard let node else { return image.root(word) }
      return image.child(node, word)
    }
    if let word = pass.word(index, image), let next = child(word) {
      take(next, at: index, in: image, pass, &walk, reading)
    }
    for form in inflected[index] {
      guard let next = child(form.word) else { continue }
      var reading = reading
      reading.isInflected = true
      reading.isAgreement = reading.isAgreement || form.isAgreement
      reading.isShort = reading.isShort || node == nil && form.isShort
      take(next, at: index, in: image, pass, &walk, reading)
    }
  }

  /// Takes up the names that end at a node, and goes on.
  private mutating func take(
    _ node: UInt32, at last: Int, in image: LexiconImage, _ pass: Pass, _ walk: inout InflectedWalk,
    _ reading: InflectedReading
  ) {
    guard walk.nodes > 0 else { return }
    walk.nodes -= 1
    let references = image.nameReferences(node)
    let isName = reading.isInflected && !(reading.isShort && last == walk.first)
    if isName, !references.isEmpty, !candidates[walk.exact].contains(where: { $0.last == last }) {
      for reference in references.prefix(Self.maximumNames) {
        let name = image.nameReference(at: reference)
        if name.conditions.contains(.persianText), !pass.isPersian { continue }
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
    follow(node, to: next, in: image, pass, &walk, reading)
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

  /// How many letters from U+0680 on a text has. Arabic alone has none, so that nearly every text is decided by this scan.
  private static func persianLetterCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    // Eight bytes at a time: those that are 0xDA or 0xDB become zero, and the highest bit of a zero is counted.
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    while index &+ 8 <= raw.count {
      let word =
        (raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0xDADA_DADA_DADA_DADA) & ~0x0101_0101_0101_0101
      count &+= (~((word & low) &+ low | word | low)).nonzeroBitCount
      index &+= 8
    }
    while index < raw.count {
      if raw[index] & 0xFE == 0xDA { count &+= 1 }
      index &+= 1
    }
    return count
  }

  /// Two names written together, as happens after letters that do not join: رويترزالشرق.
  private mutating func findGlued(_ key: UnsafeRawBufferPointer, _ index: Int, in image: LexiconImage, _ pass: Pass) {
    GluedWords.forEachCut(of: key, in: image) { cut, head, tail in
      let count = candidates.count
      guard appendGlued(head, index, in: image, pass, (0, cut / 2), isCertain: true),
        // A second name that is also a word at least begins as names do, with the article: الشرق.
        appendGlued(tail, index, in: image, pass, (cut / 2, 0), isCertain: key[cut] != 0xD8 || key[cut + 1] != 0xA7)
      else {
        candidates.removeLast(candidates.count - count)
        return false
      }
      return true
    }
  }

  /// Takes up the entity of a whole name of one word; `isCertain` where it must be a name without doubt.
  private mutating func appendGlued(
    _ root: UInt32, _ index: Int, in image: LexiconImage, _ pass: Pass, _ glue: (start: Int, end: Int), isCertain: Bool
  ) -> Bool {
    for reference in image.nameReferences(root) {
      let name = image.nameReference(at: reference)
      guard case .entity(let type) = classes[Int(name.classCode)],
        !name.conditions.contains(.persianText) || pass.isPersian,
        !isCertain || name.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle])
      else { continue }
      candidates.append(
        Candidate(
          first: index, last: index, image: pass.number, entity: name.entity, type: type, glue: glue, evidence: .glued))
      return true
    }
    return false
  }
}
