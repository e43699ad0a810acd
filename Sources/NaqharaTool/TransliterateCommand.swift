import ArgumentParser
import Naqhara

/// `naqhara transliterate`.
struct TransliterateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Writes names in English, one answer line for each line.",
    discussion: """
      A name that the lexicon knows as a whole gets its usual English form; any other is written part by part.

      EXAMPLES:
        printf 'بيرنز\\nناريشكين\\n' | naqhara transliterate
        naqhara transliterate --top 5 --format jsonl names.txt
        naqhara transliterate --style maghreb --titles drop names.txt
        naqhara transliterate --to ar names.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var lexicons: LexiconOptions

  @Option(help: ArgumentHelp("The language of the names; by default told by their letters.", valueName: "language"))
  var from: NameLanguage?

  @Option(help: ArgumentHelp("The language to write them in.", valueName: "language"))
  var to: NameTransliteration.Target = .english

  @Option(
    help: ArgumentHelp(
      "The region whose habits Arabic and Persian names follow: Jamal, Gamal, Djamel. A name that the lexicon knows keeps its usual form.",
      valueName: "region"))
  var style: NameStyle = .press

  @Option(
    help: ArgumentHelp(
      "The Arabic article: al-Sisi, el-Sisi, Alsisi or as-Sisi; by default as the region has it.", valueName: "form"))
  var article: NameArticle?

  @Option(help: ArgumentHelp("What becomes of titles before names.", valueName: "what"))
  var titles: NameTitles = .keep

  @Option(
    help: ArgumentHelp(
      "How many spellings to give, the best first; in text they are separated by tabs.", valueName: "number"))
  var top = 1

  @Option(help: ArgumentHelp("text or jsonl, which also gives scores and origins.", valueName: "format"))
  var format: Format = .text

  func validate() throws {
    guard (1...64).contains(top) else { throw ValidationError("--top takes 1 to 64") }
  }

  private var settings: NameTransliteration {
    var settings = NameTransliteration(from: from, to: to)
    settings.style = style
    settings.article = article
    settings.titles = titles
    return settings
  }

  func run() async throws {
    try await startOrExit {
      let settings = settings
      let lexicon = try lexicons.load()
      let (top, format, target) = (top, format, to)
      var job = RecordJob(
        input: input, inputOptions: input.options(default: .lines), jobs: output.jobs,
        sink: try OutputSink(path: output.output))
      // A record that failed has its line too, so that line n always answers record n.
      job.placeholder = Array((format == .text ? "\n" : "{\"source\":null,\"candidates\":[]}\n").utf8)
      try await job.run {
        let speller = NameSpeller(
          names: try LexiconLookup(lexicon), parts: try settings.makeTransliterator(), target: target)
        return { _, document, out in
          let name = document.text
          let candidates = try speller.candidates(for: name, limit: top)
          switch format {
          case .text:
            // A name from JSON may have line breaks.
            let line = candidates.map(\.text).joined(separator: "\t")
            out += line.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
          case .jsonl: JSONLine.append(name, candidates, to: &out)
          }
          out.append(0x0A)
        }
      }
    }
  }

  private enum JSONLine {
    static func append(_ name: String, _ candidates: [NameCandidate], to out: inout [UInt8]) {
      out += Array("{\"source\":".utf8)
      JSONWriter.append(name, to: &out)
      out += Array(",\"candidates\":[".utf8)
      for (index, candidate) in candidates.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        out += Array("{\"text\":".utf8)
        JSONWriter.append(candidate.text, to: &out)
        out += Array(",\"score\":".utf8)
        JSONWriter.append(candidate.score, to: &out)
        out += Array(",\"origin\":\"\(candidate.origin.rawValue)\"}".utf8)
      }
      out += Array("]}".utf8)
    }
  }
}
