import ArgumentParser
import Naqhara

/// Reads records, works on them in several tasks, and writes the results in the order of the records.
///
/// A record that fails goes to the errors and stops nothing; a reader that closes the pipe ends everything quietly.
struct RecordJob {
  /// A record together with how it was separated from the others.
  struct Record {
    /// Where it stands, and what else its object had.
    let input: InputRecord
    /// Whether it was one line of many, so that its result must be one too.
    let isLine: Bool

    /// The members of its object besides text and id.
    var members: KeptMembers { input.members }
  }

  /// Appends the result of one record to the output; one a task.
  typealias Work = (Record, Document, inout [UInt8]) throws -> Void

  let input: InputArguments
  let inputOptions: InputOptions
  let jobs: Int
  let sink: OutputSink
  /// Written for a record that failed, where results must correspond to records.
  var placeholder: [UInt8] = []

  private struct Finished: Sendable {
    var output: [UInt8] = []
    var failures: [ErrorReport] = []
    var warnings: [ErrorReport] = []
  }

  private struct Batch: Sendable {
    let block: InputBlock
    let isLine: Bool
  }

  /// Holds the closure: by itself it would be wrapped twice more for each batch, on its way through a generic function that
  /// takes and returns it.
  private struct Worker {
    let work: Work
  }

  /// Does the whole job.
  ///
  /// - Throws: `ExitCode(1)` where records failed; `CleanMessage`, `InputFailure`, `OutputFailure` where nothing can be done.
  func run(
    header: [UInt8] = [], footer: [UInt8] = [], makeWork: @escaping @Sendable () throws -> Work
  ) async throws {
    OutputSink.ignoreBrokenPipeSignal()
    try input.checkFiles()
    let errors = try input.errors.map(OutputSink.init(path:))
    var log = Log(errors: errors)
    do {
      try sink.write(header)
      var reader = FileSequence(paths: input.paths, options: inputOptions)
      let placeholder = placeholder
      try await OrderedStream.run(jobs: jobs) {
        try reader.next { log.fail(ErrorReport($0)) }
      } isReady: {
        reader.isReady
      } makeWorker: {
        Worker(work: try makeWork())
      } transform: { worker, batch in
        Self.process(batch, placeholder: placeholder, worker.work)
      } consume: { finished in
        try sink.write(finished.output)
        if batchIsInteractive { try sink.flush() }
        finished.warnings.forEach { log.warn($0) }
        finished.failures.forEach { log.fail($0) }
      }
      try sink.write(footer)
      try sink.finish()
    } catch OutputFailure.closed {
      sink.discard()
      return
    }
    try log.finish()
    if log.failureCount > 0 { throw ExitCode(1) }
  }

  /// On a terminal, or from a pipe that is still being written, results must not wait for more input.
  private var batchIsInteractive: Bool { sink.isTerminal || input.paths == [ByteSource.standardInputName] }

  private static func process(_ batch: Batch, placeholder: [UInt8], _ work: Work) -> Finished {
    var finished = Finished()
    finished.output.reserveCapacity(batch.block.byteCount)
    for record in batch.block.records() {
      let start = finished.output.count
      do {
        let document = try record.document.get()
        if !document.invalidUTF8.isEmpty { finished.warnings += record.warnings }
        try work(Record(input: record, isLine: batch.isLine), document, &finished.output)
      } catch {
        finished.output.removeLast(finished.output.count - start)
        finished.output += placeholder
        finished.failures.append(
          (error as? RecordFailure).map { ErrorReport($0) }
            ?? ErrorReport(position: record.position, reason: "\(error)"))
      }
    }
    return finished
  }

  /// The blocks of several files, one file after the other.
  private struct FileSequence {
    private var paths: ArraySlice<String>
    private let options: InputOptions
    private var reader: DocumentReader?

    init(paths: [String], options: InputOptions) {
      self.paths = paths[...]
      self.options = options
    }

    /// Whether the next block is there, or a file to look for it.
    var isReady: Bool { reader?.isReady ?? true }

    /// The next block; a file that cannot be read on is told and left.
    mutating func next(_ failed: (InputFailure) -> Void) throws -> Batch? {
      while true {
        do throws(InputFailure) {
          if let reader {
            if let block = try reader.nextBlock() { return Batch(block: block, isLine: reader.format != .text) }
            self.reader = nil
          }
          guard let path = paths.popFirst() else { return nil }
          reader = try DocumentReader(path: path, options: options)
        } catch {
          failed(error)
          reader = nil
        }
      }
    }
  }

  /// Tells of failures and warnings: a few on standard error, all failures in the file that was asked for.
  private struct Log {
    private static let shownCount = 20

    let errors: OutputSink?
    private(set) var failureCount = 0
    private var warningCount = 0

    init(errors: OutputSink?) { self.errors = errors }

    mutating func fail(_ report: ErrorReport) {
      failureCount += 1
      if failureCount <= Self.shownCount { StandardError.write("naqhara: error: \(report)") }
      guard let errors else { return }
      var line: [UInt8] = []
      report.append(to: &line)
      do {
        try errors.write(line)
      } catch {
        StandardError.write("naqhara: \(error)")
      }
    }

    mutating func warn(_ report: ErrorReport) {
      warningCount += 1
      if warningCount <= Self.shownCount { StandardError.write("naqhara: warning: \(report)") }
    }

    func finish() throws {
      try errors?.finish()
      if warningCount > Self.shownCount { StandardError.write("naqhara: \(warningCount) warnings in all") }
      if failureCount > 0 {
        StandardError.write("naqhara: \(failureCount) record\(failureCount == 1 ? "" : "s") failed")
      }
    }
  }
}
