/// The letters of a language's words, numbered from 1 in the order of their code points.
struct Alphabet {
  private(set) var scalars: [Unicode.Scalar] = []
  private var numbers: [Unicode.Scalar: UInt8] = [:]

  /// The letters that occur at least so often.
  init(_ words: some Sequence<String>, minimum: Int) {
    var counts: [Unicode.Scalar: Int] = [:]
    for word in words { for scalar in word.unicodeScalars { counts[scalar, default: 0] += 1 } }
    scalars = Array(counts.filter { $0.value >= minimum }.map(\.key).sorted().prefix(250))
    for (index, scalar) in scalars.enumerated() { numbers[scalar] = UInt8(index + 1) }
  }

  /// With the 0 for what is outside the word.
  var count: Int { scalars.count + 1 }

  /// The numbers of a word's letters; nil where one is unknown.
  func letters(_ word: String) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let number = numbers[scalar] else { return nil }
      result.append(number)
    }
    return result
  }
}
