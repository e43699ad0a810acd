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
    var keys: [[UInt8]] = []
    try forEachKey(of: name) { keys.append(Array($0)) }
    return keys
  }

  /// The same, one at a time, without a copy.
  func forEachKey(of name: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    annotations.removeAll()
    try worker.process(try Document(text: name), &annotations)
    try annotations.keys.withUnsafeBytes { keys in
      for token in annotations.tokens where token.kind != .symbol && token.keyCount > 0 {
        try body(UnsafeRawBufferPointer(rebasing: keys[token.keyRange]))
      }
    }
  }
}
