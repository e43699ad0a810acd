import ArgumentParser
import Glibc
import Naqhara
import SystemPackage

/// Where everything goes that is no data.
enum StandardError {
  static func write(_ line: String) {
    // Nothing can be done where even this fails.
    _ = try? FileDescriptor.standardError.writeAll(Array((line + "\n").utf8))
  }
}

/// Runs a command's work; what keeps it from starting ends with status 2 and a message.
func startOrExit(_ work: () throws -> Void) throws {
  do {
    try work()
    // What `print` has held back; it says nothing of a full disk.
    guard fflush(nil) == 0 else {
      throw OutputFailure.write(path: OutputSink.standardOutputName, Errno(rawValue: errno))
    }
  } catch let error as ExitCode {
    throw error
  } catch {
    StandardError.write("naqhara: \(error)")
    throw ExitCode(2)
  }
}

/// Writes a whole file.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate],
      permissions: .ownerReadWrite.union([.groupRead, .otherRead]))
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
  }
}

/// The same for work that waits.
func startOrExit(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let error as ExitCode {
    throw error
  } catch {
    StandardError.write("naqhara: \(error)")
    throw ExitCode(2)
  }
}
