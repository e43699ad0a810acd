import ArabicNormalization
import EntityLexicon
import EntityRecognition
import NameTransliteration
import TextModel
import TextPipeline
import TextSegmentation

/// Runs the recognizer on a corpus as users run it, text in and mentions out, and compares with what people marked.
struct RecognitionTest {
  /// A name that was missed or found in error.
  struct Miss {
    /// Why: `missed`, `false alarm`, `edges`, `type`.
    var kind: String
    var span: ConllCorpus.Span
    var sentence: Int
    var isListed: Bool
  }

  static let types = ["PER", "LOC", "ORG"]

  private let worker: any StageWorker
  private let lookup: LexiconLookup

  /// - Parameter model: nil for the lexicons alone.
  init(model: RecognitionModel?, domain: TextDomain) throws {
    let lexicon = try EntityLexicon.builtIn()
    var options = EntityRecognition.Options()
    options.domain = domain
    let recognition = EntityRecognition(
      lexicon: lexicon, nameParts: NamePartDictionary.embedded, model: model, options: options)
    worker = try Pipeline(stages: [
      WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search), recognition,
    ]).makeWorker()
    lookup = try LexiconLookup(lexicon)
  }

  /// Scores these sentences of a corpus; `misses` takes up what was wrong.
  func scores(_ corpus: ConllCorpus, sentences: some Sequence<Int>, misses: inout [Miss]) throws -> SpanScores {
    var scores = SpanScores()
    var annotations = Annotations()
    for number in sentences {
      let sentence = corpus.sentences[number]
      let text = sentence.text
      annotations.removeAll()
      try worker.process(Document(id: "", bytes: text.bytes), &annotations)
      var found: Set<ConllCorpus.Span> = []
      for entity in annotations.entities {
        guard let type = Self.label(entity.type) else { continue }
        // A span of the corpus has whole words.
        let words = text.word(at: entity.range.lowerBound)..<text.word(at: entity.range.upperBound - 1) + 1
        found.insert(ConllCorpus.Span(words: words, type: type))
      }
      let wanted = Set(sentence.spans(of: Self.types))
      scores.add(found: found, wanted: wanted)
      for span in wanted.subtracting(found).sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
        let kind =
          found.contains { $0.words == span.words }
          ? "wrong type" : found.contains { $0.words.overlaps(span.words) } ? "wrong edges" : "missed"
        misses.append(Miss(kind: kind, span: span, sentence: number, isListed: isListed(sentence, span)))
      }
      for span in found.subtracting(wanted).sorted(by: { $0.words.lowerBound < $1.words.lowerBound })
      where !wanted.contains(where: { $0.words.overlaps(span.words) }) {
        misses.append(Miss(kind: "false alarm", span: span, sentence: number, isListed: isListed(sentence, span)))
      }
    }
    return scores
  }

  private func isListed(_ sentence: ConllCorpus.Sentence, _ span: ConllCorpus.Span) -> Bool {
    !((try? lookup.rows(named: sentence.words[span.words].joined(separator: " "))) ?? []).isEmpty
  }

  private static func label(_ type: EntityType) -> String? {
    switch type {
    case .person: "PER"
    case .organization: "ORG"
    case .geopolitical, .location, .facility: "LOC"
    default: nil
    }
  }
}
