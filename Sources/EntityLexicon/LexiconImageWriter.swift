/// Puts the sections of an image together in one piece of memory, in the order of the layout.
struct LexiconImageWriter {
  private let layout: LexiconLayout
  private var image: [UInt8] = []

  init(counts: [LexiconLayout.Section: Int]) throws(LexiconCompiler.Failure) {
    var counts = counts
    // The checksums of the blocks stand before the blocks, and how many blocks there are does not depend on them.
    let blocks = LexiconLayout(counts: Self.list(counts)).map(\.blockCount)
    counts[.blockChecksums] = blocks
    guard let layout = LexiconLayout(counts: Self.list(counts)) else { throw .tooLarge("its tables") }
    self.layout = layout
    image.reserveCapacity(layout.size)
    // The header and the checksums of the blocks are written at the end.
    image.append(contentsOf: repeatElement(0, count: layout.range(.blockChecksums).upperBound))
  }

  private static func list(_ counts: [LexiconLayout.Section: Int]) -> [Int] {
    LexiconLayout.Section.allCases.map { counts[$0] ?? 0 }
  }

  /// Writes the next section, whose elements come in several pieces.
  mutating func append<Element: BitwiseCopyable>(_ section: LexiconLayout.Section, _ pieces: [Element]...) {
    for piece in pieces { piece.withUnsafeBytes { image.append(contentsOf: $0) } }
    image.append(contentsOf: repeatElement(0, count: layout.range(section).upperBound - image.count))
  }

  /// The image, with its header and its checksums.
  consuming func finish() -> [UInt8] {
    image.withUnsafeMutableBytes { image in
      func put(_ value: some FixedWidthInteger & BitwiseCopyable, at offset: Int) {
        image.storeBytes(of: value.littleEndian, toByteOffset: offset, as: type(of: value))
      }
      layout.forEachBlock { block, range in
        put(
          LexiconImage.checksum(of: UnsafeRawBufferPointer(rebasing: image[range])),
          at: layout.range(.blockChecksums).lowerBound + 8 * block)
      }
      image.copyBytes(from: LexiconLayout.magic)
      put(LexiconImage.version, at: 8)
      put(UInt64(image.count), at: 16)
      put(UInt64(layout.counts.count), at: 32)
      for (index, count) in layout.counts.enumerated() { put(UInt64(count), at: 40 + 8 * index) }
      let checked = UnsafeRawBufferPointer(rebasing: image[LexiconLayout.uncheckedCount..<layout.blocksStart])
      put(LexiconImage.checksum(of: checked), at: 24)
    }
    return image
  }
}
