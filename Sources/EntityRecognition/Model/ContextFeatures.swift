import EntityLexicon
import TextModel

/// The features of a token that depend on what stands around it: names of the lexicons, titles and cues, what the lexicon mode
/// decided, pairs of words.
struct ContextFeatures {
  /// How far a head word is looked for.
  private static let headReach = 6
  /// How many words around a possible name say what the sentence speaks of.
  private static let window = 6
  /// Over how many names of bodies and peoples a title reaches.
  private static let titleReach: UInt8 = 12

  /// The longest name of a type over a token.
  private struct NameEvidence {
    let type: UInt8
    /// Where in the name the token stands: 0 first, 1 within, 2 last, 3 alone.
    let place: UInt8
    /// 0 certain, 1 needs evidence, 2 needs a title.
    let ambiguity: UInt8
    let length: UInt8
    /// Another name over the same token; -1 after the last.
    var next: Int32

    var value: UInt64 { UInt64(type) | UInt64(place) << 8 | UInt64(ambiguity) << 10 | UInt64(length) << 12 }
  }

  private var names: [NameEvidence] = []
  private var firstName: [Int32] = []
  private var mentions: [UInt64] = []
  private var contexts: [TokenContext] = []
  private var titles: [UInt64] = []
  private var titleSteps: [UInt8] = []
  private var positions: [UInt64] = []

  private static let heads: TokenContext = [.organizationCue, .placeCue, .title, .eventCue, .lawCue]

  /// Reads what the lexicons say of a document.
  mutating func prepare(_ view: TokenView, _ lexicon: LexiconRecognizer) {
    let count = view.tokens.count
    contexts = lexicon.contexts
    names.removeAll(keepingCapacity: true)
    firstName.removeAll(keepingCapacity: true)
    firstName.append(contentsOf: repeatElement(-1, count: count))
    for candidate in lexicon.candidates { add(candidate) }
    mentions.removeAll(keepingCapacity: true)
    mentions.append(contentsOf: repeatElement(0, count: count))
    for mention in lexicon.resolved {
      for token in mention.first...mention.last {
        mentions[token] =
          1 + UInt64(mention.type.rawValue) | UInt64(Self.place(token, mention)) << 8
          | UInt64(Self.code(mention.evidence)) << 10
      }
    }
    findTitles(view)
    positions.removeAll(keepingCapacity: true)
    var isQuoted = false
    for index in 0..<count {
      if view.tokens[index].startsSentence { isQuoted = false }
      if view.isQuote(index) { isQuoted.toggle() }
      positions.append(
        (view.tokens[index].startsSentence ? 1 : 0) | (view.tokens[index].gap >= .line ? 2 : 0) | (isQuoted ? 4 : 0))
    }
  }

  private mutating func add(_ candidate: Candidate) {
    let ambiguity: UInt8 =
      candidate.conditions.contains(.onlyWithTitle) ? 2 : candidate.conditions.contains(.needsContext) ? 1 : 0
    for token in candidate.first...candidate.last {
      var evidence = NameEvidence(
        type: candidate.type.rawValue, place: Self.place(token, candidate), ambiguity: ambiguity,
        length: UInt8(min(candidate.tokenCount, 4)), next: -1)
      var known = firstName[token]
      while known >= 0, names[Int(known)].type != evidence.type { known = names[Int(known)].next }
      if known >= 0 {
        let old = names[Int(known)]
        if evidence.length > old.length || evidence.length == old.length && evidence.ambiguity < old.ambiguity {
          evidence.next = old.next
          names[Int(known)] = evidence
        }
      } else {
        evidence.next = firstName[token]
        firstName[token] = Int32(truncatingIfNeeded: names.count)
        names.append(evidence)
      }
    }
  }

  private static func place(_ token: Int, _ candidate: Candidate) -> UInt8 {
    candidate.first == candidate.last ? 3 : token == candidate.first ? 0 : token == candidate.last ? 2 : 1
  }

  private static func code(_ evidence: Entity.Evidence?) -> UInt8 {
    switch evidence {
    case .lexicon: 1
    case .context: 2
    case .document: 3
    case .glued: 4
    case .title: 5
    default: 0
    }
  }

  /// For each token the title or cue before it, over nationalities, bodies and quotation marks.
  private mutating func findTitles(_ view: TokenView) {
    let count = view.tokens.count
    titles.removeAll(keepingCapacity: true)
    titles.append(contentsOf: repeatElement(0, count: count))
    titleSteps.removeAll(keepingCapacity: true)
    titleSteps.append(contentsOf: repeatElement(0, count: count))
    for index in 1..<max(count, 1) where view.continues(index) {
      let previous = index - 1
      let context = contexts[previous].intersection(Self.heads)
      if !context.isEmpty {
        titles[index] = UInt64(context.rawValue)
      } else if titles[previous] != 0, titleSteps[previous] < Self.titleReach {
        // What a title may belong to lies between: a body, a country, a people.
        let phrases: [EntityType] = [.norp, .organization, .geopolitical]
        if phrases.contains(where: { mentions[previous] & 0xFF == 1 + UInt64($0.rawValue) }) || view.isQuote(previous) {
          titles[index] = titles[previous] & 0xFF | 0x100
          titleSteps[index] = titleSteps[previous] + 1
        }
      }
    }
  }

