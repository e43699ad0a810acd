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
        let rows = try LexiconFile.readSources(sources)
        let image = try LexiconCompiler.compile(rows)
        try OutputFile.write(image, to: output)
        StandardError.write("\(rows.count) rows, \(image.count) bytes -> \(output)")
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

    @Option(help: ArgumentHelp("Also prove that the sources give exactly this image.", valueName: "file"))
    var image: String?

    func run() throws {
      try startOrExit {
        let rows = try LexiconFile.readSources(sources)
        let findings = try LexiconCheck.check(rows)
        for finding in findings where finding.isError || !errorsOnly {
          print((finding.isError ? "error: " : "notice: ") + finding.description)
        }
        var errors = findings.count(where: \.isError)
        if let image {
          let expected = try LexiconFile.inMemory(LexiconCompiler.compile(rows))
          if try LexiconFile.open(image).checksum != expected.checksum {
            print("error: \(image) is not what the sources give: compile it again")
            errors += 1
          }
        }
        print("\(rows.count) rows, \(errors) errors, \(findings.count - findings.count(where: \.isError)) notices")
        if errors > 0 { throw ExitCode(1) }
      }
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

    @Argument(help: "An id or a name.")
    var names: [String]

    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
      try startOrExit {
        let lexicon = try lexicons.load()
        let lookup = try LexiconLookup(lexicon)
        var missing = 0
        for name in names {
          let rows = lexicon.row(id: name).map { [$0] } ?? []
          let found = try rows.isEmpty ? lookup.rows(named: name) : rows
          if found.isEmpty {
            StandardError.write("naqhara: no entry for “\(name)”")
            missing += 1
          }
          for row in found {
            print("\(row.id)\t\(row.lexiconClass.label)\t\(row.source)")
            var languages: [String] = []
            for name in row.names where !languages.contains(name.language) { languages.append(name.language) }
            for language in languages {
              let names = row.names.filter { $0.language == language }.map { ($0.needsContext ? "~" : "") + $0.text }
              print("  \(language)\t\(names.joined(separator: " | "))")
            }
          }
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

  func load() throws -> EntityLexicon { try EntityLexicon.builtIn().adding(files.map(LexiconFile.open)) }
}
