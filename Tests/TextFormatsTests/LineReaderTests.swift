import TestSupport
import Testing
import TextFormats

@Suite("Lines of a file")
struct LineReaderTests {
  /// What a reader gave: each line's text or nil where it was too long, with its number and offset.
  private struct Found: Equatable {
    var text: String?
    let line: Int
    let byte: Int

    init(_ text: String?, _ line: Int, _ byte: Int) { (self.text, self.line, self.byte) = (text, line, byte) }
  }

  private func read(_ bytes: [UInt8], maximum: Int) throws -> (lines: [Found], failure: InputFailure?) {
    let folder = try TemporaryFolder()
    let reader = LineReader(source: try ByteSource(path: folder.file("f", bytes)), maximumLineCount: maximum)
    var lines: [Found] = []
    var line: [UInt8] = []
    do throws(InputFailure) {
      while let found = try reader.read(into: &line) {
        switch found {
        case .whole(let position): lines.append(Found(line.text, position.line, position.byte))
        case .tooLong(let position): lines.append(Found(nil, position.line, position.byte))
        }
      }
    } catch {
      return (lines, error)
    }
    #expect(try reader.read(into: &line) == nil)
    #expect(reader.fractionRead == (bytes.isEmpty ? nil : 1))
    return (lines, nil)
  }

  @Test("end with LF or CR LF, the last also with the file; a byte order mark is no part of them")
  func endings() throws {
    let cases: [(String, [Found])] = [
      ("", []), ("\n", [Found("", 1, 0)]), ("a", [Found("a", 1, 0)]), ("a\n", [Found("a", 1, 0)]),
      ("a\nb", [Found("a", 1, 0), Found("b", 2, 2)]),
      ("a\r\n\r\nb\r", [Found("a", 1, 0), Found("", 2, 3), Found("b", 3, 5)]),
      ("\u{FEFF}a\nb", [Found("a", 1, 3), Found("b", 2, 5)]), ("\u{FEFF}", []), ("a\rb\n", [Found("a\rb", 1, 0)]),
    ]
    for (text, expected) in cases {
      #expect(try read(Array(text.utf8), maximum: 100).lines == expected, "\(text.debugDescription)")
    }
  }

  @Test("that are too long are told and passed over", arguments: [1, 3, 10, 1000, 300_000])
  func tooLong(maximum: Int) throws {
    var random = SeededGenerator(seed: UInt64(maximum))
    let lengths = [0, maximum - 1, maximum, maximum + 1, 2 * maximum, 700_000, maximum, 0].shuffled(using: &random)
    var expected: [Found] = []
    var text: [UInt8] = []
    for (index, length) in lengths.enumerated() {
      let line = [UInt8](repeating: UInt8(ascii: "a") + UInt8(index), count: length)
      expected.append(Found(length <= maximum ? line.text : nil, index + 1, text.count))
      text += line + [0x0A]
    }
    #expect(try read(text, maximum: maximum).lines == expected)
    // The same where the last line has no end.
    if lengths.last != 0 { #expect(try read(text.dropLast(), maximum: maximum).lines == expected) }
  }

  @Test("that break off with a damaged file are not delivered")
  func truncated() throws {
    let packed = try Packing.gzip(Array("one\ntwo\nthree".utf8))
    let result = try read(packed.dropLast(6), maximum: 100)
    #expect(result.lines == [Found("one", 1, 0), Found("two", 2, 4)])
    #expect(result.failure?.reason == .truncated(.gzip))
  }
}
