import TextModel

/// Makes the readings of one word.
struct CliticReadingBuilder {
  /// What an unknown stem counts: so little that a known one with clitics beats an unknown whole word.
  private static let unknownStem: Float = 0.5
  /// What is taken from a stem of two letters, which is seldom one.
  private static let shortStemCost: Float = 1
  /// What the article proves about an unknown stem after it.
  private static let articleEvidence: Float = 1.5
  /// Particles before the article cost less: وال, بال and لل are seldom anything else.
  private static let factorBeforeArticle: Float = 0.35
  /// By how much a whole word must be more frequent than its stem with clitics lets expect, to stay whole.
  private static let margin: Float = 0.5

  private let key: UnsafeRawBufferPointer
  private let bytes: UnsafeBufferPointer<UInt8>
  private let offset: Int
  private let knowledge: (any WordKnowledge)?
  /// The letters of the key; empty where the word is not Arabic throughout.
  private var letters: [UInt16] = []
  /// Where each letter of the key begins in `bytes`, and the character it comes from.
  private var origins: [TokenLetters.Letter] = []
  private var found: [CliticReading] = []

  init(
    key: UnsafeRawBufferPointer, bytes: UnsafeBufferPointer<UInt8>, offset: Int, knowledge: (any WordKnowledge)?
  ) {
    self.key = key
    self.bytes = bytes
    self.offset = offset
    self.knowledge = knowledge
    readLetters()
  }

