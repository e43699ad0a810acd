/// The bytes of an image, read little-endian and never beyond their end.
///
/// Sendable, because nobody writes to them after they are made.
final class ImageBytes: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer
  private let isOwner: Bool

  /// Bytes that live as long as the program.
  init(borrowing bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwner = false
  }

  /// A copy of these bytes.
  init(copying bytes: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyMemory(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwner = true
  }

  deinit { if isOwner { bytes.deallocate() } }

  var count: Int { bytes.count }

  func byte(at offset: Int) -> UInt8? { offset >= 0 && offset < bytes.count ? bytes[offset] : nil }

  /// An unsigned integer of up to eight bytes.
  func integer(at offset: Int, bytes count: Int) -> UInt64? {
    guard offset >= 0, count <= 8, offset <= bytes.count - count else { return nil }
    if count == 8 { return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return value
  }

  /// An integer that is an offset into these bytes.
  func offset(at offset: Int) -> Int? {
    guard let value = integer(at: offset, bytes: 8), value <= UInt64(bytes.count) else { return nil }
    return Int(value)
  }

  /// The bytes from an offset on as numbers of their own size, which are little-endian as the machine's are.
  func values<T: BitwiseCopyable>(at offset: Int, byteCount: Int, as type: T.Type) -> UnsafeBufferPointer<T>? {
    guard offset >= 0, byteCount >= 0, offset <= bytes.count - byteCount, byteCount % MemoryLayout<T>.stride == 0,
      let base = bytes.baseAddress
    else { return nil }
    let start = base + offset
    guard Int(bitPattern: start) % MemoryLayout<T>.alignment == 0 else { return nil }
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: T.self), count: byteCount / MemoryLayout<T>.stride)
  }

  /// A text of at most `count` bytes, up to the first zero.
  func text(at offset: Int, count: Int) -> String? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return String(decoding: bytes[offset..<offset + count].prefix { $0 != 0 }, as: UTF8.self)
  }

  func starts(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  /// The checksum of everything from an offset on, in words of 8 bytes: state = mix(state ^ word).
  func checksum(from start: Int) -> UInt64 {
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
  static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
