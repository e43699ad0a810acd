import NameTransliteration
import SequenceTagging
import TextModel

/// The model's chains, each for the sentences of its language.
struct ChainChoice {
  private var chains: [(language: Language, recognizer: ModelRecognizer)] = []
  private let resolution: HybridResolution

  /// What sentences are told apart by: their letters.
  private enum Language: String {
    case arabic = "ar"
    case russian = "ru"
    case english = "en"
  }

  /// - Parameter builtInImage: the place of the built-in lexicon; those before it are the user's own.
  init(model: RecognitionModel, domain: TextDomain, nameParts: NamePartDictionary?, builtInImage: Int, explains: Bool) {
    for chain in model.chains {
      let parts = chain.name.split(separator: "/")
      guard let language = parts.first.flatMap({ Language(rawValue: String($0)) }) else { continue }
      let isWanted = parts.count < 2 || parts[1] == domain.rawValue
      let isFirst = !chains.contains { $0.language == language }
      guard isWanted || isFirst else { continue }
      chains.removeAll { $0.language == language }
      chains.append(
        (language, ModelRecognizer(model: chain, nameParts: nameParts, knowledge: model, explains: explains)))
    }
    resolution = HybridResolution(
      builtInImage: builtInImage, particles: UnlistedParticles(nameParts: nameParts, likeness: model.likeness))
  }

  /// What the models found in the last document, in the order of the text.
  private(set) var found: [(span: ModelRecognizer.Span, type: String)] = []

  /// The mentions of a document.
  mutating func resolve(_ lexicon: LexiconRecognizer, _ view: TokenView, _ document: Document) -> [Candidate] {
    let sentences = view.sentences
    let languages = sentences.map { Self.language(of: $0, view) }
    let isPersian = languages.contains(.arabic) && ["fa", "ur"].contains(LanguageGuess.language(of: document.bytes))
    found.removeAll(keepingCapacity: true)
    var covered: [Range<Int>] = []
    for (language, recognizer) in chains where languages.contains(language) && !(language == .arabic && isPersian) {
      let spans = recognizer.recognize(view, sentences, lexicon) { languages[$0] == language }
      let types = recognizer.model.labels.types
      found += spans.lazy.map { ($0, types[$0.type]) }
      covered += sentences.indices.lazy.filter { languages[$0] == language }.map { sentences[$0] }
    }
    guard !covered.isEmpty else { return lexicon.resolved }
    found.sort { $0.span.tokens.lowerBound < $1.span.tokens.lowerBound }
    covered.sort { $0.lowerBound < $1.lowerBound }
    let mentions = resolution.resolve(found, lexicon, in: view, covered: covered)
    let parts = PersonParts.find(mentions: mentions, in: view, hashes: lexicon.hashes, contexts: lexicon.contexts)
    return parts.isEmpty ? mentions : OverlapResolution.adding(parts, to: mentions)
  }

  /// The language that most words of a sentence are written in, by their script.
  private static func language(of sentence: Range<Int>, _ view: TokenView) -> Language? {
    var counts = (arabic: 0, cyrillic: 0, latin: 0, other: 0)
    for index in sentence where view.tokens[index].kind == .word && view.tokens[index].keyCount > 0 {
      switch view.keys[Int(view.tokens[index].keyStart)] {
      case 0xD8...0xDB: counts.arabic += 1
      case 0xD0...0xD3: counts.cyrillic += 1
      case 0x61...0x7A, 0x41...0x5A: counts.latin += 1
      default: counts.other += 1
      }
    }
    let most = max(counts.arabic, counts.cyrillic, counts.latin, counts.other)
    if most == 0 || most == counts.other { return nil }
    return most == counts.arabic ? .arabic : most == counts.cyrillic ? .russian : .english
  }
}
