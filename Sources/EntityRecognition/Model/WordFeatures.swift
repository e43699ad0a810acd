/// The features that a word by itself gives to the tokens around it: the same wherever it stands, so that their weights can be kept.
enum WordFeatures {
  /// How far a word is seen.
  static let reach = 2

  /// The features of a word for the token from which it stands `offset` tokens away.
  static func forEach(_ word: WordDescription, trigrams: [UInt64], at offset: Int, _ sink: inout some FeatureSink) {
    sink.add(.word, at: offset, word.word)
    sink.add(.namePart, at: offset, word.namePart)
    guard abs(offset) < 2 else { return }
    sink.add(.stem, at: offset, word.stem)
    sink.add(.shape, at: offset, word.shape)
    sink.add(.frequency, at: offset, word.frequency)
    sink.add(.frequencyAndNamePart, at: offset, word.frequency << 8 | word.namePart)
    if word.likeness != 0 { sink.add(.likenessAndFrequency, at: offset, word.likeness << 8 | word.frequency) }
    guard offset == 0 else {
      sink.add(.suffix2, at: offset, word.suffixes[1])
      sink.add(.suffix3, at: offset, word.suffixes[2])
      sink.add(.prefix2, at: offset, word.prefixes[1])
      return
    }
    for count in 0..<4 where word.prefixes[count] != 0 {
      sink.add(prefixes[count], at: 0, word.prefixes[count])
      sink.add(suffixes[count], at: 0, word.suffixes[count])
    }
    for trigram in trigrams { sink.add(.trigram, at: 0, trigram) }
    sink.add(.length, at: 0, word.length)
    sink.add(.namePartStem, at: 0, word.namePartStem)
    sink.add(.frequencyStem, at: 0, word.frequencyStem)
    if word.likeness != 0 { sink.add(.likeness, at: 0, word.likeness) }
  }

  private static let prefixes: [FeatureTemplate] = [.prefix1, .prefix2, .prefix3, .prefix4]
  private static let suffixes: [FeatureTemplate] = [.suffix1, .suffix2, .suffix3, .suffix4]
}
