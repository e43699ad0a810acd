import EntityLexicon
import TextModel
import TextSegmentation

/// The words of a lexicon that each token of a document may be a form of: Путина is Путин.
struct InflectedWords {
  struct Form {
    /// The number of the base form in the image.
    let word: UInt32
    /// Whether only gender or number are others: російська is російський.
    let isAgreement: Bool
    /// Whether the base form is too short to be a name by itself: суда is суд in the name of a court only.
    let isShort: Bool
  }

  /// The shortest base form, in bytes, that is a name by itself.
  private static let minimumCount = (slavic: 8, persian: 6)

  private var forms: [Form] = []
  /// Where each token's forms begin; empty where nothing was looked up.
  private var starts: [Int] = []
  private var scratch: [UInt8] = []

  /// The forms of a token.
  subscript(index: Int) -> ArraySlice<Form> {
    starts.isEmpty ? [] : forms[starts[index]..<starts[index + 1]]
  }

  /// Whether no token is a form of a word.
  var isEmpty: Bool { forms.isEmpty }

  mutating func removeAll() {
    forms.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  /// Looks every token up in an image. Persian endings are tried only where `isPersian`.
  mutating func find(
    _ tokens: UnsafeBufferPointer<Token>, _ keys: UnsafeRawBufferPointer, of document: Document, in image: LexiconImage,
    isPersian: Bool
  ) {
    removeAll()
    starts.reserveCapacity(tokens.count + 1)
    for token in tokens {
      starts.append(forms.count)
      guard token.kind == .word, token.keyCount > 0 else { continue }
      let key = UnsafeRawBufferPointer(rebasing: keys[token.keyRange])
      let inflections: Inflections
      let minimumCount: Int
      switch key[0] {
      case 0xD0...0xD2 where !Self.isAcronym(document.bytes[token.range.lowerBound..<token.range.upperBound]):
        (inflections, minimumCount) = (.slavic, Self.minimumCount.slavic)
      case 0xD8...0xDB where isPersian: (inflections, minimumCount) = (.persian, Self.minimumCount.persian)
      default: continue
      }
      inflections.forEachBase(of: key) { base in
        base.write(key, into: &scratch)
        let word = scratch.withUnsafeBytes { image.word($0, hash: LexiconImage.hash($0)) }
        guard let word, !forms[starts[starts.count - 1]...].contains(where: { $0.word == word }) else { return }
        forms.append(Form(word: word, isAgreement: base.isAgreement, isShort: scratch.count < minimumCount))
      }
    }
    starts.append(forms.count)
  }

  /// Whether a Cyrillic word begins with two capitals and ends with a small letter, as inflected acronyms do: МИДа is no form
  /// of the name Мидо.
  private static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
    func isCapital(_ lead: UInt8, _ trail: UInt8) -> Bool { lead == 0xD0 && trail < 0xB0 }
    let start = word.startIndex
    return word.count >= 6 && isCapital(word[start], word[start + 1]) && isCapital(word[start + 2], word[start + 3])
      && !isCapital(word[word.endIndex - 2], word[word.endIndex - 1])
  }
}
