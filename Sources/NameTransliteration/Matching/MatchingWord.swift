/// A word of a name as it is compared with others.
struct MatchingWord: Hashable {
  enum Kind: Hashable {
    /// A part of the name proper.
    case name
    /// bin, von, de: often left out.
    case particle
    /// A single letter that stands for a part.
    case initial
  }

  var kind: Kind
  /// The language whose model reads it: English, too, for what no model reads.
  var language: NameLanguage
  /// How it may be read, in the letters of the model: without its article first, then with it. At least one, none of them
  /// empty.
  var forms: [String]

  /// The first form.
  var letters: String { forms[0] }

  /// Several words as one, as they are written in another place: Nasr Allah, Nasrallah.
  static func joined(_ words: some Collection<MatchingWord>) -> MatchingWord {
    var result = String.UnicodeScalarView()
    for word in words { result += (word.forms.last ?? "").unicodeScalars }
    return MatchingWord(
      kind: .name, language: words.first?.language ?? .english,
      forms: [String(String.UnicodeScalarView(result.prefix(MatchingName.maximumLetters)))])
  }
}
