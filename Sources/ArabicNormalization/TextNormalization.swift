import TextModel
public import TextPipeline

/// The stage that rewrites the whole text by a profile and leaves the result in `Annotations.normalized`.
public struct TextNormalization: Stage {
  /// What is applied.
  public let profile: NormalizationProfile

  /// A stage for this profile.
  public init(_ profile: NormalizationProfile) { self.profile = profile }

  /// `normalization (search)`.
  public var name: String { "normalization (\(profile.name))" }

  /// A worker with a normalizer of its own.
  public func makeWorker() throws -> any StageWorker { Worker(normalizer: try TextNormalizer(profile)) }

  private final class Worker: StageWorker {
    let normalizer: TextNormalizer
    init(normalizer: TextNormalizer) { self.normalizer = normalizer }

    func process(_ document: Document, _ annotations: inout Annotations) {
      annotations.normalized = normalizer.normalize(document.bytes)
    }
  }
}