  /// The features of a token. `words` describes the tokens; `sentence` are those of its sentence.
  func forEach(
    _ index: Int, in sentence: Range<Int>, _ words: some WordOutlines, _ sink: inout some FeatureSink
  ) {
    let word = words[token: index]
    let before = index > sentence.lowerBound ? words[token: index - 1] : nil
    let after = index + 1 < sentence.upperBound ? words[token: index + 1] : nil
    if before == nil { sink.add(.word, at: -1, 0) }
    if after == nil { sink.add(.word, at: 1, 0) }
    sink.add(.position, at: 0, positions[index])
    sink.add(.wordBefore, at: 0, (before?.word ?? 0) &+ word.word &* 31)
    sink.add(.wordAfter, at: 0, (after?.word ?? 0) &+ word.word &* 37)
    sink.add(.wordsAround, at: 0, (before?.word ?? 0) &+ (after?.word ?? 0) &* 41)
    let statistics = word.statistics
    if let before {
      sink.add(.suffixPair, at: 0, before.ending &+ word.ending &* 43)
      sink.add(.namePartPair, at: -1, statistics | before.statistics << 16)
    }
    if let after { sink.add(.namePartPair, at: 1, statistics | after.statistics << 16) }
    addNames(index, in: sentence, word, before?.word ?? 0, &sink)
    for offset in -3...2 where sentence.contains(index + offset) {
      var bits = contexts[index + offset].rawValue
      while bits != 0 {
        sink.add(.context, at: offset, UInt64(bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    if titles[index] != 0 {
      sink.add(.titleBefore, at: 0, titles[index])
      sink.add(.titleAndNamePart, at: 0, titles[index] << 16 | UInt64(word.namePart) << 8 | UInt64(word.frequency))
    }
    if before != nil, titles[index - 1] != 0 { sink.add(.titleBefore, at: -1, titles[index - 1]) }
    let reach = max(sentence.lowerBound, index - Self.headReach)
    for head in stride(from: index - 1, through: reach, by: -1) where !contexts[head].isDisjoint(with: Self.heads) {
      sink.add(.headBefore, at: head - index, words[token: head].stem)
      sink.add(.headBefore, at: 1, words[token: head].stem)
      break
    }
    addWindow(index, in: sentence, words, &sink)
  }

  private func addNames(
    _ index: Int, in sentence: Range<Int>, _ word: WordDescription.Outline, _ before: UInt64,
    _ sink: inout some FeatureSink
  ) {
    for offset in -1...1 where sentence.contains(index + offset) {
      var types: UInt64 = 0
      var next = firstName[index + offset]
      while next >= 0 {
        let name = names[Int(next)]
        next = name.next
        types |= 1 << (UInt64(name.type) * 2 + (name.ambiguity > 0 ? 1 : 0))
        if offset == 0 {
          sink.add(.lexiconName, at: 0, name.value)
          sink.add(
            .lexiconNameAndFrequency, at: 0, name.value << 16 | UInt64(word.frequency) << 8 | UInt64(word.namePart))
        } else {
          sink.add(.lexiconName, at: offset, UInt64(name.type) | UInt64(name.place) << 8)
        }
      }
      sink.add(.lexiconTypes, at: offset, types)
      let mention = mentions[index + offset]
      sink.add(.mention, at: offset, offset == 0 ? mention : mention & 0x3FF)
      if offset == 0, mention != 0 { sink.add(.mentionAfterWord, at: 0, mention & 0x3FF | before << 10) }
    }
  }

  /// The words around what may be a name, which say what the sentence speaks of: sport, war, markets.
  private func addWindow(
    _ index: Int, in sentence: Range<Int>, _ words: some WordOutlines, _ sink: inout some FeatureSink
  ) {
    let word = words[token: index]
    var types: UInt64 = 0
    var next = firstName[index]
    while next >= 0 {
      types |= 1 << UInt64(names[Int(next)].type)
      next = names[Int(next)].next
    }
    guard types != 0 || word.namePart > 0 && word.frequency < 5 else { return }
    let range = max(sentence.lowerBound, index - Self.window)..<min(sentence.upperBound, index + Self.window + 1)
    for other in range where other != index && words[token: other].length > 2 {
      sink.add(.windowWord, at: 0, words[token: other].stem &+ types)
    }
  }
}

/// What other tokens' features ask of a document's words.
protocol WordOutlines {
  subscript(token index: Int) -> WordDescription.Outline { get }
}

extension WordDescription.Outline {
  /// How frequent it is, as a word and as a name.
  fileprivate var statistics: UInt64 { UInt64(namePart) | UInt64(frequency) << 8 }
}
