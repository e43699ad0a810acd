import Glibc
import Testing

/// The conformance cases of a scheme: `Cases/<id>.tsv`.
struct CaseFile {
  /// A row of a published table, or an example of it.
  struct Case: CustomTestStringConvertible {
    let scheme: String
    let source: String
    let romanized: String
    /// Where the table has it.
    let place: String

    var testDescription: String { "\(scheme): \(source)" }
  }

  static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
    separator: "/")

  /// The rows of a scheme's file; none where there is no file.
  static func cases(of id: String) -> [Case] {
    guard let file = fopen("\(folder)/Cases/\(id).tsv", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(
        scheme: id, source: cells.first ?? "", romanized: cells.count > 1 ? cells[1] : "",
        place: cells.count > 2 ? cells[2] : "")
    }
  }
}
