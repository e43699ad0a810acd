public import TextFormats

/// What an import took, what it left out and why, and which records were bad.
public struct LexiconImportReport: Sendable {
  /// Why something was left out that is as it should be.
  public enum Reason: String, CaseIterable, Sendable {
    /// A property or lexeme of Wikidata, an address of OpenSanctions.
    case notAnEntity = "records that are no entities"
    /// Wikidata: the table of classes does not know it. The others: the same for schemas and letters.
    case unknownClass = "records of a class that has no type here"
    /// `LexiconImportOptions.types` does not name it.
    case otherType = "records of types that were not asked for"
    /// GeoNames: the feature class was not asked for.
    case otherFeatureClass = "places of feature classes that were not asked for"
    /// GeoNames: fewer inhabitants than asked for.
    case fewInhabitants = "places with fewer inhabitants than asked for"
    /// GeoNames: the place is no more.
    case historicalPlace = "places that are historical, abandoned or destroyed"
    /// A source row must have a name in Latin letters, since that is the one in results.
    case noEnglishName = "records without a name in Latin letters"
    /// The same id once more.
    case repeatedID = "records whose id stands already"
    /// GeoNames: marked as colloquial, as historical, or with a year in which it ended.
    case outdatedName = "names that are colloquial or historical"
    /// The name has no letter, or holds what a source cannot.
    case unwritableName = "names without a letter, or with a “|” or a “~” before them"
    /// Longer than any key.
    case longName = "names of more than 200 bytes"
    /// More than `RowMaker.maximumNameCount` for one entity.
    case manyNames = "names beyond the 1000th of an entity"
  }

  /// One thing that was left out.
  public struct Example: Hashable, Sendable {
    /// Where it stands.
    public let position: SourcePosition
    /// What it is: an id or a name.
    public let text: String
  }

  /// How often something was left out, with the first examples.
  public struct Tally: Sendable {
    /// How often.
    public internal(set) var count = 0
    /// The first ones.
    public internal(set) var examples: [Example] = []
  }

  /// How many examples of each reason are kept.
  public static let exampleCount = 3
  /// How many bad records are kept.
  public static let keptFailureCount = 20

  /// How many records were read, good or bad.
  public internal(set) var recordCount = 0
  /// How many bytes these had, unpacked.
  public internal(set) var byteCount = 0
  /// How many rows were made.
  public internal(set) var rowCount = 0
  /// How many names these have.
  public internal(set) var nameCount = 0
  /// What was left out.
  public internal(set) var dropped: [Reason: Tally] = [:]
  /// How many records were bad; a file that broke off counts as one.
  public private(set) var failureCount = 0
  /// The first bad records.
  public private(set) var failures: [ErrorReport] = []

  /// A report of nothing.
  public init() {}

  mutating func drop(_ reason: Reason, _ text: @autoclosure () -> String, at position: SourcePosition) {
    var tally = dropped.removeValue(forKey: reason) ?? Tally()
    tally.count += 1
    if tally.examples.count < Self.exampleCount {
      tally.examples.append(Example(position: position, text: Self.shortened(text())))
    }
    dropped[reason] = tally
  }

  mutating func fail(_ failure: ErrorReport) {
    failureCount += 1
    if failures.count < Self.keptFailureCount { failures.append(failure) }
  }

  /// A text that fits into a line, without what would disturb a terminal.
  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(scalars)) + (text.unicodeScalars.count > 60 ? "…" : "")
  }
}
