/// Writes English parts in another language by rules; parts of other languages go to another writer, which writes English.
struct RulesToTarget: NamePartWriting {
  /// How sure a spelling by rules alone is.
  private static let score: Float = 0.2

  private let file: String
  private let otherwise: any NamePartWriting
  private let rules = NameRules()

  /// - Parameter file: the name of a file in Lexicons/rules.
  init(_ file: String, otherwise: any NamePartWriting) {
    self.file = file
    self.otherwise = otherwise
  }

  func candidates(for part: NamePart, limit: Int) -> [NameCandidate] {
    guard part.language == .english else { return otherwise.candidates(for: part, limit: limit) }
    guard limit > 0 else { return [] }
    let written = rules.written(part.key, by: file).capitalizedFirst
    return written.isEmpty ? [] : [NameCandidate(text: written, score: Self.score, origin: .rules)]
  }

  func count(of part: NamePart) -> Int { otherwise.count(of: part) }
}
