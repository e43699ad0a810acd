import Benchmark
import Glibc
import Naqhara
import StageRuns

// The texts and lexicons are made before, by `make benchmarks`, in the folder that NAQHARA_BENCHMARKS names.
private let folder = getenv("NAQHARA_BENCHMARKS").map { String(cString: $0) } ?? ".build-benchmarks"

/// What a benchmark keeps between its runs.
private final class Fixture {
  let documents: [Document]
  let work: ([Document]) throws -> Int
  /// What the first run found; every other one must find the same.
  let expected: Int

  init(_ stage: StageRun, _ text: String, lexicon: String?) throws {
    let lexicon = try lexicon.map { EntityLexicon(images: [try LexiconFile.open("\(folder)/\($0)")]) }
    documents = try StageRun.documents("\(folder)/\(text)")
    work = try stage.makeWork(lexicon: lexicon ?? .builtIn())
    expected = try work(documents)
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(2),
    maxIterations: 50)

  func add(_ name: String, _ stage: StageRun, _ text: String, lexicon: String? = nil) {
    nonisolated(unsafe) var fixture: Fixture?
    Benchmark(
      name,
      closure: { benchmark in
        guard let fixture else { return benchmark.error("no text: run make benchmarks") }
        let found = try fixture.work(fixture.documents)
        if found != fixture.expected || found == 0 {
          benchmark.error("\(name) found \(found), first \(fixture.expected)")
        }
      },
      setup: { fixture = try Fixture(stage, text, lexicon: lexicon) },
      teardown: { fixture = nil })
  }

  for stage in StageRun.allCases where stage != .names {
    for text in ["arabic", "mixed", "vowelled", "hostile"] {
      add("\(stage.rawValue), 1 MB \(text)", stage, "\(text).txt")
    }
  }
  add("names, one", .names, "name.txt")
  add("names, 10,000", .names, "names.txt")
  for text in ["name", "arabic-10k", "arabic-100k", "arabic", "arabic-20m"] {
    add("tagging, \(text)", .tagging, "\(text).txt")
  }
  for count in ["10000", "100000", "1000000"] {
    add("tagging, 1 MB arabic, \(count) entities", .tagging, "arabic.txt", lexicon: "\(count).image")
  }
}
