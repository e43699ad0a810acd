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
  /// The way back: what English names, particles and titles are in another language.
  private(set) var namesTo: [NameTransliteration.Target: PhraseTable<String>] = [:]
  private(set) var particlesTo: [NameTransliteration.Target: PhraseTable<String>] = [:]
  private(set) var titlesTo: [NameTransliteration.Target: PhraseTable<Title>] = [:]

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
  private static let targets = NameTransliteration.Target.allCases.filter { $0 != .english }

  private mutating func readPairs(_ cutter: NameCutter) {
    let pairs = NameTable(named: "pairs").rows
    for row in pairs {
      for column in Self.columns {
        for spelling in row.list(column) { names.insert(cutter.keys(spelling), StyledSpellings([row["en"]])) }
      }
    }
    for row in NameTable(named: "english").rows + pairs {
      let keys = cutter.keys(row["en"])
      for target in Self.targets {
        guard let spelling = row.list(target.rawValue).first else { continue }
        namesTo[target, default: PhraseTable()].insert(keys, spelling)
      }
    }
  }

  private mutating func readGivenNames(_ cutter: NameCutter) {
    for row in NameTable(named: "given").rows {
      let arabic = row["ar"]
      let spellings = StyledSpellings(row)
      names.insert(cutter.keys(arabic), spellings)
      for spelling in spellings.all {
        namesTo[.arabic, default: PhraseTable()].insert(cutter.keys(spelling), arabic)
      }
    }
  }

  private mutating func readParticles(_ cutter: NameCutter) {
    for row in NameTable(named: "particles").rows {
      let particle = Particle(
        text: row["en"], capital: Particle.Capital(rawValue: row["capital"]) ?? .start,
        standsAfter: row["place"] == "after")
      for column in Self.columns {
        for spelling in row.list(column) { particles.insert(cutter.keys(spelling), particle) }
      }
      let keys = cutter.keys(particle.text)
      for target in Self.targets {
        guard let spelling = row.list(target.rawValue).first else { continue }
        particlesTo[target, default: PhraseTable()].insert(keys, spelling)
      }
    }
  }

  private mutating func readTitles(_ cutter: NameCutter) {
    for row in NameTable(named: "titles").rows {
      let following = Int(row["words"]) ?? 1
      for column in Self.columns {
        for spelling in row.list(column) {
          titles.insert(cutter.keys(spelling), Title(text: row["en"], following: following))
        }
      }
      let keys = cutter.keys(row["en"])
      for target in Self.targets {
        guard let spelling = row.list(target.rawValue).first else { continue }
        titlesTo[target, default: PhraseTable()].insert(keys, Title(text: spelling, following: following))
      }
    }
  }
}
