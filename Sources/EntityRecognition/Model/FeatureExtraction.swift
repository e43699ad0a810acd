package import EntityLexicon
package import NameTransliteration
package import TextModel

/// The features of a document's tokens, for training: what the recognizer itself sees.
package struct FeatureExtraction {
  private var recognizer: LexiconRecognizer
  private var describer: WordDescriber
  private var contexts = ContextFeatures()

  /// - Parameter model: what is known of words; its chains are not asked.
  package init(lexicon: EntityLexicon, nameParts: NamePartDictionary?, model: RecognitionModel) {
    recognizer = LexiconRecognizer(lexicon: lexicon, nameParts: nameParts)
    describer = WordDescriber(nameParts: nameParts, model: model)
  }

  /// Calls `body` with each sentence's tokens and the features of each of them. The document is cut and has its keys.
  package mutating func forEachSentence(
    of document: Document, _ annotations: borrowing Annotations, _ body: (Range<Int>, [[UInt64]]) -> Void
  ) {
    let view = TokenView(bytes: document.bytes, tokens: annotations.tokens, keys: annotations.keys)
    recognizer.recognize(document, annotations, view)
    contexts.prepare(view, recognizer)
    var words = DescribedWords()
    view.withWords(recognizer.hashes) { document in
      for index in document.tokens.indices {
        words.descriptions.append(describer.describe(index, in: document))
        words.trigrams.append(describer.trigrams)
      }
    }
    for sentence in view.sentences {
      let features = sentence.map { token in
        var list = FeatureList()
        for offset in -WordFeatures.reach...WordFeatures.reach where sentence.contains(token + offset) {
          WordFeatures.forEach(
            words.descriptions[token + offset], trigrams: words.trigrams[token + offset], at: offset, &list)
        }
        contexts.withReader { $0.forEach(token, in: sentence, words, &list) }
        return list.hashes
      }
      body(sentence, features)
    }
  }

  private struct DescribedWords: WordOutlines {
    var descriptions: [WordDescription] = []
    var trigrams: [[UInt64]] = []
    subscript(token index: Int) -> WordDescription.Outline { descriptions[index].outline }
  }

  private struct FeatureList: FeatureSink {
    var hashes: [UInt64] = []
    mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
      hashes.append(template.feature(at: offset, value))
    }
  }
}

extension TokenView {
  /// The tokens of each sentence; a paragraph's end is a sentence's end too.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in tokens.indices.dropFirst() where tokens[index].startsSentence || tokens[index].gap == .paragraph {
      sentences.append(start..<index)
      start = index
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }
}
