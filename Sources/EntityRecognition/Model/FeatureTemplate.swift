/// A kind of feature that the model sees of a token. The numbers are in the trained images: append, or train again.
enum FeatureTemplate: UInt8, CaseIterable, Sendable {
  /// The word's key.
  case word
  /// The key without proclitics and article.
  case stem
  /// Its first letters.
  case prefix1, prefix2, prefix3, prefix4
  /// Its last letters.
  case suffix1, suffix2, suffix3, suffix4
  /// Three letters of it.
  case trigram
  /// Capitals, digits, scripts, and what keys do not tell: final ى and ة, initial hamza.
  case shape
  /// How many letters it has.
  case length
  /// How many people bear it as a part of their name; of the key, and of the stem.
  case namePart, namePartStem
  /// How frequent it is in the language; of the key, and of the stem.
  case frequency, frequencyStem
  /// How frequent it is as a word and as a name.
  case frequencyAndNamePart
  /// How much its letters look like those of names; the same with its frequency.
  case likeness, likenessAndFrequency
  /// The word with the one before, with the one after; the two around it.
  case wordBefore, wordAfter, wordsAround
  /// The ends of the word and of the one before.
  case suffixPair
  /// How frequent the word and its neighbour are as words and as names.
  case namePartPair
  /// First in a sentence, after a line break, within quotation marks.
  case position
  /// A name of the lexicons over the token: type, place in it, ambiguity; the same with the word's frequency.
  case lexiconName, lexiconNameAndFrequency
  /// Which types the names over the token have.
  case lexiconTypes
  /// What the lexicon mode decided: type, place in the mention, evidence; the same with the word before.
  case mention, mentionAfterWord
  /// A title, cue or verb.
  case context
  /// A title or cue before, with nationalities and bodies in between; the same with the word's frequency as a name.
  case titleBefore, titleAndNamePart
  /// The nearest head word before, and how far it is.
  case headBefore
  /// A word some tokens away from what may be a name.
  case windowWord
}
