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
  /// Whoever reads the file sees the old bytes or the new ones, never a part: they are written beside it, under a name that
  /// becomes the file's at the end. What is no file, such as `/dev/stdout`, is written as it is.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let permissions = FilePermissions.ownerReadWrite.union([.groupRead, .otherRead])
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = try FileDescriptor.open(FilePath(path), .writeOnly)
      try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
      return
    }
    // A link stays a link: the file that it leads to is replaced.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let temporary = "\(target ?? path).\(getpid()).part"
    let descriptor = try FileDescriptor.open(
      FilePath(temporary), .writeOnly, options: [.create, .truncate], permissions: permissions)
    do {
      try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
      guard rename(temporary, target ?? path) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
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
