import EntityLexicon
import TextModel
import TextSegmentation

/// Makes the mentions that users see.
struct EntityMaker {
  let lexicon: EntityLexicon

  func entity(of mention: Candidate, in view: TokenView) -> Entity {
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
      let image = lexicon.images[mention.image]
      if !mention.isNamesake { entity.id = image.id(of: mention.entity) }
      entity.name = image.englishName(of: mention.entity)
    }
    entity.score = mention.probability ?? Self.score(entity.evidence)
    return entity
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
