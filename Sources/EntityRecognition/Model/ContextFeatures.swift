import EntityLexicon
import TextModel

/// The features of a token that depend on what stands around it: names of the lexicons, titles and cues, what the lexicon mode
/// decided, pairs of words.
struct ContextFeatures {
  /// How far a head word is looked for.
  fileprivate static let headReach = 6
  /// How many words around a possible name say what the sentence speaks of.
  fileprivate static let window = 6
  /// Over how many names of bodies and peoples a title reaches.
  private static let titleReach: UInt8 = 12

  /// The longest name of a type over a token.
  fileprivate struct NameEvidence {
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

  /// What the lexicons say of a token.
  fileprivate struct TokenEvidence {
    /// The first of the names over it; -1 where there is none.
    var firstName: Int32 = -1
    /// What the lexicon mode took it for: 1 more than the type, the place, the evidence; 0 for nothing.
    var mention: UInt16 = 0
    /// The title or cue before it, and over how many names it reaches.
    var title: UInt16 = 0
    var titleSteps: UInt8 = 0
    var context: TokenContext = []
    var position: UInt8 = 0
  }

  private var names: [NameEvidence] = []
  private var tokens: [TokenEvidence] = []

  fileprivate static let heads: TokenContext = [.organizationCue, .placeCue, .title, .eventCue, .lawCue]
  /// What a title may belong to lies between it and its bearer: a body, a country, a people.
  private static let titlePhrases: UInt64 = [EntityType.norp, .organization, .geopolitical].reduce(0) {
    $0 | 1 << UInt64($1.rawValue + 1)
  }

  /// Reads what the lexicons say of a document.
  mutating func prepare(_ view: TokenView, _ lexicon: LexiconRecognizer) {
    names.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    tokens.append(contentsOf: repeatElement(TokenEvidence(), count: view.tokens.count))
    tokens.withUnsafeMutableBufferPointer { tokens in
      for candidate in lexicon.candidates { Self.add(candidate, to: tokens, &names) }
      for mention in lexicon.resolved {
        for token in mention.first...mention.last {
          tokens[token].mention =
            1 + UInt16(mention.type.rawValue) | UInt16(Self.place(token, mention)) << 8
            | UInt16(Self.code(mention.evidence)) << 10
        }
      }
      lexicon.contexts.withUnsafeBufferPointer { contexts in
        var isQuoted = false
        for index in tokens.indices {
          tokens[index].context = contexts[index]
          let token = view.tokens[index]
          if token.startsSentence { isQuoted = false }
          if view.isQuote(index) { isQuoted.toggle() }
          tokens[index].position = (token.startsSentence ? 1 : 0) | (token.gap >= .line ? 2 : 0) | (isQuoted ? 4 : 0)
          Self.findTitle(index, in: tokens, view)
        }
      }
    }
  }

  /// The evidence of the document last prepared, for reading; it lives no longer than the closure.
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    tokens.withUnsafeBufferPointer { tokens in
      names.withUnsafeBufferPointer { names in body(Reader(tokens: tokens, names: names)) }
    }
  }

