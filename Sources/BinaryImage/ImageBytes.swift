/// The bytes of an image, read little-endian and never beyond their end.
///
/// Sendable, because nobody writes to them after they are made.
package final class ImageBytes: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer
  private let isOwner: Bool

  /// Bytes that live as long as the program.
  package init(borrowing bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwner = false
  }

  /// A copy of these bytes.
  package init(copying bytes: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyMemory(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwner = true
  }

  deinit { if isOwner { bytes.deallocate() } }

  package var count: Int { bytes.count }

  package func byte(at offset: Int) -> UInt8? { offset >= 0 && offset < bytes.count ? bytes[offset] : nil }

  /// An unsigned integer of up to eight bytes.
  package func integer(at offset: Int, bytes count: Int) -> UInt64? {
    guard offset >= 0, count <= 8, offset <= bytes.count - count else { return nil }
    if count == 8 { return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return value
  }

  /// An integer that is an offset into these bytes.
  package func offset(at offset: Int) -> Int? {
    guard let value = integer(at: offset, bytes: 8), value <= UInt64(bytes.count) else { return nil }
    return Int(value)
  }

  /// The bytes from an offset on as numbers of their own size, which are little-endian as the machine's are.
  package func values<T: BitwiseCopyable>(at offset: Int, byteCount: Int, as type: T.Type) -> UnsafeBufferPointer<T>? {
    guard offset >= 0, byteCount >= 0, offset <= bytes.count - byteCount, byteCount % MemoryLayout<T>.stride == 0,
      let base = bytes.baseAddress
    else { return nil }
    let start = base + offset
    guard Int(bitPattern: start) % MemoryLayout<T>.alignment == 0 else { return nil }
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: T.self), count: byteCount / MemoryLayout<T>.stride)
  }

  /// A text of at most `count` bytes, up to the first zero.
  package func text(at offset: Int, count: Int) -> String? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return String(decoding: bytes[offset..<offset + count].prefix { $0 != 0 }, as: UTF8.self)
  }

  package func starts(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  /// The checksum of everything from an offset on, in words of 8 bytes: state = mix(state ^ word).
  package func checksum(from start: Int) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var offset = start
    while offset < bytes.count {
      let width = min(8, bytes.count - offset)
      state = Self.mix(state ^ (integer(at: offset, bytes: width) ?? 0))
      offset += 8
    }
    return state
  }

  /// The hash of a key: FNV-1a of 64 bits, then mixed.
  package static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(state)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

/// The checksum of an image's bytes behind its head and the hashes of its keys, for those who write images.
package enum ImageChecksum {
  package static func hash(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { ImageBytes.hash($0) }
  }

  package static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { ImageBytes(borrowing: $0).checksum(from: 0) }
  }
}

extension ImageBytes {
  /// How many bytes the head has: magic (8), version (4), a count of the image's own (4), size (8), checksum of the rest (8).
  package static let headCount = 32

  /// The number that an image's head has for its own use.
  package var headNumber: Int { Int(integer(at: 12, bytes: 4) ?? 0) }

  /// The checksum that the image bears, as it is shown to people.
  package var shownChecksum: String {
    let digits = String(integer(at: 24, bytes: 8) ?? 0, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  /// Checks the head.
  package func checkHead(magic: String, version: UInt32, verifyingChecksum: Bool) throws(ImageFailure) {
    guard count >= Self.headCount, starts(with: magic) else { throw .foreign }
    let found = UInt32(truncatingIfNeeded: integer(at: 8, bytes: 4) ?? 0)
    guard found == version else { throw .version(found) }
    let size = Int(clamping: integer(at: 16, bytes: 8) ?? 0)
    guard size == count else { throw .truncated(expected: size, found: count) }
    if verifyingChecksum { guard checksum(from: Self.headCount) == integer(at: 24, bytes: 8) else { throw .altered } }
  }

  /// A section of an image of sections; nil where its place is outside, or no multiple of the element's size.
  ///
  /// Behind the head stand offset and length of each section, 8 bytes each; sections begin at multiples of 64.
  package func section<T: BitwiseCopyable>(_ index: Int, of type: T.Type) -> UnsafeBufferPointer<T>? {
    guard index >= 0, index < headNumber, headNumber < 4096, let offset = offset(at: Self.headCount + 16 * index),
      let length = self.offset(at: Self.headCount + 8 + 16 * index), offset % 64 == 0
    else { return nil }
    return values(at: offset, byteCount: length, as: T.self)
  }

  /// The bytes of an image of sections.
  package static func image(magic: String, version: UInt32, sections: [[UInt8]]) -> [UInt8] {
    func bytes<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    var table: [UInt8] = []
    var body: [UInt8] = []
    let start = (headCount + 16 * sections.count + 63) / 64 * 64
    for section in sections {
      table += bytes(UInt64(start + body.count)) + bytes(UInt64(section.count))
      body += section
      body += [UInt8](repeating: 0, count: (64 - body.count % 64) % 64)
    }
    table += [UInt8](repeating: 0, count: start - headCount - table.count)
    let rest = table + body
    return Array(magic.utf8) + bytes(version) + bytes(UInt32(sections.count)) + bytes(UInt64(headCount + rest.count))
      + bytes(ImageChecksum.of(rest)) + rest
  }
}
