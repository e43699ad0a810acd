/// Reads the source form of a lexicon: tab-separated values, as `Lexicons/README.md` describes.
public enum LexiconSource {
  /// What is wrong with a source, and where.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String

    /// `people.tsv:12: no English name`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// The rows of a source and what is wrong with the other lines.
  public struct Result: Sendable {
    /// The good rows, in order.
    public var rows: [LexiconRow] = []
    /// The bad lines, in order.
    public var failures: [Failure] = []
  }

  private static let required = ["id", "type", "en"]
  private static let notLanguages: Set<String> = ["id", "type", "flags", "source"]

  /// Reads a whole source. Bad lines are reported and left out; without a usable header nothing is read.
  public static func read(_ bytes: [UInt8], file: String) -> Result {
    var result = Result()
    var header: [Substring]?
    if let invalid = String(validating: bytes, as: UTF8.self) == nil ? firstInvalidLine(bytes) : nil {
      result.failures.append(Failure(file: file, line: invalid, reason: "not UTF-8"))
      return result
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var number = 0
    // Bytes, since "\r\n" is a single character.
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(line)
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
      if line.utf8.first == UInt8(ascii: "#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = split(line, at: UInt8(ascii: "\t")).map(trimmed)
      func fail(_ reason: String) { result.failures.append(Failure(file: file, line: number, reason: reason)) }
      if line.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
        fail("a control character")
        if header == nil { return result }
        continue
      }
      guard let columns = header else {
        if let missing = required.first(where: { name in !cells.contains { $0.utf8.elementsEqual(name.utf8) } }) {
          fail("the header has no column “\(missing)”; columns are separated by tabs")
          return result
        }
        if let long = cells.first(where: { $0.utf8.count > 64 }) {
          fail(
            "the header has a column “\(String(long.unicodeScalars.prefix(20)))…” with a name of \(long.utf8.count) bytes"
          )
          return result
        }
        if Set(cells).count != cells.count {
          fail("the header names a column twice")
          return result
        }
        header = cells
        continue
      }
      guard cells.count == columns.count else {
        fail("\(cells.count) cells, but the header has \(columns.count) columns")
        continue
      }
      do throws(Reason) {
        result.rows.append(try row(cells, columns: columns, place: "\(file):\(number)"))
      } catch {
        fail(error.text)
      }
    }
    if header == nil { result.failures.append(Failure(file: file, line: max(number, 1), reason: "no header")) }
    return result
  }

  private struct Reason: Error { let text: String }

  private static func row(_ cells: [Substring], columns: [Substring], place: String) throws(Reason) -> LexiconRow {
    var row = LexiconRow(id: "", lexiconClass: .title, names: [], flags: [], source: "", place: place)
    // English first: the first English name is the one in results.
    for (column, cell) in zip(columns, cells).sorted(by: { ($0.0 == "en" ? 0 : 1) < ($1.0 == "en" ? 0 : 1) }) {
      switch column {
      case "id":
        guard !cell.isEmpty, cell.utf8.allSatisfy(isIDByte) else {
          throw Reason(text: "“\(cell)” is no id: [a-z0-9.-]+")
        }
        row.id = String(cell)
      case "type":
        guard let lexiconClass = LexiconClass(label: cell) else { throw Reason(text: "unknown type “\(cell)”") }
        row.lexiconClass = lexiconClass
      case "flags":
        for flag in split(cell, at: UInt8(ascii: ",")).map(trimmed) where !flag.isEmpty {
          guard let known = LexiconRow.Flag(rawValue: String(flag)) else {
            throw Reason(text: "unknown flag “\(flag)”")
          }
          row.flags.insert(known)
        }
      case "source": row.source = String(cell)
      default:
        guard !cell.isEmpty else { continue }
        for name in split(cell, at: UInt8(ascii: "|")).map(trimmed) {
          let needsContext = name.utf8.first == UInt8(ascii: "~")
          let text = needsContext ? trimmed(name.dropFirst()) : name
          guard !text.isEmpty else { throw Reason(text: "an empty name in column “\(column)”") }
          row.names.append(.init(language: String(column), text: String(text), needsContext: needsContext))
        }
      }
    }
    guard row.names.contains(where: { $0.language == "en" }) else { throw Reason(text: "no English name") }
    return row
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// By bytes: Swift's comparison of characters takes quadratic time over many marks, and a mark after a separator would
  /// hide it.
  private static func split(_ text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
