import Naqhara

/// A whole input, unpacked.
enum InputFile {
  static func readAll(_ path: String) throws -> [UInt8] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes) > 0 {}
    return bytes
  }
}
