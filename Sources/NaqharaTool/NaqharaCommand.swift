import ArgumentParser

/// The command `naqhara`.
@main
struct NaqharaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "naqhara",
    abstract: "Finds the names in Arabic and other text and writes them in English.",
    discussion: """
      EXAMPLES:
        naqhara tag article.txt
        naqhara tag --format html article.txt -o article.html
        zcat crawl.jsonl.gz | naqhara tag --input jsonl --format jsonl > tagged.jsonl
        printf 'بيرنز\\n' | naqhara transliterate
        naqhara match 'قاسم سليماني' 'Kassem Suleimani'
        naqhara normalize --profile search names.txt
        naqhara segment --unit sentence article.txt
        naqhara lexicon lookup NATO
      """,
    version: VersionReport.text,
    subcommands: [
      TagCommand.self, TransliterateCommand.self, MatchCommand.self, NormalizeCommand.self, SegmentCommand.self,
      InspectCommand.self, LexiconCommand.self, BenchCommand.self,
    ]
  )
}
