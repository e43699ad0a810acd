/// What letters look like in each region: the order among the spellings that a name part has.
struct NameHabits: Sendable {
  private struct Habit: Sendable {
    let letters: String
    let preferred: [String]
    let avoided: [String]

    /// What a spelling is worth: the longest piece in it decides, so that `dj` is no `j`, and `ou` no `u`.
    func worth(of text: String) -> Float {
      func longest(_ pieces: [String]) -> Int { pieces.filter(text.contains).map(\.utf8.count).max() ?? 0 }
      let (good, bad) = (longest(preferred), longest(avoided))
      if good > bad { return 1 }
      return bad > 0 ? 1 / 64 : 1 / 8
    }
  }

  private let habits: [NameStyle: [Habit]]

  init(_ table: NameTable, _ cutter: NameCutter) {
    var habits: [NameStyle: [Habit]] = [:]
    for row in table.rows {
      guard let style = NameStyle(rawValue: row["style"]) else { continue }
      // The marks ^ and $ are no letters for the cutter.
      let letters = row["letters"]
      var key = cutter.keys(letters).joined()
      if letters.hasPrefix("^") { key = "^" + key }
      if letters.hasSuffix("$") { key += "$" }
      habits[style, default: []].append(
        Habit(letters: key, preferred: row.list("prefer"), avoided: row.list("avoid")))
    }
    self.habits = habits
  }

  /// The spellings of a part in the order of a style; their scores keep the best one's height.
  func ordered(_ candidates: [NameCandidate], key: String, style: NameStyle) -> [NameCandidate] {
    let key = "^" + key + "$"
    guard let habits = habits[style]?.filter({ key.contains($0.letters) }), !habits.isEmpty, candidates.count > 1,
      let best = candidates.map(\.score).max()
    else { return candidates }
    var ordered = candidates.map { candidate in
      let text = "^" + candidate.text.lowercased() + "$"
      var candidate = candidate
      for habit in habits { candidate.score *= habit.worth(of: text) }
      return candidate
    }
    let highest = ordered.map(\.score).max() ?? 0
    guard highest > 0 else { return candidates }
    for index in ordered.indices { ordered[index].score *= best / highest }
    return NameUnit.best(ordered, limit: ordered.count)
  }
}
