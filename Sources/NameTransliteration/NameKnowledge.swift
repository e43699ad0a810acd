/// What the tables of Lexicons/names say, read once when the first name is written.
struct NameKnowledge: Sendable {
  /// A small word of a name: von, de la.
  struct Particle: Sendable {
    enum Capital: String, Sendable { case never, start, always }
    let text: String
    let capital: Capital
    let standsAfter: Bool
  }

  /// A title before a name.
  struct Title: Sendable {
    let text: String
    /// How many words must follow.
    let following: Int
  }

  static let shared = NameKnowledge()

  /// Common names and what they look like in each region; pairs such as Jean-Claude.
  private(set) var names = PhraseTable<StyledSpellings>()
  private(set) var particles = PhraseTable<Particle>()
  private(set) var titles = PhraseTable<Title>()
  let compounds: NameCompounds
  let initials: NameInitials
  let syllables: NameSyllables
  let habits: NameHabits

  private init() {
    let cutter = NameCutter()
    compounds = NameCompounds(NameTable(named: "compounds"), cutter)
    initials = NameInitials(NameTable(named: "letters"), cutter)
    syllables = NameSyllables(NameTable(named: "syllables"), cutter)
    habits = NameHabits(NameTable(named: "habits"), cutter)
    readPairs(cutter)
    readGivenNames(cutter)
    readParticles(cutter)
    readTitles(cutter)
  }

  private static let columns = ["ar", "fa", "ru", "he", "ja", "ko"]

  private mutating func readPairs(_ cutter: NameCutter) {
    for row in NameTable(named: "pairs").rows {
      for column in Self.columns {
        for spelling in row.list(column) { names.insert(cutter.keys(spelling), StyledSpellings([row["en"]])) }
      }
    }
  }

  private mutating func readGivenNames(_ cutter: NameCutter) {
    for row in NameTable(named: "given").rows { names.insert(cutter.keys(row["ar"]), StyledSpellings(row)) }
  }

  private mutating func readParticles(_ cutter: NameCutter) {
    for row in NameTable(named: "particles").rows {
      let particle = Particle(
        text: row["en"], capital: Particle.Capital(rawValue: row["capital"]) ?? .start,
        standsAfter: row["place"] == "after")
      for column in Self.columns {
        for spelling in row.list(column) { particles.insert(cutter.keys(spelling), particle) }
      }
    }
  }

  private mutating func readTitles(_ cutter: NameCutter) {
    for row in NameTable(named: "titles").rows {
      let title = Title(text: row["en"], following: Int(row["words"]) ?? 1)
      for column in Self.columns {
        for spelling in row.list(column) { titles.insert(cutter.keys(spelling), title) }
      }
    }
  }
}
