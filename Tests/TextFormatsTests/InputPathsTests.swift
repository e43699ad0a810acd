import Glibc
import Testing
import TextFormats

@Suite("What users name stands for files")
struct InputPathsTests {
  @Test("Folders are walked in one order, lists are read, hidden files and loops are left out")
  func expand() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    for name in ["b", "a", "a/z"] { mkdir("\(root)/\(name)", 0o700) }
    defer { for name in ["a/z/1.txt", "a/2.txt", "b/0.txt", "b/.hidden", "b/loop"] { unlink("\(root)/\(name)") } }
    defer { for name in ["a/z", "a", "b"] { rmdir("\(root)/\(name)") } }
    for name in ["a/z/1.txt", "a/2.txt", "b/0.txt", "b/.hidden", "10.txt", "9.txt"] { _ = try folder.file(name, "x") }
    symlink("..", "\(root)/b/loop")
    let files = ["10.txt", "9.txt", "a/2.txt", "a/z/1.txt", "b/0.txt"].map { "\(root)/\($0)" }
    #expect(try InputPaths.expand([root]) == files)
    #expect(try InputPaths.expand(["\(root)/b", "-", "\(root)/9.txt"]) == ["\(root)/b/0.txt", "-", "\(root)/9.txt"])
    let list = try folder.file("list", "\(root)/9.txt\r\n\n\(root)/b\n")
    #expect(try InputPaths.expand(["@" + list]) == ["\(root)/9.txt", "\(root)/b/0.txt"])
    #expect(throws: InputFailure.self) { try InputPaths.expand(["\(root)/none"]) }
    #expect(throws: InputFailure.self) { try InputPaths.expand(["@\(root)/none"]) }
  }
}
