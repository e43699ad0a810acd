/// How right answers are: by the first one, the first five and ten, mean reciprocal rank, character error rate and F-score of
/// the first (NEWS 2018, Chen et al.).
struct NameScores {
  private var names = 0
  private var first = 0
  private var strict = 0
  private var five = 0
  private var ten = 0
  private var people = 0
  private var peopleFirst = 0
  private var reciprocal = 0.0
  private var characterError = 0.0
  private var fScore = 0.0
  var seconds = 0.0

  /// - Parameters:
  ///   - answers: best first, as they are compared.
  ///   - strict: the best answer with its apostrophes and hyphens.
  mutating func add(_ answers: [String], strict strictAnswer: String, _ references: [NameTest.Reference]) {
    names += 1
    let weight = references.reduce(0) { $0 + $1.people }
    people += weight
    if let place = answers.firstIndex(where: { answer in references.contains { $0.folded == answer } }) {
      if place == 0 {
        first += 1
        peopleFirst += weight
      }
      if place < 5 { five += 1 }
      if place < 10 { ten += 1 }
      reciprocal += 1 / Double(place + 1)
    }
    if references.contains(where: { $0.strict == strictAnswer }) { strict += 1 }
    let best = Array((answers.first ?? "").unicodeScalars)
    var least = 1.0
    var most = 0.0
    for reference in references.map({ Array($0.folded.unicodeScalars) }) where !reference.isEmpty {
      least = min(least, Double(Self.edits(best, reference, substitution: 1)) / Double(reference.count))
      // The longest common subsequence.
      let common = (best.count + reference.count - Self.edits(best, reference, substitution: 2)) / 2
      if common > 0 { most = max(most, 2 * Double(common) / Double(best.count + reference.count)) }
    }
    characterError += least
    fScore += most
  }

  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], substitution: Int) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let change = corner + (x == y ? 0 : substitution)
        corner = row[j + 1]
        row[j + 1] = min(change, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }

  static let header = "names\tfirst\tstrict\tby people\ttop 5\ttop 10\tMRR\tCER\tF\tnames/s"

  var row: String {
    func percent(_ value: Double, of whole: Int) -> String {
      let tenths = Int((value / Double(max(whole, 1)) * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return [
      "\(names)", percent(Double(first), of: names), percent(Double(strict), of: names),
      percent(Double(peopleFirst), of: people), percent(Double(five), of: names), percent(Double(ten), of: names),
      percent(reciprocal, of: names), percent(characterError, of: names), percent(fScore, of: names),
      seconds > 0 ? "\(Int(Double(names) / seconds))" : "-",
    ].joined(separator: "\t")
  }
}
