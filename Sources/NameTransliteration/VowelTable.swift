/// The commonest Arabic names with their vowels, from Lexicons/names/vowels.tsv; read when the first word is asked for.
struct VowelTable: Sendable {
  static let shared = VowelTable(NameTable(named: "vowels"))

  private var words: [String: String] = [:]

  init(_ table: NameTable) {
    for row in table.rows {
      for pointed in row.list("pointed") {
        words[Self.key(pointed.unicodeScalars.filter { !Self.isMark($0) })] = pointed
      }
    }
  }

  /// The word with these letters.
  subscript(letters: [Unicode.Scalar]) -> String? { words[Self.key(letters)] }

  private static func key(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x652).contains(scalar.value) || scalar.value == 0x670
  }
}
