public import TextModel

/// A step of a pipeline: what is to be done, without the means to do it.
///
/// A stage is an immutable description that any number of tasks may share. Each task makes a worker of its own.
public protocol Stage: Sendable {
  /// The name under which `naqhara inspect` shows what the stage did.
  var name: String { get }

  /// A worker with its own handles and buffers, for one task.
  ///
  /// - Throws: what keeps the stage from working at all, such as rules that ICU refuses.
  func makeWorker() throws -> any StageWorker
}

/// Does a stage's work for one task, one document after the other.
///
/// The contract, which `StageContract` in the tests holds every stage to: ranges point into `document.bytes`, slice whole
/// characters, and come in ascending order; what was in `annotations` before a stage's own kind of result is left as it
/// was; nothing of an earlier document is left over in what is written for the next.
public protocol StageWorker: AnyObject {
  /// Reads a document and what the stages before found in it, and adds what this stage finds.
  func process(_ document: Document, _ annotations: inout Annotations) throws
}
