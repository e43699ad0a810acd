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
  }

  let model: LinearChainModel
  private var memory: WordMemory
  private var contexts = ContextFeatures()
  private var decoder: ViterbiDecoder
  private var words = SentenceWords()
  private var scores: [LinearChainModel.Scores] = []
  private var labels: [UInt8] = []

  /// The words of the sentence at hand.
  private struct SentenceWords: WordDescriptions {
    var start = 0
    var words: [RememberedWord] = []
    subscript(token index: Int) -> WordDescription { words[index - start].description }
  }

  init(model: LinearChainModel, nameParts: NamePartDictionary?, knowledge: RecognitionModel) {
    self.model = model
    memory = WordMemory(model: model, describer: WordDescriber(nameParts: nameParts, model: knowledge))
    decoder = ViterbiDecoder(model)
  }

  /// The names of the sentences for which `isOwn` holds.
  mutating func recognize(_ view: TokenView, _ lexicon: LexiconRecognizer, where isOwn: (Range<Int>) -> Bool) -> [Span] {
    var spans: [Span] = []
    contexts.prepare(view, lexicon)
    for sentence in view.sentences where isOwn(sentence) {
      score(sentence, view, lexicon.hashes)
      decoder.decode(scores[...], into: &labels)
      for span in model.labels.spans(labels.lazy.map(Int.init)) {
        spans.append(
          Span(
            tokens: sentence.lowerBound + span.range.lowerBound...sentence.lowerBound + span.range.upperBound - 1,
            type: model.labels.types[span.type], probability: probability(span.range)))
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

  /// A feature of a token and what it adds to a type's score above that of no name, in natural logarithms of odds.
  struct Influence {
    var template: FeatureTemplate
    var offset: Int
    var value: UInt64
    var weight: Float
  }

  /// What speaks for and against a span's first label, the weightiest first.
  mutating func influences(on span: Span, _ view: TokenView, _ lexicon: LexiconRecognizer) -> [Influence] {
    guard let type = model.labels.types.firstIndex(of: span.type),
      let sentence = view.sentences.first(where: { $0.contains(span.tokens.lowerBound) })
    else { return [] }
    score(sentence, view, lexicon.hashes)
    let token = span.tokens.lowerBound
    var list = InfluenceList(model: model, label: model.labels.begin(type))
    for offset in -WordFeatures.reach...WordFeatures.reach where sentence.contains(token + offset) {
      let trigrams = memory.trigrams(token + offset, in: view, hash: lexicon.hashes[token + offset])
      WordFeatures.forEach(words[token: token + offset], trigrams: trigrams, at: offset, &list)
    }
    contexts.forEach(token, in: sentence, words, &list)
    return list.influences.sorted { abs($0.weight) > abs($1.weight) }
  }

  private struct InfluenceList: FeatureSink {
    let model: LinearChainModel
    let label: Int
    var influences: [Influence] = []

    mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
      var scores = LinearChainModel.Scores.zero
      model.add(template.feature(at: offset, value), to: &scores)
      let difference = Int(scores[label]) - Int(scores[LabelSet.outside])
      guard difference != 0 else { return }
      influences.append(
        Influence(
          template: template, offset: offset, value: value, weight: Float(difference) * LinearChainModel.unit))
    }
  }
}
