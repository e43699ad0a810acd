import ArabicNormalization
import EntityLexicon
import EntityRecognition
import NameTransliteration
import SequenceTagging
import TextModel
import TextPipeline
import TextSegmentation

/// Makes training sequences of a corpus: its sentences go through the stages of the recognizer, each a document.
struct CorpusReader {
  private let labels: LabelSet
  private let worker: any StageWorker
  private var extraction: FeatureExtraction
  private(set) var numbers = FeatureNumbers()

  init(labels: LabelSet, lexicon: EntityLexicon, knowledge: RecognitionModel) throws {
    self.labels = labels
    worker = try Pipeline(stages: [WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search)])
      .makeWorker()
    extraction = FeatureExtraction(lexicon: lexicon, nameParts: NamePartDictionary.embedded, model: knowledge)
  }

  /// The sequences of a corpus. `domain` gives each feature a copy of this domain's own beside the one for all domains
  /// (Daumé 2007), so that what corpora mark differently need not be averaged.
  mutating func sequences(of corpus: ConllCorpus, domain: UInt64? = nil) throws -> [TrainingSequence] {
    var sequences: [TrainingSequence] = []
    var annotations = Annotations()
    for (number, sentence) in corpus.sentences.enumerated() {
      let text = sentence.text
      let document = try Document(id: "\(number)", bytes: text.bytes)
      annotations.removeAll()
      try worker.process(document, &annotations)
      let words = annotations.tokens.map { text.word(at: $0.range.lowerBound) }
      var parts: [(range: Range<Int>, features: [[UInt64]])] = []
      extraction.forEachSentence(of: document, annotations) { parts.append(($0, $1)) }
      for (range, features) in parts {
        var sequence = TrainingSequence(sentence: number)
        for (token, list) in zip(range, features) {
          let isFirst = token == 0 || words[token - 1] != words[token]
          sequence.labels.append(UInt8(label(sentence.tags[words[token]], isFirst)))
          for hash in list {
            sequence.features.append(numbers.number(of: hash))
            if let domain { sequence.features.append(numbers.number(of: Self.feature(hash, of: domain))) }
          }
          sequence.starts.append(Int32(sequence.features.count))
        }
        sequences.append(sequence)
      }
    }
    return sequences
  }

  /// The hash of a domain's own copy of a feature.
  static func feature(_ hash: UInt64, of domain: UInt64) -> UInt64 { hash &+ domain &* 0x9E37_79B9_7F4A_7C15 }

  private func label(_ tag: String, _ isFirst: Bool) -> Int {
    guard tag != "O", let type = labels.types.firstIndex(of: String(tag.dropFirst(2))) else { return LabelSet.outside }
    return tag.hasPrefix("B-") && isFirst ? labels.begin(type) : labels.inside(type)
  }
}
