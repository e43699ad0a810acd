/// What a file holds.
public enum InputFormat: String, CaseIterable, Sendable {
  /// One document.
  case text
  /// A document in each line.
  case lines
  /// A JSON object in each line, with the text in one of its members.
  case jsonl

  /// The format that a file's name tells: `.jsonl` and `.ndjson`, also before `.gz`, `.bz2` and `.zst`; anything else is
  /// text.
  public init(path: String) {
    var name = path.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...]
    for suffix in [".gz", ".bz2", ".zst"]
    where name.count > suffix.utf8.count && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      name.removeLast(suffix.utf8.count)
      break
    }
    let isLines = [".jsonl", ".ndjson"].contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
    self = isLines ? .jsonl : .text
  }
}
