import EntityLexicon
import Glibc
import LexiconImport
import TestSupport
import Testing
import TextFormats

/// A folder for one test, removed with all that is in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/naqhara-import-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Problem() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private var names: [String] = []

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    names.append(name)
    guard let stream = fopen("\(path)/\(name)", "w") else { throw Problem() }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Problem() }
    return "\(path)/\(name)"
  }

  func file(_ name: String, _ lines: [String]) throws -> String {
    try file(name, Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}

struct Problem: Error {}

/// The fixtures, by name.
enum Fixture {
  static func path(_ name: String, here: String = #filePath) -> String {
    "/" + (here.split(separator: "/").dropLast() + ["Fixtures", name[...]]).joined(separator: "/")
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let stream = fopen(path(name), "r") else { throw Problem() }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func lines(_ name: String) throws -> [String] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// What an import gave.
struct Imported {
  var rows: [LexiconRow] = []
  var report = LexiconImportReport()

  /// Everything that a reader gives.
  init(_ reader: any LexiconImportReader) throws {
    while let next = try reader.nextRows(&report) { rows += next }
    #expect(report.rowCount == rows.count)
    #expect(report.nameCount == rows.map(\.names.count).reduce(0, +))
    #expect(rows.allSatisfy { Set($0.names.map(\.language)).isSubset(of: reader.languages) })
  }

  /// The rows, short: `gpe 1 en=Cairo|Al Qahira ar=~القاهرة`.
  var lines: [String] {
    rows.map { row in
      var line = "\(row.id) \(row.lexiconClass.label)"
      var language = ""
      for name in row.names {
        line += name.language == language ? "|" : " \(name.language)="
        language = name.language
        line += (name.needsContext ? "~" : "") + name.text
      }
      return line
    }
  }

  /// How much was left out for each reason.
  var dropped: [LexiconImportReport.Reason: Int] { report.dropped.mapValues(\.count) }

  /// The bad records: `3:120 what is wrong`.
  var failures: [String] { report.failures.map { "\($0.position.line):\($0.position.byte) \($0.reason)" } }
}
