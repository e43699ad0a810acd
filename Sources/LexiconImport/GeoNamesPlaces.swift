import TextModel

/// The places that were taken of GeoNames' table, while their other names are looked for in the second file.
///
/// All texts stand in one array of bytes, and the names of a place are a list through one array of names, so that a place
/// costs 64 bytes besides its texts, and a name 24.
struct GeoNamesPlaces {
  struct Place {
    let id: UInt32
    let type: EntityType
    let isProminent: Bool
    let line: Int
    let byte: Int
    fileprivate let text: Int
    fileprivate let textCount: UInt32
    fileprivate var lastName: Int32 = -1
  }

  /// A name in another language, or another one in English.
  struct Name {
    fileprivate let text: Int
    fileprivate let textCount: UInt16
    let column: UInt8
    /// 0 is the best.
    let rank: UInt8
    fileprivate let previous: Int32
  }

  private(set) var places: [Place] = []
  private var names: [Name] = []
  private var texts: [UInt8] = []
  private var indices: [UInt32: UInt32] = [:]

  /// Whether another place finds room: numbers of places have 31 bits.
  var count: Int { places.count }

  /// Adds a place with its main name; false if the id is there already.
  mutating func add(
    id: UInt32, type: EntityType, isProminent: Bool, name: some Collection<UInt8>, line: Int, byte: Int
  ) -> Bool {
    guard indices[id] == nil, places.count < Int(Int32.max) else { return false }
    indices[id] = UInt32(places.count)
    places.append(
      Place(
        id: id, type: type, isProminent: isProminent, line: line, byte: byte, text: texts.count,
        textCount: UInt32(name.count)))
    texts += name
    return true
  }

  /// The number of a place.
  func index(of id: UInt32) -> Int? { indices[id].map { Int($0) } }

  /// Adds a name to a place.
  mutating func add(_ name: some Collection<UInt8>, column: UInt8, rank: UInt8, to place: Int) {
    guard names.count < Int(Int32.max), let count = UInt16(exactly: name.count) else { return }
    names.append(
      Name(text: texts.count, textCount: count, column: column, rank: rank, previous: places[place].lastName))
    places[place].lastName = Int32(names.count - 1)
    texts += name
  }

  /// The main name of a place.
  func mainName(of place: Place) -> String {
    String(decoding: texts[place.text..<place.text + Int(place.textCount)], as: UTF8.self)
  }

  /// The other names of a place, the best first; of equal ones, as they were added.
  func otherNames(of place: Place) -> [(text: String, column: UInt8, rank: UInt8)] {
    var found: [Name] = []
    var index = place.lastName
    while index >= 0 {
      found.append(names[Int(index)])
      index = names[Int(index)].previous
    }
    found.reverse()
    var result: [(text: String, column: UInt8, rank: UInt8)] = []
    for rank: UInt8 in 0...2 {
      for name in found where name.rank == rank {
        let bytes = texts[name.text..<name.text + Int(name.textCount)]
        result.append((String(decoding: bytes, as: UTF8.self), name.column, rank))
      }
    }
    return result
  }
}
