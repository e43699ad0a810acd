import ArgumentParser
import EntityLexicon
import EntityRecognition
import SequenceTagging
import SystemPackage

/// `make train-ner`.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "train", abstract: "Trains the chains that are shipped.")
  @OptionGroup var data: TrainingData
  @Option(name: .shortAndLong, help: "Where the image goes.") var output: String

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let knowledge = try data.knowledge()
    var chains: [[[UInt8]]] = []
    for chain in Chain.shipped {
      var trainer = ChainTrainer(
        reader: try CorpusReader(labels: .init(types: Chain.types), lexicon: .builtIn(), knowledge: knowledge.model))
      let corpora = try chain.corpora.map { (try data.corpus($0), chain.own.map($0.contains) ?? false) }
      let sections = try trainer.sections(name: chain.name, corpora, separatesDomains: chain.own != nil)
      chains.append(sections)
      print("\(chain.name): \(sections.reduce(0) { $0 + $1.count }) bytes after \(clock.now - start)")
    }
    let image = knowledge.image(chains)
    let model = try RecognitionModel(bytes: image)
    let file = try FileDescriptor.open(
      FilePath(output), .writeOnly, options: [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter { _ = try file.writeAll(image) }
    print("\(image.count) bytes, checksum \(model.checksum), after \(clock.now - start)")
  }
}

/// Where the data is.
struct TrainingData: ParsableArguments {
  @Argument(help: "The folder of the corpora, *.conll.") var corpora: String
  @Option(help: "The folder of the names, google.*.tsv and wikidata-*.tsv.") var names: String
  @Option(help: "Words and the classes of their frequencies, made by Lexicons/sources/make_frequencies.py.")
  var frequencies: String

  func knowledge() throws -> WordKnowledge { try WordKnowledge(frequencies: frequencies, names: names) }

  func corpus(_ name: String) throws -> ConllCorpus { try ConllCorpus("\(corpora)/\(name).conll") }
}
