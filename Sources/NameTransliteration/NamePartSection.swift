/// The keys of one language in an image of name parts, sorted by their hashes, behind an index that tells where each few of them begin:
/// a look-up reads a line of the index and one of the records. Most words of a text are no parts of names: of nine in ten of them a filter
/// says so, which has a bit for each beginning of a hash.
final class NamePartSection: @unchecked Sendable {
  // Unchecked: pointers into an image that nobody writes to, and to an index that is written once.

  /// How many bits of a key's hash the records have.
  static let hashWidth: UInt64 = 40
  /// How many records a place of the index stands for, about.
  private static let recordsOfPlace = 4

  /// How many keys there are.
  let count: Int
  /// Whether the spellings are Arabic letters, a byte each.
  let isArabicPage: Bool
  /// 8 bytes each: the upper 40 bits of a key's hash, and where its list stands.
  private let records: UnsafeRawPointer
  /// The first record of each place, and behind the last place the count.
  private let starts: UnsafeMutablePointer<UInt32>
  private let shift: UInt64
  /// A bit for each beginning of a hash: whether a key has it.
  private let filter: UnsafeMutablePointer<UInt64>
  private let filterShift: UInt64
  /// How many bits the filter has for a place of the index, as a power of two: eight for a record.
  private static let filterBitsOfPlace: UInt64 = 5

  /// - Parameter records: `count` records, proven to lie within an image that lives as long as this.
  init(records: UnsafeRawPointer, count: Int, isArabicPage: Bool) {
    self.records = records
    self.count = count
    self.isArabicPage = isArabicPage
    var width: UInt64 = 0
    while width < 24, Self.recordsOfPlace << Int(width) < count { width += 1 }
    shift = Self.hashWidth - width
    let places = 1 << Int(width)
    starts = .allocate(capacity: places + 1)
    filterShift = shift - Self.filterBitsOfPlace
    let filterCount = max(places >> (6 - Int(Self.filterBitsOfPlace)), 1)
    filter = .allocate(capacity: filterCount)
    filter.initialize(repeating: 0, count: filterCount)
    var next = 0
    for record in 0..<count {
      let hash = Self.hash(records, record)
      let bit = hash >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      let place = Int(hash >> shift)
      while next <= place {
        starts[next] = UInt32(truncatingIfNeeded: record)
        next += 1
      }
    }
    while next <= places {
      starts[next] = UInt32(truncatingIfNeeded: count)
      next += 1
    }
  }

  deinit {
    starts.deallocate()
    filter.deallocate()
  }

  /// Where the list of a key stands among the lists, by the upper bits of its hash.
  func list(of wanted: UInt64) -> Int? {
    let bit = wanted >> filterShift
    guard filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0 else { return nil }
    let place = Int(truncatingIfNeeded: wanted >> shift)
    var low = Int(starts[place])
    var high = Int(starts[place + 1])
    while low < high {
      let middle = (low + high) / 2
      let found = Self.hash(records, middle)
      if found == wanted { return Int(truncatingIfNeeded: Self.record(records, middle) & 0xFF_FFFF) }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  @inline(__always)
  private static func record(_ records: UnsafeRawPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: records.loadUnaligned(fromByteOffset: 8 &* index, as: UInt64.self))
  }

  @inline(__always)
  private static func hash(_ records: UnsafeRawPointer, _ index: Int) -> UInt64 {
    record(records, index) >> (64 - hashWidth)
  }
}