  mutating func readings() -> [CliticReading] {
    found = [whole()]
    if letters.count > CliticSegmenter.minimumStemLetters { addSplits() }
    // Stable for equal scores: the reading with fewer parts was made first.
    return found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  private mutating func readLetters() {
    guard key.count % 2 == 0, !key.isEmpty else { return }
    for index in stride(from: 0, to: key.count, by: 2) {
      guard 0xD8...0xDB ~= key[index] else {
        letters = []
        return
      }
      letters.append(ArabicLetter.at(index, in: key))
    }
    var token = TokenLetters(bytes)
    while let letter = token.next(), origins.count < letters.count {
      for _ in 0..<letter.keyLetters { origins.append(letter) }
    }
    // A ligature that is not known here: the word stays whole.
    if token.next() != nil || origins.count != letters.count { letters = [] }
  }

  private func whole() -> CliticReading {
    let frequency = knowledge?.frequency(ofKey: key)
    let segment = CliticReading.Segment(
      kind: .stem, range: ByteRange(offset, offset + bytes.count), form: String(decoding: key, as: UTF8.self))
    return CliticReading(
      segments: [segment], score: frequency.map { $0 - Self.margin } ?? Self.unknownStem, isKnown: frequency != nil)
  }

  /// Every order of clitics that Arabic allows.
  private mutating func addSplits() {
    var heads: [[Clitics.Proclitic]] = [[]]
    if let conjunction = Clitics.conjunction(letters[0]) { heads.append([conjunction]) }
    for head in heads {
      let start = head.count
      addStem(after: head, start)
      addArticle(after: head, start)
      guard start < letters.count, let particle = Clitics.particle(letters[start]) else { continue }
      if letters[start] != ArabicLetter.seen || isImperfectPrefix(at: start + 1) {
        addStem(after: head + [particle], start + 1)
      }
      guard letters[start] != ArabicLetter.seen else { continue }
      addArticle(after: head + [particle], start + 1)
      if letters[start] == ArabicLetter.lam, start + 1 < letters.count, letters[start + 1] == ArabicLetter.lam {
        addStem(after: head + [particle, Clitics.articleAfterLam], start + 2)
      }
    }
  }

  /// ال as it is written after anything but ل.
  private mutating func addArticle(after head: [Clitics.Proclitic], _ start: Int) {
    guard start + 1 < letters.count, letters[start] == ArabicLetter.alef, letters[start + 1] == ArabicLetter.lam,
      head.last?.form != Clitics.lam.form
    else { return }
    addStem(after: head + [Clitics.article], start + 2)
  }

  /// Whether a verb in the imperfect may begin here, as after س.
  private func isImperfectPrefix(at index: Int) -> Bool {
    guard index < letters.count else { return false }
    let letter = letters[index]
    return letter == ArabicLetter.yeh || letter == ArabicLetter.teh || letter == ArabicLetter.noon
      || letter == ArabicLetter.alef
  }

  private mutating func addStem(after head: [Clitics.Proclitic], _ start: Int) {
    let end = letters.count
    guard end - start >= CliticSegmenter.minimumStemLetters else { return }
    if !head.isEmpty { add(head, start..<end, nil) }
    // The article and a pronoun exclude each other.
    if head.last?.form == Clitics.article.form { return }
    for enclitic in Clitics.enclitics {
      let stemEnd = end - enclitic.key.count
      guard stemEnd - start >= CliticSegmenter.minimumStemLetters, letters[stemEnd...].elementsEqual(enclitic.key),
        !isPartOfStem(at: stemEnd)
      else { continue }
      add(head, start..<stemEnd, enclitic)
    }
  }

  /// ة and ى become ه and ي in a key, but are no pronouns.
  private func isPartOfStem(at index: Int) -> Bool {
    switch origins[index].value {
    case 0x629, 0x6C3, 0xFE93, 0xFE94, 0x649, 0xFEEF, 0xFEF0: true
    default: false
    }
  }

  private mutating func add(_ head: [Clitics.Proclitic], _ stem: Range<Int>, _ enclitic: Clitics.Enclitic?) {
    let (form, frequency) = bestForm(of: stem, isBeforePronoun: enclitic != nil)
    let hasArticle = head.last?.form == Clitics.article.form
    var score = frequency ?? Self.unknownStem
    if stem.count <= 2 { score -= Self.shortStemCost }
    if hasArticle, frequency == nil, stem.count > 2 { score += Self.articleEvidence }
    for proclitic in head {
      score += proclitic.cost * (hasArticle && proclitic.form != Clitics.article.form ? Self.factorBeforeArticle : 1)
    }
    if let enclitic { score += enclitic.cost }

    var segments: [CliticReading.Segment] = []
    var index = 0
    for proclitic in head {
      segments.append(
        .init(kind: .proclitic, range: range(index, index + proclitic.letters), form: proclitic.form))
      index += proclitic.letters
    }
    segments.append(.init(kind: .stem, range: range(stem.lowerBound, stem.upperBound), form: form))
    if let enclitic {
      segments.append(.init(kind: .enclitic, range: range(stem.upperBound, letters.count), form: enclitic.form))
    }
    found.append(CliticReading(segments: segments, score: score, isKnown: frequency != nil))
  }

  /// The place of some letters. Where a bound falls inside a ligature (ﻷ), the ligature goes to the latter part.
  private func range(_ lower: Int, _ upper: Int) -> ByteRange {
    ByteRange(
      offset + (lower == 0 ? 0 : origins[lower].start),
      offset + (upper == origins.count ? bytes.count : origins[upper].start))
  }

  /// The stem as a word of its own. Before a pronoun ة is written ت, ى is ا, and a final hamza sits on و or ي.
  private func bestForm(of stem: Range<Int>, isBeforePronoun: Bool) -> (form: String, frequency: Float?) {
    var word: [UInt8] = []
    for index in stem { word += Self.bytes(letters[index]) }
    var best = (form: String(decoding: word, as: UTF8.self), frequency: frequency(word))
    guard isBeforePronoun, let last = stem.last else { return best }
    let final: UInt16
    switch letters[last] {
    case ArabicLetter.teh: final = ArabicLetter.heh
    case ArabicLetter.alef: final = ArabicLetter.yeh
    case ArabicLetter.waw, ArabicLetter.yeh: final = ArabicLetter.hamza
    default: return best
    }
    word.removeLast(2)
    word += Self.bytes(final)
    if let other = frequency(word), other > best.frequency ?? -1 {
      best = (String(decoding: word, as: UTF8.self), other)
    }
    return best
  }

  private func frequency(_ word: [UInt8]) -> Float? {
    word.withUnsafeBytes { knowledge?.frequency(ofKey: $0) }
  }

  private static func bytes(_ letter: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: letter), UInt8(truncatingIfNeeded: letter >> 8)]
  }
}
