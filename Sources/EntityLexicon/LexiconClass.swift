public import TextModel

/// What a row of a lexicon is: an entity of some type, or a word that says something of its neighbours.
public enum LexiconClass: Hashable, Sendable {
  /// An entity.
  case entity(EntityType)
  /// A title or role that stands before a person's name: الرئيس, Gen.
  case title
  /// A head word before a name that tells its type: وكالة, صحيفة (organization), مدينة (place), معاهدة (law) …
  case cue(EntityType)
  /// A verb of saying or doing beside a person's name: قال, أضاف.
  case personVerb
  /// A word of kinship before or within a person's name: بن, زوجة.
  case personRelation
  /// An ordinary word that must not be taken apart as particle and name: كبير is not ك + بير.
  case word

  /// Every class, in the order of its code in the image.
  public static let all: [LexiconClass] =
    EntityType.allCases.map(LexiconClass.entity)
    + [.title, .cue(.organization), .cue(.geopolitical), .cue(.law), .cue(.event), .personVerb, .personRelation, .word]

  /// Its name in the `type` column of a source.
  public var label: String {
    switch self {
    case .entity(let type): type.label
    case .title: "TITLE"
    case .cue(let type): "\(type.label)-CUE"
    case .personVerb: "PERSON-VERB"
    case .personRelation: "PERSON-RELATION"
    case .word: "WORD"
    }
  }

  /// The class of this label.
  init?(label: some StringProtocol) {
    guard let found = Self.all.first(where: { $0.label == label }) else { return nil }
    self = found
  }

  /// Its code in the image.
  var code: UInt8 { UInt8(truncatingIfNeeded: Self.all.firstIndex(of: self) ?? 0) }

  /// The classes that are no entities, at most eight: what a word may say of itself in `LexiconImage.WordRecord`.
  public static let signs = Array(all[EntityType.allCases.count...])

  /// Whether it is an entity that may stand in a result.
  @inlinable
  public var isEntity: Bool { if case .entity = self { true } else { false } }
}
