@testable import EntityLexicon
import Glibc
import TextModel

/// Lexicons written short: cells are separated by ` ; ` instead of tabs.
enum Sheet {
  static let header = "id ; type ; en ; ar ; flags ; source"

  static func source(_ lines: [String]) -> [UInt8] { Array((lines.map(tabbed).joined(separator: "\n") + "\n").utf8) }

  static func rows(_ lines: [String], header: String = header) throws -> [LexiconRow] {
    let result = LexiconSource.read(source([header] + lines), file: "test.tsv")
    if let first = result.failures.first { throw first }
    return result.rows
  }

  static func image(_ lines: [String], header: String = header) throws -> LexiconImage {
    try LexiconFile.inMemory(LexiconCompiler.compile(rows(lines, header: header)))
  }

  private static func tabbed(_ line: String) -> String {
    line.split(separator: ";", omittingEmptySubsequences: false).map(trimmed).joined(separator: "\t")
  }

  private static func trimmed(_ cell: Substring) -> Substring {
    var cell = cell
    while cell.first == " " { cell.removeFirst() }
    while cell.last == " " { cell.removeLast() }
    return cell
  }
}

/// A small lexicon with something of everything.
enum SmallLexicon {
  static let lines = [
    "title.president ; TITLE ; President ; الرئيس ; ; hand",
    "person.burns ; PERSON ; William Burns | Bill Burns ; وليام بيرنز | ~بيرنز ; ; hand",
    "org.nato ; ORG ; NATO | North Atlantic Treaty Organization ; الناتو | حلف شمال الأطلسي ; acronym ; cldr",
    "org.north ; ORG ; North Atlantic Airlines ; ; needs-context ; hand",
    "gpe.us ; GPE ; United States | US ; الولايات المتحدة | أمريكا | أميركا ; ; icu",
    "norp.us ; NORP ; American ; أمريكي | الأمريكي ; only-with-title ;",
    "word.big ; WORD ; big ; كبير ; ; hand",
  ]

  static func rows() throws -> [LexiconRow] { try Sheet.rows(lines) }
  static func bytes() throws -> [UInt8] { try LexiconCompiler.compile(rows()) }
}

struct SystemProblem: Error { let code = errno }

/// A folder for one test, removed with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/naqhara-lexicon-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemProblem() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(directory)
    }
    rmdir(path)
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, "w") else { throw SystemProblem() }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw SystemProblem() }
    return file
  }
}

/// Bytes that end where memory ends, so that the first step beyond them is seen.
final class GuardedBytes: LexiconImage.Owner, @unchecked Sendable {
  // Unchecked, because it holds pointers; the bytes are written once, before anybody else sees them.
  let bytes: UnsafeRawBufferPointer
  private let mapping: UnsafeMutableRawBufferPointer

  /// `content` has a multiple of 8 bytes, so that it can be aligned as images are.
  init(_ content: [UInt8]) throws {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let room = (content.count + page - 1) / page * page
    guard content.count % 8 == 0,
      let start = mmap(nil, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED, mprotect(start + room, page, PROT_NONE) == 0
    else { throw SystemProblem() }
    mapping = UnsafeMutableRawBufferPointer(start: start, count: room + page)
    content.withUnsafeBytes {
      (start + (room - content.count)).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: $0.count)
    }
    bytes = UnsafeRawBufferPointer(start: start + (room - content.count), count: content.count)
  }

  deinit { munmap(mapping.baseAddress, mapping.count) }
}
