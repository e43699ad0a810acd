import ArabicNormalization
import EntityRecognition

/// What is known of words before any text is read: frequencies and the letters of names.
struct WordKnowledge {
  let bytes: (frequencies: [UInt16], likeness: [Int8])
  /// A model of this knowledge alone.
  let model: RecognitionModel

  /// - Parameters:
  ///   - frequencies: a file of words, each with the class of its frequency: `Lexicons/sources/make_frequencies.py` makes it.
  ///   - names: the folder of the data for transliteration, whose sources are parts of names.
  init(frequencies: String, names folder: String) throws {
    let normalizer = try TextNormalizer(.search)
    var classes: [UInt64: UInt8] = [:]
    var words: Set<String> = []
    for line in try ConllCorpus.lines(frequencies) {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let value = UInt8(cells[1]) else { continue }
      let key = normalizer.normalize(String(cells[0]))
      words.insert(key)
      classes[WordFrequencies.hash(key)] = max(classes[WordFrequencies.hash(key)] ?? 0, value)
    }
    var names: Set<String> = []
    for file in ["google.train.tsv", "wikidata-arabic.train.tsv", "wikidata-russian.train.tsv"] {
      for line in try ConllCorpus.lines("\(folder)/\(file)") {
        guard let name = line.split(separator: "\t").first else { continue }
        for part in name.split(whereSeparator: { $0 == " " || $0 == "-" }) where part.unicodeScalars.count > 1 {
          names.insert(normalizer.normalize(String(part)))
        }
      }
    }
    bytes = (WordFrequencies.table(classes), NameLikenessTraining.weights(names: names, words: words))
    model = try RecognitionModel(
      bytes: RecognitionModel.image(frequencies: bytes.frequencies, likeness: bytes.likeness, chains: []))
  }

  /// A whole image.
  func image(_ chains: [[[UInt8]]]) -> [UInt8] {
    RecognitionModel.image(frequencies: bytes.frequencies, likeness: bytes.likeness, chains: chains)
  }
}
