/// How far two short spellings differ.
enum WordDistance {
  /// The least count of letters to be put in, left out or exchanged, for each letter of the longer: from 0 to 1.
  /// (Levenshtein 1965.)
  static func relative(_ a: [UInt8], _ b: [UInt8]) -> Float {
    guard !a.isEmpty || !b.isEmpty else { return 0 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let changed = corner + (x == y ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(changed, row[j + 1] + 1, row[j] + 1)
      }
    }
    return Float(row[b.count]) / Float(max(a.count, b.count))
  }
}
