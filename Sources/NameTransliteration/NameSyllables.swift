/// Chinese and Korean names by their syllables, from Lexicons/names/syllables.tsv: شي جين بينغ is Xi Jinping, 문재인 Moon Jae-in.
struct NameSyllables: Sendable {
  fileprivate struct Language: Sendable {
    let joint: String
    /// By key.
    var families: [String: String] = [:]
    var given: [String: String] = [:]
  }

  private var languages: [Language] = []

  init(_ table: NameTable, _ cutter: NameCutter) {
    for (name, joint) in [("chinese", ""), ("korean", "-")] {
      var language = Language(joint: joint)
      for row in table.rows where row["language"] == name {
        for key in (row.list("ar") + row.list("ko")).map({ cutter.keys($0).joined() }) {
          if row["role"] == "family" {
            language.families[key] = language.families[key] ?? row["en"]
          } else {
            language.given[key] = language.given[key] ?? row["en"]
          }
        }
      }
      languages.append(language)
    }
  }

  /// A name whose syllables are words: a family name and one or two syllables.
  func name(_ words: ArraySlice<NameWord>) -> String? {
    guard let first = words.first, (2...3).contains(words.count),
      words.dropFirst().allSatisfy({ $0.gap == " " || $0.gap == "-" })
    else { return nil }
    for language in languages {
      // A single syllable is a given name in Chinese only: 'Kim Il' could be anything.
      guard words.count == 3 || language.joint.isEmpty, let family = language.families[first.key] else { continue }
      if let given = language.spelled(words.dropFirst().map(\.key)) { return family + " " + given }
    }
    return nil
  }

  /// A Korean name in Hangul, where each character is a syllable: 김정은, or 김 정은.
  func koreanName(_ text: String) -> String? {
    let syllables = text.unicodeScalars.map { String($0) }
    guard (3...4).contains(syllables.count) else { return nil }
    let familyCount = syllables.count - 2
    let family = syllables.prefix(familyCount).joined()
    for language in languages {
      guard let family = language.families[family] else { continue }
      if let given = language.spelled(Array(syllables.dropFirst(familyCount))) { return family + " " + given }
    }
    return nil
  }
}

extension NameSyllables.Language {
  /// The syllables of a given name as English writes them together; nil where one of them is unknown.
  fileprivate func spelled(_ syllables: [String]) -> String? {
    let parts = syllables.compactMap { given[$0] }
    guard parts.count == syllables.count, !parts.isEmpty else { return nil }
    return parts.joined(separator: joint).capitalizedFirst
  }
}
