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
  private let memory: WordMemory
  private var contexts = ContextFeatures()
  private var decoder: ViterbiDecoder
  private var words = SentenceWords()
  private var scores: [LinearChainModel.Scores] = []
  private var labels: [UInt8] = []
  private let explains: Bool

  /// The words of the sentence at hand.
  private struct SentenceWords: WordOutlines {
    var start = 0
    var outlines: [WordDescription.Outline] = []
    subscript(token index: Int) -> WordDescription.Outline { outlines[index - start] }
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
      for span in model.labels.spans(labels) {
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
    words.outlines.removeAll(keepingCapacity: true)
    scores.removeAll(keepingCapacity: true)
    let count = sentence.count
    scores.append(contentsOf: repeatElement(.zero, count: count))
    for place in 0..<count {
      let index = sentence.lowerBound + place
      memory.recall(index, in: view, hash: hashes[index]) { word in
        words.outlines.append(word.outline)
        // Each word gives its part to the tokens that see it.
        scores[place] &+= word.here
        if place >= 1 { scores[place - 1] &+= word.oneAfter }
        if place >= 2 { scores[place - 2] &+= word.twoAfter }
        if place + 1 < count { scores[place + 1] &+= word.oneBefore }
        if place + 2 < count { scores[place + 2] &+= word.twoBefore }
      }
    }
    for place in 0..<count {
      var sum = ScoreSum(model: model, scores: scores[place])
      contexts.forEach(sentence.lowerBound + place, in: sentence, words, &sum)
      scores[place] = sum.scores
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
      let (word, trigrams) = memory.describe(token + offset, in: view, hash: hashes[token + offset])
      WordFeatures.forEach(word, trigrams: trigrams, at: offset, &list)
    }
    contexts.forEach(token, in: sentence, words, &list)
    return list.reasons
  }
}
