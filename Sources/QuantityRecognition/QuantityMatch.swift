import TextModel

/// What a rule found in a run of pieces.
struct QuantityMatch {
  var type: EntityType
  /// The first piece that belongs to it.
  var first: Int
  /// The piece after it.
  var end: Int
  /// The normalized value; nil where the text does not determine it.
  var value: String?
  /// A plain English form; nil where there is none.
  var name: String?
}

/// Reads dates, times, money, percentages and measurements in runs of pieces.
///
/// At each piece the rules are tried in one order; what matches is passed over, so that nothing overlaps. Each rule looks
/// at no more than a bounded number of pieces.
struct QuantityParser {
  let pieces: [QuantityPiece]
  let knowledge: QuantityKnowledge
  let keys: UnsafeRawBufferPointer
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the document is in Persian or Urdu.
  let isPersian: Bool

  /// All that the run holds.
  func matches() -> [QuantityMatch] {
    var result: [QuantityMatch] = []
    var index = 0
    while index < pieces.count {
      var skipped = index + 1
      if let match = match(at: index, skipping: &skipped), match.end > index {
        result.append(match)
        index = match.end
      } else {
        index = skipped
      }
    }
    return result
  }

  private func match(at index: Int, skipping: inout Int) -> QuantityMatch? {
    mayBegin(at: index) ? match(rulesAt: index, skipping: &skipping) : nil
  }

  /// Whether a rule can find something here: a quick look, which spares most pieces the rules.
  func mayBegin(at index: Int) -> Bool {
    let isLast = index + 1 == pieces.count
    switch pieces[index].content {
    // At the end of a run, digits are a year of four, or a date with full stops.
    case .digits(let key): return !isLast || key.count == 4 || keys[key].contains(0x2E)
    case .words(let node):
      let meaning = knowledge.nodes[Int(node)].meaning(isPersian: isPersian)
      return isLast ? meaning.mayStandAlone : meaning.mayBegin
    case .sign: return false
    }
  }

  /// The rules, one after the other.
  func match(rulesAt index: Int, skipping: inout Int) -> QuantityMatch? {
    if case .digits = pieces[index].content {
      if let found = clock(at: index) ?? moment(at: index) { return found }
    } else {
      if let found = moment(at: index) ?? clock(at: index) { return found }
    }
    return measure(at: index, skipping: &skipping)
  }

  // MARK: What stands at a place

  /// The words at a place as one kind of word.
  @inline(__always)
  func word(_ index: Int, _ kind: QuantityWord.Kind) -> QuantityWord? { sense(index, kind)?.word }

  @inline(__always)
  func sense(_ index: Int, _ kind: QuantityWord.Kind) -> (word: QuantityWord, sense: QuantityKnowledge.Sense)? {
    // Nearly always the answer is no, and the bits of the kinds give it.
    guard let meaning = meaning(index), meaning.kinds & kind.bit != 0 else { return nil }
    return knownSense(index, kind)
  }

  @inline(never)
  private func knownSense(
    _ index: Int, _ kind: QuantityWord.Kind
  ) -> (word: QuantityWord, sense: QuantityKnowledge.Sense)? {
    guard case .words(let node) = pieces[index].content else { return nil }
    return knowledge.word(node, kind, isPersian: isPersian)
  }

  /// What the words at a place are; nil where there are none.
  @inline(__always)
  func meaning(_ index: Int) -> QuantityKnowledge.Meaning? {
    guard pieces.indices.contains(index), case .words(let node) = pieces[index].content else { return nil }
    return knowledge.nodes[Int(node)].meaning(isPersian: isPersian)
  }

  func isLink(_ index: Int, _ link: QuantityLink) -> Bool {
    guard let meaning = meaning(index) else { return false }
    return meaning.links & link.bit != 0
  }

  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    guard pieces.indices.contains(index), case .sign(let byte) = pieces[index].content else { return false }
    return byte == UInt8(ascii: sign)
  }

  /// A sign with nothing before and after it: the hyphen of 2003-2005.
  func isTightSign(_ index: Int, _ sign: Unicode.Scalar, atEnd: Bool = false) -> Bool {
    isSign(index, sign) && pieces[index].gap == .none && (atEnd || isTight(index + 1))
  }

  /// Whether a piece follows the one before it without a space.
  func isTight(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].gap == .none }

  /// The digits at a place as a whole number, and how many they are; nil where they have separators.
  func digits(_ index: Int) -> (number: Int, count: Int)? {
    guard let text = digitText(index), text.count <= 9 else { return nil }
    var number = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte) - 0x30
    }
    return (number, text.count)
  }

  func digitText(_ index: Int) -> UnsafeRawBufferPointer? {
    guard pieces.indices.contains(index), case .digits(let key) = pieces[index].content else { return nil }
    return UnsafeRawBufferPointer(rebasing: keys[key])
  }

  /// The place after a full stop that ends an abbreviation: 2014 г., 5 млн. рублей.
  func afterStop(_ index: Int) -> Int {
    isSign(index, ".") && isTight(index) && pieces.indices.contains(index + 1) ? index + 1 : index
  }

  /// The place after a word, and after its full stop where it is an abbreviation: 2014 г., 5 p.m.
  func afterAbbreviation(_ index: Int) -> Int {
    guard pieces.indices.contains(index) else { return index }
    let text = bytes[pieces[index].range.lowerBound..<pieces[index].range.upperBound]
    let isAbbreviation = text.count <= 4 && (text.first ?? 0) >= 0xD0 && (text.first ?? 0) < 0xD4 || text.contains(0x2E)
    return isAbbreviation && isTightSign(index + 1, ".", atEnd: true) ? index + 2 : index + 1
  }

  /// The language of the words nearest to a place.
  func language(near index: Int) -> QuantityLanguage? {
    language(of: index + 1) ?? language(of: index - 1) ?? language(of: index + 2) ?? language(of: index - 2)
  }
}

extension QuantityParser {
  /// Whether the letters before a run, or those after its beginning, are Latin.
  var documentIsLatin: Bool {
    guard let start = pieces.first?.range.lowerBound else { return false }
    for offset in stride(from: start - 1, through: max(0, start - 64), by: -1) {
      let byte = bytes[offset]
      if byte >= 0xD0, byte <= 0xDB { return false }
      if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return true }
    }
    return false
  }
}
