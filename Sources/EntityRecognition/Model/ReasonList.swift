import SequenceTagging
import TextModel

/// Collects what the features of a token weigh for a label, beside no name, in words that a person understands.
struct ReasonList: FeatureSink {
  /// How many reasons are told.
  private static let maximumCount = 8

  let model: LinearChainModel
  let label: Int
  let token: Int
  let view: TokenView
  private var weights: [String: Int] = [:]
  private var total = 0

  init(model: LinearChainModel, label: Int, token: Int, view: TokenView) {
    self.model = model
    self.label = label
    self.token = token
    self.view = view
  }

  mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
    var scores = LinearChainModel.Scores.zero
    model.add(template.feature(at: offset, value), to: &scores)
    let difference = Int(scores[label]) - Int(scores[LabelSet.outside])
    guard difference != 0 else { return }
    total += difference
    // Features that say nearly the same of one word are told as one.
    weights[phrase(template, offset, value), default: 0] += difference
  }

  /// The weightiest reasons, then what all others add up to.
  var reasons: [Entity.Reason] {
    let sorted = weights.sorted { (abs($0.value), $1.key) > (abs($1.value), $0.key) }
    var reasons = sorted.prefix(Self.maximumCount).map { Entity.Reason($0.key, weight: logarithms($0.value)) }
    let rest = sorted.dropFirst(Self.maximumCount).reduce(0) { $0 + $1.value }
    if rest != 0 {
      reasons.append(Entity.Reason("\(sorted.count - Self.maximumCount) lesser ones", weight: logarithms(rest)))
    }
    return reasons
  }

  private func logarithms(_ units: Int) -> Float { Float(units) * LinearChainModel.unit }

  private func word(_ offset: Int) -> String {
    let index = token + offset
    guard view.tokens.indices.contains(index) else { return "the sentence’s edge" }
    return "“\(String(decoding: view.original(index), as: UTF8.self))”"
  }

  private func place(_ offset: Int) -> String {
    switch offset {
    case 0: ""
    case 1: " after it"
    case -1: " before it"
    default: offset > 0 ? " \(offset) words after it" : " \(-offset) words before it"
    }
  }

  private func phrase(_ template: FeatureTemplate, _ offset: Int, _ value: UInt64) -> String {
    let word = word(offset) + place(offset)
    switch template {
    case .word, .stem: return "the word \(word)"
    case .prefix1, .prefix2, .prefix3, .prefix4, .suffix1, .suffix2, .suffix3, .suffix4, .trigram, .length, .suffixPair:
      return "the letters of \(word)"
    case .shape: return "how \(word) is written"
    case .namePart, .namePartStem, .frequencyAndNamePart: return "how many people are called \(word)"
    case .frequency, .frequencyStem: return "how common \(word) is"
    case .likeness, .likenessAndFrequency: return "how much \(word) looks like a name"
    case .wordBefore: return "\(self.word(-1)) and \(self.word(0)) together"
    case .wordAfter: return "\(self.word(0)) and \(self.word(1)) together"
    case .wordsAround: return "standing between \(self.word(-1)) and \(self.word(1))"
    case .namePartPair: return "\(self.word(0)) beside \(self.word(offset)), as words and as names"
    case .position: return "its place in the sentence"
    case .lexiconName, .lexiconNameAndFrequency: return "\(word) in the lexicon as \(Self.type(value & 0xFF))"
    case .lexiconTypes:
      let types = EntityType.allCases.filter { value >> (UInt64($0.rawValue) * 2) & 3 != 0 }.map(\.label)
      return types.isEmpty
        ? "\(word) in no name of the lexicon" : "\(word) in the lexicon as \(types.joined(separator: ", "))"
    case .mention, .mentionAfterWord:
      return value & 0xFF == 0
        ? "the lexicon mode does not take \(word)"
        : "the lexicon mode takes \(word) for \(Self.type((value & 0xFF) - 1))"
    case .context:
      return "\(word) is \(Self.context(TokenContext(rawValue: 1 << UInt8(truncatingIfNeeded: value & 7))))"
    case .titleBefore, .titleAndNamePart:
      return "\(Self.context(TokenContext(rawValue: UInt8(truncatingIfNeeded: value))))\(place(offset - 1))"
    case .headBefore: return "the nearest title or head word before"
    case .windowWord: return "what the sentence speaks of"
    }
  }

  private static func type(_ value: UInt64) -> String {
    UInt8(exactly: value).flatMap(EntityType.init(rawValue:))?.label ?? "a name"
  }

  private static func context(_ context: TokenContext) -> String {
    if context.contains(.title) { return "a title" }
    if context.contains(.organizationCue) { return "a head word of organizations" }
    if context.contains(.placeCue) { return "a head word of places" }
    if context.contains(.lawCue) { return "a head word of laws" }
    if context.contains(.eventCue) { return "a head word of events" }
    if context.contains(.personVerb) { return "a verb that people do" }
    if context.contains(.personRelation) { return "a word of kinship" }
    return "an ordinary word"
  }
}
