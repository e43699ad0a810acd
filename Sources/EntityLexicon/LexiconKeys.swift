import ArabicNormalization
import TextModel
import TextPipeline
import TextSegmentation

/// Cuts a name into the words under which the matcher finds it.
///
/// It is the very pipeline that texts go through, so that a name and its mention cannot be cut or folded differently.
final class LexiconKeys {
  /// The profile under which names and mentions are compared.
  static let profile = NormalizationProfile.search
  /// The stages that give a text the keys that a lexicon is searched with.
  static var pipeline: Pipeline {
    Pipeline {
      WordSegmentation()
      TokenNormalization(profile)
    }
  }

  private let worker: any StageWorker
  private var annotations = Annotations()

  init() throws {
    worker = try Self.pipeline.makeWorker()
  }

  /// The normalized words of a name, without punctuation.
  func keys(of name: String) throws -> [[UInt8]] {
    annotations.removeAll()
    try worker.process(try Document(text: name), &annotations)
    return annotations.tokens.lazy.filter { $0.kind != .symbol && $0.keyCount > 0 }.map { token in
      Array(self.annotations.keys[Int(token.keyStart)..<Int(token.keyStart) + Int(token.keyCount)])
    }
  }
}
