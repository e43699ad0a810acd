import TextModel
public import TextPipeline

/// The stage that writes the normalized form of every token into `Annotations.keys`, where lookups read it.
///
/// Tokens keep their places in the original text, so that nothing needs an alignment on the common road.
public struct TokenNormalization: Stage {
  /// The longest form, in bytes, that is kept: longer tokens are no names, and get an empty key.
  public static let maximumKeyCount = 255

  /// What is applied.
  public let profile: NormalizationProfile

  /// A stage for this profile.
  public init(_ profile: NormalizationProfile = .search) { self.profile = profile }

  /// `token normalization (search)`.
  public var name: String { "token normalization (\(profile.name))" }

  /// A worker with a normalizer of its own.
  public func makeWorker() throws -> any StageWorker { Worker(normalizer: try TextNormalizer(profile)) }

  private final class Worker: StageWorker {
    /// A normalized form is at most a few times longer than the token, so longer tokens are not even looked at.
    static let maximumTokenCount = 4 * maximumKeyCount
    /// What `TextNormalizer.writeKey` may write for one token.
    static let maximumWrittenCount = 6 * maximumTokenCount + 8

    let normalizer: TextNormalizer
    /// Keys on their way to `Annotations.keys`: many at a time, since an append for each costs as much as the key itself.
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: scratchCount, alignment: 8)
    static let scratchCount = 64 << 10

    init(normalizer: TextNormalizer) { self.normalizer = normalizer }

    deinit { scratch.deallocate() }

    func process(_ document: Document, _ annotations: inout Annotations) {
      annotations.keys.reserveCapacity(annotations.keys.count + document.bytes.count)
      document.bytes.withUnsafeBufferPointer { bytes in
        var filled = 0
        func flush() {
          annotations.keys.append(contentsOf: UnsafeRawBufferPointer(start: scratch, count: filled))
          filled = 0
        }
        for index in annotations.tokens.indices {
          if filled + Self.maximumWrittenCount > Self.scratchCount { flush() }
          let range = annotations.tokens[index].range
          let start = annotations.keys.count + filled
          // Offsets of keys are kept in 32 bits: what lies beyond gets no key.
          guard range.count <= Self.maximumTokenCount, start < Int(UInt32.max) - Self.maximumWrittenCount else {
            continue
          }
          let count = writeKey(
            UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound]), to: scratch + filled)
          filled += count
          annotations.tokens[index].keyStart = UInt32(truncatingIfNeeded: start)
          annotations.tokens[index].keyCount = UInt16(truncatingIfNeeded: count)
        }
        flush()
      }
    }

    /// Writes the key of a token and returns its length: 0 where it is too long to be a name's.
    @inline(__always)
    private func writeKey(_ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer) -> Int {
      var count = 0
      if let written = normalizer.writeKey(source, to: target) {
        count = written
      } else {
        var key: [UInt8] = []
        normalizer.append(source, to: &key)
        count = key.count
        if count <= maximumKeyCount { UnsafeMutableRawBufferPointer(start: target, count: count).copyBytes(from: key) }
      }
      if count > maximumKeyCount { return 0 }
      // An English possessive is no part of the word: Russia's is looked up as Russia.
      if count > 2, target.load(fromByteOffset: count - 1, as: UInt8.self) == UInt8(ascii: "s"),
        target.load(fromByteOffset: count - 2, as: UInt8.self) == UInt8(ascii: "'")
      {
        return count - 2
      }
      return count
    }
  }
}
