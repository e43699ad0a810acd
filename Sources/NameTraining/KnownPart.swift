import NameTransliteration

/// A part of a name and the spellings that the data and public people have for it.
struct KnownPart: Sendable {
  struct Spelling: Sendable {
    /// How many people of the data bear it, with the part.
    var count: Float = 0
    /// The same of public people.
    var publicCount: Float = 0
    /// The ways to write the same letters, with apostrophes and hyphens, and how often each occurs.
    var forms: [String: Float] = [:]

    /// All people, the public ones weighed.
    var people: Float { count + PublicPeople.weight * publicCount }

    var form: String? { forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// Normalized by the profile `search`.
  let key: String
  /// The model's words that have this key, and how often each occurs.
  private(set) var words: [String: Float] = [:]
  /// By the model's letters.
  private(set) var spellings: [String: Spelling] = [:]

  init(key: String) { self.key = key }

  /// The usual word: keys are folded, and the model tells أ from ا.
  var word: String { words.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key }

  /// How many people bear it; public people are not weighed.
  var people: Float { spellings.values.reduce(0) { $0 + $1.count + $1.publicCount } }

  var isPublic: Bool { spellings.values.contains { $0.publicCount > 0 } }

  /// The spelling that most people bear.
  var usualForm: String? { frequent(limit: 1).first.flatMap { spellings[$0]?.form } }

  mutating func add(_ word: String, _ letters: String, form: String, count: Float = 0, publicCount: Float = 0) {
    let weight = count + PublicPeople.weight * publicCount
    words[word, default: 0] += weight
    var spelling = spellings[letters] ?? Spelling()
    spelling.count += count
    spelling.publicCount += publicCount
    spelling.forms[form, default: 0] += weight
    spellings[letters] = spelling
  }

  mutating func remove(_ letters: String) { spellings[letters] = nil }

  /// Takes people of the data away, to see how well they would be foreseen by what is left.
  mutating func forget(_ letters: String, count: Float) {
    guard var spelling = spellings[letters] else { return }
    spelling.count = max(0, spelling.count - count)
    spellings[letters] = spelling.people > 0 ? spelling : nil
  }

  /// The spellings that most people bear.
  func frequent(limit: Int) -> [String] {
    let sorted = spellings.sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }
    return sorted.prefix(limit).map(\.key)
  }
}
