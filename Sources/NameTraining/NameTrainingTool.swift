import ArgumentParser
import Glibc

/// Makes and measures the models: `make train-names`, `make eval-names`.
@main
struct NameTrainingTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-training", abstract: "Makes and measures the models of names.",
    subcommands: [
      TrainCommand.self, MakeDictionary.self, EvaluateCommand.self, MatchEvaluation.self, SpeedCommand.self,
    ])

  static let log: @Sendable (String) -> Void = { text in
    _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
  }
}
