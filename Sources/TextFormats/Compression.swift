/// How the bytes of a file are packed; known by its first bytes, never by its name.
public enum Compression: String, Sendable, CaseIterable {
  /// gzip, of one or several members (RFC 1952).
  case gzip
  /// bzip2, of one or several streams.
  case bzip2
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
    // "BZh", the size of the blocks, and what begins a block or, in a stream of nothing, the end: digits of pi and of its
    // root. "BZh" alone could be text.
    let bzip2: [ClosedRange<UInt8>] = [0x42...0x42, 0x5A...0x5A, 0x68...0x68, 0x31...0x39]
    let block = bzip2 + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59].map { $0...$0 }
    let endOfBlocks = bzip2 + [0x17, 0x72, 0x45, 0x38, 0x50, 0x90].map { $0...$0 }
    let magics: [(magic: [ClosedRange<UInt8>], compression: Compression)] = [
      (gzip, .gzip), (block, .bzip2), (endOfBlocks, .bzip2), (frame, .zstd), (skippableFrame, .zstd),
    ]
    var isUndecided = false
    for (magic, compression) in magics {
      guard zip(bytes, magic).allSatisfy({ $1.contains($0) }) else { continue }
      if bytes.count >= magic.count { return .packed(compression) }
      isUndecided = true
    }
    return isUndecided ? .undecided : .plain
  }
}
