import TextModel
import UnicodeText

/// What a profile makes of each single code point, filled in block by block as text asks for it.
///
/// The entries are computed from ICU, so they are right for the ICU that is installed, and only for the blocks that occur:
/// a table of all code points would cost more than most documents. One a worker; not shared.
final class FoldingTable {
  /// What is to be done with a code point: bits 0–2 the kind, bits 8–15 the length in bytes of what is written for it, bits
  /// 16–63 those bytes from the lowest, or, where there are more than six, their index in `longReplacements`.
  struct Entry {
    static let maximumInlineCount = 6
    private static let keepKind: UInt64 = 1
    private static let clusterKind: UInt64 = 2
    private static let replacementKind: UInt64 = 3
    private static let droppedMarkKind: UInt64 = 7

    let bits: UInt64

    /// Not to be decided alone: it may combine with its neighbours.
    static let cluster = Entry(bits: clusterKind)
    /// A mark that the profile drops and that combines with nothing.
    static let droppedMark = Entry(bits: droppedMarkKind)

    static func keep(_ scalar: Unicode.Scalar?) -> Entry {
      Entry(bits: keepKind | packed(scalar.map { Array(String($0).utf8) } ?? []))
    }

    static func replacement(_ bytes: [UInt8], longReplacements: inout [[UInt8]]) -> Entry {
      guard bytes.count > maximumInlineCount else { return Entry(bits: replacementKind | packed(bytes)) }
      longReplacements.append(bytes)
      return Entry(bits: replacementKind | 0xFF << 8 | UInt64(longReplacements.count - 1) << 16)
    }

    private static func packed(_ bytes: [UInt8]) -> UInt64 {
      var bits = UInt64(bytes.count) << 8
      for (index, byte) in bytes.enumerated() { bits |= UInt64(byte) << (16 + 8 * UInt64(index)) }
      return bits
    }

    var isKeep: Bool { bits & 7 == Self.keepKind }
    var isCluster: Bool { bits & 7 == Self.clusterKind }
    var isDroppedMark: Bool { bits & 7 == Self.droppedMarkKind }
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
  /// Entries in blocks of 64 code points; nil where no text has asked for the block. Raw memory, because the table is read
  /// for every character and arrays of a class are checked for exclusive access each time.
  private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
  private static let blockCount = 0x110000 >> 6

  init(_ profile: NormalizationProfile) throws(ICUError) {
    self.profile = profile
    rules = try FoldingRules()
    nfc = try UnicodeNormalizer(.nfc)
    blocks = .allocate(capacity: Self.blockCount)
    blocks.initialize(repeating: nil, count: Self.blockCount)
  }

  deinit {
    for index in 0..<Self.blockCount { blocks[index]?.deallocate() }
    blocks.deallocate()
  }

  /// The entry of a code point, at most 0x10FFFF.
  @inline(__always)
  func entry(for value: UInt32) -> Entry {
    if let block = blocks[Int(value >> 6)] { return block[Int(value & 63)] }
    return fillBlock(of: value)
  }

  @inline(never)
  private func fillBlock(of value: UInt32) -> Entry {
    let block = UnsafeMutablePointer<Entry>.allocate(capacity: 64)
    for member in 0..<64 { (block + member).initialize(to: makeEntry(value & ~63 | UInt32(member))) }
    blocks[Int(value >> 6)] = block
    return block[Int(value & 63)]
  }

  private func makeEntry(_ value: UInt32) -> Entry {
    guard let scalar = Unicode.Scalar(value), let result = try? fold(CollectionOfOne(scalar)) else {
      return .keep(Unicode.Scalar(value))
    }
    guard nfc.hasBoundaryBefore(scalar) else {
      return result.isEmpty && !Self.combines(scalar) ? .droppedMark : .cluster
    }
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
