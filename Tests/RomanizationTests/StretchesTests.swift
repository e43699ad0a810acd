import Testing

@testable import Romanization

/// ICU never gets much at once, and nothing is lost between two stretches.
@Suite struct StretchesTests {
  static let texts: [(String, [Int])] = [
    ("", []), ("ab", [2]), (String(repeating: "a", count: 48), [48]),
    (String(repeating: "a", count: 100), [48, 48, 4]),
    (String(repeating: "a", count: 40) + " " + String(repeating: "b", count: 40), [41, 40]),
    (String(repeating: "a", count: 30) + "-" + String(repeating: "b", count: 30), [31, 30]),
    (String(repeating: "a", count: 47) + "\u{301}\u{302}b", [46, 4]),
    ("a" + String(repeating: "\u{64E}", count: 99), [48, 48, 4]),
  ]

  @Test(arguments: texts) func cuts(_ text: String, _ counts: [Int]) {
    let stretches = Array(Stretches(Array(text.unicodeScalars)))
    #expect(stretches.map(\.unicodeScalars.count) == counts)
    #expect(Array(stretches.joined().unicodeScalars) == Array(text.unicodeScalars))
  }
}
