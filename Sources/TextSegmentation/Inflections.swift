/// The base forms that an inflected word may come from: Москвы, Москве and Москвою are Москва.
///
/// A quick way for looking names up, by a table of endings (`SlavicParadigms`, `PersianSuffixes`) and without a dictionary:
/// many of the forms told are no words, and only a lexicon knows which are. Works on normalized keys (profile `search`).
public struct Inflections: Sendable {
  /// Russian and Ukrainian names and adjectives, by case.
  public static let slavic = Inflections(SlavicParadigms.all)
  /// Persian plurals, ezafe and possessives. Only for texts that are Persian, since the endings are parts of Arabic words.
  public static let persian = Inflections(PersianSuffixes.all)

  /// A form that a word may come from: the word without its ending, and another ending.
  public struct Base: Hashable, Sendable {
    /// How many bytes of the key remain.
    public let stemCount: Int
    /// Whether the ending tells of another gender or number than the base's: российская is российский, but Зеленская is not
    /// Зеленский.
    public let isAgreement: Bool
    /// The base's ending in UTF-8, its first byte in the lowest.
    private let ending: UInt64
    private let endingCount: Int

    fileprivate init(stemCount: Int, _ entry: Entry) {
      self.stemCount = stemCount
      isAgreement = entry.isAgreement
      ending = entry.base
      endingCount = entry.baseCount
    }

    /// Writes the base form of `key` in place of what a buffer holds.
    public func write(_ key: UnsafeRawBufferPointer, into buffer: inout [UInt8]) {
      buffer.removeAll(keepingCapacity: true)
      buffer.append(contentsOf: key[..<stemCount])
      for index in 0..<endingCount { buffer.append(UInt8(truncatingIfNeeded: ending >> UInt64(8 * index))) }
    }
  }

  /// An ending and one of the endings that it may stand for.
  fileprivate struct Entry {
    /// The ending's bytes, the last in the highest, and the bits that they take.
    let ending: UInt64
    let mask: UInt64
    let endingCount: Int
    let base: UInt64
    let baseCount: Int
    let isAgreement: Bool
  }

  /// By the word's last letter, the longest endings first.
  private let entries: [[Entry]]

  /// The shortest word without its ending, in bytes.
  private static let minimumStemCount = 4
  /// The shortest word that is a form without an ending, in bytes: Афин, but мир is no form of Мири.
  private static let minimumBareCount = 8
  /// The shortest base form, in bytes: суд.
  private static let minimumCount = 6

  init(_ paradigms: [Paradigm]) {
    var entries = [[Entry]](repeating: [], count: 256)
    var seen: Set<[String]> = []
    for paradigm in paradigms {
      for ending in paradigm.endings.split(separator: " ", omittingEmptySubsequences: true) {
        // A word without an ending may end in any consonant, which is compared but stays.
        let isEmpty = ending == Paradigm.none
        guard seen.insert([String(ending), paradigm.base]).inserted else { continue }
        for last in isEmpty ? Paradigm.consonants : [String(ending)] {
          let bytes = Array(last.utf8)
          guard (2...8).contains(bytes.count) else { continue }
          entries[Self.slot(bytes[bytes.count - 2], bytes[bytes.count - 1])].append(
            Entry(
              ending: Self.tail(bytes), mask: ~0 << UInt64(64 - 8 * bytes.count),
              endingCount: isEmpty ? 0 : bytes.count,
              base: paradigm.base.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) },
              baseCount: paradigm.base.utf8.count, isAgreement: paradigm.isAgreement))
        }
      }
    }
    for slot in entries.indices {
      // Among equal ones the paradigms' order decides.
      entries[slot] = entries[slot].enumerated()
        .sorted { ($1.element.endingCount, $0.offset) < ($0.element.endingCount, $1.offset) }.map(\.element)
    }
    self.entries = entries
  }

  /// Calls `body` for each form that the word may come from, those of the longest ending first; never more than the table
  /// has entries for one letter, in practice two to eight.
  public func forEachBase(of key: UnsafeRawBufferPointer, _ body: (Base) -> Void) {
    guard key.count > Self.minimumStemCount, key[key.count - 2] >= 0xC0, key[key.count - 2] < 0xE0 else { return }
    let candidates = entries[Self.slot(key[key.count - 2], key[key.count - 1])]
    guard !candidates.isEmpty else { return }
    let tail =
      key.count >= 8
      ? UInt64(littleEndian: key.loadUnaligned(fromByteOffset: key.count - 8, as: UInt64.self)) : Self.tail(key)
    for entry in candidates where tail & entry.mask == entry.ending {
      let stemCount = key.count - entry.endingCount
      guard stemCount >= (entry.endingCount == 0 ? Self.minimumBareCount : Self.minimumStemCount),
        stemCount + entry.baseCount >= Self.minimumCount
      else { continue }
      body(Base(stemCount: stemCount, entry))
    }
  }

  /// The last eight bytes, the last in the highest.
  private static func tail(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 64
    for byte in bytes.suffix(8).reversed() {
      shift -= 8
      value |= UInt64(byte) << shift
    }
    return value
  }

  /// A letter's place in `entries`, by the two bytes of its UTF-8. Letters of different scripts may share one, which costs a
  /// comparison and no more.
  private static func slot(_ lead: UInt8, _ trail: UInt8) -> Int { Int(lead & 3) << 6 | Int(trail & 0x3F) }
}
