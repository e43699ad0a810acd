import ArgumentParser
import Dispatch
import NameTransliteration

/// `make train-names`.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains all directions on all pairs.")
  @Argument(help: "The folder of google.*.tsv and wikidata-*.tsv.") var data: String
  @Option(help: "The folder of the lexicon's tables.") var entities = "Lexicons/entities"
  @Option(name: .shortAndLong, help: "Where the image goes.") var output: String

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let collection = NameCollection(folder: data, entities: entities)
    let training = DirectionTraining(log: NameTrainingTool.log)
    // The rankings are trained on words that the networks did not see, so these are trained twice.
    let isHeldOut = { (pair: LanguageData.Pair) in
      LanguageData.part(pair.wordKey) == 1 || LanguageData.part(pair.english) == 1
    }
    let drafts = LanguageData.trained.map { collection.plan($0, isShipped: false, excluding: isHeldOut) }
    let draft = try NameModel(bytes: training.image(drafts) { _, _ in DirectionTraining.noRankings })
    NameTrainingTool.log("drafts after \(clock.now - start)")
    nonisolated(unsafe) let results = UnsafeMutableBufferPointer<DirectionTraining.Rankings?>.allocate(
      capacity: draft.directions.count)
    results.initialize(repeating: nil)
    DispatchQueue.concurrentPerform(iterations: draft.directions.count) { index in
      let direction = draft.directions[index]
      results[index] = training.rankings(
        direction, collection.references(from: direction.source, to: direction.target, part: 1), limit: 6000)
    }
    var rankings: [String: DirectionTraining.Rankings] = [:]
    for (direction, result) in zip(draft.directions, results) {
      rankings[direction.source + direction.target] = result
    }
    NameTrainingTool.log("rankings after \(clock.now - start)")
    let plans = LanguageData.trained.map { collection.plan($0, isShipped: true, excluding: { _ in false }) }
    let image = training.image(plans, signed: collection.signedSpellings()) {
      rankings[$0 + $1] ?? DirectionTraining.noRankings
    }
    let model = try NameModel(bytes: image)
    try NameData.write(image, to: output)
    NameTrainingTool.log("\(image.count) bytes, checksum \(model.checksum), after \(clock.now - start)")
  }
}
