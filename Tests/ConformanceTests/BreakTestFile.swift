import Glibc

/// Unicode's own test files, as Debian's package `unicode-data` installs them.
enum UnicodeFile {
  static let folder = "/usr/share/unicode/"

  /// Why a file could not be read, in words that help.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path): install the package unicode-data" }
  }

  /// The lines of a file, without comments and empty lines; `.bz2` is unpacked by `bzip2`.
  static func lines(_ name: String) throws -> [Substring] {
    let path = folder + name
    guard access(path, R_OK) == 0 else { throw Missing(path: path) }
    let isPacked = name.hasSuffix(".bz2")
    guard let file = isPacked ? popen("bzip2 -dc '\(path)'", "r") : fopen(path, "r") else { throw Missing(path: path) }
    defer { _ = isPacked ? pclose(file) : fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard !bytes.isEmpty else { throw Missing(path: path) }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = line.prefix { $0 != UInt8(ascii: "#") }
      return line.allSatisfy { $0 <= 0x20 } ? nil : Substring(decoding: line, as: UTF8.self)
    }
  }

  /// Hexadecimal code points with spaces between.
  static func scalars(_ field: some StringProtocol) -> String {
    var text = String.UnicodeScalarView()
    for part in field.split(separator: " ") {
      if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}

/// One line of GraphemeBreakTest.txt, WordBreakTest.txt, SentenceBreakTest.txt or LineBreakTest.txt.
struct BreakTestCase {
  /// The line as it stands in the file: `÷ 0001 × 0308 ÷`.
  let line: String
  /// The text in UTF-8.
  var bytes: [UInt8] = []
  /// The byte offsets after each segment.
  var ends: [Int] = []

  init(_ line: Substring) {
    self.line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in line.split(whereSeparator: \.isWhitespace) {
      switch part {
      case "÷": if !bytes.isEmpty { ends.append(bytes.count) }
      case "×": break
      default: bytes += Array(UnicodeFile.scalars(part).utf8)
      }
    }
  }
}
