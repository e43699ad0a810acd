import ArgumentParser
import Naqhara

/// `naqhara lexicon`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compiles, checks and looks into lexicons.",
    discussion: """
      EXAMPLES:
        naqhara lexicon compile people.tsv companies.tsv -o mine.image
        naqhara lexicon check people.tsv
        naqhara lexicon inspect mine.image
        naqhara lexicon lookup 'وليام بيرنز'
        naqhara lexicon lookup org.nato
      """,
    subcommands: [Compile.self, LexiconImportCommand.self, Check.self, Inspect.self, Lookup.self]
  )

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes one image of sources; the same sources give the same bytes.")

    @Argument(help: "Sources, tab-separated; where rows share a name, the first is the better reading.")
    var sources: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the image.", valueName: "file"))
    var output: String

    func run() throws {
      try startOrExit {
        let (image, rowCount) = try LexiconFile.compile(sources)
        try OutputFile.write(image, to: output)
        StandardError.write("\(rowCount) rows, \(image.count) bytes -> \(output)")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reports what is wrong with sources; exit status 1 if anything is.")

    @Argument(help: "Sources, tab-separated, as they are to be compiled together.")
    var sources: [String]

    @Flag(help: "Report only what is wrong, not what is only to be looked at.")
    var errorsOnly = false

    @Flag(
      inversion: .prefixedNo,
      help: "Compare the English and Arabic names of people and places, which takes most of the time.")
    var agreement = true

    @Option(help: ArgumentHelp("Also prove that the sources give exactly this image.", valueName: "file"))
    var image: String?

    func run() throws {
      try startOrExit {
        let read = try LexiconFile.readSources(sources)
        for failure in read.failures { print("error: \(failure)") }
        let findings = try makeCheck().findings(in: read.rows)
        for finding in findings where finding.isError || !errorsOnly {
          print((finding.isError ? "error: " : "notice: ") + finding.description)
        }
        let notices = findings.count { !$0.isError }
        var errors = read.failures.count + findings.count - notices
        if let image, errors == 0 {
          let expected = try LexiconFile.inMemory(LexiconCompiler.compile(read.rows))
          if try LexiconFile.open(image).checksum != expected.checksum {
            print("error: \(image) is not what the sources give: compile it again")
            errors += 1
          }
        }
        print("\(read.rows.count) rows, \(errors) errors, \(notices) notices")
        if errors > 0 { throw ExitCode(1) }
      }
    }

    /// How likely an English and an Arabic name must be the same to count as spelled after one another. Among the rows that
    /// were written by hand, two names of one person are below it in one of a hundred, and those are translated.
    private static let leastAgreement: Float = 0.1

    private func makeCheck() throws -> LexiconCheck {
      var check = LexiconCheck()
      // The built-in words count too, unless they are what is being made anew.
      check.words = image == nil ? try? EntityLexicon.builtIn() : nil
      guard agreement else { return check }
      let similarity = try NameTransliteration().makeSimilarity()
      check.agree = { similarity.similarity($0, $1) >= Self.leastAgreement }
      return check
    }
  }

  struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what an image holds; without a file, the built-in one.")

    @Argument(help: "An image or a source.")
    var file: String?

    func run() throws {
      try startOrExit {
        let image = try file.map(LexiconFile.open) ?? EntityLexicon.builtInImage(verifyingChecksum: true)
        try image.verify()
        var counts: [String: Int] = [:]
        var sources: [String: Int] = [:]
        for entity in 0..<image.entityCount {
          counts[image.lexiconClass(of: entity).label, default: 0] += 1
          sources[image.row(of: entity).source, default: 0] += 1
        }
        print("checksum  \(VersionReport.hexadecimal(image.checksum))")
        print("rows      \(image.entityCount)")
        print("names     \(image.nameCount)")
        print("words     \(image.wordCount)")
        for (label, count) in counts.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
          print("  \(label)\t\(count)")
        }
        print("sources")
        for (label, count) in sources.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
          print("  \(label)\t\(count)")
        }
      }
    }
  }

  struct Lookup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints the rows of an id or a name, in any spelling that the lookup folds; exit status 1 if there is none.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

    @Argument(help: "An id or a name.")
    var names: [String]

    @Option(help: ArgumentHelp("text, or jsonl: an object a row.", valueName: "format"))
    var format: Format = .text

    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
      try startOrExit {
        let lookup = try LexiconLookup(try lexicons.load())
        var missing = 0
        for name in names {
          let rows = try lookup.rows(for: name)
          if rows.isEmpty {
            StandardError.write("naqhara: no entry for “\(name)”")
            missing += 1
          }
          for row in rows { print(format == .text ? LexiconRowText.text(of: row) : LexiconRowText.json(of: row)) }
        }
        if missing > 0 { throw ExitCode(1) }
      }
    }
  }
}

/// `--lexicon`, for every command that recognizes names.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "Your own entries, a source (.tsv) or an image; they come before the built-in ones. May be repeated.",
      valueName: "file"))
  var files: [String] = []

  @Flag(help: "Ask only the lexicons of --lexicon, not the built-in one.")
  var onlyLexicons = false

  func validate() throws {
    guard !onlyLexicons || !files.isEmpty else { throw ValidationError("--only-lexicons needs a --lexicon") }
  }

  func load() throws -> EntityLexicon {
    let own = try files.map(LexiconFile.open)
    return onlyLexicons ? EntityLexicon(images: own) : try EntityLexicon.builtIn().adding(own)
  }
}
