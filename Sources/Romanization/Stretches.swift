/// Cuts a text into stretches that ICU can transform quickly: its time grows with the square of the length.
struct Stretches: Sequence, IteratorProtocol {
  /// The longest stretch of an original, in scalars.
  static let maximumCount = 48
  /// The longest stretch of a romanized text: no table has more than four letters for one.
  static let maximumRomanizedCount = 4 * maximumCount

  private var rest: ArraySlice<Unicode.Scalar>
  private let maximumCount: Int

  /// The stretches of a text: together they are the text.
  init(_ scalars: [Unicode.Scalar], maximumCount: Int = Self.maximumCount) {
    rest = scalars[...]
    self.maximumCount = maximumCount
  }

  mutating func next() -> String? {
    guard !rest.isEmpty else { return nil }
    let end = cut()
    var stretch = String.UnicodeScalarView()
    stretch.append(contentsOf: rest[..<end])
    rest = rest[end...]
    return String(stretch)
  }

  /// Where the first stretch ends: behind a white space, else behind a sign, else where no letter loses its marks.
  private func cut() -> Int {
    guard rest.count > maximumCount else { return rest.endIndex }
    let last = rest.startIndex + maximumCount
    let places = (rest.startIndex + 1...last).reversed()
    if let place = places.first(where: { rest[$0 - 1].properties.isWhitespace }) { return place }
    let unmarked = places.filter { !Self.isMark(rest[$0]) }
    return unmarked.first { !Self.isLetter(rest[$0 - 1]) } ?? unmarked.first ?? last
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || isMark(scalar) }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
