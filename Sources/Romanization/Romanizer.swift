import TextModel
public import UnicodeText

/// Writes texts by a scheme, and brings them back where the scheme can be reversed.
///
/// One a task: it owns ICU's transforms. The time grows with the length of the text, whatever it is: ICU gets stretches of at
/// most 48 scalars, cut at white space, and longer words in pieces.
public final class Romanizer {
  /// The scheme.
  public let scheme: RomanizationScheme

  private let transforms: [Transform]
  /// What the scheme writes alike everywhere; nil where it has rules that the table cannot say, or needs vowels.
  private let table: RomanizationTable?
  private let reverse: Transform?
  private let vowels: (any VowelRestoring)?
  private let constructState: ConstructState?

  /// A romanizer that writes the vowels that stand in the text, and those that `vowels` knows for words without any.
  ///
  /// With `capitals`, every word has one, as in names; articles and prefixes stay small. That concerns schemes that write
  /// vowels and have no rule of capitals themselves; in others a capital is another letter.
  ///
  /// - Throws: ICU's error where it cannot read the scheme's rules.
  public init(
    _ scheme: RomanizationScheme, vowels: (any VowelRestoring)? = nil, capitals: Bool = false
  ) throws(ICUError) {
    self.scheme = scheme
    var transforms: [Transform] = []
    let hasCapitals = capitals && scheme.writesVowels && !scheme.beginsWithCapital
    for name in [scheme.reading, scheme.id, hasCapitals ? "names-capitals" : nil] {
      if let name, let transform = try RomanizationRules.transform(name) { transforms.append(transform) }
    }
    self.transforms = transforms
    if transforms.count == 1, !scheme.writesVowels, !scheme.beginsWithCapital,
      let transform = transforms.first, let rules = RomanizationRules.text(named: scheme.id)
    {
      table = RomanizationTable(rules: rules) { try? transform.transform($0) }
    } else {
      table = nil
    }
    var reverse: Transform?
    if scheme.isReversible {
      reverse = try RomanizationRules.transform(scheme.id + RomanizationRules.wayBack)
      if reverse == nil { reverse = try RomanizationRules.transform(scheme.id, .reverse) }
    }
    self.reverse = reverse
    self.vowels = vowels
    constructState = scheme.readsConstructState ? ConstructState() : nil
  }

  /// The text by the scheme; what the table does not have stays as it is.
  ///
  /// - Throws: `ICUError` where memory runs out.
  public func romanize(_ text: String) throws(ICUError) -> Romanization {
    if let result = romanizedByTable(text) { return Romanization(text: result, words: []) }
    return try romanize(text, usingTable: true)
  }

  /// The text by the transforms; where `usingTable` is set, only the stretches that the table does not know.
  func romanize(_ text: String, usingTable: Bool) throws(ICUError) -> Romanization {
    var scalars = Array(text.unicodeScalars)
    let words = scheme.writesVowels ? read(&scalars) : []
    var result = ""
    for stretch in Stretches(scalars) {
      if usingTable, let known = romanizedByTable(stretch) {
        result += known
        continue
      }
      var stretch = stretch
      for transform in transforms { stretch = try transform.transform(stretch) }
      result += stretch
    }
    return Romanization(text: scheme.beginsWithCapital ? Self.capitalized(result) : result, words: words)
  }

  private func romanizedByTable(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { romanizedByTable($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What valid UTF-8 becomes, where the scheme needs nothing but its table: many times faster than `romanize`, and the same. Nil for
  /// all other texts.
  public func romanizedByTable(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? { table?.romanized(text) }

  /// The text that was romanized: the same as it was, if it had only characters of the scheme's table and none of those into
  /// which the table turns them, in words of at most 48 scalars.
  ///
  /// - Throws: `notReversible` for a scheme that has no way back.
  public func original(of text: String) throws(RomanizationError) -> String {
    guard let reverse else { throw .notReversible(scheme: scheme.id) }
    do throws(ICUError) {
      var result = ""
      let stretches = Stretches(Array(text.unicodeScalars), maximumCount: Stretches.maximumRomanizedCount)
      for stretch in stretches { result += try reverse.transform(stretch) }
      return result
    } catch {
      throw .transform(error)
    }
  }

  /// Supplies what the words of a text do not say themselves, and tells where their vowels are from.
  private func read(_ text: inout [Unicode.Scalar]) -> [Romanization.Word] {
    var words = PointedWord.words(in: text)
    guard !words.isEmpty else { return [] }
    let found = words.indices.map { index in
      if words[index].hasVowels { return Romanization.Vowels.written }
      guard let restored = restored(words[index]) else { return .missing }
      words[index] = restored
      return .restored
    }
    var result: [Unicode.Scalar] = []
    var place = 0
    var ranges: [ByteRange] = []
    var offset = 0
    for (index, word) in words.enumerated() {
      result += text[place..<word.range.lowerBound]
      offset += Self.byteCount(text[place..<word.range.lowerBound])
      let count = Self.byteCount(text[word.range])
      ranges.append(ByteRange(offset, offset + count))
      offset += count
      place = word.range.upperBound
      result += isConstruct(index, of: words, in: text) ? constructState?.constructed(word).scalars ?? [] : word.scalars
    }
    result += text[place...]
    text = result
    return zip(ranges, found).map { Romanization.Word(range: $0, vowels: $1) }
  }

  private func restored(_ word: PointedWord) -> PointedWord? {
    guard let vowels, word.scalars.count <= Stretches.maximumCount else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word.scalars)
    guard let answer = vowels.vowelled(String(view)) else { return nil }
    let restored = PointedWord(scalars: Array(answer.unicodeScalars), range: word.range)
    return restored.letters == word.letters && restored.hasVowels ? restored : nil
  }

  private func isConstruct(_ index: Int, of words: [PointedWord], in text: [Unicode.Scalar]) -> Bool {
    guard let constructState, index + 1 < words.count else { return false }
    let gap = text[words[index].range.upperBound..<words[index + 1].range.lowerBound]
    guard gap.count == 1, gap.allSatisfy(\.properties.isWhitespace) else { return false }
    return constructState.holds(words[index], before: words[index + 1])
  }

  private static func byteCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + UTF8.width($1) }
  }

  /// The text with its first letter large, behind what stands for ayn or hamza.
  private static func capitalized(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.properties.isAlphabetic }) else { return text }
    return String(scalars[..<first]) + scalars[first].properties.uppercaseMapping
      + String(scalars[scalars.index(after: first)...])
  }
}
