import Synchronization
import TestSupport
import Testing
import TextPipeline

@Suite struct OrderedStreamTests {
  struct Failure: Error, Equatable { var at: Int }

  /// Gives `0..<count` and counts how often it was asked.
  final class Source {
    private(set) var given = 0
    let count: Int
    init(_ count: Int) { self.count = count }
    func next() -> Int? {
      guard given < count else { return nil }
      given += 1
      return given - 1
    }
  }

  /// Work of a length that depends on the number in no order.
  static func work(_ number: Int) -> Int {
    var generator = SeededGenerator(seed: UInt64(number))
    var sum = 0
    for _ in 0..<Int.random(in: 0..<20_000, using: &generator) { sum &+= Int(truncatingIfNeeded: generator.next()) }
    return sum == 1 ? -1 : number
  }

  @Test(arguments: [0, 1, 2, 3, 8], [0, 1, 2, 7, 300])
  func orderIsKept(jobs: Int, count: Int) async throws {
    let source = Source(count)
    var results: [Int] = []
    try await OrderedStream.run(
      jobs: jobs, source: source.next, makeWorker: { 0 }, transform: { _, number in Self.work(number) },
      consume: { results.append($0) })
    #expect(results == Array(0..<count))
  }

  @Test(arguments: [1, 2, 4])
  func boundIsKept(jobs: Int) async throws {
    let source = Source(200)
    var consumed = 0
    var mostHeld = 0
    let running = Atomic(0)
    let mostRunning = Atomic(0)
    try await OrderedStream.run(
      jobs: jobs,
      source: {
        let next = source.next()
        if next != nil { mostHeld = max(mostHeld, source.given - consumed) }
        return next
      },
      makeWorker: {},
      transform: { _, number in
        let now = running.add(1, ordering: .relaxed).newValue
        _ = mostRunning.max(now, ordering: .relaxed)
        defer { running.subtract(1, ordering: .relaxed) }
        // The first is slowest, so that the others pile up behind it.
        if number % 50 == 0 { for seed in 0..<30 { _ = Self.work(seed) } }
        return Self.work(number)
      },
      consume: { _ in consumed += 1 })
    #expect(consumed == 200)
    #expect(mostHeld <= (jobs == 1 ? 1 : 2 * jobs))
    #expect(mostRunning.load(ordering: .relaxed) <= jobs)
  }

  @Test(arguments: [1, 2, 4])
  func eachTaskHasItsWorker(jobs: Int) async throws {
    final class Worker {
      let isBusy = Mutex(false)
    }
    let made = Atomic(0)
    let source = Source(100)
    try await OrderedStream.run(
      jobs: jobs, source: source.next,
      makeWorker: {
        made.add(1, ordering: .relaxed)
        return Worker()
      },
      transform: { worker, number in
        let wasBusy = worker.isBusy.withLock { busy in
          defer { busy = true }
          return busy
        }
        #expect(!wasBusy)
        _ = Self.work(number)
        worker.isBusy.withLock { $0 = false }
      },
      consume: {})
    #expect((1...jobs).contains(made.load(ordering: .relaxed)))
  }

  @Test(arguments: [1, 2, 4])
  func workersKeepTheirState(jobs: Int) async throws {
    let source = Source(60)
    var total = 0
    try await OrderedStream.run(
      jobs: jobs, source: source.next, makeWorker: { 0 },
      transform: { (count: inout Int, _) in
        count += 1
        return 1
      },
      consume: { total += $0 })
    #expect(total == 60)
  }

  @Test(arguments: [1, 2, 4])
  func errorOfTheWorkComesInItsTurn(jobs: Int) async {
    let source = Source(1_000)
    var results: [Int] = []
    await #expect(throws: Failure(at: 20)) {
      try await OrderedStream.run(
        jobs: jobs, source: source.next, makeWorker: {},
        transform: { _, number in
          if number >= 20 { throw Failure(at: number) }
          return Self.work(number)
        },
        consume: { results.append($0) })
    }
    #expect(results == Array(0..<20))
    #expect(source.given <= 20 + 2 * jobs)
  }

  @Test(arguments: [1, 2, 4])
  func errorOfTheConsumerStopsTheSource(jobs: Int) async {
    let source = Source(1_000)
    let running = Atomic(0)
    var consumed = 0
    await #expect(throws: Failure(at: 10)) {
      try await OrderedStream.run(
        jobs: jobs, source: source.next, makeWorker: {},
        transform: { _, number in
          running.add(1, ordering: .relaxed)
          defer { running.subtract(1, ordering: .relaxed) }
          return Self.work(number)
        },
        consume: {
          if $0 == 10 { throw Failure(at: 10) }
          consumed += 1
        })
    }
    #expect(consumed == 10)
    #expect(source.given <= 11 + 2 * jobs)
    #expect(running.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [1, 2, 4])
  func errorOfTheSource(jobs: Int) async {
    let source = Source(1_000)
    let running = Atomic(0)
    await #expect(throws: Failure(at: 30)) {
      try await OrderedStream.run(
        jobs: jobs,
        source: {
          if source.given == 30 { throw Failure(at: 30) }
          return source.next()
        },
        makeWorker: {},
        transform: { _, number in
          running.add(1, ordering: .relaxed)
          defer { running.subtract(1, ordering: .relaxed) }
          return Self.work(number)
        },
        consume: { _ in })
    }
    #expect(source.given == 30)
    #expect(running.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [1, 4])
  func errorOfTheWorkerFactory(jobs: Int) async {
    let source = Source(1_000)
    await #expect(throws: Failure(at: -1)) {
      try await OrderedStream.run(
        jobs: jobs, source: source.next, makeWorker: { () throws -> Int in throw Failure(at: -1) },
        transform: { _, number in number }, consume: { _ in })
    }
    #expect(source.given <= 1 + 2 * jobs)
  }

  @Test(arguments: [1, 4])
  func cancellationStops(jobs: Int) async {
    // It cancels itself: with one job it would never let go of a thread that somebody else needed to cancel it.
    let task = Task {
      var consumed = 0
      try await OrderedStream.run(
        jobs: jobs, source: { 1 }, makeWorker: {}, transform: { _, number in number },
        consume: { _ in
          consumed += 1
          if consumed == 10 { withUnsafeCurrentTask { $0?.cancel() } }
        })
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
