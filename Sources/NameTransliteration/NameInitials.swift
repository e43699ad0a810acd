/// The initials of names, from Lexicons/names/letters.tsv: ج. is J., دبليو is W.
///
/// Letters are told apart by their text, not by their key: إن is N, and ان is none.
struct NameInitials: Sendable {
  /// A Latin letter that stands for an initial.
  struct Letter: Sendable {
    let latin: String
    /// Whether its name can be no other part of a name.
    let isSure: Bool
  }

  private var letters: [String: String] = [:]
  private var names: [String: Letter] = [:]
  private var written: [NameTransliteration.Target: [String: String]] = [:]

  init(_ table: NameTable, _ cutter: NameCutter) {
    func text(_ spelling: String) -> String { cutter.words(spelling).first?.text ?? spelling }
    for row in table.rows {
      let latin = row["en"]
      for column in ["ar", "ru", "he"] {
        for letter in row.list(column).map(text) where letters[letter] == nil { letters[letter] = latin }
      }
      let sure = row.list("sure").map(text)
      for name in row.list("name").map(text) + sure where names[name] == nil {
        names[name] = Letter(latin: latin, isSure: sure.contains(name))
      }
      let key = latin.lowercased()
      written[.arabic, default: [:]][key] = row.list("name").first ?? row.list("ar").first
      written[.russian, default: [:]][key] = row.list("ru").first
      written[.hebrew, default: [:]][key] = row.list("he").first
    }
  }

  /// The Latin letter for an initial.
  func latin(_ letter: String) -> String? { letters[letter] }

  /// The letter that a word is the name of.
  func named(_ word: String) -> Letter? { names[word] }

  /// A Latin initial in another language: by its letter, or, in Arabic, by the letter's name.
  func written(_ latin: String, in target: NameTransliteration.Target) -> String? {
    written[target]?[latin.lowercased()]
  }
}
