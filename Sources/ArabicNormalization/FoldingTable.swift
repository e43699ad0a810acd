import TextModel
import UnicodeText

/// What a profile makes of each single code point, filled in as text asks for it.
///
/// The entries are computed from ICU, so they are right for the ICU that is installed, and only for the code points that occur:
/// a table of all would cost more than most documents. One a worker; not shared.
final class FoldingTable {
  /// What is to be done with a code point: bits 0–2 the kind (0 where it has not been computed), bits 8–15 the length in bytes of what is written for it, bits
  /// 16–63 those bytes from the lowest, or, where there are more than six, their index in `longReplacements`.
  struct Entry {
    static let maximumInlineCount = 6
    private static let keepKind: UInt64 = 1
    private static let clusterKind: UInt64 = 2
    private static let replacementKind: UInt64 = 3
    private static let longReplacementKind: UInt64 = 5
    private static let droppedKind: UInt64 = 7

    let bits: UInt64

    /// Not to be decided alone: it may combine with its neighbours.
    static let cluster = Entry(bits: clusterKind)
    /// Dropped, and combines with nothing; but what stands on its two sides may combine when it is gone.
    static let dropped = Entry(bits: droppedKind)

    static func keep(_ scalar: Unicode.Scalar?) -> Entry {
      Entry(bits: keepKind | packed(scalar.map { Array(String($0).utf8) } ?? []))
    }

    static func replacement(_ bytes: [UInt8], longReplacements: inout [[UInt8]]) -> Entry {
      guard bytes.count > maximumInlineCount else { return Entry(bits: replacementKind | packed(bytes)) }
      longReplacements.append(bytes)
      return Entry(bits: longReplacementKind | 0xFF << 8 | UInt64(longReplacements.count - 1) << 16)
    }

    private static func packed(_ bytes: [UInt8]) -> UInt64 {
      var bits = UInt64(bytes.count) << 8
      for (index, byte) in bytes.enumerated() { bits |= UInt64(byte) << (16 + 8 * UInt64(index)) }
      return bits
    }

    /// Whether it has been computed.
    var isKnown: Bool { bits != 0 }
    /// Whether it combines with nothing, and what is written for it stands in the entry: the kinds `keep` and `replacement`.
    var isPlain: Bool { bits & 5 == 1 }
    var isKeep: Bool { bits & 7 == Self.keepKind }
    var isCluster: Bool { bits & 7 == Self.clusterKind }
    var isDropped: Bool { bits & 7 == Self.droppedKind }
    /// Length of what is written; above `maximumInlineCount` for a long replacement.
    var count: Int { Int(bits >> 8 & 0xFF) }
    /// What is written, from the lowest byte.
    var inlineBytes: UInt64 { bits >> 16 }
    var longIndex: Int { Int(bits >> 16) }
  }

  let profile: NormalizationProfile
  private(set) var longReplacements: [[UInt8]] = []
  private let rules: FoldingRules
  private let nfc: UnicodeNormalizer
  /// Entries from `commonCount` on in blocks of 64 code points; nil where no text has asked for one of them. Raw memory, because the table is read
  /// for every character and arrays of a class are checked for exclusive access each time.
  private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
  private static let blockCount = 0x110000 >> 6
  /// The entries of the code points below `commonCount`, in one piece.
  private let common: UnsafeMutablePointer<Entry>
  /// The letters of Latin, Greek, Cyrillic, Hebrew and Arabic: those with one or two bytes in UTF-8.
  static let commonCount = 0x800
  private let daggerAlefIndex: Int?
  private var chains: [UInt64: [Unicode.Scalar]] = [:]

  init(_ profile: NormalizationProfile) throws(ICUError) {
    self.profile = profile
    rules = try FoldingRules()
    nfc = try UnicodeNormalizer(.nfc)
    daggerAlefIndex = profile.foldings.firstIndex(of: .daggerAlefRestored)
    blocks = .allocate(capacity: Self.blockCount)
    blocks.initialize(repeating: nil, count: Self.blockCount)
    common = .allocate(capacity: Self.commonCount)
    common.initialize(repeating: Entry(bits: 0), count: Self.commonCount)
  }

  deinit {
    for index in 0..<Self.blockCount { blocks[index]?.deallocate() }
    blocks.deallocate()
    common.deallocate()
  }

  /// The entry of a code point below `commonCount`.
  @inline(__always)
  func commonEntry(for value: Int) -> Entry {
    let entry = common[value]
    return entry.isKnown ? entry : fill(common + value, UInt32(truncatingIfNeeded: value))
  }

  /// The entries of code points below `commonCount`, as far as they are known.
  var knownCommonEntries: UnsafePointer<Entry> { UnsafePointer(common) }

  /// The entry of a code point, at most 0x10FFFF.
  @inline(__always)
  func entry(for value: UInt32) -> Entry {
    if value < Self.commonCount { return commonEntry(for: Int(value)) }
    if let block = blocks[Int(value >> 6)] {
      let entry = block[Int(value & 63)]
      if entry.isKnown { return entry }
    }
    return fill(value)
  }

