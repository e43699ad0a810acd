/// Numbers for the few different languages and sources of a lexicon.
struct LexiconLabels {
  /// Offset and length of each one's string.
  private(set) var entries: [UInt64] = []
  private var labels: [String] = []

  mutating func index(of label: String, in strings: inout ByteStrings) throws(LexiconCompiler.Failure) -> Int {
    // By bytes, since strings that Swift calls equal may be written differently.
    if let known = labels.firstIndex(where: { $0.utf8.elementsEqual(label.utf8) }) { return known }
    let number = try strings.insert(label).number
    labels.append(label)
    entries.append(UInt64(strings.start(number)) | UInt64(label.utf8.count) << 32)
    return entries.count - 1
  }
}

extension LexiconImage.NameConditions {
  /// What must hold for a mention of a name, by its row and by how it is written.
  init(of name: LexiconRow.Name, in row: LexiconRow) {
    self = []
    if name.needsContext || row.flags.contains(.needsContext) { insert(.needsContext) }
    if row.flags.contains(.onlyWithTitle) { insert(.onlyWithTitle) }
    if name.language == "fa" { insert(.persianText) }
    if row.lexiconClass == .word, name.text.unicodeScalars.last == "\u{649}" { insert(.finalAlefMaqsura) }
    guard row.lexiconClass.isEntity else { return }
    // In scripts with letter case, a name is written with capitals: “us” is not the US, “apple” not Apple.
    let cases = name.text.unicodeScalars.lazy.compactMap(\.isCapital)
    guard cases.first == true else { return }
    let isAcronym = cases.dropFirst().first != nil && cases.allSatisfy { $0 }
    insert(isAcronym || row.flags.contains(.acronym) ? .allCapitals : .initialCapital)
  }
}

extension Unicode.Scalar {
  /// Whether a letter is a capital or not; nil for what has no case.
  fileprivate var isCapital: Bool? {
    switch value {
    case 0x41...0x5A: true
    case 0x61...0x7A: false
    // Most names are in these: the rest of ASCII, and Hebrew and Arabic.
    case 0..<0x80, 0x590..<0x700: nil
    default: properties.isUppercase ? true : properties.isLowercase ? false : nil
    }
  }
}
