/// Which foldings are applied to a text.
///
/// The text is first brought to NFC, then every code point goes through the foldings in their order, and the result is
/// brought to NFC again. To apply a named profile twice is the same as to apply it once.
public struct NormalizationProfile: Hashable, Sendable {
  /// The name by which the command knows it.
  public let name: String
  /// The foldings, in the order in which they are applied.
  public let foldings: [Folding]

  /// A profile of these foldings, in whatever order they are given.
  public init(name: String, foldings: some Sequence<Folding>) {
    self.name = name
    let chosen = Set(foldings)
    self.foldings = Folding.allCases.filter(chosen.contains)
  }

  /// NFC without invisible controls: the same text for every reader, byte for byte. The joiners of Persian stay.
  public static let strict = NormalizationProfile(name: "strict", foldings: [.controls])

  /// What a reader sees, written with ordinary letters and spaces: nothing that is pronounced is lost.
  public static let display = NormalizationProfile(
    name: "display", foldings: strict.foldings + [.spaces, .presentationForms, .width, .tatweel])

  /// A name as it goes into the transliterator: no marks, but every letter that tells how it sounds.
  public static let name = NormalizationProfile(
    name: "name",
    foldings: display.foldings + [
      .joiners, .compatibility, .daggerAlefRestored, .tashkeel, .quranicMarks, .niqqud, .persianShapes, .digits,
    ])

  /// What two spellings have in common: the key under which the lexicon is searched.
  public static let search = NormalizationProfile(
    name: "search", foldings: Folding.allCases.filter { $0 != .daggerAlefRestored && $0 != .finalSigma })

  /// The profiles that have a name.
  public static let all: [NormalizationProfile] = [.strict, .display, .name, .search]

  /// The profile of this name.
  public static func named(_ name: String) -> NormalizationProfile? { all.first { $0.name == name } }
}
