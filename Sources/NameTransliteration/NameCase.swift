/// The capitals of English names.
package enum NameCase {
  /// A spelling in small letters with capitals as English has them: O'Connor, Jean-Claude, McDonald, al-Masri.
  package static func press(_ spelling: String) -> String {
    var result = ""
    for (index, piece) in spelling.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result += "-" }
      if index == 0, spelling.contains("-"), articles.contains(String(piece)) {
        result += piece
        continue
      }
      let halves = piece.split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, halves[0].count == 1, "dlmno".contains(halves[0]), halves[1].count > 2 {
        result += String(halves[0]).capitalizedFirst + "'" + scottish(String(halves[1]))
      } else {
        result += scottish(String(piece))
      }
    }
    return result
  }

  private static let articles: Set<String> = ["al", "el"]

  /// McDonald, but not Mchedlidze.
  private static func scottish(_ word: String) -> String {
    guard word.hasPrefix("mc"), word.count >= 5, !georgian.contains(where: { word.hasPrefix($0) }) else {
      return word.capitalizedFirst
    }
    return "Mc" + String(word.dropFirst(2)).capitalizedFirst
  }

  private static let georgian = ["mched", "mchel", "mchito", "mcirci"]
}

extension String {
  /// The word with its first letter large.
  var capitalizedFirst: String {
    let first = drop { !$0.isLetter }
    guard let letter = first.first else { return self }
    return prefix(count - first.count) + letter.uppercased() + first.dropFirst()
  }
}
