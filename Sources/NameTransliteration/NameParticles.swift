/// The small words of names that stand between its parts.
enum NameParticles {
  /// The particle inside a name, in the case in which English has it there; nil where the word is none.
  ///
  /// - Parameter isFirst: whether nothing stands before it; then all but "von" begin with a capital.
  static func particle(_ word: NameWord, isFirst: Bool, isLast: Bool) -> String? {
    guard !isLast, let language = word.language else { return nil }
    let table: [String: String] =
      switch language {
      case .arabic, .persian, .urdu: arabic
      case .russian, .ukrainian: cyrillic
      case .hebrew: hebrew
      default: [:]
      }
    guard let particle = table[word.key] else { return nil }
    return isFirst && particle != "von" ? NameCase.capitalized(particle) : particle
  }

  /// By the key of the profile `search`.
  private static let arabic = [
    "بن": "bin", "ابن": "ibn", "بنت": "bint", "ولد": "ould",
    "فان": "van", "فون": "von", "دير": "der", "دي": "de", "دا": "da", "دو": "du", "دوس": "dos", "ديل": "del",
    "دل": "del", "ديلا": "della", "لا": "la", "لو": "le", "تن": "ten", "تير": "ter", "دن": "den",
    "دبليو": "W.",
  ]
  private static let cyrillic = [
    "фон": "von", "ван": "van", "дер": "der", "де": "de", "ди": "di", "да": "da", "дю": "du", "дос": "dos",
    "дель": "del",
    "делла": "della", "ла": "la", "ле": "le", "ибн": "ibn", "бин": "bin", "бен": "ben", "тен": "ten", "тер": "ter",
  ]
  private static let hebrew = ["פון": "von", "ואן": "van", "דה": "de", "דר": "der", "די": "di", "לה": "la"]
}
