/// How the bytes of a file are packed; known by its first bytes, never by its name.
public enum Compression: String, Sendable, CaseIterable {
  /// gzip, of one or several members (RFC 1952).
  case gzip
  /// Zstandard, of one or several frames (RFC 8878).
  case zstd

  /// What a stored file shows of itself by its first bytes.
  enum Recognition {
    case packed(Compression)
    case plain
    /// Too few bytes to tell.
    case undecided
  }

  /// Looks at the first bytes of a file.
  static func recognize(_ bytes: ArraySlice<UInt8>) -> Recognition {
    let gzip: [ClosedRange<UInt8>] = [0x1F...0x1F, 0x8B...0x8B]
    let frame: [ClosedRange<UInt8>] = [0x28...0x28, 0xB5...0xB5, 0x2F...0x2F, 0xFD...0xFD]
    let skippableFrame: [ClosedRange<UInt8>] = [0x50...0x5F, 0x2A...0x2A, 0x4D...0x4D, 0x18...0x18]
    var isUndecided = false
    for (magic, compression) in [(gzip, Compression.gzip), (frame, .zstd), (skippableFrame, .zstd)] {
      guard zip(bytes, magic).allSatisfy({ $1.contains($0) }) else { continue }
      if bytes.count >= magic.count { return .packed(compression) }
      isUndecided = true
    }
    return isUndecided ? .undecided : .plain
  }
}
