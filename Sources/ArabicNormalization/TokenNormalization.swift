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
    let normalizer: TextNormalizer
    init(normalizer: TextNormalizer) { self.normalizer = normalizer }

    func process(_ document: Document, _ annotations: inout Annotations) {
      document.bytes.withUnsafeBufferPointer { bytes in
        annotations.keys.reserveCapacity(annotations.keys.count + bytes.count)
        for index in annotations.tokens.indices {
          let range = annotations.tokens[index].range
          let start = annotations.keys.count
          // A normalized form is at most a few times longer than the token, so overlong tokens are not even looked at.
          if range.count <= 4 * maximumKeyCount {
            normalizer.append(
              UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound]), to: &annotations.keys)
          }
          let count = annotations.keys.count - start
          if count > maximumKeyCount { annotations.keys.removeLast(count) }
          annotations.tokens[index].keyStart = UInt32(truncatingIfNeeded: start)
          annotations.tokens[index].keyCount = count > maximumKeyCount ? 0 : UInt16(truncatingIfNeeded: count)
        }
      }
    }
  }
}
