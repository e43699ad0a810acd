import EntityRecognition
import SequenceTagging

/// A chain to be trained: for which texts, on what.
struct Chain: Sendable {
  /// Its name in the image: language and domain.
  let name: String
  /// The corpora, by their file in the data's folder.
  let corpora: [String]
  /// Where it has several corpora of different kinds of text: which of them are of its own domain, whose peculiarities it keeps.
  let own: String?

  static let types = ["PER", "LOC", "ORG", "MISC"]

  /// What is shipped. News and encyclopedic articles mark names differently, so Arabic has a chain for each.
  static let shipped = [
    Chain(name: "ar/news", corpora: ["anercorp.train"], own: nil),
    Chain(
      name: "ar/encyclopedia",
      corpora: ["anercorp.train", "aqmar_liu19.train", "aqmar_liu19.dev", "wojood_sample.train"], own: "aqmar"),
    Chain(name: "ru/news", corpora: ["ru_factrueval.dev"], own: nil),
    Chain(name: "en", corpora: ["en_wnut17.train", "en_wnut17.dev"], own: nil),
  ]
}

/// Trains chains.
struct ChainTrainer {
  var reader: CorpusReader
  let labels = LabelSet(types: Chain.types)

  /// The sections of a chain trained on these corpora. `isOwn` says which are of the chain's own domain; where it is given, the features
  /// of each corpus are copied, and what is returned is the sum of the weights of all texts and of the own domain.
  mutating func sections(
    name: String, _ corpora: [(corpus: ConllCorpus, isOwn: Bool)], separatesDomains: Bool,
    options: ChainTraining.Options = .init()
  ) throws -> [[UInt8]] {
    var sequences: [TrainingSequence] = []
    for (index, (corpus, isOwn)) in corpora.enumerated() {
      let domain: UInt64? = separatesDomains ? (isOwn ? 1 : UInt64(index) + 2) : nil
      sequences += try reader.sequences(of: corpus, domain: domain)
    }
    let hashes = reader.numbers.hashes
    var training = ChainTraining(labels: labels, featureCount: hashes.count, options: options)
    training.train(sequences)
    var weights = training.weights
    let size = labels.count
    if separatesDomains {
      // What the own domain adds is added once and for all; its copies, and those of others, are never asked.
      for feature in hashes.indices {
        guard let copy = reader.numbers.known(CorpusReader.feature(hashes[feature], of: 1)) else { continue }
        for label in 0..<size {
          weights[feature * size + label] += weights[Int(copy) * size + label]
          weights[Int(copy) * size + label] = 0
        }
      }
    }
    return LinearChainModel.sections(
      name: name, labels: labels, features: hashes, weights: weights,
      transitions: Array(weights[(hashes.count * size)...]))
  }
}
