internal import EmbeddedLexicons

/// A line of the tables in Lexicons/quantities: what some words mean.
///
/// A class, since the rules pass words on all the time and its texts would be counted each time.
final class QuantityWord: Sendable {
  /// What kind of part the words are; the tables say what each means.
  enum Kind: UInt8, CaseIterable, Sendable {
    case number, scale, fraction, ordinal, roman, decade, ordinalEnding, pluralEnding
    case month, weekday, dayword, season, era
    case period, relative, deictic, part, daypart, ampm, zone, oclock, link, name, yearMark, yearPair
    case percent, currency, nation, sign, code, unit, rate, signScale

    /// The kind by the name that it has in the tables.
    init?(name: String) {
      guard let kind = Self.byName[name] else { return nil }
      self = kind
    }

    /// Its bit in a set of kinds.
    @inline(__always)
    var bit: UInt64 { 1 << UInt64(rawValue) }

    private var name: String {
      switch self {
      case .ordinalEnding: "ordinal-ending"
      case .pluralEnding: "plural-ending"
      case .yearMark: "year-mark"
      case .yearPair: "year-pair"
      case .signScale: "sign-scale"
      default: "\(self)"
      }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
  }

  let kind: Kind
  /// The value without its count: an ISO code, a UCUM code, a month's number.
  let code: String
  /// How the word is rendered in English.
  let name: String
  /// How many the word itself says: two of a dual.
  let count: ExactNumber?
  /// The number that `code` begins with, or 0.
  let number: Int
  /// A plural, which says how many only with a number before it.
  let isIndefinite: Bool
  /// Whether a number before the word takes the place of its count: ألفا is two thousand, but عشرون ألفا twenty.
  var yieldsCount: Bool { kind == .scale && code == "?" }

  init?(kind: String, value: String, name: String) {
    guard let kind = Kind(name: kind) else { return nil }
    self.kind = kind
    self.name = name
    switch kind {
    case .scale, .signScale:
      let parts = value.split(separator: "e").map(String.init)
      guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
      isIndefinite = parts[0] == "?"
      let yields = parts[0].utf8.count > 1 && parts[0].utf8.last == UInt8(ascii: "?")
      count = parts[0] == "1" ? nil : ExactNumber(decimal: yields ? parts[0].dropLast() : parts[0][...])
      number = exponent
      code = yields ? "?" : ""
    case .number, .fraction:
      isIndefinite = false
      count = ExactNumber(decimal: value)
      number = Int(value) ?? 0
      code = ""
    default:
      let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      isIndefinite = parts.count == 2 && parts[0] == "?"
      let isDual = parts.count == 2 && parts[0] == "2"
      count = isDual ? ExactNumber(2) : nil
      code = isDual || isIndefinite ? parts[1] : value
      number = Int(code.drop { !("0"..."9" ~= $0) }) ?? 0
    }
  }

  /// The English name for so many of it. A name has its plural behind a slash where it is not made with s.
  func name(plural: Bool) -> String {
    guard let slash = name.firstIndex(of: "/") else { return plural && !name.isEmpty ? Self.plural(of: name) : name }
    return String(plural ? name[name.index(after: slash)...] : name[..<slash])
  }

  private static func plural(of name: String) -> String {
    name.hasSuffix("ury") ? name.dropLast() + "ies" : name + "s"
  }
}

/// The tables of Lexicons/quantities as rows and spellings.
struct QuantityTable {
  static let names = ["calendar", "numbers", "time", "measures"]

  /// A spelling of a row, in one language.
  struct Spelling {
    let text: String
    let row: Int
    /// Also another word, so that it counts only beside others of its kind.
    let isDoubtful: Bool
    let language: QuantityLanguage
  }

  private(set) var words: [QuantityWord] = []
  private(set) var spellings: [Spelling] = []

  /// The tables that travel inside the binary.
  init() {
    for name in Self.names {
      var count = 0
      guard let start = naqhara_rules("quantities/" + name, &count) else { continue }
      read(String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self))
    }
  }

  /// The table in this text.
  init(text: String) { read(text) }

  private mutating func read(_ text: String) {
    var isHead = true
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Substring.init)
      // The head names the columns, which are the same in each table.
      if isHead {
        isHead = false
        continue
      }
      guard cells.count >= 3,
        let word = QuantityWord(kind: String(cells[0]), value: String(cells[1]), name: String(cells[2]))
      else { continue }
      words.append(word)
      for (language, cell) in cells.dropFirst(3).enumerated() where !cell.isEmpty {
        guard let language = QuantityLanguage(rawValue: UInt8(truncatingIfNeeded: language)) else { continue }
        for alternative in Self.alternatives(cell.utf8) { add(alternative, language) }
      }
    }
  }

  private mutating func add(_ alternative: Substring.UTF8View, _ language: QuantityLanguage) {
    var alternative = Self.trimmed(alternative)
    let isDoubtful = alternative.first == UInt8(ascii: "~")
    if isDoubtful { alternative = alternative.dropFirst() }
    for text in Self.expansions(Array(alternative)[...]) {
      spellings.append(
        Spelling(
          text: String(decoding: text, as: UTF8.self), row: words.count - 1, isDoubtful: isDoubtful, language: language)
      )
    }
  }

  /// What stands between the bars that are in no parentheses.
  private static func alternatives(_ cell: Substring.UTF8View) -> [Substring.UTF8View] {
    var depth = 0
    return cell.split { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      return byte == UInt8(ascii: "|") && depth == 0
    }
  }

  /// `доллар(|а)` is доллар and доллара; several pairs of parentheses give every combination.
  private static func expansions(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")),
      let close = text[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return text.isEmpty ? [] : [Array(text)] }
    let tails = close + 1 < text.endIndex ? expansions(text[(close + 1)...]) : [[]]
    return text[(open + 1)..<close].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).flatMap {
      choice in tails.map { Array(text[..<open]) + choice + $0 }
    }
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var text = text
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    return text
  }
}
