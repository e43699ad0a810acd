import Glibc

/// A text as a key of tables: equal where its bytes are, and hashed by them.
///
/// Swift's own comparison normalizes letters beyond ASCII each time. What is looked up here is normalized already, and names are
/// looked up by the thousand.
struct BytewiseText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: BytewiseText, right: BytewiseText) -> Bool {
    var (left, right) = (left.text, right.text)
    guard left.utf8.count == right.utf8.count else { return false }
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let a = left.baseAddress, let b = right.baseAddress else { return true }
        return memcmp(a, b, left.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
