import ArgumentParser
import Glibc
import NameTransliteration

/// `name-training match`: fits the weights of matching, and measures it.
struct MatchEvaluation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Fits the weights by which words are matched, and measures them and the search key."
  )
  @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
  @Option(help: "The image of the models.") var model: String
  @Option(help: "At most so many words of a kind of pairs.") var limit = 3_000

  func run() throws {
    let model = try NameModel(bytes: NameData.bytes(model))
    print("image\t\(model.checksum)")
    let collection = NameCollection(folder: data)
    let languages = collection.data
    guard let arabic = languages["ar"], let russian = languages["ru"], let hebrew = languages["he"],
      let korean = languages["ko"], let japanese = languages["ja"]
    else { return }
    let english = MatchPairs.Strangers([arabic, russian, hebrew])
    var sets = [arabic, russian, hebrew, korean, japanese].map {
      MatchPairs($0, english: english, limit: limit)
    }
    for (one, other) in [(arabic, russian), (arabic, hebrew), (arabic, arabic), (russian, russian)] {
      sets.append(MatchPairs(one, other, english: english, limit: limit))
    }
    sets += [arabic, russian, hebrew].map { MatchPairs(variantsOf: $0, english: english, limit: limit) }
    // The dictionary is made of the same data: it would answer by heart.
    try fit(sets, NameTransliteration(from: nil, to: .english, dictionary: nil, model: model))
    try fit(sets, NameTransliteration(from: nil, to: .english, dictionary: nil, model: nil))
    try fit(sets, NameTransliteration(from: nil, to: .english, dictionary: .embedded, model: model))
    for dictionary in [nil, NamePartDictionary.embedded] {
      print("dictionary\t\(dictionary == nil ? "none" : "embedded")")
      let settings = NameTransliteration(from: nil, to: .english, dictionary: dictionary, model: model)
      try measureKeys(sets, settings, names: english)
    }
  }

  private struct Row {
    var set: Int
    var inputs: [Double]
    var probability: Float
    var isSame: Bool
    var isTest: Bool
  }

  /// Fits the weights of each kind of evidence on nine tenths, and prints how right they and the whole comparison as it
  /// is shipped are on the rest.
  private func fit(_ sets: [MatchPairs], _ settings: NameTransliteration) throws {
    let matcher = try WordMatcher(settings)
    var rows: [WordEvidence.Kind: [Row]] = [:]
    var count = 0
    let clock = ContinuousClock()
    let start = clock.now
    for (index, set) in sets.enumerated() {
      for pair in set.pairs {
        let evidence = matcher.evidence(
          pair.first.word, pair.first.language, pair.second.word, pair.second.language)
        rows[evidence.kind, default: []].append(
          Row(
            set: index, inputs: (0..<4).map { Double(evidence.inputs[$0]) },
            probability: matcher.probability(
              pair.first.word, pair.first.language, pair.second.word, pair.second.language), isSame: pair.isSame,
            isTest: LanguageData.part(pair.key) == 0))
        count += 1
      }
    }
    let time = (clock.now - start).components
    print("pairs a second\t\(Int(Double(count) / (Double(time.seconds) + Double(time.attoseconds) * 1e-18)))")
    for (kind, rows) in rows.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let learnt = rows.filter { !$0.isTest }
      let regression = LogisticRegression(learnt.map(\.inputs), learnt.map(\.isSame))
      print("\(kind.rawValue)\tweights\t[\(regression.weights.map { Self.rounded($0) }.joined(separator: ", "))]")
      for (index, set) in sets.enumerated() {
        let test = rows.filter { $0.isTest && $0.set == index }
        guard !test.isEmpty else { continue }
        let fitted = Self.figures(test.map { ($0.isSame, regression.probability($0.inputs)) })
        let shipped = Self.figures(test.map { ($0.isSame, Double($0.probability)) })
        print("\(kind.rawValue)\t\(set.label)\t\(test.count) pairs\tfitted \(fitted)\tas shipped \(shipped)")
      }
    }
    fflush(nil)
  }

  /// The area under the ROC curve, and how many of the same and of the others fall on their side of a half.
  private static func figures(_ answers: [(isSame: Bool, probability: Double)]) -> String {
    let sorted = answers.sorted { $0.probability < $1.probability }
    var (wins, same, others) = (0.0, 0.0, 0.0)
    var index = 0
    while index < sorted.count {
      // Equal probabilities win half.
      var (tiedSame, tiedOthers) = (0.0, 0.0)
      let probability = sorted[index].probability
      while index < sorted.count, sorted[index].probability == probability {
        if sorted[index].isSame { tiedSame += 1 } else { tiedOthers += 1 }
        index += 1
      }
      wins += tiedSame * (others + tiedOthers / 2)
      same += tiedSame
      others += tiedOthers
    }
    let found = Double(answers.count { $0.isSame && $0.probability >= 0.5 }) / max(1, same)
    let refused = Double(answers.count { !$0.isSame && $0.probability < 0.5 }) / max(1, others)
    return "AUC \(rounded(wins / max(1, same * others))) same \(rounded(found)) others \(rounded(refused))"
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  /// How often the same names have the same key, and how many of all names share the key of one, itself left out.
  private func measureKeys(_ sets: [MatchPairs], _ settings: NameTransliteration, names: MatchPairs.Strangers) throws {
    let key = try settings.makeSearchKey()
    for set in sets {
      let same = set.pairs.filter(\.isSame)
      let others = set.pairs.filter { !$0.isSame }
      func share(_ pairs: [MatchPairs.Pair]) -> Double {
        Double(pairs.count { key.key(for: $0.first.word) == key.key(for: $0.second.word) })
          / Double(max(1, pairs.count))
      }
      print("key\t\(set.label)\tsame \(Self.rounded(share(same)))\tothers \(Self.rounded(share(others)))")
    }
    var counts: [String: Int] = [:]
    for name in names.names { counts[key.key(for: name), default: 0] += 1 }
    let sharing = counts.values.reduce(0) { $0 + $1 * ($1 - 1) }
    print(
      "key\t\(names.names.count) English names\t\(counts.count) keys\tothers of a key \(Self.rounded(Double(sharing) / Double(max(1, names.names.count))))"
    )
  }
}
