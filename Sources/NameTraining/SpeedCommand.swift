import ArgumentParser
import NameTransliteration

/// How many words a second a model writes.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "Measures how many words a second a model writes, one thread, five spellings each.")

  @Argument(help: "The image of the models.") var model: String
  @Argument(help: "Words, one a line; what stands behind a tab is left out.") var words: String
  @Option(help: "The language of the words.") var from: String = "ar"
  @Option(help: "The language to write them in.") var to: String = "en"
  @Option(help: "Only this effort: fast or accurate.") var effort: String?

  func run() throws {
    let model = try NameModel(bytes: NameData.bytes(self.model))
    guard let direction = model.direction(from: from, to: to) else {
      throw ValidationError("the model has no direction from \(from) to \(to)")
    }
    let words = NameData.lines(words).compactMap { line in
      direction.sourceAlphabet.letters(
        NameFolding.source(String(line.prefix { $0 != "\t" }), language: from))
    }
    for effort in NameTransliteration.Effort.allCases where self.effort.map({ $0 == effort.rawValue }) ?? true {
      let transliterator = WordTransliterator(direction, effort: effort)
      let clock = ContinuousClock()
      var rates: [Double] = []
      var count = 0
      for _ in 0..<5 {
        let start = clock.now
        for word in words { count += transliterator.spellings(of: word, limit: 5).count }
        let time = (clock.now - start).components
        rates.append(Double(words.count) / (Double(time.seconds) + Double(time.attoseconds) * 1e-18))
      }
      rates.sort()
      print("\(effort.rawValue): \(Int(rates[2])) words/s (median of 5), \(words.count) words, \(count / 5) spellings")
    }
    withExtendedLifetime(model) {}
  }
}
