public import EntityLexicon
public import NameTransliteration
import TextModel
public import TextPipeline
import TextSegmentation

/// The stage that finds the names in a document's tokens and writes them into `Annotations.entities`.
///
/// It needs the tokens, their keys (profile `search`) and, so that no name crosses it, where sentences begin. The lexicons come
/// first (`LexiconRecognizer`), in these steps, each a type of its own:
/// 1. `CandidateFinder`: every name of the lexicons that the words spell, with particles tried off.
/// 2. `CandidateJudge`: which of them are meant, by the text around them.
/// 3. `UnlistedPersonFinder`: who stands after a title and is in no lexicon.
/// 4. `PersonParts`: family names alone of people whose full name is there.
/// 5. `OverlapResolution`: the best of those that overlap.
///
/// With a model, `ModelRecognizer` then labels the sentences of the languages that it knows, with all that the lexicons said among
/// its features, and `HybridResolution` brings both together.
///
/// Unlisted names have no English name yet; `EntityNaming` gives them one.
public struct EntityRecognition: Stage {
  /// What a recognizer returns.
  public struct Options: Hashable, Sendable {
    /// Every mention, also within others; otherwise no two overlap.
    public var includesOverlapping = false
    /// The kind of text whose weights decide, where the model has several for a language.
    public var domain = TextDomain.news
    /// Says for each mention what decided, in `Entity.reasons`.
    public var explains = false

    /// The usual ones.
    public init() {}
  }

  /// The lexicons that it asks.
  public let lexicon: EntityLexicon
  /// What it returns.
  public let options: Options
  private let nameParts: NamePartDictionary?
  private let model: RecognitionModel?

  /// A recognizer.
  ///
  /// - Parameters:
  ///   - lexicon: the names it knows.
  ///   - nameParts: which words are parts of people's names; without it only listed people are found.
  ///   - model: trained weights; without them the lexicons decide alone, which is faster.
  ///   - options: what it returns.
  public init(
    lexicon: EntityLexicon, nameParts: NamePartDictionary?, model: RecognitionModel? = nil, options: Options = Options()
  ) {
    self.lexicon = lexicon
    self.nameParts = nameParts
    self.model = model
    self.options = options
  }

  /// `entities`.
  public var name: String { "entities" }

  /// A worker with buffers of its own.
  public func makeWorker() throws -> any StageWorker { Worker(self) }

  private final class Worker: StageWorker {
    private let options: Options
    private var maker: EntityMaker
    private var recognizer: LexiconRecognizer
    private var chains: ChainChoice?

    init(_ stage: EntityRecognition) {
      options = stage.options
      maker = EntityMaker(lexicon: stage.lexicon, explains: stage.options.explains)
      recognizer = LexiconRecognizer(lexicon: stage.lexicon, nameParts: stage.nameParts)
      chains = stage.model.map {
        ChainChoice(
          model: $0, domain: stage.options.domain, nameParts: stage.nameParts,
          builtInImage: stage.lexicon.builtInPlace, explains: stage.options.explains)
      }
    }

    func process(_ document: Document, _ annotations: inout Annotations) throws {
      let view = TokenView(bytes: document.bytes, tokens: annotations.tokens, keys: annotations.keys)
      recognizer.recognize(document, annotations, view)
      var resolved = chains?.resolve(recognizer, view, document) ?? recognizer.resolved
      if options.includesOverlapping { resolved = OverlapResolution.everyMention(recognizer.mentions + resolved) }
      annotations.entities.reserveCapacity(annotations.entities.count + resolved.count)
      for mention in resolved {
        annotations.entities.append(
          maker.entity(
            of: mention, in: view, recognizer.contexts,
            weights: mention.span.flatMap { chains?.found[$0].span.reasons } ?? []))
      }
      try maker.lexicon.throwIfDamaged()
    }
  }
}
