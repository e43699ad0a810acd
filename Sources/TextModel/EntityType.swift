/// What an entity is; the names are those of OntoNotes 5 and of the Wojood corpus.
public enum EntityType: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// People, also fictional.
  case person
  /// Nationalities, religious, ethnic and political groups.
  case norp
  /// Companies, agencies, institutions, parties, armed groups.
  case organization
  /// Countries, provinces, cities.
  case geopolitical
  /// Places without a government: seas, mountains, regions, continents.
  case location
  /// Buildings, airports, bridges, crossings.
  case facility
  /// Wars, battles, summits, tournaments, storms.
  case event
  /// Laws, treaties, resolutions.
  case law
  /// Things made: vehicles, weapons, software.
  case product
  /// Books, films, songs.
  case work
  /// Occupations and offices.
  case occupation
  /// Dates and periods.
  case date
  /// Times shorter than a day.
  case time
  /// Amounts of money.
  case money
  /// Percentages.
  case percent
  /// Measurements.
  case quantity
  /// Languages.
  case language

  /// The label in every output: `PERSON`, `ORG`, `GPE` …
  public var label: String {
    switch self {
    case .person: "PERSON"
    case .norp: "NORP"
    case .organization: "ORG"
    case .geopolitical: "GPE"
    case .location: "LOC"
    case .facility: "FAC"
    case .event: "EVENT"
    case .law: "LAW"
    case .product: "PRODUCT"
    case .work: "WORK"
    case .occupation: "OCC"
    case .date: "DATE"
    case .time: "TIME"
    case .money: "MONEY"
    case .percent: "PERCENT"
    case .quantity: "QUANTITY"
    case .language: "LANGUAGE"
    }
  }

  /// The type with this label.
  public init?(label: some StringProtocol) {
    guard let type = Self.allCases.first(where: { $0.label == label }) else { return nil }
    self = type
  }
}
