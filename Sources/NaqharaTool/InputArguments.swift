import ArgumentParser
import Glibc
import Naqhara

/// What is read, for every command that reads documents.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files, plain, gzip, bzip2 or zstd; - or none for standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "What one document is: text (a file), lines (a line) or jsonl (an object a line). By default told by the suffix; standard input is text.",
      valueName: "format"))
  var input: InputFormat?

  @Option(help: ArgumentHelp("The member of a JSON object that holds the text.", valueName: "name"))
  var textField = "text"

  @Option(help: ArgumentHelp("The member of a JSON object that holds its id.", valueName: "name"))
  var idField = "id"

  @Option(help: ArgumentHelp("What to do with bytes that are not UTF-8: replace, skip or fail.", valueName: "policy"))
  var onInvalid: InvalidUTF8.Policy = .replace

  @Option(help: ArgumentHelp("Write records that failed to this file, as JSON lines.", valueName: "file"))
  var errors: String?

  /// The inputs, standard input where none is named.
  var paths: [String] { files.isEmpty ? [ByteSource.standardInputName] : files }

  /// How they are to be read.
  func options(default format: InputFormat? = nil) -> InputOptions {
    var options = InputOptions()
    options.format = input ?? format
    options.textField = textField
    options.idField = idField
    options.onInvalid = onInvalid
    return options
  }

  /// Finds a missing file before any work is done.
  func checkFiles() throws {
    for path in paths where path != ByteSource.standardInputName && access(path, R_OK) != 0 {
      throw CleanMessage("\(path): cannot open: \(String(cString: strerror(errno)))")
    }
  }
}

/// Where the result goes, and how many tasks make it.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file, which appears when it is whole.", valueName: "file"))
  var output: String = OutputSink.standardOutputName

  @Option(help: ArgumentHelp("How many documents are worked on at the same time.", valueName: "number"))
  var jobs: Int = Int(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1))

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes 1 to 1024") }
  }
}