  private static func add(
    _ candidate: Candidate, to tokens: UnsafeMutableBufferPointer<TokenEvidence>, _ names: inout [NameEvidence]
  ) {
    let ambiguity: UInt8 =
      candidate.conditions.contains(.onlyWithTitle) ? 2 : candidate.conditions.contains(.needsContext) ? 1 : 0
    for token in candidate.first...candidate.last {
      var evidence = NameEvidence(
        type: candidate.type.rawValue, place: Self.place(token, candidate), ambiguity: ambiguity,
        length: UInt8(min(candidate.tokenCount, 4)), next: -1)
      var known = tokens[token].firstName
      while known >= 0, names[Int(known)].type != evidence.type { known = names[Int(known)].next }
      if known >= 0 {
        let old = names[Int(known)]
        if evidence.length > old.length || evidence.length == old.length && evidence.ambiguity < old.ambiguity {
          evidence.next = old.next
          names[Int(known)] = evidence
        }
      } else {
        evidence.next = tokens[token].firstName
        tokens[token].firstName = Int32(truncatingIfNeeded: names.count)
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

  /// Finds the title or cue before a token, over nationalities, bodies and quotation marks; that of the token before is known.
  @inline(__always)
  private static func findTitle(_ index: Int, in tokens: UnsafeMutableBufferPointer<TokenEvidence>, _ view: TokenView) {
    guard index > 0, view.continues(index) else { return }
    let previous = tokens[index - 1]
    let context = previous.context.intersection(heads)
    if !context.isEmpty {
      tokens[index].title = UInt16(context.rawValue)
    } else if previous.title != 0, previous.titleSteps < titleReach {
      let type = UInt64(previous.mention & 0xFF)
      if type > 0 && type < 64 && titlePhrases >> type & 1 != 0 || view.isQuote(index - 1) {
        tokens[index].title = previous.title & 0xFF | 0x100
        tokens[index].titleSteps = previous.titleSteps + 1
      }
    }
  }
}

extension ContextFeatures {
  /// Reads the evidence of a document.
  struct Reader {
    fileprivate let tokens: UnsafeBufferPointer<TokenEvidence>
    fileprivate let names: UnsafeBufferPointer<NameEvidence>

    /// The features of a token. `words` describes the tokens; `sentence` are those of its sentence.
    func forEach(
      _ index: Int, in sentence: Range<Int>, _ words: some WordOutlines, _ sink: inout some FeatureSink
    ) {
      let word = words[token: index]
      let before = index > sentence.lowerBound ? words[token: index - 1] : nil
      let after = index + 1 < sentence.upperBound ? words[token: index + 1] : nil
      if before == nil { sink.add(.word, at: -1, 0) }
      if after == nil { sink.add(.word, at: 1, 0) }
      sink.add(.position, at: 0, UInt64(tokens[index].position))
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
        var bits = tokens[index + offset].context.rawValue
        while bits != 0 {
          sink.add(.context, at: offset, UInt64(bits.trailingZeroBitCount))
          bits &= bits - 1
        }
      }
      let title = UInt64(tokens[index].title)
      if title != 0 {
        sink.add(.titleBefore, at: 0, title)
        sink.add(.titleAndNamePart, at: 0, title << 16 | UInt64(word.namePart) << 8 | UInt64(word.frequency))
      }
      if before != nil, tokens[index - 1].title != 0 { sink.add(.titleBefore, at: -1, UInt64(tokens[index - 1].title)) }
      let reach = max(sentence.lowerBound, index - ContextFeatures.headReach)
      var head = index - 1
      while head >= reach, tokens[head].context.isDisjoint(with: ContextFeatures.heads) { head -= 1 }
      if head >= reach {
        sink.add(.headBefore, at: head - index, words[token: head].stem)
        sink.add(.headBefore, at: 1, words[token: head].stem)
      }
      addWindow(index, in: sentence, words, &sink)
    }

    private func addNames(
      _ index: Int, in sentence: Range<Int>, _ word: WordDescription.Outline, _ before: UInt64,
      _ sink: inout some FeatureSink
    ) {
      for offset in -1...1 where sentence.contains(index + offset) {
        let token = tokens[index + offset]
        if token.firstName < 0, token.mention == 0 {
          sink.addNoName(at: offset)
          continue
        }
        var types: UInt64 = 0
        var next = token.firstName
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
        let mention = UInt64(token.mention)
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
      var next = tokens[index].firstName
      while next >= 0 {
        types |= 1 << UInt64(names[Int(next)].type)
        next = names[Int(next)].next
      }
      guard types != 0 || word.namePart > 0 && word.frequency < 5 else { return }
      let range =
        max(
          sentence.lowerBound, index - ContextFeatures.window)..<min(
          sentence.upperBound, index + ContextFeatures.window + 1)
      for other in range where other != index && words[token: other].length > 2 {
        sink.add(.windowWord, at: 0, words[token: other].stem &+ types)
      }
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
