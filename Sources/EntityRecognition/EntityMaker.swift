import EntityLexicon
import TextModel
import TextSegmentation

/// Makes the mentions that users see.
struct EntityMaker {
  let lexicon: EntityLexicon
  /// Whether it says what decided.
  let explains: Bool
  /// The texts of rows that were mentioned before: few are mentioned often. A row's place is told by its number.
  private var known = [RowTexts](repeating: RowTexts(), count: 1 << placeBits)

  /// What results say of a row.
  private struct RowTexts {
    var identity = Candidate.Identity(image: Candidate.unlistedImage, entity: 0)
    var id = ""
    var name = ""
  }

  private static let placeBits: UInt64 = 10

  init(lexicon: EntityLexicon, explains: Bool) {
    self.lexicon = lexicon
    self.explains = explains
  }

  private mutating func texts(_ identity: Candidate.Identity) -> RowTexts {
    let hash = UInt64(truncatingIfNeeded: identity.entity &* 256 &+ identity.image) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(hash >> (64 - Self.placeBits))
    if known[place].identity != identity {
      let image = lexicon.images[identity.image]
      known[place] = RowTexts(
        identity: identity, id: image.id(of: identity.entity), name: image.englishName(of: identity.entity))
    }
    return known[place]
  }

  /// - Parameter weights: what the model says of the mention.
  mutating func entity(
    of mention: Candidate, in view: TokenView, _ contexts: [TokenContext], weights: @autoclosure () -> [Entity.Reason]
  ) -> Entity {
    let start = offset(ofLetter: mention.procliticLetters + mention.glue.start, inToken: mention.first, view)
    let end =
      mention.glue.end > 0
      ? offset(ofLetter: mention.glue.end, inToken: mention.first, view) : view.end(of: mention.last)
    let tokenStart = view.tokens[mention.first].range.lowerBound
    var entity = Entity(range: ByteRange(start, end), type: mention.type, evidence: mention.evidence ?? .lexicon)
    if mention.procliticLetters > 0 {
      entity.proclitics = String(decoding: view.bytes[tokenStart..<start], as: UTF8.self)
    }
    if mention.image < lexicon.images.count {
      let texts = texts(mention.identity)
      if !mention.isNamesake { entity.id = texts.id }
      entity.name = texts.name
    } else {
      entity.id = "_:\(mention.entity)"
    }
    entity.score = mention.probability ?? Self.score(entity.evidence)
    if explains { entity.reasons = reasons(for: mention, view, contexts) + weights() }
    return entity
  }

  /// What the lexicons and the words around say of a mention.
  private func reasons(for mention: Candidate, _ view: TokenView, _ contexts: [TokenContext]) -> [Entity.Reason] {
    var reasons: [Entity.Reason] = []
    if mention.image < lexicon.images.count {
      let id = lexicon.images[mention.image].id(of: mention.entity)
      reasons.append(
        Entity.Reason(
          mention.isNamesake ? "bears the name of \(id)" : "a name of \(id) in lexicon \(mention.image + 1)"))
      if !mention.conditions.isDisjoint(with: [.needsContext, .onlyWithTitle]) {
        reasons.append(Entity.Reason("a name that counts only where something else speaks for it"))
      }
    } else {
      reasons.append(Entity.Reason("in no lexicon"))
    }
    switch mention.evidence {
    case .context, .title:
      if let cue = cue(before: mention, view, contexts) { reasons.append(Entity.Reason("after “\(cue)”")) }
    case .document: reasons.append(Entity.Reason("part of a full name that stands elsewhere in the document"))
    case .glued: reasons.append(Entity.Reason("written together with its neighbour"))
    case .model:
      let percent = Int(((mention.probability ?? 0) * 100).rounded())
      reasons.append(Entity.Reason("the model is \(percent) % sure, as the sum of:"))
    case .lexicon, .rule, nil: break
    }
    return reasons
  }

  /// The nearest title or cue before a mention.
  private func cue(before mention: Candidate, _ view: TokenView, _ contexts: [TokenContext]) -> String? {
    let wanted = TokenContext(admitting: mention.type)
    var index = mention.first
    while view.continues(index), mention.first - index < 64 {
      index -= 1
      if !contexts[index].isDisjoint(with: wanted) {
        return String(decoding: view.original(index), as: UTF8.self)
      }
    }
    return nil
  }

  /// Where a letter of a token stands in the document.
  private func offset(ofLetter letters: Int, inToken index: Int, _ view: TokenView) -> Int {
    let range = view.tokens[index].range
    guard letters > 0 else { return range.lowerBound }
    return view.bytes.withUnsafeBufferPointer {
      range.lowerBound
        + Proclitics.wordStart(
          afterLetters: letters, in: UnsafeBufferPointer(rebasing: $0[range.lowerBound..<range.upperBound]))
    }
  }

  /// How sure each kind of evidence is: an order, not a measured probability.
  private static func score(_ evidence: Entity.Evidence) -> Float {
    switch evidence {
    case .lexicon, .rule: 1
    case .context: 0.95
    case .document: 0.9
    case .glued: 0.85
    case .title, .model: 0.8
    }
  }
}
