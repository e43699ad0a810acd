import Glibc
public import TextModel

/// Texts on which the fast roads are held to the plain ones: random, damaged and real ones of many scripts, always the same.
///
/// It is small in an ordinary run of the tests. `NAQHARA_EQUALITY_BYTES` makes it larger, and `NAQHARA_EQUALITY_TEXT` names a
/// file of real text, a paragraph a line, which is half of the corpus then. See `make equal`.
public enum EqualityCorpus {
  /// Parts that can be worked through side by side.
  public static let parts = 0..<8
  /// How many bytes all parts have together, and a document more.
  public static let byteCount = environment("NAQHARA_EQUALITY_BYTES").flatMap { Int($0) } ?? 400_000

  /// Hands out the documents of a part, one after the other.
  public static func forEachDocument(of part: Int, _ body: (Document) throws -> Void) throws {
    var random = SeededGenerator(seed: UInt64(part))
    let lines = try sampleLines() + realLines(of: part)
    let pieces = RandomText.alphabets.flatMap(\.pieces)
    var count = 0
    while count < byteCount / parts.count {
      // Many short ones, since most faults are at the ends of texts, and a few long ones.
      let length = Int.random(in: 0..<20, using: &random) == 0 ? 2_000 : 60
      var bytes: [UInt8] = []
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes = RandomText.make(pieces, count: Int.random(in: 0...length, using: &random), &random)
      case 1:
        let alphabet = RandomText.alphabets.randomElement(using: &random)?.pieces ?? []
        bytes = RandomText.make(alphabet, count: Int.random(in: 0...length, using: &random), &random)
      case 2:
        bytes = lines.randomElement(using: &random) ?? []
        damage(&bytes, &random)
      case 3:
        bytes = mixed(lines, pieces, length, &random)
      default:
        for _ in 0..<max(1, length / 60) { bytes += (lines.randomElement(using: &random) ?? []) + [UInt8(ascii: "\n")] }
      }
      count += bytes.count + 1
      try body(Document(id: "\(part):\(count)", bytes: bytes))
    }
  }

  /// Words of the lines with random pieces between and within them.
  private static func mixed(
    _ lines: [[UInt8]], _ pieces: [String], _ length: Int, _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...max(1, length / 20), using: &random) {
      for word in (lines.randomElement(using: &random) ?? []).split(separator: UInt8(ascii: " ")) {
        bytes += word
        if Int.random(in: 0..<3, using: &random) == 0 { bytes += (pieces.randomElement(using: &random) ?? "").utf8 }
        if Int.random(in: 0..<8, using: &random) > 0 { bytes.append(UInt8(ascii: " ")) }
      }
    }
    return bytes
  }

  /// Changes bytes, takes some away and doubles others, so that what was a character no longer is.
  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0...bytes.count / 40 where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(bytes[place], at: place)
      }
    }
  }

  /// The lines of the sample texts, their markup among them.
  private static func sampleLines() throws -> [[UInt8]] {
    let folder = "\(#filePath)".split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/SampleTexts/"
    return ["ar-conflict", "ar-diplomacy", "ar-economy", "ar-title", "en-news", "fa-news", "he-news", "ru-news"].flatMap
    {
      lines(of: folder + $0 + ".txt", from: 0, count: 1 << 20)
    }
  }

  /// Another stretch of the file for each part.
  private static func realLines(of part: Int) -> [[UInt8]] {
    guard let path = environment("NAQHARA_EQUALITY_TEXT"), !path.isEmpty, let file = fopen(path, "rb") else {
      return []
    }
    fseek(file, 0, SEEK_END)
    let share = ftell(file) / parts.count
    fclose(file)
    return lines(of: path, from: share * part, count: share)
  }

  private static func lines(of path: String, from start: Int, count: Int) -> [[UInt8]] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, start, SEEK_SET)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { $1 = fread($0.baseAddress, 1, count, file) }
    return bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
