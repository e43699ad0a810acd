import ArgumentParser
import Glibc
import Naqhara

/// `naqhara tag`.
struct TagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Finds people, organizations, places, nationalities, laws … and their English names.",
    discussion: """
      EXAMPLES:
        naqhara tag article.txt
        naqhara tag --format html article.txt -o article.html
        naqhara tag --format tsv --offsets utf8 *.txt
        zcat crawl.jsonl.gz | naqhara tag --input jsonl > tagged.jsonl
        naqhara tag --lexicon my-companies.tsv report.txt
        naqhara tag --explain article.txt
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var lexicons: LexiconOptions

  @Option(
    help: ArgumentHelp(
      "jsonl, tsv, conll, brat, html, terminal (a table of the names) highlight (the text with its names) or explanation (what decided). By default terminal on a terminal, else jsonl.",
      valueName: "format"))
  var format: OutputFormat?

  @Option(help: ArgumentHelp("The unit of offsets: scalars, utf8 or utf16.", valueName: "unit"))
  var offsets: OffsetUnit = .scalars

  @Option(
    help: ArgumentHelp(
      "hybrid: trained weights decide, with the lexicons among their evidence. lexicon: the lexicons alone, faster.",
      valueName: "mode"))
  var mode: RecognitionMode = .hybrid

  @Option(
    help: ArgumentHelp(
      "The kind of text, where there are weights of its own: news or encyclopedia.", valueName: "domain"))
  var domain: TextDomain = .news

  @Flag(inversion: .prefixedNo, help: "Look for amounts, money, dates and times, too.")
  var quantities = true

  @Flag(help: "Show every mention, also within others.")
  var all = false

  @Flag(help: "Show for each mention what decided: on its own a text to read, with --format jsonl the member reasons.")
  var explain = false

  func run() async throws {
    try await startOrExit {
      var options = EntityRecognition.Options()
      options.includesOverlapping = all
      options.domain = domain
      options.explains = explain
      let pipeline = Pipeline(
        stages: try Recognizer.stages(
          lexicon: lexicons.load(), usesModel: mode == .hybrid, findsQuantities: quantities, options: options))
      let sink = try output.makeSink()
      let format = self.format ?? (explain ? .explanation : sink.isTerminal ? .terminal : .jsonl)
      var style = OutputOptions()
      style.offsets = offsets
      style.usesColor = sink.isTerminal && getenv("NO_COLOR") == nil
      style.marksBratDocuments = try format == .brat && input.paths().count > 1
      let writer = format.makeWriter(style)
      var header: [UInt8] = []
      writer.appendHeader(to: &header)
      var footer: [UInt8] = []
      writer.appendFooter(to: &footer)
      let job = RecordJob(input: input, inputOptions: input.options(), output: output, sink: sink)
      try await job.run(header: header, footer: footer) {
        let worker = try pipeline.makeWorker()
        var annotations = Annotations()
        return { record, document, out in
          annotations.removeAll()
          try worker.process(document, &annotations)
          writer.append(document, annotations, members: record.members, to: &out)
        }
      }
    }
  }
}
