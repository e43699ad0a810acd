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

    let normalizer: TextNormalizer
    /// Room for the longest form that `TextNormalizer.writeKey` may write.
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: 6 * maximumTokenCount + 8, alignment: 8)

    init(normalizer: TextNormalizer) { self.normalizer = normalizer }

    deinit { scratch.deallocate() }

    func process(_ document: Document, _ annotations: inout Annotations) {
      annotations.keys.reserveCapacity(annotations.keys.count + document.bytes.count)
      document.bytes.withUnsafeBufferPointer { bytes in
        var start = annotations.keys.count
        for index in annotations.tokens.indices {
          let range = annotations.tokens[index].range
          // Offsets of keys are kept in 32 bits: what lies beyond gets no key.
          guard range.count <= Self.maximumTokenCount, start < Int(UInt32.max) - 8 * Self.maximumTokenCount else { continue }
          let source = UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound])
          if let count = normalizer.writeKey(source, to: scratch) {
            if count <= maximumKeyCount {
              annotations.keys.append(contentsOf: UnsafeRawBufferPointer(start: scratch, count: count))
            }
          } else {
            normalizer.append(source, to: &annotations.keys)
            let count = annotations.keys.count - start
            if count > maximumKeyCount { annotations.keys.removeLast(count) }
          }
          // An English possessive is no part of the word: Russia's is looked up as Russia.
          if annotations.keys.count - start > 2, annotations.keys.last == UInt8(ascii: "s"),
            annotations.keys[annotations.keys.count - 2] == UInt8(ascii: "'")
          {
            annotations.keys.removeLast(2)
          }
          annotations.tokens[index].keyStart = UInt32(truncatingIfNeeded: start)
          annotations.tokens[index].keyCount = UInt16(truncatingIfNeeded: annotations.keys.count - start)
          start = annotations.keys.count
        }
      }
    }
  }
}
