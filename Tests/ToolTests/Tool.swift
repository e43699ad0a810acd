import Glibc
import Testing

/// Runs the built command.
enum Tool {
  struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  /// What a run left.
  struct Result {
    /// Exit status; 128 + the signal's number where a signal ended it, as a shell has it.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
    /// Standard output.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error.
    var messages: String { String(decoding: errors, as: UTF8.self) }
    /// The lines of standard output, without a last empty one.
    var lines: [String] { Tool.lines(text) }
  }

  /// The command, which was built beside the tests.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    var parts = String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let candidate = "/" + (parts + ["naqhara"]).joined(separator: "/")
      var status = stat()
      if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
        return candidate
      }
    }
    return "naqhara"
  }()

  /// Runs `naqhara`.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: Folder? = nil
  ) throws -> Result {
    try run(program: path, arguments, input: input, environment: environment, in: folder?.path)
  }

  static func run(_ arguments: String..., input: String, in folder: Folder? = nil) throws -> Result {
    try run(arguments, input: Array(input.utf8), in: folder)
  }

  /// Runs a line of bash in which `naqhara` is the command.
  static func shell(_ line: String, in folder: Folder? = nil) throws -> Result {
    let function = "naqhara() { \"\(path)\" \"$@\"; }\n"
    return try run(program: "/bin/bash", ["-c", function + line], input: [], environment: [:], in: folder?.path)
  }

  /// Runs a program whose input and output are files, so that nothing can wait for a full pipe.
  static func run(
    program: String, _ arguments: [String], input: [UInt8], environment: [String: String], in directory: String?
  ) throws -> Result {
    let streams = try Folder()
    let inputPath = try streams.file("input", input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(streams.path)/output", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(streams.path)/errors", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // Glibc shows Swift no way to spawn in another folder.
    let status =
      try directory.map {
        try spawn("/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", $0, program] + arguments, environment, &actions)
      }
      ?? spawn(program, arguments, environment, &actions)
    return Result(status: status, output: try streams.read("output"), errors: try streams.read("errors"))
  }

  /// Runs `naqhara` with a terminal as its standard output; a terminal shows lines ended by CR LF.
  static func runOnTerminal(_ arguments: [String], environment: [String: String]) throws -> Result {
    var terminal: Int32 = -1
    var screen: Int32 = -1
    guard openpty(&screen, &terminal, nil, nil, nil) == 0 else { throw Problem("no terminal") }
    defer { close(screen) }
    let streams = try Folder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, terminal, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "\(streams.path)/errors", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // What is shown must fit into the terminal's buffer, since it is read only afterwards.
    let status = try spawn(path, arguments, environment, &actions)
    close(terminal)
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = read(screen, &buffer, buffer.count), count > 0 { output += buffer[..<count] }
    return Result(status: status, output: output, errors: try streams.read("errors"))
  }

  static func lines(_ text: String) -> [String] {
    // Bytes, since "\r\n" is a single character.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int32 {
    // Nothing of the tester's own settings, but what the sanitizers and the measuring of coverage need.
    var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    variables.merge(environment) { $1 }
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, nil, &argv, &envp)
    guard error == 0 else { throw Problem("\(program): \(String(cString: strerror(error)))") }
    var status: Int32 = 0
    let clock = ContinuousClock()
    let start = clock.now
    while waitpid(process, &status, WNOHANG) == 0 {
      if clock.now - start > .seconds(300) {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Problem("\(program) \(arguments) did not end")
      }
      usleep(2_000)
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}

/// A folder for one test, removed with all that is in it.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/naqhara-tool-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Tool.Problem("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names of the files in it.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file and gives its whole path.
  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Self.write(bytes, to: file)
    return file
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// The bytes of one of its files.
  func read(_ name: String) throws -> [UInt8] { try Self.read("\(path)/\(name)") }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = fopen(path, "w") else { throw Tool.Problem("cannot write \(path)") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Tool.Problem("cannot write \(path)") }
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "r") else { throw Tool.Problem("cannot read \(path)") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  /// A file of the repository.
  static func repository(_ path: String, here: String = #filePath) -> String {
    "/" + (here.split(separator: "/").dropLast(3) + [path[...]]).joined(separator: "/")
  }
}
