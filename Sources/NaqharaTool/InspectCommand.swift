import ArgumentParser
import Naqhara

/// `naqhara inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what each stage makes of a text.",
    discussion: """
      EXAMPLES:
        naqhara inspect --text 'ولبيرنز'
        naqhara inspect note.txt
      """)

  @Argument(help: "A text; - or nothing for standard input.")
  var file: String = "-"

  @Option(help: ArgumentHelp("Inspect this text instead of a file.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("The normalization that is shown.", valueName: "profile"))
  var profile = ProfileArgument(profile: .search)

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    try startOrExit {
      let bytes = try text.map { Array($0.utf8) } ?? InputFile.readAll(file)
      let document = try Document(id: file, bytes: bytes)
      var annotations = Annotations()
      let stages: [any Stage] =
        [TextNormalization(profile.profile)] + (try Recognizer.stages(lexicon: lexicons.load()))
      for stage in stages {
        try stage.makeWorker().process(document, &annotations)
        print("== \(stage.name)")
        Inspection.show(stage, document, annotations)
      }
    }
  }
}

/// Prints what a stage has added.
private enum Inspection {
  static func show(_ stage: any Stage, _ document: Document, _ annotations: Annotations) {
    switch stage {
    case is TextNormalization:
      guard let normalized = annotations.normalized else { return }
      print(normalized.string)
      for run in normalized.alignment.changes {
        let target = String(decoding: normalized.bytes[run.target.lowerBound..<run.target.upperBound], as: UTF8.self)
        print("\(run.source)\t\(quoted(document.text(at: run.source)))\t->\t\(run.target)\t\(quoted(target))")
      }
    case is WordSegmentation:
      for token in annotations.tokens {
        print("\(token.range)\t\(token.kind)\tafter \(token.gap)\t\(document.text(at: token.range))")
      }
    case is SentenceSegmentation:
      for sentence in annotations.sentences { print("\(sentence)\t\(quoted(document.text(at: sentence)))") }
    case is TokenNormalization:
      for token in annotations.tokens {
        let key = String(decoding: annotations.keys[token.keyRange], as: UTF8.self)
        print("\(token.range)\t\(document.text(at: token.range))\t->\t\(key)")
      }
    default:
      for entity in annotations.entities {
        let fields = [
          "\(entity.range)", entity.type.label, quoted(document.text(at: entity.range)), entity.name ?? "-",
          entity.id ?? "-",
          entity.evidence.rawValue, entity.proclitics.isEmpty ? "" : "after \(entity.proclitics)",
        ]
        print(fields.joined(separator: "\t"))
      }
    }
  }

  /// Invisible characters escaped, so that a terminal shows what is there.
  private static func quoted(_ text: String) -> String {
    var result = "“"
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "”"
  }
}
