/// The endings with which words that have one ending in their base form are inflected.
struct Paradigm: Sendable {
  /// The ending of the base form, empty where it ends in its stem's consonant.
  let base: String
  /// The endings of the other forms, separated by spaces: `none` for no ending, else one to four letters of two bytes.
  let endings: String
  /// Whether they are forms of another gender or number, as an adjective agrees with its noun.
  let isAgreement: Bool

  init(_ base: String, _ endings: String, isAgreement: Bool = false) {
    (self.base, self.endings, self.isAgreement) = (base, endings, isAgreement)
  }

  /// Stands for no ending: Афины, Афин.
  static let none = "0"
  /// Where such a form may end.
  static let consonants = "бвгджзклмнпрстфхцчшщ".map { String($0) }
}
