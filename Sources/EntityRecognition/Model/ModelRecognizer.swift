import EntityLexicon
import NameTransliteration
import SequenceTagging
import TextModel

/// Labels the sentences of a document with one linear chain; owned by one task.
final class ModelRecognizer {
  /// A name that the model found.
  struct Span {
    var tokens: ClosedRange<Int>
    /// `PER`, `LOC`, `ORG` or `MISC`: its place among the chain's types.
    var type: Int
    /// The least probability of its tokens' labels, those beside them given.
    var probability: Float
    /// What decided, where somebody wants to know.
    var reasons: [Entity.Reason] = []
  }

  let model: LinearChainModel
  private let describer: WordDescriber
  private var contexts = ContextFeatures()
  private let decoder: ViterbiDecoder
  private let explains: Bool
  /// Made for the first sentence: most texts are of one language.
  private lazy var memory = WordMemory(model: model, weights: weights, describer: describer)
  private lazy var weights = FeatureWeights(model)
  private lazy var sentence = SentenceScores(weights, memory)

  init(model: LinearChainModel, nameParts: NamePartDictionary?, knowledge: RecognitionModel, explains: Bool) {
    self.model = model
    self.explains = explains
    describer = WordDescriber(nameParts: nameParts, model: knowledge)
    decoder = ViterbiDecoder(model)
  }

  /// The names of the sentences for which `isOwn` holds, which is given the places of `sentences`.
  func recognize(
    _ view: TokenView, _ sentences: [Range<Int>], _ lexicon: LexiconRecognizer, where isOwn: (Int) -> Bool
  ) -> [Span] {
    var spans: [Span] = []
    contexts.prepare(view, lexicon)
    let sentence = sentence
    view.withWords(lexicon.hashes) { words in
      contexts.withReader { reader in
        for place in sentences.indices where isOwn(place) {
          sentence.score(sentences[place], words, reader)
          decoder.decode(sentence.scores, count: sentence.count, into: sentence.labels)
          addSpans(to: &spans, sentences[place], view, words, reader)
        }
      }
    }
    return spans
  }

  private func addSpans(
    to spans: inout [Span], _ tokens: Range<Int>, _ view: TokenView, _ words: DocumentWords,
    _ reader: ContextFeatures.Reader
  ) {
    let labels = UnsafeBufferPointer(start: sentence.labels, count: sentence.count)
    model.labels.forEachSpan(labels) { span in
      let first = tokens.lowerBound + span.range.lowerBound
      var found = Span(
        tokens: first...tokens.lowerBound + span.range.upperBound - 1, type: span.type,
        probability: probability(span.range, labels))
      if explains { found.reasons = reasons(for: span, at: first, in: tokens, view, words, reader) }
      spans.append(found)
    }
  }

  private func probability(_ range: Range<Int>, _ labels: UnsafeBufferPointer<UInt8>) -> Float {
    var least: Float = 1
    for place in range {
      let probability = decoder.probability(
        of: Int(labels[place]), sentence.scores[place], after: place > 0 ? Int(labels[place - 1]) : nil,
        before: place + 1 < labels.count ? Int(labels[place + 1]) : nil)
      least = min(least, probability)
    }
    return least
  }

  /// What speaks for and against the label of a span's first token, the weightiest first.
  private func reasons(
    for span: LabelledSpan, at token: Int, in tokens: Range<Int>, _ view: TokenView, _ words: DocumentWords,
    _ reader: ContextFeatures.Reader
  ) -> [Entity.Reason] {
    var list = ReasonList(model: model, label: model.labels.begin(span.type), token: token, view: view)
    for offset in -WordFeatures.reach...WordFeatures.reach where tokens.contains(token + offset) {
      let (word, trigrams) = memory.describe(token + offset, in: words)
      WordFeatures.forEach(word, trigrams: trigrams, at: offset, &list)
    }
    reader.forEach(token, in: tokens, sentence.outlines, &list)
    return list.reasons
  }
}
