/// How the Arabic article is written, where that shall not be left to the region.
public enum NameArticle: String, CaseIterable, Sendable {
  /// Always alike, with a hyphen: al-Sisi, Abd al-Rahman.
  case al
  /// As it is spoken in Egypt: el-Sisi, Abd el-Rahman.
  case el
  /// As one word with the name: Alsisi, Abdulrahman.
  case joined
  /// With the letter that is heard: as-Sisi, Abd ar-Rahman.
  case assimilated

  /// The article before a name that is written so; nil where it has no form of its own.
  func form(before spelling: String) -> String? {
    switch self {
    case .al: "al-"
    case .el: "el-"
    case .joined: nil
    case .assimilated: "a" + (Self.sunLetter(of: spelling) ?? "l") + "-"
    }
  }

  /// The letters for which the article's l is not heard, as Latin letters write them; the longer first.
  private static let sunLetters = ["sh", "th", "dh", "t", "d", "r", "z", "s", "n", "l"]

  /// The first letter of a spelling if it is one of those that the article becomes.
  static func sunLetter(of spelling: String) -> String? {
    let small = spelling.prefix(2).lowercased()
    return sunLetters.first { small.utf8.starts(with: $0.utf8) }
  }
}
