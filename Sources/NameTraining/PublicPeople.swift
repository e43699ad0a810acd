import NameTransliteration

/// The names of public people in Lexicons/entities/people-*.tsv, taken apart: what the press writes each word by.
struct PublicPeople {
  struct Word {
    var source: String
    /// With its capitals, in letters a–z.
    var spelling: String
    /// 1 for each person who is usually written so, less for other ways of writing.
    var weight: Float
  }

  /// What one person in these files weighs beside people in the data: they are in the news, and their names were read.
  static let weight: Float = 40

  private static let languages = ["ar", "fa", "ru", "uk", "he"]

  /// By language, person by person.
  private(set) var words: [String: [Word]] = [:]

  init(folder: String) {
    for file in NameData.files(in: folder) where file.hasPrefix(folder + "/people-") && file.hasSuffix(".tsv") {
      var header: [Substring] = []
      for line in NameData.lines(file) where !line.hasPrefix("#") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        if header.isEmpty {
          header = cells
        } else {
          add(Dictionary(zip(header, cells)) { first, _ in first })
        }
      }
    }
  }

  private mutating func add(_ row: [Substring: Substring]) {
    guard row["type"] == "PERSON" else { return }
    let english = Self.names(row["en"])
    for language in Self.languages {
      // The first names of a cell are the usual ones; a spelling counts once a person.
      var found: [[String]: Float] = [:]
      for (i, name) in Self.names(row[Substring(language)]).enumerated() {
        for (j, target) in english.enumerated() {
          let weight: Float = j > 0 ? 0.25 : i > 0 ? 0.5 : 1
          for (source, spelling) in Self.aligned(name, target) {
            found[[source, spelling], default: 0] = max(weight, found[[source, spelling]] ?? 0)
          }
        }
      }
      for pair in found.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        words[language, default: []].append(Word(source: pair[0], spelling: pair[1], weight: found[pair] ?? 0))
      }
    }
  }

  /// The names of a cell; a tilde marks one that needs evidence in texts.
  private static func names(_ cell: Substring?) -> [String] {
    (cell ?? "").split(separator: "|").compactMap { name in
      let name = name.drop { $0 == " " || $0 == "~" }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// The words of a name and their spellings, where there are as many of both.
  private static func aligned(_ source: String, _ target: String) -> [(String, String)] {
    let words = source.split(separator: " ")
    let spaced = target.split(separator: " ").map(String.init)
    for spellings in [spaced, spaced.flatMap(hyphenated)] where spellings.count == words.count {
      return zip(words, spellings).flatMap(unhyphenated).compactMap { word, spelling in
        guard word.unicodeScalars.count > 1, let spelling = cased(spelling), spelling.count > 1,
          // Particles are the transliterator's own business.
          spelling.first?.isUppercase == true || ArabicArticle.isAt(spelling)
        else { return nil }
        return (String(word), spelling)
      }
    }
    return []
  }

  /// The parts of a word and its spelling that have as many hyphens: ас-Сиси, al-Sisi.
  private static func unhyphenated(_ word: Substring, _ spelling: String) -> [(Substring, String)] {
    let pieces = word.split(separator: "-"), spellings = spelling.split(separator: "-").map(String.init)
    return pieces.count > 1 && pieces.count == spellings.count ? Array(zip(pieces, spellings)) : [(word, spelling)]
  }

  /// The parts of a word with hyphens; an article stays with its name.
  private static func hyphenated(_ word: String) -> [String] {
    var result: [String] = []
    for piece in word.split(separator: "-").map(String.init) {
      if let last = result.last, last.lowercased() == "al" || last.lowercased() == "el" {
        result[result.count - 1] = last + "-" + piece
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// A spelling without accents, with the capitals that it has; nil where it is no single word of letters.
  private static func cased(_ text: String) -> String? {
    guard !text.contains("."), NameFolding.english(text) != nil else { return nil }
    let spelling = NameFolding.spelling(text)
    guard spelling.count == text.count else { return NameCase.press(spelling) }
    return String(zip(text, spelling).flatMap { $0.isUppercase ? Array($1.uppercased()) : [$1] })
  }
}
