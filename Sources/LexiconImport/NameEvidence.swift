import ArabicNormalization
import EntityLexicon
import NameTransliteration
import TextModel

/// Tells which names must not be recognized by themselves, and get a `~` in the source.
///
/// All are names of one word: a person's, which many share; one that is an ordinary word, a title or the like in the
/// built-in lexicon; one of two letters or fewer, unless it is an acronym; a place's that many people bear as their name.
final class NameEvidence {
  /// From how many people in the data of the dictionary of name parts on a place's name counts as one of people.
  private static let peopleCount = 50

  private let normalizer: TextNormalizer
  private let words: Set<[UInt8]>
  private let nameParts = NamePartDictionary.embedded

  /// - Throws: what keeps the built-in lexicon or the normalizer from being opened.
  init() throws {
    let normalizer = try TextNormalizer(.search)
    let lexicon = try EntityLexicon.builtInImage(verifyingChecksum: false)
    var words: Set<[UInt8]> = []
    for entity in 0..<lexicon.entityCount where !lexicon.lexiconClass(of: entity).isEntity {
      for name in lexicon.row(of: entity).names where Self.isWord(name.text) {
        words.insert(normalizer.normalize(Array(name.text.utf8)).bytes)
      }
    }
    self.normalizer = normalizer
    self.words = words
  }

  /// Whether a name needs evidence.
  func isNeeded(_ name: String, type: EntityType, isProminent: Bool) -> Bool {
    guard Self.isWord(name) else { return false }
    if type == .person { return true }
    let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
    if letters.count <= 2, !letters.allSatisfy({ $0.properties.isUppercase }) { return true }
    let key = normalizer.normalize(Array(name.utf8)).bytes
    if words.contains(key) { return true }
    guard !isProminent, [.geopolitical, .location, .facility].contains(type), let nameParts else { return false }
    return key.withUnsafeBufferPointer { nameParts.namePartCount($0) } >= Self.peopleCount
  }

  private static func isWord(_ name: String) -> Bool { !name.utf8.contains(0x20) }
}
