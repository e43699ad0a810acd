import TextModel
import UnicodeText

/// What a profile makes of each single code point, filled in block by block as text asks for it.
///
/// The entries are computed from ICU, so they are right for the ICU that is installed, and only for the blocks that occur:
/// a table of all code points would cost more than most documents. One a worker; not shared.
final class FoldingTable {
  /// What is to be done with a code point.
  struct Entry {
    /// Bits 0–1 the kind; for a replacement bits 8–15 its length in bytes and bits 16–63 up to six bytes, or, above six,
    /// its index in `longReplacements`.
    let bits: UInt64

    static let unknown = Entry(bits: 0)
    static let keep = Entry(bits: 1)
    /// Not to be decided alone: it may combine with its neighbours.
    static let cluster = Entry(bits: 2)

    static func replacement(_ bytes: [UInt8], longReplacements: inout [[UInt8]]) -> Entry {
      var bits: UInt64 = 3 | UInt64(min(bytes.count, 255)) << 8
      if bytes.count <= 6 {
        for (index, byte) in bytes.enumerated() { bits |= UInt64(byte) << (16 + 8 * UInt64(index)) }
      } else {
        bits |= UInt64(longReplacements.count) << 16
        longReplacements.append(bytes)
      }
      return Entry(bits: bits)
    }

    /// Bit 2: a mark that the profile drops and that combines with nothing.
    static let droppedMark = Entry(bits: 3 | 4)

    var isUnknown: Bool { bits == 0 }
    var isKeep: Bool { bits == 1 }
    var isCluster: Bool { bits == 2 }
    var isDroppedMark: Bool { bits & 4 != 0 }
    var count: Int { Int(bits >> 8 & 0xFF) }
    /// The replacement's bytes from the lowest; only where `count <= 6`.
    var inlineBytes: UInt64 { bits >> 16 }
    var longIndex: Int { Int(bits >> 16) }
  }

  let profile: NormalizationProfile
  private(set) var longReplacements: [[UInt8]] = []
  private let rules: FoldingRules
  private let nfc: UnicodeNormalizer
  /// 0 where the block is not filled, else 1 + its place among the entries.
  private var blocks = [UInt16](repeating: 0, count: 0x110000 >> 6)
  private var entries: [Entry] = []

  init(_ profile: NormalizationProfile) throws(ICUError) {
    self.profile = profile
    rules = try FoldingRules()
    nfc = try UnicodeNormalizer(.nfc)
  }

  @inline(__always)
  func entry(for value: UInt32) -> Entry {
    let block = blocks[Int(value >> 6)]
    if block != 0 { return entries[(Int(block) - 1) << 6 | Int(value & 63)] }
    return fillBlock(of: value)
  }

  @inline(never)
  private func fillBlock(of value: UInt32) -> Entry {
    for member in (value & ~63)...(value | 63) { entries.append(makeEntry(member)) }
    // 17,408 blocks at most, so the number fits.
    blocks[Int(value >> 6)] = UInt16(truncatingIfNeeded: entries.count >> 6)
    return entries[entries.count - 64 + Int(value & 63)]
  }

  private func makeEntry(_ value: UInt32) -> Entry {
    guard let scalar = Unicode.Scalar(value), let result = try? fold(CollectionOfOne(scalar)) else { return .keep }
    guard nfc.hasBoundaryBefore(scalar) else {
      return result.isEmpty && !Self.combines(scalar) ? .droppedMark : .cluster
    }
    // What stands after the foldings must not combine with its neighbours either.
    if let first = result.first, !nfc.hasBoundaryBefore(first) { return .cluster }
    // A character that NFC itself changes may need what follows it.
    if result == [scalar] { return .keep }
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
