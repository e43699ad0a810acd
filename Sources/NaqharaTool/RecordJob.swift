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
  let output: OutputArguments
  let sink: OutputSink
  /// Written for a record that failed, where results must correspond to records.
  var placeholder: [UInt8] = []

  private struct Finished: Sendable {
    var output: [UInt8] = []
    var failures: [ErrorReport] = []
    var warnings: [ErrorReport] = []
    var recordCount = 0
    var byteCount = 0
  }

  /// More records failed than the user allows.
  private struct TooManyFailures: Error {}

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
    let paths = try input.paths()
    let errors = try input.errors.map { path throws(OutputFailure) in try OutputSink(path: path) }
    var log = Log(errors: errors, maximumFailureCount: input.maxErrors, isQuiet: output.quiet)
    var progress = Progress(isShown: !output.quiet && !sink.isTerminal, fileCount: paths.count)
    do {
      try sink.write(header)
      var reader = FileSequence(paths: paths, options: inputOptions)
      let placeholder = placeholder
      try await OrderedStream.run(jobs: output.jobs) {
        try reader.next { failure throws(TooManyFailures) in
          progress.line.clear()
          try log.fail(ErrorReport(failure))
        }
      } isReady: {
        reader.isReady
      } makeWorker: {
        Worker(work: try makeWork())
      } transform: { worker, batch in
        Self.process(batch, placeholder: placeholder, worker.work)
      } consume: { finished in
        try sink.write(finished.output)
        if batchIsInteractive { try sink.flush() }
        if !finished.warnings.isEmpty || !finished.failures.isEmpty { progress.line.clear() }
        for report in finished.warnings { log.warn(report) }
        for report in finished.failures { try log.fail(report) }
        progress.add(finished.recordCount, finished.byteCount, failureCount: log.failureCount, of: reader)
      }
      progress.line.clear()
      try sink.write(footer)
      try sink.finish()
    } catch OutputFailure.closed {
      progress.line.clear()
      sink.discard()
      return
    } catch is TooManyFailures {
      progress.line.clear()
      sink.discard()
      try log.finish()
      StandardError.write("naqhara: stopped, since more may not fail (--max-errors)")
      throw ExitCode(1)
    }
    try log.finish()
    if log.failureCount > 0 { throw ExitCode(1) }
  }

  /// On a terminal, or from a pipe that is still being written, results must not wait for more input.
  private var batchIsInteractive: Bool { sink.isTerminal || input.isStandardInput }

  private static func process(_ batch: Batch, placeholder: [UInt8], _ work: Work) -> Finished {
    var finished = Finished()
    finished.output.reserveCapacity(batch.block.byteCount)
    finished.byteCount = batch.block.byteCount
    for record in batch.block.records() {
      let start = finished.output.count
      finished.recordCount += 1
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
    /// How many files are still to be begun.
    var waitingCount: Int { paths.count }
    /// How much of the present file has been read; nil where that cannot be known.
    var fractionRead: Double? { reader.map(\.fractionRead) ?? 0 }

    init(paths: [String], options: InputOptions) {
      self.paths = paths[...]
      self.options = options
    }

    /// Whether the next block is there, or a file to look for it.
    var isReady: Bool { reader?.isReady ?? true }

    /// The next block; a file that cannot be read on is told and left.
    mutating func next(_ failed: (InputFailure) throws(TooManyFailures) -> Void) throws -> Batch? {
      while true {
        do throws(InputFailure) {
          if let reader {
            if let block = try reader.nextBlock() { return Batch(block: block, isLine: reader.format != .text) }
            self.reader = nil
          }
          guard let path = paths.popFirst() else { return nil }
          reader = try DocumentReader(path: path, options: options)
        } catch {
          try failed(error)
          reader = nil
        }
      }
    }
  }

  /// Counts what has been done, and shows it.
  private struct Progress {
    var line: ProgressLine
    private let fileCount: Int
    private var recordCount = 0
    private var byteCount = 0

    init(isShown: Bool, fileCount: Int) {
      line = ProgressLine(isShown: isShown)
      self.fileCount = fileCount
    }

    mutating func add(_ records: Int, _ bytes: Int, failureCount: Int, of files: FileSequence) {
      recordCount += records
      byteCount += bytes
      let (recordCount, byteCount, fileCount) = (recordCount, byteCount, fileCount)
      line.show { time in
        var text = "\(recordCount) records  \(ProgressLine.pace(byteCount, in: time))"
        if failureCount > 0 { text += "  \(failureCount) failed" }
        if let read = files.fractionRead {
          let done = (Double(fileCount - files.waitingCount - 1) + read) / Double(fileCount)
          text += "  \(Int(max(done, 0) * 100))%"
          if done > 0.01 { text += "  \(ProgressLine.clock(time / done - time)) left" }
        }
        return text
      }
    }
  }

  /// Tells of failures and warnings: a few on standard error, all failures in the file that was asked for.
  private struct Log {
    private static let shownCount = 20

    let errors: OutputSink?
    let maximumFailureCount: Int?
    let isQuiet: Bool
    private(set) var failureCount = 0
    private var warningCount = 0

    init(errors: OutputSink?, maximumFailureCount: Int?, isQuiet: Bool) {
      self.errors = errors
      self.maximumFailureCount = maximumFailureCount
      self.isQuiet = isQuiet
    }

    mutating func fail(_ report: ErrorReport) throws(TooManyFailures) {
      failureCount += 1
      if failureCount <= Self.shownCount { StandardError.write("naqhara: error: \(report)") }
      if let errors {
        var line: [UInt8] = []
        report.append(to: &line)
        do {
          try errors.write(line)
        } catch {
          StandardError.write("naqhara: \(error)")
        }
      }
      if let maximumFailureCount, failureCount > maximumFailureCount { throw TooManyFailures() }
    }

    mutating func warn(_ report: ErrorReport) {
      guard !isQuiet else { return }
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
