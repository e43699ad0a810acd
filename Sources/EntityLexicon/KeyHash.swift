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
      state = mix(
        state
          ^ (count >= 8
            ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            : short(bytes, count: count)))
    }
    return mix(state)
  }

  /// Less than eight bytes as a number, the first one lowest; read in two pieces that may share bytes.
  @inlinable @inline(__always)
  static func short(_ bytes: UnsafeRawPointer, count: Int) -> UInt64 {
    if count >= 4 {
      let end = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      return UInt64(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))) | end &<< UInt64(8 &* (count &- 4))
    }
    if count >= 2 {
      let end = UInt64(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 2, as: UInt16.self)))
      return UInt64(UInt16(littleEndian: bytes.loadUnaligned(as: UInt16.self))) | end &<< UInt64(8 &* (count &- 2))
    }
    return count == 1 ? UInt64(bytes.load(as: UInt8.self)) : 0
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
