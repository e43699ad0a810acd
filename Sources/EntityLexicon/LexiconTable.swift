/// A section of an image whose blocks are checked when they are first touched.
@usableFromInline
struct LexiconTable<Element> {
  @usableFromInline let base: UnsafePointer<Element>
  /// The number of its first block.
  @usableFromInline let firstBlock: Int
  @usableFromInline let count: Int

  init(_ section: LexiconLayout.Section, _ layout: LexiconLayout, _ image: UnsafeRawPointer) {
    base = (image + layout.range(section).lowerBound).assumingMemoryBound(to: Element.self)
    firstBlock = layout.firstBlocks[section.rawValue]
    count = layout.count(section)
  }

  /// The block in which an element lies; no element lies in two.
  @inlinable @inline(__always)
  func block(of index: Int) -> Int {
    firstBlock &+ ((index &* MemoryLayout<Element>.stride) >> LexiconImage.blockShift)
  }

  @inlinable @inline(__always)
  subscript(index: Int) -> Element { base[index] }
}

/// Sixteen bytes of a section; see `LexiconImage.NameRecord` and `EntityRecord`.
@usableFromInline
struct LexiconRecord: BitwiseCopyable {
  @usableFromInline var low: UInt64
  @usableFromInline var high: UInt64

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }
}
