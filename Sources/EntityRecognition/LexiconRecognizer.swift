import EntityLexicon
import NameTransliteration
import TextModel

/// Recognition by the lexicons alone, without trained weights; owned by one task.
struct LexiconRecognizer {
  private let unlisted: UnlistedPersonFinder?
  private var judge = CandidateJudge()
  private var finder: CandidateFinder

  /// Every mention that stands, also those that overlap.
  private(set) var mentions: [Candidate] = []
  /// The best of those that overlap, in the order of the text.
  private(set) var resolved: [Candidate] = []

  /// Every name that the words of the last document spell, meant or not.
  var candidates: [Candidate] { finder.candidates }
  /// What titles, cues and verbs say, a value a token.
  var contexts: [TokenContext] { finder.contexts }
  /// Hash of each token's key.
  var hashes: [UInt64] { finder.hashes }

  init(lexicon: EntityLexicon, nameParts: NamePartDictionary?) {
    unlisted = nameParts.map(UnlistedPersonFinder.init)
    finder = CandidateFinder(lexicon)
  }

  mutating func recognize(_ document: Document, _ annotations: borrowing Annotations, _ view: TokenView) {
    finder.find(in: annotations, of: document)
    mentions = judge.judge(finder.candidates, contexts: finder.contexts, view: view)
    resolved = OverlapResolution.resolve(mentions)
    if let unlisted { add(unlisted.find(in: view, contexts: finder.contexts, accepted: resolved)) }
    add(PersonParts.find(mentions: resolved, in: view, hashes: finder.hashes, contexts: finder.contexts))
  }

  /// Each step only adds mentions, so that what is resolved stays so where a step adds none.
  private mutating func add(_ found: [Candidate]) {
    guard !found.isEmpty else { return }
    mentions += found
    resolved = OverlapResolution.resolve(mentions)
  }
}
