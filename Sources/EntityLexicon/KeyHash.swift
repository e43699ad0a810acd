/// A 64-bit hash of a key's bytes, the same on every machine and in every version of the image.
///
/// Multiply and fold, eight bytes at a time; the quality is what open addressing needs, not that of cryptography.
@usableFromInline
enum KeyHash {
  @inlinable
  static func hash(_ bytes: UnsafeRawPointer, count: Int) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset + 8 <= count {
      state = mix(state ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    if offset < count {
      var tail: UInt64 = 0
      if count >= 8 {
        tail = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      } else {
        for index in 0..<count {
          tail |= UInt64(bytes.load(fromByteOffset: index, as: UInt8.self)) << UInt64(8 * index)
        }
      }
      state = mix(state ^ tail)
    }
    return mix(state)
  }

  /// The hash of a buffer; an empty one needs no address.
  @inlinable
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let base = bytes.baseAddress else { return mix(0x9E37_79B9_7F4A_7C15) }
    return hash(base, count: bytes.count)
  }

  @inlinable
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
