import EntityLexicon
import NameTransliteration
import SequenceTagging
import TextModel

/// Labels the sentences of a document with one linear chain; owned by one task.
struct ModelRecognizer {
  /// A name that the model found.
  struct Span {
    var tokens: ClosedRange<Int>
    /// `PER`, `LOC`, `ORG` or `MISC`.
    var type: String
    /// The least probability of its tokens' labels, those beside them given.
    var probability: Float
    /// What decided, where somebody wants to know.
    var reasons: [Entity.Reason] = []
  }

  let model: LinearChainModel
  private var memory: WordMemory
  private var contexts = ContextFeatures()
  private var decoder: ViterbiDecoder
  private var words = SentenceWords()
  private var scores: [LinearChainModel.Scores] = []
  private var labels: [UInt8] = []
  private let explains: Bool

  /// The words of the sentence at hand.
  private struct SentenceWords: WordDescriptions {
    var start = 0
    var words: [RememberedWord] = []
    subscript(token index: Int) -> WordDescription { words[index - start].description }
  }

  init(model: LinearChainModel, nameParts: NamePartDictionary?, knowledge: RecognitionModel, explains: Bool) {
    self.model = model
    self.explains = explains
    memory = WordMemory(model: model, describer: WordDescriber(nameParts: nameParts, model: knowledge))
    decoder = ViterbiDecoder(model)
  }

  /// The names of the sentences for which `isOwn` holds.
  mutating func recognize(_ view: TokenView, _ lexicon: LexiconRecognizer, where isOwn: (Range<Int>) -> Bool) -> [Span]
  {
    var spans: [Span] = []
    contexts.prepare(view, lexicon)
    for sentence in view.sentences where isOwn(sentence) {
      score(sentence, view, lexicon.hashes)
      decoder.decode(scores[...], into: &labels)
      for span in model.labels.spans(labels.lazy.map(Int.init)) {
        let first = sentence.lowerBound + span.range.lowerBound
        var found = Span(
          tokens: first...sentence.lowerBound + span.range.upperBound - 1, type: model.labels.types[span.type],
          probability: probability(span.range))
        if explains { found.reasons = reasons(for: span, at: first, in: sentence, view, lexicon.hashes) }
        spans.append(found)
      }
    }
    return spans
  }

  private mutating func score(_ sentence: Range<Int>, _ view: TokenView, _ hashes: [UInt64]) {
    words.start = sentence.lowerBound
    words.words.removeAll(keepingCapacity: true)
    for index in sentence { words.words.append(memory.recall(index, in: view, hash: hashes[index])) }
    scores.removeAll(keepingCapacity: true)
    let count = sentence.count
    for place in 0..<count {
      var sum = ScoreSum(model: model)
      sum.scores = words.words[place].here
      if place >= 1 { sum.scores &+= words.words[place - 1].oneBefore }
      if place >= 2 { sum.scores &+= words.words[place - 2].twoBefore }
      if place + 1 < count { sum.scores &+= words.words[place + 1].oneAfter }
      if place + 2 < count { sum.scores &+= words.words[place + 2].twoAfter }
      contexts.forEach(sentence.lowerBound + place, in: sentence, words, &sum)
      scores.append(sum.scores)
    }
  }

  private func probability(_ range: Range<Int>) -> Float {
    range.map { place in
      decoder.probability(
        of: Int(labels[place]), scores[place], after: place > 0 ? Int(labels[place - 1]) : nil,
        before: place + 1 < labels.count ? Int(labels[place + 1]) : nil)
    }.min() ?? 0
  }

  /// What speaks for and against the label of a span's first token, the weightiest first.
  private mutating func reasons(
    for span: LabelledSpan, at token: Int, in sentence: Range<Int>, _ view: TokenView, _ hashes: [UInt64]
  ) -> [Entity.Reason] {
    var list = ReasonList(model: model, label: model.labels.begin(span.type), token: token, view: view)
    for offset in -WordFeatures.reach...WordFeatures.reach where sentence.contains(token + offset) {
      let trigrams = memory.trigrams(token + offset, in: view, hash: hashes[token + offset])
      WordFeatures.forEach(words[token: token + offset], trigrams: trigrams, at: offset, &list)
    }
    contexts.forEach(token, in: sentence, words, &list)
    return list.reasons
  }
}
