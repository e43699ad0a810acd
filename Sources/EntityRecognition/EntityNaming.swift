public import NameTransliteration
import TextModel
public import TextPipeline

/// The stage that writes an English name for every entity that has none.
public struct EntityNaming: Stage {
  private let transliteration: NameTransliteration

  /// A stage that asks this transliteration.
  public init(_ transliteration: NameTransliteration) { self.transliteration = transliteration }

  /// `names`.
  public var name: String { "names" }

  /// A worker with a transliterator of its own.
  public func makeWorker() throws -> any StageWorker {
    Worker(transliterator: try transliteration.makeTransliterator())
  }

  private final class Worker: StageWorker {
    let transliterator: NameTransliterator
    init(transliterator: NameTransliterator) { self.transliterator = transliterator }

    func process(_ document: Document, _ annotations: inout Annotations) {
      for index in annotations.entities.indices where annotations.entities[index].name == nil {
        annotations.entities[index].name = transliterator.best(document.text(at: annotations.entities[index].range))
      }
    }
  }
}
