import ArgumentParser
import Naqhara

/// `naqhara lexicon import`.
struct LexiconImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a lexicon source of what others publish: GeoNames, Wikidata, JRC-Names …",
    discussion: """
      The source (.tsv) goes to 'naqhara lexicon compile', or as it is to 'naqhara tag --lexicon'. Files may be packed by \
      gzip, bzip2 or zstd. What is left out is reported; bad records are told with their place, and the exit status is 1 then.

      EXAMPLES:
        naqhara lexicon import geonames EG.txt alternateNamesV2.txt -o egypt.tsv
        naqhara lexicon import wikidata latest-all.json.bz2 -o wikidata.tsv
        naqhara lexicon import jrc-names entities.gz -o jrc.tsv
        naqhara lexicon import opensanctions targets.simple.csv -o sanctions.tsv
        naqhara lexicon import csv banks.csv --columns en=name,ar=arabic > banks.tsv
        naqhara lexicon compile egypt.tsv banks.tsv -o mine.image
        naqhara tag --lexicon mine.image report.txt
      """,
    subcommands: [GeoNames.self, Wikidata.self, JRCNames.self, OpenSanctions.self, CSV.self]
  )

  struct GeoNames: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "geonames",
      abstract: "Places of GeoNames, with their names in other languages.",
      discussion: """
        Classes A and P (countries, regions, towns) become GPE; T, H, L, V, U (mountains, waters, parks …) LOC; S and R \
        (buildings, roads) FAC. Preferred names come first; colloquial and historical ones are left out.

        EXAMPLES:
          naqhara lexicon import geonames EG.txt alternateNamesV2.txt -o egypt.tsv
          naqhara lexicon import geonames EG.txt --min-population 5000
        """)

    @Argument(help: "The table of places: allCountries.txt, cities15000.txt, EG.txt …; - for standard input.")
    var places: String

    @Argument(help: "The table of their names, alternateNamesV2.txt; without it only few names are not Latin.")
    var names: String?

    @Option(help: ArgumentHelp("Leave out countries, regions and towns of fewer inhabitants.", valueName: "number"))
    var minPopulation: Int = 0

    @Option(
      help: ArgumentHelp(
        "The classes of features to take, of A, P, T, H, L, V, U, S and R.", valueName: "list"))
    var featureClasses: String = "A,P,T,H,L,V,U"

    @OptionGroup var languages: ImportLanguages
    @OptionGroup var arguments: ImportArguments

    func validate() throws {
      guard minPopulation >= 0 else { throw ValidationError("--min-population takes 0 or more") }
      _ = try selection()
    }

    private func selection() throws -> GeoNamesOptions {
      var selection = GeoNamesOptions()
      selection.minimumPopulation = minPopulation
      selection.featureClasses = []
      for part in featureClasses.split(separator: ",") {
        let letter = Character(part.uppercased().count == 1 ? part.uppercased() : "?")
        guard GeoNamesOptions.allFeatureClasses.contains(letter) else {
          throw ValidationError("“\(part)” is no feature class of GeoNames")
        }
        selection.featureClasses.insert(letter)
      }
      return selection
    }

    func run() throws {
      try startOrExit {
        let options = arguments.options(languages: languages.list)
        try arguments.run(kind: "geonames") {
          try GeoNamesReader(path: places, alternateNamesPath: names, selection: try selection(), options: options)
        }
      }
    }
  }

  struct Wikidata: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "wikidata",
      abstract: "Items of a JSON dump of Wikidata, which is streamed.",
      discussion: """
        An item's type is told by the classes it is an instance of (P31), by a table of about 140 classes. The tree of \
        subclasses is not known; name finer classes by --classes.

        EXAMPLES:
          naqhara lexicon import wikidata latest-all.json.bz2 -o wikidata.tsv
          naqhara lexicon import wikidata - --types PERSON < dump.json.gz > people.tsv
          naqhara lexicon import wikidata dump.json --classes Q42744322=GPE,Q12136=EVENT
        """)

    @Argument(help: "The dump, latest-all.json; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("Further classes, and those that are to have another type.", valueName: "Q…=TYPE,…"))
    var classes: String?

    @OptionGroup var languages: ImportLanguages
    @OptionGroup var arguments: ImportArguments

    func validate() throws { _ = try wikidataClasses() }

    private func wikidataClasses() throws -> WikidataClasses {
      var result = WikidataClasses()
      for part in (classes ?? "").split(separator: ",") {
        guard let addition = WikidataClasses.addition(String(part)) else {
          throw ValidationError("“\(part)” does not say which class is which type, as Q12136=EVENT does")
        }
        result.additions[addition.item] = addition.type
      }
      return result
    }

    func run() throws {
      try startOrExit {
        let options = arguments.options(languages: languages.list)
        try arguments.run(kind: "wikidata") {
          try WikidataReader(path: file, classes: try wikidataClasses(), options: options)
        }
      }
    }
  }

  struct JRCNames: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "jrc-names",
      abstract: "People and organizations of JRC-Names, with the spellings of the press.",
      discussion: """
        EXAMPLES:
          naqhara lexicon import jrc-names entities.gz -o jrc.tsv
        """)

    @Argument(help: "The file entities; - for standard input.")
    var file: String

    @OptionGroup var languages: ImportLanguages
    @OptionGroup var arguments: ImportArguments

    func run() throws {
      try startOrExit {
        let options = arguments.options(languages: languages.list)
        try arguments.run(kind: "jrc-names") { try JRCNamesReader(path: file, options: options) }
      }
    }
  }

  struct OpenSanctions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "opensanctions",
      abstract: "People, companies, ships … of OpenSanctions, or any entities of FollowTheMoney.",
      discussion: """
        EXAMPLES:
          naqhara lexicon import opensanctions targets.simple.csv -o sanctions.tsv
          naqhara lexicon import opensanctions entities.ftm.json --types ORG
        """)

    @Argument(help: "targets.simple.csv or entities.ftm.json; - for standard input.")
    var file: String

    @OptionGroup var languages: ImportLanguages
    @OptionGroup var arguments: ImportArguments

    func run() throws {
      try startOrExit {
        let options = arguments.options(languages: languages.list)
        try arguments.run(kind: "opensanctions") { try OpenSanctionsReader(path: file, options: options) }
      }
    }
  }

  struct CSV: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv",
      abstract: "A table of your own, comma-separated, tab-separated or otherwise.",
      discussion: """
        --columns says which column holds the id, the type and the names in each language. Columns go by the names in the \
        header, or by their numbers from 1. A row must have a name in Latin letters.

        EXAMPLES:
          naqhara lexicon import csv banks.csv --columns en=name,ar=arabic > banks.tsv
          naqhara lexicon import csv staff.tsv --no-header --columns ar=1,en=2
        """)

    @Argument(help: "The table; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("id=…,type=…,en=…,ar=… and so on; only names are a must.", valueName: "key=column,…"))
    var columns: String

    @Option(help: ArgumentHelp("The type of rows whose type no column tells.", valueName: "type"))
    var type = TypeArgument(.organization)

    @Option(
      help: ArgumentHelp("What stands between columns; by default told by the first line.", valueName: "character"))
    var delimiter: SeparatorArgument?

    @Option(help: ArgumentHelp("What stands between several names in a cell.", valueName: "character"))
    var separator: SeparatorArgument = SeparatorArgument(byte: UInt8(ascii: "|"))

    @Flag(help: "The first line names no columns.")
    var noHeader = false

    @OptionGroup var arguments: ImportArguments

    func validate() throws { _ = try format() }

    private func format() throws -> TableReader.Format {
      guard let map = ColumnMap(columns) else {
        throw ValidationError("--columns takes something like id=code,en=name,ar=arabic")
      }
      var format = TableReader.Format(columns: map)
      format.type = type.type
      format.delimiter = delimiter?.byte
      format.nameSeparator = separator.byte
      format.hasHeader = !noHeader
      return format
    }

    func run() throws {
      try startOrExit {
        let options = arguments.options(languages: [])
        try arguments.run(kind: "csv") { try TableReader(path: file, format: try format(), options: options) }
      }
    }
  }
}
