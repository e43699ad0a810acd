import EntityLexicon
import TextModel

/// A name that the words of a document spell, before and after it is decided whether it is meant.
///
/// Without references, since documents have many of them, and they are copied at every step.
struct Candidate: BitwiseCopyable {
  /// Token in which it begins.
  var first: Int
  /// Token in which it ends.
  var last: Int
  /// Letters of particles before it in its first token.
  var procliticLetters = 0
  /// Which lexicon knows it, which is also its priority; `unlistedImage` where none does.
  var image: Int
  /// The row in its lexicon; a number of its own for an unlisted one.
  var entity: Int
  /// What it is.
  var type: EntityType
  /// What must hold for it.
  var conditions: LexiconImage.NameConditions = []
  /// Where words are glued: letters of the token before it (0 for the head), and up to its end (0 for the tail).
  var glue: (start: Int, end: Int) = (0, 0)
  /// Why it stands; nil as long as nothing speaks for it.
  var evidence: Entity.Evidence?
  /// How likely the model finds it; nil where it was not asked.
  var probability: Float?
  /// Whether the row is another's, of which it bears the name only: the club برشلونة and the city.
  var isNamesake = false
  /// The place of what the model found among all that it found in the document; nil where it is none of it.
  var span: Int?

  /// Stands for no lexicon, and comes after all of them.
  static let unlistedImage = Int(UInt8.max)

  /// How many tokens it spans.
  var tokenCount: Int { last - first + 1 }

  /// The same for every mention of one entity.
  var identity: Identity { Identity(image: image, entity: entity) }

  struct Identity: Hashable {
    let image: Int
    let entity: Int
  }
}

/// What titles, cues and verbs say of a token.
struct TokenContext: OptionSet {
  let rawValue: UInt8
  /// A title ends here.
  static let title = TokenContext(rawValue: 1)
  /// A head word of organizations ends here: وكالة.
  static let organizationCue = TokenContext(rawValue: 2)
  /// A head word of places ends here: مدينة.
  static let placeCue = TokenContext(rawValue: 4)
  /// A head word of laws and treaties ends here: معاهدة.
  static let lawCue = TokenContext(rawValue: 8)
  /// A head word of events ends here: حرب.
  static let eventCue = TokenContext(rawValue: 16)
  /// A verb of saying or doing stands here.
  static let personVerb = TokenContext(rawValue: 32)
  /// A word of kinship stands here: بن.
  static let personRelation = TokenContext(rawValue: 64)
  /// An ordinary word stands here.
  static let ordinary = TokenContext(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What a row that is no entity says of the token in which its name ends.
  init(_ lexiconClass: LexiconClass) {
    switch lexiconClass {
    case .entity: self = []
    case .title: self = .title
    case .cue(.organization): self = .organizationCue
    case .cue(.law): self = .lawCue
    case .cue(.event): self = .eventCue
    case .cue: self = .placeCue
    case .personVerb: self = .personVerb
    case .personRelation: self = .personRelation
    case .word: self = .ordinary
    }
  }

  /// The title or cue that makes a name of this type credible.
  init(admitting type: EntityType) {
    switch type {
    case .person: self = .title
    case .organization, .product, .work: self = .organizationCue
    case .geopolitical, .location, .facility: self = .placeCue
    case .law: self = .lawCue
    case .event: self = .eventCue
    default: self = []
    }
  }
}
