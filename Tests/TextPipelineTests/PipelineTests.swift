import Testing
import TextModel
import TextPipeline

/// Appends a sentence of its own number of bytes, so that the order of stages can be read.
private struct Marking: Stage {
  let mark: Int
  var name: String { "mark \(mark)" }
  func makeWorker() -> any StageWorker { Worker(mark) }

  final class Worker: StageWorker {
    let mark: Int
    init(_ mark: Int) { self.mark = mark }
    func process(_ document: Document, _ annotations: inout Annotations) {
      annotations.sentences.append(ByteRange(0, mark))
    }
  }
}

private struct Failing: Stage {
  struct Failure: Error {}
  var failsAtOnce = false
  var name: String { "failing" }
  func makeWorker() throws -> any StageWorker {
    if failsAtOnce { throw Failure() }
    return Worker()
  }

  final class Worker: StageWorker {
    func process(_ document: Document, _ annotations: inout Annotations) throws { throw Failure() }
  }
}

@Suite struct PipelineTests {
  private func marks(_ pipeline: Pipeline) throws -> [Int] {
    try pipeline.annotate(Document(text: "نص")).sentences.map(\.count)
  }

  @Test func stagesRunInOrder() throws {
    let pipeline = Pipeline {
      Marking(mark: 1)
      Marking(mark: 2)
      Marking(mark: 3)
    }
    #expect(try marks(pipeline) == [1, 2, 3])
    #expect(pipeline.name == "mark 1 | mark 2 | mark 3")
  }

  @Test(arguments: [false, true])
  func builderKnowsConditionsAndLoops(isLong: Bool) throws {
    let pipeline = Pipeline {
      if isLong { Marking(mark: 1) }
      if isLong {
        Marking(mark: 2)
      } else {
        Marking(mark: 3)
        Marking(mark: 4)
      }
      for mark in 5...6 { Marking(mark: mark) }
    }
    #expect(try marks(pipeline) == (isLong ? [1, 2, 5, 6] : [3, 4, 5, 6]))
  }

  @Test func pipelinesNest() throws {
    let inner = Pipeline {
      Marking(mark: 2)
      Marking(mark: 3)
    }
    let outer = Pipeline {
      Marking(mark: 1)
      inner
      Pipeline(stages: [Marking(mark: 4)])
    }
    #expect(try marks(outer) == [1, 2, 3, 4])
    #expect(outer.stages.count == 3)
    #expect(outer.name == "mark 1 | mark 2 | mark 3 | mark 4")
  }

  @Test func emptyPipelineFindsNothing() throws {
    #expect(try marks(Pipeline {}) == [])
    #expect(Pipeline(stages: []).name == "")
  }

  @Test func errorsComeOut() throws {
    let document = try Document(text: "نص")
    let failing = Pipeline {
      Marking(mark: 1)
      Failing()
    }
    #expect(throws: Failing.Failure.self) { try failing.annotate(document) }
    #expect(throws: Failing.Failure.self) { try Pipeline { Failing(failsAtOnce: true) }.makeWorker() }
  }
}
