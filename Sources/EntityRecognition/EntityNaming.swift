public import NameTransliteration
import TextModel
public import TextPipeline

/// The stage that writes an English name for every entity that has none, but for dates, times and amounts.
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
      for index in annotations.entities.indices where needsName(annotations.entities[index]) {
        annotations.entities[index].name = transliterator.best(document.text(at: annotations.entities[index].range))
      }
    }

    /// A date or an amount is no name that could be written in other letters.
    private func needsName(_ entity: Entity) -> Bool {
      guard entity.name == nil else { return false }
      switch entity.type {
      case .date, .time, .money, .percent, .quantity: return false
      default: return true
      }
    }
  }
}
