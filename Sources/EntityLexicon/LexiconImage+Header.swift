extension LexiconImage {
  /// Why bytes are no usable image.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// They do not begin as an image does.
    case notALexiconImage
    /// Made by another version of Naqhara.
    case otherVersion(found: UInt32, expected: UInt32)
    /// Fewer or more bytes than the header says.
    case wrongSize(found: Int, expected: UInt64)
    /// The bytes were altered.
    case wrongChecksum
    /// The checksum holds but the contents cannot be.
    case malformed(String)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .notALexiconImage: "this is no lexicon image"
      case .otherVersion(let found, let expected):
        "the lexicon image has format \(found), this program reads format \(expected): compile it again"
      case .wrongSize(let found, let expected):
        "the lexicon image has \(found) bytes instead of \(expected): it was cut or appended to"
      case .wrongChecksum: "the lexicon image was altered: its checksum does not hold"
      case .malformed(let what): "the lexicon image is malformed: \(what)"
      }
    }
  }

  /// FNV-like over 64-bit words, four lanes: as fast as memory, and it sees every altered bit.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let prime: UInt64 = 0x9E37_79B1_85EB_CA87
    var offset = 0
    while offset + 32 <= bytes.count {
      func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self))
      }
      lanes.0 = rotated(lanes.0 ^ word(0)) &* prime
      lanes.1 = rotated(lanes.1 ^ word(1)) &* prime
      lanes.2 = rotated(lanes.2 ^ word(2)) &* prime
      lanes.3 = rotated(lanes.3 ^ word(3)) &* prime
      offset += 32
    }
    var result = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { result = rotated(result ^ lane) &* prime }
    while offset < bytes.count {
      result = rotated(result ^ UInt64(bytes[offset])) &* prime
      offset += 1
    }
    return result
  }

  private static func rotated(_ value: UInt64) -> UInt64 { value << 29 | value >> 35 }
}

extension LexiconLayout {
  /// Reads and checks the header, the filters and the table of the blocks' checksums.
  init(header bytes: UnsafeRawBufferPointer) throws(LexiconImage.Failure) {
    guard bytes.count >= Self.headerCount, bytes.prefix(8).elementsEqual(Self.magic) else { throw .notALexiconImage }
    guard UInt(bitPattern: bytes.baseAddress) % 8 == 0 else { throw .malformed("it is not aligned to 8 bytes") }
    let version = bytes.littleEndian(at: 8, UInt32.self)
    guard version == LexiconImage.version else {
      throw .otherVersion(found: version, expected: LexiconImage.version)
    }
    let size = bytes.littleEndian(at: 16, UInt64.self)
    guard size == UInt64(bytes.count) else { throw .wrongSize(found: bytes.count, expected: size) }
    guard bytes.littleEndian(at: 12, UInt32.self) == 0,
      bytes.littleEndian(at: 32, UInt64.self) == UInt64(Section.allCases.count)
    else { throw .malformed("its header") }
    let counts = Section.allCases.map {
      Int(truncatingIfNeeded: bytes.littleEndian(at: 40 + 8 * $0.rawValue, UInt64.self))
    }
    guard let layout = LexiconLayout(counts: counts), layout.size == bytes.count,
      layout.count(.blockChecksums) == layout.blockCount
    else { throw .malformed("its sections do not fill it") }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[Self.uncheckedCount..<layout.blocksStart])
    guard LexiconImage.checksum(of: checked) == bytes.littleEndian(at: 24, UInt64.self) else { throw .wrongChecksum }
    guard [Section.filter, .edgeFilter, .wordSlots, .edgeKeys].allSatisfy({ layout.count($0).nonzeroBitCount == 1 }),
      layout.count(.edgeKeys) == layout.count(.edgeNodes), layout.count(.nodeNames) >= 1,
      layout.count(.wordOffsets) == layout.count(.words) + 1
    else { throw .malformed("the tables' sizes disagree") }
    self = layout
  }
}

extension UnsafeRawBufferPointer {
  /// A number of the header or of the checksums.
  func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
