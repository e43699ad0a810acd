/// What a file holds.
public enum InputFormat: String, CaseIterable, Sendable {
  /// One document.
  case text
  /// A document in each line.
  case lines
  /// A JSON object in each line, with the text in one of its members.
  case jsonl
  /// A table with a head, its cells between commas (or semicolons, bars, tabs: as the head has them) and, where need be, in
  /// quotation marks (RFC 4180).
  case csv
  /// A table with a head, its cells between tabs, without quotation marks.
  case tsv
  /// An archive of the web (ISO 28500), of which the records of plain text are read: Common Crawl's WET files.
  case warc

  /// The format that a file's name tells, also before `.gz`, `.bz2` and `.zst`; anything unknown is text.
  public init(path: String) {
    var name = path.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...]
    for suffix in [".gz", ".bz2", ".zst"]
    where name.count > suffix.utf8.count && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      name.removeLast(suffix.utf8.count)
      break
    }
    let known = Self.suffixes.first { name.suffix($0.suffix.utf8.count).elementsEqual($0.suffix.utf8) }
    self = known?.format ?? .text
  }

  private static let suffixes: [(suffix: String, format: InputFormat)] = [
    (".jsonl", .jsonl), (".ndjson", .jsonl), (".csv", .csv), (".tsv", .tsv), (".warc", .warc), (".wet", .warc),
  ]
}
