import ArgumentParser
import Glibc
import Naqhara

/// `naqhara transliterate`.
struct TransliterateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Writes names in English, one answer line for each line.",
    discussion: """
      A name that the lexicon knows as a whole gets its usual English form; any other is written part by part. With --scheme, texts are \
      written letter by letter, as a published table has it; what the table does not have stays.

      EXAMPLES:
        printf 'بيرنز\\nناريشكين\\n' | naqhara transliterate
        naqhara transliterate --top 5 --format jsonl names.txt
        naqhara transliterate --style maghreb --titles drop names.txt
        naqhara transliterate --to ar names.txt
        naqhara transliterate --scheme ala-lc --capitals titles.txt
        echo mHmd | naqhara transliterate --scheme buckwalter --to ar
        naqhara transliterate --list
      """)

  enum Origin: String, ExpressibleByArgument, CaseIterable { case all, model, unseen, rules }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var lexicons: LexiconOptions

  @Option(help: ArgumentHelp("The language of the names; by default told by their letters.", valueName: "language"))
  var from: NameLanguage?

  @Option(
    help: ArgumentHelp(
      "The language to write them in: en, ar, ru or he; with --scheme, the language to which romanized text is brought back.",
      valueName: "language"))
  var to: NameLanguage = .english

  @Option(
    help: ArgumentHelp(
      "Write by a published romanization, such as ala-lc or ru-iso-9; --list shows all.", valueName: "name"))
  var scheme: String?

  @Flag(help: "With --scheme: begin every word with a capital where the writing of the text has none.")
  var capitals = false

  @Flag(help: "List the romanizations, their languages and sources, and read nothing.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "The region whose habits Arabic and Persian names follow: Jamal, Gamal, Djamel. A name that the lexicon knows keeps its usual form.",
      valueName: "region"))
  var style: NameStyle = .press

  @Option(
    help: ArgumentHelp(
      "The Arabic article: al-Sisi, el-Sisi, Alsisi or as-Sisi; by default as the region has it.", valueName: "form"))
  var article: NameArticle?

  @Option(
    help: ArgumentHelp(
      "What may be asked: all; model (no whole names of the lexicon); unseen (the model as if it knew nothing by heart); rules.",
      valueName: "what"))
  var origin: Origin = .all

  @Option(
    help: ArgumentHelp(
      "How much is done for a name that is not known by heart; by default accurate on a terminal, else fast.",
      valueName: "effort"))
  var effort: NameTransliteration.Effort?

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
    if let scheme {
      guard top == 1 else { throw ValidationError("--scheme gives one spelling, so --top cannot be more than 1") }
      _ = try SchemeChoice(named: scheme, from: from, to: to)
    } else {
      guard NameTransliteration.Target(rawValue: to.rawValue) != nil else {
        throw ValidationError("--to takes en, ar, ru or he without --scheme")
      }
      guard !capitals else { throw ValidationError("--capitals belongs to --scheme") }
    }
  }

  private func settings(to target: NameTransliteration.Target) -> NameTransliteration {
    var settings = NameTransliteration(
      from: from, to: target, effort: effort ?? (isatty(STDOUT_FILENO) == 1 ? .accurate : .fast))
    settings.style = style
    settings.article = article
    settings.titles = titles
    switch origin {
    case .all, .model: break
    case .unseen: settings.dictionary = nil
    case .rules:
      settings.dictionary = nil
      settings.model = nil
    }
    return settings
  }

  func run() async throws {
    try await startOrExit {
      if list {
        print(SchemeChoice.list)
      } else if let scheme {
        try await romanize(SchemeChoice(named: scheme, from: from, to: to))
      } else {
        try await spell(NameTransliteration.Target(rawValue: to.rawValue) ?? .english)
      }
    }
  }

  /// Writes names as readers expect them.
  private func spell(_ target: NameTransliteration.Target) async throws {
    let settings = settings(to: target)
    let lexicon = origin == .all ? try lexicons.load() : nil
    let (top, format) = (top, format)
    try await job().run {
      let speller = NameSpeller(
        names: try lexicon.map { try LexiconLookup($0) }, parts: try settings.makeTransliterator(), target: target)
      return { _, document, out in
        let name = document.text
        let candidates = try speller.candidates(for: name, limit: top)
        switch format {
        case .text: Self.append(candidates.map(\.text).joined(separator: "\t"), to: &out)
        case .jsonl: JSONLine.append(name, candidates, to: &out)
        }
        out.append(0x0A)
      }
    }
  }

  /// Writes texts by a published table, or brings them back.
  private func romanize(_ choice: SchemeChoice) async throws {
    let (format, capitals) = (format, capitals)
    try await job().run {
      let writer = try choice.makeWriter(capitals: capitals)
      return { _, document, out in
        if format == .text, let line = document.bytes.withUnsafeBufferPointer(writer.answerByTable) {
          Self.append(line, to: &out)
          out.append(0x0A)
          return
        }
        let source = document.text
        let answer = try writer.answer(source)
        switch format {
        case .text: Self.append(answer.text, to: &out)
        case .jsonl: JSONLine.append(source, answer, to: &out)
        }
        out.append(0x0A)
      }
    }
  }

  private func job() throws -> RecordJob {
    var job = RecordJob(
      input: input, inputOptions: input.options(default: .lines), output: output,
      sink: try output.makeSink())
    // A record that failed has its line too, so that line n always answers record n.
    job.placeholder = Array((format == .text ? "\n" : "{\"source\":null,\"candidates\":[]}\n").utf8)
    return job
  }

  /// Appends an answer as one line: a name from JSON may have line breaks.
  private static func append(_ line: String, to out: inout [UInt8]) { append(Array(line.utf8), to: &out) }

  private static func append(_ line: [UInt8], to out: inout [UInt8]) {
    let start = out.count
    out += line
    for index in start..<out.count where out[index] == 0x0A || out[index] == 0x0D { out[index] = 0x20 }
  }

  private enum JSONLine {
    static func append(_ source: String, _ answer: SchemeWriter.Answer, to out: inout [UInt8]) {
      out += Array("{\"source\":".utf8)
      JSONWriter.append(source, to: &out)
      out += Array(",\"candidates\":[{\"text\":".utf8)
      JSONWriter.append(answer.text, to: &out)
      out += Array(",\"score\":1,\"origin\":\"scheme\"}],\"scheme\":\"\(answer.scheme)\"".utf8)
      if let vowels = answer.vowels { out += Array(",\"vowels\":\"\(vowels.rawValue)\"".utf8) }
      out.append(UInt8(ascii: "}"))
    }

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
