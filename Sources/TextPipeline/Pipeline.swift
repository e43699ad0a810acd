public import TextModel

/// Stages one after the other; itself a stage, so that pipelines can be parts of pipelines.
///
/// ```swift
/// let pipeline = Pipeline {
///   WordSegmentation()
///   SentenceSegmentation()
/// }
/// let annotations = try pipeline.annotate(document)
/// ```
public struct Pipeline: Stage {
  /// The stages in order.
  public let stages: [any Stage]

  /// A pipeline of the stages that the closure lists.
  public init(@PipelineBuilder _ stages: () -> [any Stage]) {
    self.stages = stages()
  }

  /// A pipeline of these stages.
  public init(stages: [any Stage]) { self.stages = stages }

  /// The names of the stages.
  public var name: String { stages.map(\.name).joined(separator: " | ") }

  /// A worker that runs one worker of each stage in turn.
  public func makeWorker() throws -> any StageWorker {
    PipelineWorker(workers: try stages.map { try $0.makeWorker() })
  }

  /// What the stages find in one document. For many, keep a worker.
  public func annotate(_ document: Document) throws -> Annotations {
    var annotations = Annotations()
    try makeWorker().process(document, &annotations)
    return annotations
  }
}

private final class PipelineWorker: StageWorker {
  private let workers: [any StageWorker]

  init(workers: [any StageWorker]) { self.workers = workers }

  func process(_ document: Document, _ annotations: inout Annotations) throws {
    for worker in workers { try worker.process(document, &annotations) }
  }
}

/// Lists the stages of a pipeline.
@resultBuilder
public enum PipelineBuilder {
  /// One stage.
  public static func buildExpression(_ stage: any Stage) -> [any Stage] { [stage] }
  /// Several stages.
  public static func buildBlock(_ parts: [any Stage]...) -> [any Stage] { parts.flatMap(\.self) }
  /// Stages under an `if` without `else`.
  public static func buildOptional(_ part: [any Stage]?) -> [any Stage] { part ?? [] }
  /// Stages under an `if` that holds.
  public static func buildEither(first part: [any Stage]) -> [any Stage] { part }
  /// Stages under an `else`.
  public static func buildEither(second part: [any Stage]) -> [any Stage] { part }
  /// Stages of a loop.
  public static func buildArray(_ parts: [[any Stage]]) -> [any Stage] { parts.flatMap(\.self) }
}
