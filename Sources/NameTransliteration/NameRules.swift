internal import EmbeddedLexicons
import UnicodeText

/// ICU's transforms for single words: the rule files of Lexicons/rules, and `Any-Latin` for what they do not know.
///
/// Each is opened when it is first needed, since `Any-Latin` alone takes up to 26 ms.
final class NameRules {
  /// The longest word, in scalars, that is transformed at once: the time grows with the square of the length.
  static let maximumCount = 48

  private var opened: [String: Transform?] = [:]

  /// The text of a rule file that travels inside the binary.
  static func text(named name: String) -> String? {
    var count = 0
    guard let start = naqhara_rules(name, &count) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A word in small ASCII letters, by the rules of a language; empty where nothing of it can be said.
  func english(_ word: String, _ language: NameLanguage?) -> String {
    var result = language?.rules.map { transform(word, rules: $0) } ?? word
    if !result.utf8.allSatisfy({ $0 < 0x80 }) { result = transform(result, id: "Any-Latin; Latin-ASCII; Lower") }
    return String(result.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "'") })
  }

  /// A word of small ASCII letters in Arabic.
  func arabic(_ word: String) -> String { written(word, by: "english-arabic") }

  /// A word of small ASCII letters as a rule file writes it.
  func written(_ word: String, by file: String) -> String { transform(word, rules: file) }

  private func transform(_ word: String, rules name: String) -> String {
    if opened[name] == nil {
      // The files travel inside the binary and the tests open them all; without them, ICU's own transforms remain.
      opened[name] = .some(Self.text(named: name).flatMap { try? Transform(name: name, rules: $0) })
    }
    return apply(opened[name] ?? nil, to: word)
  }

  private func transform(_ word: String, id: String) -> String {
    if opened[id] == nil { opened[id] = .some(try? Transform(id: id)) }
    return apply(opened[id] ?? nil, to: word)
  }

  private func apply(_ transform: Transform?, to word: String) -> String {
    guard let transform else { return word }
    let scalars = word.unicodeScalars
    if scalars.count <= Self.maximumCount { return (try? transform.transform(word)) ?? word }
    var result = ""
    var rest = scalars[...]
    while !rest.isEmpty {
      let piece = String(String.UnicodeScalarView(rest.prefix(Self.maximumCount)))
      result += (try? transform.transform(piece)) ?? piece
      rest = rest.dropFirst(Self.maximumCount)
    }
    return result
  }
}