  @inline(never)
  private func fill(_ value: UInt32) -> Entry {
    let block = blocks[Int(value >> 6)] ?? .allocate(capacity: 64)
    if blocks[Int(value >> 6)] == nil {
      block.initialize(repeating: Entry(bits: 0), count: 64)
      blocks[Int(value >> 6)] = block
    }
    return fill(block + Int(value & 63), value)
  }

  @inline(never)
  private func fill(_ place: UnsafeMutablePointer<Entry>, _ value: UInt32) -> Entry {
    place.pointee = makeEntry(value)
    return place.pointee
  }

  private func makeEntry(_ value: UInt32) -> Entry {
    guard let scalar = Unicode.Scalar(value), let result = try? fold(CollectionOfOne(scalar)) else {
      return .keep(Unicode.Scalar(value))
    }
    if daggerAlefIndex != nil, (try? chain(.beforeDaggerAlef, scalar))?.contains("\u{670}") == true {
      // What a dagger alef becomes depends on the letter before it, also where a ligature of marks holds it.
      return .cluster
    }
    let hasBoundary = nfc.hasBoundaryBefore(scalar)
    if result.isEmpty, hasBoundary || !Self.combines(scalar) { return .dropped }
    guard hasBoundary else { return .cluster }
    // What stands after the foldings must not combine with its neighbours either.
    if let first = result.first, !nfc.hasBoundaryBefore(first) { return .cluster }
    // A character that NFC itself changes may need what follows it.
    if result == [scalar] { return .keep(scalar) }
    return .replacement(Array(String(String.UnicodeScalarView(result)).utf8), longReplacements: &longReplacements)
  }

  /// The definition that the table abbreviates: NFC, every folding in turn, NFC.
  func fold(_ scalars: some Sequence<Unicode.Scalar>) throws(ICUError) -> [Unicode.Scalar] {
    var result = try composed(Array(scalars))
    for folding in profile.foldings {
      var next: [Unicode.Scalar] = []
      var changed = false
      var base: Unicode.Scalar?
      for scalar in result {
        if !CharacterProperties.isNonspacingMark(scalar) { base = scalar }
        if let replacement = try rules.apply(folding, to: scalar, after: base) {
          next += replacement
          changed = true
        } else {
          next.append(scalar)
        }
      }
      if changed { result = next }
    }
    return try composed(result)
  }

  /// The same as `fold`, for clusters: what each folding makes of a code point is remembered.
  func foldCluster(_ scalars: some Sequence<Unicode.Scalar>) throws(ICUError) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in try composed(Array(scalars)) { result += try chain(.beforeDaggerAlef, scalar) }
    guard let daggerAlefIndex else { return try composed(result) }
    // The one folding that looks at what stands before.
    var restored: [Unicode.Scalar] = []
    var base: Unicode.Scalar?
    for scalar in result {
      if scalar == "\u{670}" {
        restored += try rules.apply(profile.foldings[daggerAlefIndex], to: scalar, after: base) ?? [scalar]
      } else {
        restored.append(scalar)
        if !CharacterProperties.isNonspacingMark(scalar) { base = scalar }
      }
    }
    result.removeAll(keepingCapacity: true)
    for scalar in restored { result += try chain(.afterDaggerAlef, scalar) }
    return try composed(result)
  }

  /// The foldings on either side of `daggerAlefRestored`; without it all are before.
  private enum Part: UInt64 {
    case beforeDaggerAlef
    case afterDaggerAlef
  }

  private func chain(_ part: Part, _ scalar: Unicode.Scalar) throws(ICUError) -> [Unicode.Scalar] {
    let key = UInt64(scalar.value) << 1 | part.rawValue
    if let known = chains[key] { return known }
    let foldings =
      switch (part, daggerAlefIndex) {
      case (_, nil): profile.foldings[...]
      case (.beforeDaggerAlef, let index?): profile.foldings[..<index]
      case (.afterDaggerAlef, let index?): profile.foldings[(index + 1)...]
      }
    var result = [scalar]
    for folding in foldings {
      var next: [Unicode.Scalar] = []
      for scalar in result { next += try rules.apply(folding, to: scalar, after: nil) ?? [scalar] }
      result = next
    }
    // Hostile text has many different code points.
    if chains.count >= 4096 { chains.removeAll(keepingCapacity: true) }
    chains[key] = result
    return result
  }

  private func composed(_ scalars: [Unicode.Scalar]) throws(ICUError) -> [Unicode.Scalar] {
    let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    return Array(String(decoding: try nfc.normalize(bytes).bytes, as: UTF8.self).unicodeScalars)
  }

  /// Whether a mark is the second part of a composition: these are the only marks that change the letter before them.
  private static func combines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x338, 0x342, 0x345, 0x653...0x655: true
    case 0x610...0x6ED, 0x591...0x5C7, 0x8D3...0x8FF: false
    default: true
    }
  }
}
