import ArgumentParser
import Glibc
import Naqhara

/// What all kinds of `naqhara lexicon import` have in common.
struct ImportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file, which appears when it is whole.", valueName: "file"))
  var output: String = OutputSink.standardOutputName

  @Option(help: ArgumentHelp("Take only entities of these types: PERSON,ORG,GPE …", valueName: "list"))
  var types: TypeList?

  @Option(help: ArgumentHelp("Take so many entities at most.", valueName: "number"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "What stands before every id, with a full stop between; by default the kind's name.", valueName: "prefix"))
  var idPrefix: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func options(languages: [String]) -> LexiconImportOptions {
    var options = LexiconImportOptions()
    options.types = types?.types
    options.languages = languages
    options.idPrefix = idPrefix
    options.limit = limit
    return options
  }

  /// Reads everything and writes it; a reader of the output that goes away ends it quietly.
  ///
  /// - Throws: `ExitCode(1)` where records were bad; what keeps the import from being done at all.
  func run(kind: String, _ makeReader: () throws -> any LexiconImportReader) throws {
    OutputSink.ignoreBrokenPipeSignal()
    let reader = try makeReader()
    let sink = try OutputSink(path: output)
    let writer = LexiconSourceWriter(languages: reader.languages)
    var report = LexiconImportReport()
    var progress = ProgressLine(isShown: !quiet)
    do {
      var out: [UInt8] = []
      writer.appendHeader(comment: "Made by naqhara lexicon import \(kind).", to: &out)
      while let rows = try reader.nextRows(&report) {
        for row in rows { try writer.append(row, to: &out) }
        try sink.write(out)
        out.removeAll(keepingCapacity: true)
        progress.show { ImportProgress.line(report, fractionRead: reader.fractionRead, after: $0) }
      }
      try sink.write(out)
      try sink.finish()
      progress.clear()
    } catch OutputFailure.closed {
      progress.clear()
      return sink.discard()
    } catch {
      progress.clear()
      throw error
    }
    for failure in report.failures { StandardError.write("naqhara: error: \(failure)") }
    if report.failureCount > 0 {
      StandardError.write("naqhara: \(report.failureCount) record\(report.failureCount == 1 ? "" : "s") failed")
    }
    if !quiet { ImportProgress.summary(of: report).forEach(StandardError.write) }
    if report.failureCount > 0 { throw ExitCode(1) }
  }
}

/// `--languages`, for what does not name its languages by columns.
struct ImportLanguages: ParsableArguments {
  @Option(help: ArgumentHelp("Take names in these languages, and always in English.", valueName: "list"))
  var languages: String = LexiconImportOptions.standardLanguages.joined(separator: ",")

  var list: [String] { languages.split(separator: ",").map(String.init) }

  func validate() throws {
    for language in list where !LexiconSourceWriter.canWrite(language: language) {
      throw ValidationError("“\(language)” is no code of a language")
    }
    guard list.count <= 100 else { throw ValidationError("--languages takes at most 100") }
  }
}

/// Types of entities, with commas between.
struct TypeList: ExpressibleByArgument {
  let types: Set<EntityType>

  init?(argument: String) {
    let parts = argument.split(separator: ",")
    let types = parts.compactMap { EntityType(label: $0.uppercased()) }
    guard !parts.isEmpty, types.count == parts.count else { return nil }
    self.types = Set(types)
  }
}

/// One type of entities, by its label in any case.
struct TypeArgument: ExpressibleByArgument {
  let type: EntityType

  init(_ type: EntityType) { self.type = type }

  init?(argument: String) {
    guard let type = EntityType(label: argument.uppercased()) else { return nil }
    self.type = type
  }

  var defaultValueDescription: String { type.label }
}

/// One ASCII character, or `tab`.
struct SeparatorArgument: ExpressibleByArgument {
  let byte: UInt8

  init(byte: UInt8) { self.byte = byte }

  init?(argument: String) {
    if argument == "tab" || argument == "\\t" {
      byte = 0x09
      return
    }
    guard argument.utf8.count == 1, let byte = argument.utf8.first, byte == 0x09 || 0x20...0x7E ~= byte, byte != 0x22
    else { return nil }
    self.byte = byte
  }

  var defaultValueDescription: String { byte == 0x09 ? "tab" : String(Unicode.Scalar(byte)) }
}
