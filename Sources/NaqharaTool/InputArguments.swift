import ArgumentParser
import Glibc
import Naqhara

/// What is read, for every command that reads documents.
struct InputArguments: ParsableArguments {
  @Argument(
    help:
      "Files, plain, gzip, bzip2 or zstd; folders; @list for the files that a list names; - or none for standard input."
  )
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "What one document is: text (a file), lines (a line), jsonl (an object a line), csv or tsv (a row under a head) or warc (a record of plain text, as in Common Crawl's WET files). By default told by the suffix; standard input is text.",
      valueName: "format"))
  var input: InputFormat?

  @Option(
    help: ArgumentHelp("The member of a JSON object, or the column of a table, that holds the text.", valueName: "name")
  )
  var textField = "text"

  @Option(help: ArgumentHelp("The member or column that holds the document's id.", valueName: "name"))
  var idField = "id"

  @Option(help: ArgumentHelp("What to do with bytes that are not UTF-8: replace, skip or fail.", valueName: "policy"))
  var onInvalid: InvalidUTF8.Policy = .replace

  @Option(help: ArgumentHelp("Write records that failed to this file, as JSON lines.", valueName: "file"))
  var errors: String?

  @Option(help: ArgumentHelp("Stop when more records than this have failed.", valueName: "number"))
  var maxErrors: Int?

  /// Whether standard input alone is read.
  var isStandardInput: Bool { files.isEmpty || files == [ByteSource.standardInputName] }

  /// The inputs, standard input where none is named.
  ///
  /// - Throws: `InputFailure` where one is missing, before any work is done.
  func paths() throws(InputFailure) -> [String] {
    try InputPaths.expand(files.isEmpty ? [ByteSource.standardInputName] : files)
  }

  func validate() throws {
    guard maxErrors.map({ $0 >= 0 }) ?? true else { throw ValidationError("--max-errors takes a number from 0") }
  }

  /// How they are to be read.
  func options(default format: InputFormat? = nil) -> InputOptions {
    var options = InputOptions()
    options.format = input ?? format
    options.textField = textField
    options.idField = idField
    options.onInvalid = onInvalid
    return options
  }
}

/// Where the result goes, and how many tasks make it.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file, which appears when it is whole.", valueName: "file"))
  var output: String = OutputSink.standardOutputName

  @Option(help: ArgumentHelp("How many documents are worked on at the same time.", valueName: "number"))
  var jobs: Int = Int(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1))

  @Option(help: ArgumentHelp("Pack the output: gzip or zstd.", valueName: "format"))
  var compress: OutputCompression?

  @Flag(help: "Show no progress and no warnings.")
  var quiet = false

  /// The output, opened.
  func makeSink() throws(OutputFailure) -> OutputSink { try OutputSink(path: output, compression: compress) }

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes 1 to 1024") }
  }
}
