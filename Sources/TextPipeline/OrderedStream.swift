/// Works on a stream of batches in several tasks and hands the results on in the order of the batches.
///
/// Reading and consuming happen one at a time, in the caller's own isolation; only the work between them is divided.
public enum OrderedStream {
  /// Reads, transforms and consumes every batch.
  ///
  /// At most `2 * jobs` batches are held at any moment, from the time they are read until they are consumed, so memory
  /// stays constant however long the stream and however slow the consumer. With one job everything runs in the caller,
  /// without tasks and without a batch read ahead.
  ///
  /// When it returns or throws, no task is running any more. An error of `transform` is thrown when its batch's turn has
  /// come: what precedes it has been consumed, nothing after it will be. After an error `source` is not called again.
  ///
  /// - Parameters:
  ///   - jobs: how many tasks work side by side; less than 1 counts as 1.
  ///   - source: gives the next batch, nil at the end; it may block, and is best called from an actor that does not
  ///     occupy a thread of the tasks (the main actor).
  ///   - isReady: whether `source` would answer at once. Where it would not, what is being worked on is consumed first, so
  ///     that no result waits for the next batch of a slow stream.
  ///   - makeWorker: makes what a task needs for itself, such as a pipeline's worker; called at most `jobs` times, in the
  ///     task that first needs it.
  ///   - transform: the work; it gets one of the workers, which no other task uses meanwhile.
  ///   - consume: takes the results in the order of the batches.
  /// - Throws: the first error of a closure in the order of the batches; `CancellationError` where the task is cancelled.
  public static func run<Batch: Sendable, Worker, Result: Sendable>(
    jobs: Int,
    isolation: isolated (any Actor)? = #isolation,
    source: () throws -> Batch?,
    isReady: () -> Bool = { true },
    makeWorker: @escaping @Sendable () throws -> Worker,
    transform: @escaping @Sendable (inout Worker, Batch) throws -> Result,
    consume: (Result) throws -> Void
  ) async throws {
    guard jobs > 1 else {
      var lane = Lane(makeWorker: makeWorker, transform: transform)
      while true {
        try Task.checkCancellation()
        guard let batch = try source() else { return }
        try consume(lane.run(batch).get())
      }
    }
    try await withThrowingTaskGroup(of: Finished<Batch, Worker, Result>.self) { group in
      var idle = (0..<jobs).map { _ in Seat(Lane(makeWorker: makeWorker, transform: transform)) }
      var waiting: ArraySlice<(index: Int, batch: Batch)> = []
      var finished: [Int: Swift.Result<Result, any Error>] = [:]
      var readCount = 0
      var consumedCount = 0
      var isAtEnd = false
      while true {
        try Task.checkCancellation()
        // Batches are read ahead while all tasks are busy, so that none waits for the source.
        while !isAtEnd, readCount - consumedCount < 2 * jobs, readCount == consumedCount || isReady() {
          guard let batch = try source() else {
            isAtEnd = true
            break
          }
          waiting.append((readCount, batch))
          readCount += 1
          start(&waiting, idle: &idle, in: &group)
        }
        guard let done = try await group.next() else { return }
        idle.append(done.seat)
        finished[done.index] = done.result
        start(&waiting, idle: &idle, in: &group)
        while let result = finished.removeValue(forKey: consumedCount) {
          try consume(result.get())
          consumedCount += 1
        }
      }
    }
  }

  private static func start<Batch, Worker, Result>(
    _ waiting: inout ArraySlice<(index: Int, batch: Batch)>, idle: inout [Seat<Lane<Batch, Worker, Result>>],
    in group: inout ThrowingTaskGroup<Finished<Batch, Worker, Result>, any Error>
  ) {
    while !waiting.isEmpty, let seat = idle.popLast() {
      let (index, batch) = waiting.removeFirst()
      group.addTask { Finished(index: index, seat: seat, result: seat.value.run(batch)) }
    }
  }

  private struct Finished<Batch: Sendable, Worker, Result: Sendable>: Sendable {
    let index: Int
    let seat: Seat<Lane<Batch, Worker, Result>>
    let result: Swift.Result<Result, any Error>
  }

  /// A worker, made when it is first needed.
  private struct Lane<Batch: Sendable, Worker, Result: Sendable> {
    let makeWorker: @Sendable () throws -> Worker
    let transform: @Sendable (inout Worker, Batch) throws -> Result
    var worker: Worker?

    mutating func run(_ batch: Batch) -> Swift.Result<Result, any Error> {
      Swift.Result {
        var worker = try worker.take() ?? makeWorker()
        defer { self.worker = worker }
        return try transform(&worker, batch)
      }
    }
  }

  /// Holds a lane while it goes from task to task.
  private final class Seat<Value>: @unchecked Sendable {
    // Unchecked: a seat is either idle, or with the one task that was started with it; the task group orders the two.
    var value: Value
    init(_ value: Value) { self.value = value }
  }
}
