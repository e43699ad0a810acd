import Glibc
import SystemPackage

/// The files that a user means: a folder stands for the files in it, and `@list.txt` for those that the list names, one a line.
public enum InputPaths {
  /// The files, in an order that is the same at every run: as they are named, and those of a folder by the bytes of their
  /// paths.
  ///
  /// Files and folders whose names begin with a full stop are left out of folders, and links to folders, since they may lead
  /// back. A file whose own name begins with @ can be named `./@…`.
  ///
  /// - Throws: `InputFailure` where a file is not there or cannot be read.
  public static func expand(_ names: [String]) throws(InputFailure) -> [String] {
    var paths: [String] = []
    for name in names {
      if name == ByteSource.standardInputName {
        paths.append(name)
      } else if name.utf8.first == UInt8(ascii: "@") {
        for listed in try lines(of: String(name.dropFirst())) { try append(listed, to: &paths) }
      } else {
        try append(name, to: &paths)
      }
    }
    return paths
  }

  private static func append(_ path: String, to paths: inout [String]) throws(InputFailure) {
    guard path != ByteSource.standardInputName else { return paths.append(path) }
    guard access(path, R_OK) == 0 else { throw failure(path) }
    guard isFolder(path, followsLinks: true) else { return paths.append(path) }
    // Not by recursion: folders may be deep.
    var folders = [path]
    while let folder = folders.popLast() {
      var found: [String] = []
      for entry in try entries(of: folder).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        let path = folder.utf8.last == UInt8(ascii: "/") ? folder + entry : folder + "/" + entry
        if isFolder(path, followsLinks: false) {
          found.append(path)
        } else if !isFolder(path, followsLinks: true) {
          paths.append(path)
        }
      }
      folders += found.reversed()
    }
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of folder: String) throws(InputFailure) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder) }
    defer { closedir(directory) }
    var entries: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.utf8.starts(with: [UInt8(ascii: ".")]) { entries.append(name) }
    }
    return entries
  }

  private static func lines(of list: String) throws(InputFailure) -> [String] {
    let source = try ByteSource(path: list)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes) > 0 {}
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func failure(_ path: String) -> InputFailure {
    InputFailure(source: path, byte: 0, reason: .open(Errno(rawValue: errno)))
  }
}
