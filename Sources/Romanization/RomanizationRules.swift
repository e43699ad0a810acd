internal import EmbeddedLexicons
import UnicodeText

/// The files of Lexicons/rules/romanization, which travel inside the binary.
enum RomanizationRules {
  /// Ends the name of a file that has the rules of a scheme's way back.
  static let wayBack = ".reverse"

  /// The names of all files, without their suffix.
  static var names: [String] {
    var names: [String] = []
    while let name = naqhara_romanization_name(names.count) { names.append(String(cString: name)) }
    return names
  }

  /// The text of a file.
  static func text(named name: String) -> String? {
    var count = 0
    guard let start = naqhara_romanization(name, &count) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The lines `# key: value` at the head of a file.
  static func head(of text: String) -> [String: String] {
    var head: [String: String] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("# "), let colon = line.firstIndex(of: ":") else { break }
      let key = String(line[..<colon].dropFirst(2))
      let value = line[line.index(after: colon)...]
      head[key] = String(value.drop { $0 == " " })
    }
    return head
  }

  /// The words of a file that is a list.
  static func words(named name: String) -> Set<String> {
    let lines = (text(named: name) ?? "").split(separator: "\n")
    return Set(lines.lazy.filter { !$0.hasPrefix("#") }.map(String.init))
  }

  /// The transform of a file; nil where there is no such file.
  static func transform(_ name: String, _ direction: Transform.Direction = .forward) throws(ICUError) -> Transform? {
    guard let rules = text(named: name) else { return nil }
    return try Transform(name: name, rules: rules, direction: direction)
  }
}
