import Glibc
import SystemPackage
import TextFormats
import TextModel

/// A folder for one test, removed with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/naqhara-formats-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in contents { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  var contents: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = try FileDescriptor.open(
      FilePath(file), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    return file
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}

/// Bytes that do not pack well, always the same.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var random = TestRandom(state: seed)
  return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 33) }
}

struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

/// Everything that a source delivers, and the failure that ended it.
func readAll(_ source: ByteSource) -> (bytes: [UInt8], largest: Int, failure: InputFailure?) {
  var bytes: [UInt8] = []
  var largest = 0
  do throws(InputFailure) {
    while true {
      let count = try source.read(into: &bytes)
      if count == 0 { return (bytes, largest, nil) }
      largest = max(largest, count)
    }
  } catch {
    return (bytes, largest, error)
  }
}

/// Everything that a reader delivers, and the failure that ended it.
func readAll(_ reader: DocumentReader) -> (records: [InputRecord], failure: InputFailure?) {
  var records: [InputRecord] = []
  do throws(InputFailure) {
    while let batch = try reader.nextBatch() { records += batch }
    return (records, nil)
  } catch {
    return (records, error)
  }
}

extension InputRecord {
  var text: String? { (try? document.get())?.text }
  var id: String? { (try? document.get())?.id }
  var failure: RecordFailure? {
    if case .failure(let failure) = document { failure } else { nil }
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
