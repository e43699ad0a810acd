import EntityLexicon
import TextModel

/// The features of a token that depend on what stands around it: names of the lexicons, titles and cues, what the lexicon mode
/// decided, pairs of words.
struct ContextFeatures {
  /// How far a head word is looked for.
  static let headReach = 6
  /// How many words around a possible name say what the sentence speaks of.
  static let window = 6
  /// Over how many names of bodies and peoples a title reaches.
  private static let titleReach: UInt8 = 12

  /// The longest name of a type over a token.
  struct NameEvidence {
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
  struct TokenEvidence {
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

  static let heads: TokenContext = [.organizationCue, .placeCue, .title, .eventCue, .lawCue]
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
