import TextModel

/// One of the distinct entities of a document.
struct EntitySummary {
  /// How many different surfaces are listed.
  static let maximumSurfaces = 5

  let type: EntityType
  var name: String?
  var count = 0
  /// How the text writes it, in order of first mention.
  var surfaces: [String] = []

  /// The distinct entities in order of first mention. Mentions are of the same entity if they have the same id; without
  /// an id, if they have the same type and name, or the same type and surface where there is no name either.
  static func summaries(of entities: [Entity], in document: Document) -> [EntitySummary] {
    var summaries: [EntitySummary] = []
    var indexes: [Key: Int] = [:]
    for entity in entities {
      let surface = document.text(at: entity.range)
      let nameKey = Key.name(entity.name ?? surface, entity.type)
      let key = entity.id.map { Key.id($0) } ?? nameKey
      let index: Int
      if let known = indexes[key] {
        index = known
      } else {
        index = summaries.count
        summaries.append(EntitySummary(type: entity.type, name: entity.name))
        indexes[key] = index
        if indexes[nameKey] == nil { indexes[nameKey] = index }
      }
      summaries[index].count += 1
      if summaries[index].name == nil { summaries[index].name = entity.name }
      if summaries[index].surfaces.count < maximumSurfaces, !summaries[index].surfaces.contains(surface) {
        summaries[index].surfaces.append(surface)
      }
    }
    return summaries
  }

  private enum Key: Hashable {
    case id(String)
    case name(String, EntityType)
  }
}
