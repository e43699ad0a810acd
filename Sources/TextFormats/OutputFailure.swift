public import SystemPackage

/// Why output could not be written.
public enum OutputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reader of the pipe has gone, as `head` does: no fault, but a reason to stop quietly.
  case closed
  /// The file cannot be made.
  case open(path: String, Errno)
  /// The system cannot write on.
  case write(path: String, Errno)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .closed: "the output is closed"
    case .open(let path, let error): "\(path): cannot open for writing: \(error)"
    case .write(let path, let error):
      "\(path == OutputSink.standardOutputName ? "standard output" : path): cannot write: \(error)"
    }
  }
}
