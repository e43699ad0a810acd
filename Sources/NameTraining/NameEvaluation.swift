import NameTransliteration

/// How right the first answers are.
struct NameScores {
  var names = 0
  var first = 0
  var five = 0
  var ten = 0
  var any = 0
  var strict = 0
  var reciprocal = 0.0
  var characterError = 0.0
  var fScore = 0.0
  var seconds = 0.0

  mutating func add(_ answers: [String], _ references: [String]) {
    names += 1
    let right = Set(references)
    if let place = answers.firstIndex(where: { right.contains($0) }) {
      if place == 0 { first += 1 }
      if place < 5 { five += 1 }
      if place < 10 { ten += 1 }
      any += 1
      reciprocal += 1 / Double(place + 1)
    }
    let best = Array((answers.first ?? "").unicodeScalars)
    var least = 1.0, most = 0.0
    for reference in references.map({ Array($0.unicodeScalars) }) where !reference.isEmpty {
      let distance = Self.distance(best, reference)
      least = min(least, Double(distance) / Double(reference.count))
      let common = (best.count + reference.count - Self.editsWithoutSubstitution(best, reference)) / 2
      if !best.isEmpty, common > 0 {
        let (r, p) = (Double(common) / Double(reference.count), Double(common) / Double(best.count))
        most = max(most, 2 * r * p / (r + p))
      }
    }
    characterError += least
    fScore += most
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    edits(a, b, substitution: 1)
  }

  private static func editsWithoutSubstitution(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    edits(a, b, substitution: 2)
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

  private func percent(_ value: Double) -> String {
    let tenths = Int((value / Double(max(names, 1)) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The figures of a row: names, first, five, ten, mean reciprocal rank, character error rate, F-score.
  var row: String {
    [
      "\(names)", percent(Double(first)), percent(Double(five)), percent(Double(ten)), percent(reciprocal),
      percent(characterError), percent(fScore), seconds > 0 ? "\(Int(Double(names) / seconds))" : "-",
    ].joined(separator: "\t")
  }

  static let header = "names\tfirst\ttop 5\ttop 10\tMRR\tCER\tF\tnames/s"
}
