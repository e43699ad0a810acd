import BinaryImage
import Glibc
import NameTransliteration

/// Writes what `NamePartDictionary` reads. Little-endian:
///
///      0   8  magic "NQNAMES\n"
///      8   4  version 1
///     12   4  number of sections
///     16   8  size of the whole image
///     24   8  checksum of everything from byte 32 on (`ImageChecksum`)
///     32  32  of each section: language (8 bytes, zero-padded), keys (u32), encoding (u32: 0 ASCII, 1 Arabic page), offset of
///             its records (u64), 8 bytes zero
///      …      then two words: offset of the lists (u64), offset of the spellings (u64)
///
/// - records: 8 bytes each, sorted: the upper 40 bits of the key's hash, then 24 bits: offset into the lists.
/// - lists: 1 byte: how many people, 8 times the logarithm to the base 2; 1 byte: how many spellings; for each 3 bytes: offset
///   into the spellings, 1 byte: weight 1…255.
/// - spellings: 1 byte length, then the bytes: ASCII, or in a section of encoding 1 the low byte of U+0600…U+06FF.
struct NamePartImage {
  struct Entry {
    var key: String
    var people: Float
    /// With weights of 1…255.
    var spellings: [(text: String, weight: UInt8)]
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private var tables: [(language: String, isArabicPage: Bool, records: [UInt64])] = []
  private var lists: [UInt8] = []
  private var spellings: [UInt8] = []
  private var listOffsets: [[UInt8]: Int] = [:]
  private var spellingOffsets: [[UInt8]: Int] = [:]

  mutating func add(_ language: String, _ entries: [Entry], isArabicPage: Bool = false) throws {
    var records: [UInt64] = []
    var keys: [UInt64: String] = [:]
    for entry in entries {
      let encoded = entry.spellings.compactMap { spelling in
        Self.encoded(spelling.text, isArabicPage: isArabicPage).map { (bytes: $0, weight: spelling.weight) }
      }
      guard !encoded.isEmpty else { continue }
      let people = min(255, (8 * log2(max(entry.people, 1))).rounded())
      var list = [UInt8(people), UInt8(encoded.count)]
      for spelling in encoded {
        list += Self.bytes(UInt64(offset(of: spelling.bytes)), 3) + [spelling.weight]
      }
      let offset = listOffsets[list] ?? lists.count
      if offset == lists.count {
        listOffsets[list] = offset
        lists += list
      }
      let hash = ImageChecksum.hash(entry.key) >> 24
      if let other = keys.updateValue(entry.key, forKey: hash) {
        throw Failure(description: "the keys \(entry.key) and \(other) have equal hashes: change the hash")
      }
      records.append(hash << 24 | UInt64(offset))
    }
    guard max(lists.count, spellings.count) < 1 << 24 else {
      throw Failure(description: "too large for offsets of 24 bits")
    }
    tables.append((language, isArabicPage, records.sorted()))
  }

  private mutating func offset(of spelling: [UInt8]) -> Int {
    if let offset = spellingOffsets[spelling] { return offset }
    let offset = spellings.count
    spellingOffsets[spelling] = offset
    spellings.append(UInt8(spelling.count))
    spellings += spelling
    return offset
  }

  /// The bytes of a spelling; nil where it has letters outside its section's page.
  private static func encoded(_ text: String, isArabicPage: Bool) -> [UInt8]? {
    guard !text.isEmpty, text.unicodeScalars.count < 256 else { return nil }
    let range: ClosedRange<UInt32> = isArabicPage ? 0x621...0x6FF : 0x21...0x7E
    guard text.unicodeScalars.allSatisfy({ range.contains($0.value) }) else { return nil }
    return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  func bytes() -> [UInt8] {
    let start = 32 + 32 * tables.count + 16
    var head: [UInt8] = []
    var body: [UInt8] = []
    for table in tables {
      let name = Array(table.language.utf8.prefix(8))
      head += name + [UInt8](repeating: 0, count: 8 - name.count) + Self.bytes(UInt64(table.records.count), 4)
      head += Self.bytes(table.isArabicPage ? 1 : 0, 4) + Self.bytes(UInt64(start + body.count), 8) + Self.bytes(0, 8)
      for record in table.records { body += Self.bytes(record, 8) }
    }
    for part in [lists, spellings] {
      head += Self.bytes(UInt64(start + body.count), 8)
      body += part
      body += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
    }
    let rest = head + body
    return Array("NQNAMES\n".utf8) + Self.bytes(1, 4) + Self.bytes(UInt64(tables.count), 4)
      + Self.bytes(UInt64(32 + rest.count), 8) + Self.bytes(ImageChecksum.of(rest), 8) + rest
  }

  private static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
