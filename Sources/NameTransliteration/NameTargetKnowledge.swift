/// What the tables of Lexicons/names say backwards: what English names, particles and titles are in another language.
///
/// It is read when the first name is written in that language.
struct NameTargetKnowledge: Sendable {
  private(set) var names = PhraseTable<String>()
  private(set) var particles = PhraseTable<String>()
  /// What stands behind a name: II, Jr.
  private(set) var suffixes = PhraseTable<String>()
  private(set) var titles = PhraseTable<NameKnowledge.Title>()

  private static let arabic = NameTargetKnowledge(.arabic)
  private static let russian = NameTargetKnowledge(.russian)
  private static let hebrew = NameTargetKnowledge(.hebrew)

  /// What is known in a language; nil for English itself.
  static func shared(_ target: NameTransliteration.Target) -> NameTargetKnowledge? {
    switch target {
    case .english: nil
    case .arabic: arabic
    case .russian: russian
    case .hebrew: hebrew
    }
  }

  private init(_ target: NameTransliteration.Target) {
    let cutter = NameCutter()
    for row in NameTable(named: "english").rows + NameTable(named: "pairs").rows {
      if let spelling = row.list(target.rawValue).first { names.insert(cutter.keys(row["en"]), spelling) }
    }
    for row in NameTable(named: "particles").rows {
      guard let spelling = row.list(target.rawValue).first else { continue }
      let keys = cutter.keys(row["en"])
      if row["place"] == "after" { suffixes.insert(keys, spelling) } else { particles.insert(keys, spelling) }
    }
    for row in NameTable(named: "titles").rows {
      guard let spelling = row.list(target.rawValue).first else { continue }
      titles.insert(
        cutter.keys(row["en"]), NameKnowledge.Title(text: spelling, following: Int(row["words"]) ?? 1))
    }
    guard target == .arabic else { return }
    for row in NameTable(named: "given").rows {
      for spelling in StyledSpellings(row).all { names.insert(cutter.keys(spelling), row["ar"]) }
    }
  }
}
