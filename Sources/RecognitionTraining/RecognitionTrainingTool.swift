import ArgumentParser

/// Makes and measures the models of recognition: `make train-ner`, `make eval-ner`.
@main
struct RecognitionTrainingTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognition-training", abstract: "Makes and measures the models that recognize names in text.",
    subcommands: [TrainCommand.self, EvaluateCommand.self])
}
