public import EntityLexicon
public import NameTransliteration
import TextModel
public import TextPipeline
import TextSegmentation

/// The stage that finds the names in a document's tokens and writes them into `Annotations.entities`.
///
/// It needs the tokens, their keys (profile `search`) and, so that no name crosses it, where sentences begin. It works in
/// these steps, each a type of its own:
/// 1. `CandidateFinder`: every name of the lexicons that the words spell, with particles tried off.
/// 2. `CandidateJudge`: which of them are meant, by the text around them.
/// 3. `UnlistedPersonFinder`: who stands after a title and is in no lexicon.
/// 4. `PersonParts`: family names alone of people whose full name is there.
/// 5. `OverlapResolution`: the best of those that overlap.
///
/// Unlisted people have no English name yet; `EntityNaming` gives them one.
public struct EntityRecognition: Stage {
  /// What a recognizer returns.
  public struct Options: Hashable, Sendable {
    /// Every mention, also within others; otherwise no two overlap.
    public var includesOverlapping = false

    /// The usual ones.
    public init() {}
  }

  /// The lexicons that it asks.
  public let lexicon: EntityLexicon
  /// What it returns.
  public let options: Options
  private let nameParts: NamePartDictionary?

  /// A recognizer.
  ///
  /// - Parameters:
  ///   - lexicon: the names it knows.
  ///   - nameParts: which words are parts of people's names; without it only listed people are found.
  ///   - options: what it returns.
  public init(lexicon: EntityLexicon, nameParts: NamePartDictionary?, options: Options = Options()) {
    self.lexicon = lexicon
    self.nameParts = nameParts
    self.options = options
  }

  /// `entities`.
  public var name: String { "entities" }

  /// A worker with buffers of its own.
  public func makeWorker() throws -> any StageWorker { Worker(self) }

  private final class Worker: StageWorker {
    private let lexicon: EntityLexicon
    private let options: Options
    private let unlisted: UnlistedPersonFinder?
    private var judge = CandidateJudge()
    private var finder: CandidateFinder

    init(_ stage: EntityRecognition) {
      lexicon = stage.lexicon
      options = stage.options
      unlisted = stage.nameParts.map(UnlistedPersonFinder.init)
      finder = CandidateFinder(stage.lexicon)
    }

    func process(_ document: Document, _ annotations: inout Annotations) {
      finder.find(in: annotations, of: document)
      let view = TokenView(bytes: document.bytes, tokens: annotations.tokens, keys: annotations.keys)
      let contexts = finder.contexts
      var mentions = judge.judge(finder.candidates, contexts: contexts, view: view)
      var resolved = OverlapResolution.resolve(mentions)
      // Each step only adds mentions, so that what is resolved stays so where a step adds none.
      func add(_ found: [Candidate]) {
        guard !found.isEmpty else { return }
        mentions += found
        resolved = OverlapResolution.resolve(mentions)
      }
      if let unlisted { add(unlisted.find(in: view, contexts: contexts, accepted: resolved)) }
      add(PersonParts.find(mentions: resolved, in: view, hashes: finder.hashes, contexts: contexts))
      if options.includesOverlapping { resolved = OverlapResolution.everyMention(mentions) }
      annotations.entities.reserveCapacity(annotations.entities.count + resolved.count)
      for mention in resolved { annotations.entities.append(entity(of: mention, in: view)) }
    }

    private func entity(of mention: Candidate, in view: TokenView) -> Entity {
      let start = offset(ofLetter: mention.procliticLetters + mention.glue.start, inToken: mention.first, view)
      let end =
        mention.glue.end > 0
        ? offset(ofLetter: mention.glue.end, inToken: mention.first, view) : view.end(of: mention.last)
      let tokenStart = view.tokens[mention.first].range.lowerBound
      var entity = Entity(range: ByteRange(start, end), type: mention.type, evidence: mention.evidence ?? .lexicon)
      if mention.procliticLetters > 0 {
        entity.proclitics = String(decoding: view.bytes[tokenStart..<start], as: UTF8.self)
      }
      if mention.image < lexicon.images.count {
        let image = lexicon.images[mention.image]
        entity.id = image.id(of: mention.entity)
        entity.name = image.englishName(of: mention.entity)
      }
      entity.score = Self.score(entity.evidence)
      return entity
    }

    /// Where a letter of a token stands in the document.
    private func offset(ofLetter letters: Int, inToken index: Int, _ view: TokenView) -> Int {
      let range = view.tokens[index].range
      guard letters > 0 else { return range.lowerBound }
      return view.bytes.withUnsafeBufferPointer {
        range.lowerBound
          + Proclitics.wordStart(
            afterLetters: letters, in: UnsafeBufferPointer(rebasing: $0[range.lowerBound..<range.upperBound]))
      }
    }

    /// How sure each kind of evidence is: an order, not a measured probability.
    private static func score(_ evidence: Entity.Evidence) -> Float {
      switch evidence {
      case .lexicon, .rule: 1
      case .context: 0.95
      case .document: 0.9
      case .glued: 0.85
      case .title: 0.8
      }
    }
  }
}
