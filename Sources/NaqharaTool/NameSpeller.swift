import Naqhara

/// Writes a name as the lexicon has it where it knows the whole, else part by part; one a task.
final class NameSpeller {
  private let names: LexiconLookup?
  private let parts: NameTransliterator
  private let target: NameTransliteration.Target

  /// - Parameter names: the lexicon of whole names; nil where only parts are to be asked.
  init(names: LexiconLookup?, parts: NameTransliterator, target: NameTransliteration.Target) {
    self.names = names
    self.parts = parts
    self.target = target
  }

  /// The likeliest spellings, best first; none for an empty name.
  func candidates(for name: String, limit: Int) throws -> [NameCandidate] {
    var result: [NameCandidate] = []
    for row in try names?.rows(named: name) ?? [] {
      guard case .entity(let type) = row.lexiconClass,
        let text = target == .english
          ? row.englishName : row.names.first(where: { $0.language == target.rawValue })?.text
      else { continue }
      // A family name alone belongs to somebody, but does not say the given name: بيرنز is Burns, not William Burns.
      if type == .person, isSingleWord(name) != isSingleWord(text) { continue }
      result.append(NameCandidate(text: text, score: 1, origin: .lexicon))
    }
    if result.count < limit { result += parts.candidates(for: name, limit: limit) }
    // By bytes: Swift's own comparison takes quadratic time over many marks.
    var seen: Set<[UInt8]> = []
    return Array(result.filter { seen.insert(Array($0.text.utf8)).inserted }.prefix(limit))
  }

  private func isSingleWord(_ text: String) -> Bool {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).count == 1
  }
}
