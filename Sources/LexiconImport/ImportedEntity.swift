import EntityLexicon
import TextFormats
import TextModel

/// What a record says of an entity, before it is cleaned.
struct ImportedEntity {
  /// As the source has it, without a prefix.
  var id: String
  var type: EntityType
  /// The best first; the languages are those of columns.
  var names: [LexiconRow.Name] = []
  /// The name in results where none of the names is English, if it is in Latin letters.
  var fallbackName: String?
  /// A place so large that its name by itself means the place, even if people bear the name too.
  var isProminent = false
  /// Where the record begins.
  var position: SourcePosition

  mutating func add(_ text: String, _ language: String, needsContext: Bool = false) {
    names.append(.init(language: language, text: text, needsContext: needsContext))
  }
}
