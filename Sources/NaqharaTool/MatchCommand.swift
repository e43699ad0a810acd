import ArgumentParser
import Naqhara

/// `naqhara match`.
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Says how likely spellings in any scripts are the same name.",
    discussion: """
      Two names give their probability, more give a line for each pair. Without names, lines of two names with a tab between \
      them are read; with --key, lines of one name.

      EXAMPLES:
        naqhara match 'قاسم سليماني' 'Kassem Suleimani'
        naqhara match --format jsonl 'Muammar Gaddafi' 'معمر القذافي' 'Каддафи'
        naqhara match --key 'Касем Сулеймани' 'Qasem Soleimani'
        naqhara match --pairs pairs.tsv > matched.tsv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Argument(help: "The names; without any, lines are read.")
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read lines from this file, plain, gzip, bzip2 or zstd, and not from standard input. May be repeated.",
      valueName: "file"))
  var pairs: [String] = []

  @Flag(help: "Print the search keys of the names, which most spellings of a name share.")
  var key = false

  @OptionGroup var output: OutputArguments

  @Option(help: ArgumentHelp("text, with tabs between, or jsonl.", valueName: "format"))
  var format: Format = .text

  func validate() throws {
    guard names.isEmpty || pairs.isEmpty else { throw ValidationError("either names or --pairs") }
    guard names.count != 1 || key else { throw ValidationError("two names or more are compared") }
  }

  func run() async throws {
    try await startOrExit {
      if names.isEmpty { try await readLines() } else { try writeNames() }
    }
  }

  private func writeNames() throws {
    let sink = try OutputSink(path: output.output)
    var out: [UInt8] = []
    if key {
      let keys = try NameTransliteration().makeSearchKey()
      for name in names { Self.append(key: keys.key(for: name), of: name, format, to: &out) }
    } else {
      let similarity = try NameTransliteration().makeSimilarity()
      for (index, first) in names.enumerated() {
        for second in names[(index + 1)...] {
          let isOnly = names.count == 2
          Self.append(similarity.similarity(first, second), of: first, second, isOnly: isOnly, format, to: &out)
        }
      }
    }
    do {
      OutputSink.ignoreBrokenPipeSignal()
      try sink.write(out)
      try sink.finish()
    } catch OutputFailure.closed {
      sink.discard()
    }
  }

  private func readLines() async throws {
    let input = try InputArguments.parse(["--"] + pairs)
    let (key, format) = (key, format)
    var job = RecordJob(
      input: input, inputOptions: input.options(default: .lines), output: output,
      sink: try output.makeSink())
    // Line n answers line n, whatever it was.
    job.placeholder = Array((format == .text ? "\n" : "null\n").utf8)
    try await job.run {
      let settings = NameTransliteration()
      if key {
        let keys = try settings.makeSearchKey()
        return { _, document, out in
          Self.append(key: keys.key(for: document.text), of: document.text, format, to: &out)
        }
      }
      let similarity = try settings.makeSimilarity()
      return { _, document, out in
        let cells = document.text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
          String($0)
        }
        guard cells.count == 2 else { throw CleanMessage("not two names with a tab between them") }
        Self.append(
          similarity.similarity(cells[0], cells[1]), of: cells[0], cells[1], isOnly: false, format, to: &out)
      }
    }
  }

  /// - Parameter isOnly: whether the names need not be told in text.
  private static func append(
    _ probability: Float, of first: String, _ second: String, isOnly: Bool, _ format: Format, to out: inout [UInt8]
  ) {
    // Further digits would say what nobody knows.
    let rounded = (Double(probability) * 1000).rounded() / 1000
    switch format {
    case .text:
      if !isOnly { for name in [first, second] { out += cell(name) + [0x09] } }
      JSONWriter.append(rounded, to: &out)
    case .jsonl:
      out += Array("{\"first\":".utf8)
      JSONWriter.append(first, to: &out)
      out += Array(",\"second\":".utf8)
      JSONWriter.append(second, to: &out)
      out += Array(",\"probability\":".utf8)
      JSONWriter.append(rounded, to: &out)
      out.append(UInt8(ascii: "}"))
    }
    out.append(0x0A)
  }

  private static func append(key: String, of name: String, _ format: Format, to out: inout [UInt8]) {
    switch format {
    case .text: out += Array(key.utf8)
    case .jsonl:
      out += Array("{\"name\":".utf8)
      JSONWriter.append(name, to: &out)
      out += Array(",\"key\":".utf8)
      JSONWriter.append(key, to: &out)
      out.append(UInt8(ascii: "}"))
    }
    out.append(0x0A)
  }

  /// A name without what would end its cell.
  private static func cell(_ name: String) -> [UInt8] { name.utf8.map { (0x09...0x0D).contains($0) ? 0x20 : $0 } }
}
