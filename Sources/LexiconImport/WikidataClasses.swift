public import TextModel

/// Which classes of Wikidata are which types: the classes that items of the news are most often instances of (P31).
///
/// The tree of classes (P279) is spread over the whole dump and not in hand while it is streamed. So an item of a finer
/// class, such as “city of Bavaria”, is found only if that class is in this table or in `additions`.
public struct WikidataClasses: Sendable {
  /// Classes that the user added, or gave another type; by the number of the item.
  public var additions: [Int: EntityType] = [:]

  /// The table as it is.
  public init() {}

  /// The type of the instances of a class.
  public func type(of item: Int) -> EntityType? { additions[item] ?? Self.types[item] }

  /// Reads `Q12136=EVENT`; nil where it is something else.
  public static func addition(_ text: String) -> (item: Int, type: EntityType)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == "Q" || parts[0].first == "q", let item = Int(parts[0].dropFirst()),
      item > 0, let type = EntityType(label: parts[1].uppercased())
    else { return nil }
    return (item, type)
  }

  private static let types: [Int: EntityType] = {
    var types: [Int: EntityType] = [:]
    for (type, items) in table { for item in items { types[item] = type } }
    return types
  }()

  private static let table: [(EntityType, [Int])] = [
    // Human, fictional human, fictional character.
    (.person, [5, 15_632_617, 95_074]),
    // Ethnic group, religion.
    (.norp, [41_710, 9174]),
    (
      .geopolitical,
      [
        // Country, sovereign state, city, big city, city of millions, capital, town, village, human settlement.
        6256, 3_624_078, 515, 1_549_591, 1_637_706, 5119, 3957, 532, 486_972,
        // Administrative unit, of the first and second level, state of the USA, county of the USA, province, district.
        56_061, 10_864_048, 13_220_204, 35_657, 47_168, 34_876, 149_621,
        // Municipality, commune of France, comune of Italy, municipality of Spain and of Germany, city in the USA.
        15_284, 484_170, 747_074, 2_074_737, 262_166, 1_093_829,
        // City or town, state within or without a federation, historical country.
        7_930_989, 7275, 3_024_240,
      ]
    ),
    (
      .organization,
      [
        // Organization, business, company, enterprise, public company, corporation, nonprofit, NGO.
        43_229, 4_830_453, 783_794, 6_881_511, 891_723, 167_037, 163_740, 79_913,
        // International and intergovernmental organization, agency of a government, ministry, political party.
        484_652, 245_065, 327_333, 192_350, 7278,
        // University, public and private one, school, hospital, research institute.
        3918, 875_538, 902_104, 3914, 16_917, 31_855,
        // Football club, sports club, sports team, sports organization.
        476_028, 847_017, 12_973_014, 4_438_121,
        // Bank, airline, newspaper, daily newspaper, magazine, news agency, broadcaster, band.
        22_687, 46_970, 11_032, 1_110_794, 41_298, 192_283, 15_265_344, 215_380,
        // Armed forces, military unit, parliament, legislature, court, government.
        772_547, 176_799, 35_749, 11_204, 41_487, 7188,
        // Military alliance, armed organization, television station, national football team.
        1_127_126, 17_149_090, 1_616_075, 6_979_593,
      ]
    ),
    (
      .location,
      [
        // Mountain, range, river, lake, sea, ocean, continent, island, archipelago, desert, bay, strait, peninsula.
        8502, 46_831, 4022, 23_397, 165, 9430, 5107, 23_442, 33_837, 8514, 39_594, 37_901, 34_763,
        // Valley, canal, national park, geographic region, volcano, waterfall.
        39_816, 12_284, 46_169, 82_794, 8072, 34_038,
      ]
    ),
    // Airport, international airport, bridge, railway station, port, building, mosque, church, stadium, dam, castle, square.
    (
      .facility,
      [1_248_784, 644_371, 12_280, 55_488, 44_782, 41_176, 32_815, 16_970, 483_110, 12_323, 23_413, 174_782]
    ),
    (
      .event,
      [
        // War, civil and world war, armed conflict, battle, conflict, revolution, coup, siege, massacre.
        198, 8465, 103_495, 350_604, 178_561, 180_684, 10_931, 45_382, 188_055, 3_199_915,
        // Natural disaster, earthquake, election, sporting event, festival.
        8065, 7944, 40_231, 16_510_064, 132_241,
      ]
    ),
    // Treaty, peace treaty, constitution.
    (.law, [131_569, 625_298, 7755]),
    // Software, video game, model of cars, ship.
    (.product, [7397, 7889, 3_231_690, 11_446]),
    // Film, television series, book, literary work, novel, album, song, painting, poem.
    (.work, [11_424, 5_398_426, 571, 7_725_634, 8261, 482_994, 7366, 3_305_213, 5_185_279]),
    // Language, natural language, modern language.
    (.language, [34_770, 33_742, 1_288_568]),
    // Profession, position, public office.
    (.occupation, [28_640, 4_164_871, 294_414]),
  ]
}
