import EntityLexicon
import NameTransliteration
import TextModel
import TextSegmentation

/// What the model sees of one word by itself, whatever stands around it.
struct WordDescription {
  var word: UInt64 = 0
  /// The key without proclitics and article.
  var stem: UInt64 = 0
  /// Hashes of the first and the last one to four letters; 0 where the word has not more letters than that.
  var prefixes: SIMD4<UInt64> = .zero
  var suffixes: SIMD4<UInt64> = .zero
  var shape: UInt64 = 0
  /// How many letters it has, up to ten; 0 for what is no word.
  var length: UInt64 = 0
  /// How many people bear it: 0, or one more than the logarithm to the base 2, up to ten.
  var namePart: UInt64 = 0
  var namePartStem: UInt64 = 0
  /// See `WordFrequencies`.
  var frequency: UInt64 = 0
  var frequencyStem: UInt64 = 0
  /// See `NameLikeness`; 0 for what is no word.
  var likeness: UInt64 = 0
}

extension WordDescription {
  /// What other tokens' features ask of a word.
  struct Outline {
    var word: UInt64 = 0
    var stem: UInt64 = 0
    /// A hash of the last two letters.
    var ending: UInt64 = 0
    var namePart: UInt8 = 0
    var frequency: UInt8 = 0
    var length: UInt8 = 0
  }

  var outline: Outline {
    Outline(
      word: word, stem: stem, ending: suffixes[1], namePart: UInt8(truncatingIfNeeded: namePart),
      frequency: UInt8(truncatingIfNeeded: frequency), length: UInt8(truncatingIfNeeded: length))
  }
}

/// Describes words by their keys, which are those of the profile `search`.
struct WordDescriber {
  private let nameParts: NamePartDictionary?
  private let frequencies: WordFrequencies
  private let likeness: NameLikeness
  private var letterStarts: [Int] = []

  /// Longer words have no runs of three letters.
  private static let maximumLetters = 24

  /// Hashes of the last described word's runs of three letters.
  private(set) var trigrams: [UInt64] = []

  init(nameParts: NamePartDictionary?, model: RecognitionModel) {
    self.nameParts = nameParts
    frequencies = model.frequencies
    likeness = model.likeness
  }

  /// Describes a token; its runs of three letters are then in `trigrams`.
  mutating func describe(
    key: UnsafeRawBufferPointer, hash: UInt64, original: UnsafeRawBufferPointer, kind: Token.Kind
  ) -> WordDescription {
    trigrams.removeAll(keepingCapacity: true)
    var word = WordDescription(word: hash, stem: hash)
    word.shape = Self.shape(original, kind)
    if kind == .number {
      // 1,500 and 2003 are a kind of number each, by length.
      word.word = UInt64(min(key.count, 8)) | 1 << 60
      word.stem = word.word
    }
    guard kind == .word, !key.isEmpty else { return word }
    letterStarts.removeAll(keepingCapacity: true)
    for index in key.indices where key[index] & 0xC0 != 0x80 { letterStarts.append(index) }
    let letters = letterStarts.count
    letterStarts.append(key.count)
    word.length = UInt64(min(letters, 10))
    func part(_ range: Range<Int>) -> UInt64 {
      LexiconImage.hash(
        UnsafeRawBufferPointer(rebasing: key[letterStarts[range.lowerBound]..<letterStarts[range.upperBound]]))
    }
    for count in 1...4 where letters > count {
      word.prefixes[count - 1] = part(0..<count)
      word.suffixes[count - 1] = part(letters - count..<letters)
    }
    if letters >= 4, letters <= Self.maximumLetters {
      for start in 0...(letters - 3) { trigrams.append(part(start..<start + 3)) }
    }
    word.likeness = likeness.step(key)
    word.namePart = namePartClass(key)
    word.frequency = frequencies.frequencyClass(hash: hash)
    let stem = UnsafeRawBufferPointer(rebasing: key[Self.stemStart(key)...])
    if stem.count < key.count {
      word.stem = LexiconImage.hash(stem)
      word.namePartStem = namePartClass(stem)
      word.frequencyStem = frequencies.frequencyClass(hash: word.stem)
    } else {
      word.namePartStem = word.namePart
      word.frequencyStem = word.frequency
    }
    return word
  }

  private func namePartClass(_ key: UnsafeRawBufferPointer) -> UInt64 {
    guard let nameParts else { return 0 }
    let count = nameParts.namePartCount(key.assumingMemoryBound(to: UInt8.self))
    return count == 0 ? 0 : UInt64(min(Int.bitWidth - count.leadingZeroBitCount, 10))
  }

  /// Where an Arabic word begins behind conjunction, preposition and article; 0 for other scripts.
  static func stemStart(_ key: UnsafeRawBufferPointer) -> Int {
    var start = 0
    func pair(_ offset: Int) -> UInt16 {
      offset + 1 < key.count ? UInt16(key[offset]) << 8 | UInt16(key[offset + 1]) : 0
    }
    func hasLetters(after offset: Int) -> Bool { key.count - offset >= 6 }
    // و ف
    if pair(0) == 0xD988 || pair(0) == 0xD981, hasLetters(after: 2) { start = 2 }
    switch (pair(start), pair(start + 2)) {
    // لل
    case (0xD984, 0xD984) where hasLetters(after: start + 4): return start + 4
    // بال كال
    case (0xD8A8, 0xD8A7), (0xD983, 0xD8A7):
      if pair(start + 4) == 0xD984, hasLetters(after: start + 6) { return start + 6 }
    // ال
    case (0xD8A7, 0xD984) where hasLetters(after: start + 4): return start + 4
    default: break
    }
    // ب ل
    if pair(start) == 0xD8A8 || pair(start) == 0xD984, key.count - start >= 8 { return start + 2 }
    return start
  }

  /// What the original letters say and the key does not.
  private static func shape(_ original: UnsafeRawBufferPointer, _ kind: Token.Kind) -> UInt64 {
    var shape = UInt64(kind.rawValue)
    guard let first = original.first else { return shape }
    func pair(_ offset: Int) -> UInt16 {
      offset >= 0 && offset + 1 < original.count ? UInt16(original[offset]) << 8 | UInt16(original[offset + 1]) : 0
    }
    switch first {
    case 0xD8...0xDB:
      // أ إ آ, and whether the last letter is ى or ة.
      switch pair(0) {
      case 0xD8A2, 0xD8A3, 0xD8A5: shape |= UInt64(pair(0) & 0xFF) << 8
      default: break
      }
      switch pair(original.count - 2) {
      case 0xD989: shape |= 1 << 16
      case 0xD8A9: shape |= 2 << 16
      default: break
      }
      shape |= 1 << 20
    default:
      var upper = 0
      var lower = 0
      var digits = 0
      var others = 0
      var startsUpper = false
      var isFirst = true
      for scalar in String(decoding: original.prefix(64), as: UTF8.self).unicodeScalars {
        if scalar.properties.isUppercase {
          upper += 1
          if isFirst { startsUpper = true }
        } else if scalar.properties.isLowercase {
          lower += 1
        } else if scalar.properties.numericType != nil {
          digits += 1
        } else {
          others += 1
        }
        isFirst = false
      }
      shape |= startsUpper ? 1 << 8 : 0
      shape |=
        UInt64(min(upper, 3)) << 9 | (lower > 0 ? 1 << 12 : 0) | (digits > 0 ? 1 << 13 : 0)
        | (others > 0 ? 1 << 14 : 0)
      shape |= first < 0x80 ? 1 << 21 : 1 << 22
    }
    return shape
  }
}
