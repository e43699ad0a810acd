/// The words that Arabic and Persian names are built with, from Lexicons/names/compounds.tsv: عبد, ال, الدين, أبو, بن.
struct NameCompounds: Sendable {
  /// Where the other part of the name stands.
  enum Form: Sendable {
    /// In the next word: أبو *.
    case before
    /// In the next word, where the name begins with the compound: ^بن *.
    case first
    /// In the next word, behind the article: عبد ال*.
    case beforeArticle
    /// In the word before: * الدين.
    case after
    /// In the same word: عبدال*.
    case beginning
    /// In the same word: *الدين.
    case ending
  }

  /// When the word written as one is looked up.
  enum Whole: String, Sendable {
    /// What is known of it comes before the template.
    case first
    /// What is known of it comes behind.
    case also
  }

  /// A way to build names.
  struct Compound: Sendable {
    let form: Form
    /// The key of the words that it adds.
    let key: String
    let whole: Whole?
    /// The template for those who want the article in one certain way, and for those who want it joined.
    let articleTemplate: String
    let joinedTemplate: String
    let templates: StyledSpellings

    /// Whether it is the article.
    var isArticle: Bool { form == .beginning && key == NameCompounds.articleKey }

    /// The templates for these settings, best first.
    func templates(_ style: NameStyle, _ article: NameArticle?) -> [String] {
      guard let article, !articleTemplate.isEmpty else { return templates[style] }
      return article == .joined && !joinedTemplate.isEmpty ? [joinedTemplate] : [articleTemplate]
    }
  }

  private var byForm: [Form: [BytewiseText: Compound]] = [:]
  private var affixes: [Compound] = []

  init(_ table: NameTable, _ cutter: NameCutter) {
    for row in table.rows {
      let pattern = row["ar"]
      let keys = cutter.keys(pattern.filter { $0 != "*" && $0 != "^" })
      guard let key = keys.first else { continue }
      let form: Form
      if pattern.hasPrefix("* ") {
        form = .after
      } else if pattern.hasPrefix("*") {
        form = .ending
      } else if pattern.hasPrefix("^") {
        form = .first
      } else if pattern.hasSuffix(" *") {
        form = .before
      } else {
        form = keys.count == 2 ? .beforeArticle : .beginning
      }
      let compound = Compound(
        form: form, key: key, whole: Whole(rawValue: row["whole"]), articleTemplate: row["article"],
        joinedTemplate: row["joined"], templates: StyledSpellings(row))
      if form == .beginning || form == .ending {
        affixes.append(compound)
      } else if byForm[form]?[BytewiseText(key)] == nil {
        byForm[form, default: [:]][BytewiseText(key)] = compound
      }
    }
  }

  /// What a word is in compounds of a form.
  func compound(_ form: Form, key: String) -> Compound? { byForm[form]?[BytewiseText(key)] }

  /// The compounds that stand inside a word, and what of the word is left.
  func inside(_ part: NamePart) -> [(compound: Compound, rest: NamePart)] {
    affixes.compactMap { compound in
      let rest =
        compound.form == .beginning
        ? part.dropping(prefix: compound.key, leaving: 3) : part.dropping(suffix: compound.key, leaving: 2)
      return rest.map { (compound, $0) }
    }
  }

  /// The article at a word's beginning.
  var article: Compound? { affixes.first(where: \.isArticle) }

  /// The letters of the article.
  static let articleKey = "ال"

  /// A template with the other part's spelling in the place of its marks.
  static func fill(_ template: String, with spelling: String, article: NameArticle?) -> String {
    var template = template
    if let article {
      // In `* al-Din` the article belongs to the word that follows it.
      let pieces = template.split(separator: "al-", maxSplits: 1, omittingEmptySubsequences: false)
      if let head = pieces.first, let tail = pieces.last, pieces.count == 2 {
        let heard = tail.hasPrefix("*") ? spelling : String(tail)
        template = head + (article.form(before: heard) ?? "al-") + tail
      }
    }
    var result = ""
    for mark in template {
      switch mark {
      case "*": result += spelling
      case "%": result += spelling.lowercased()
      case "&":
        // Abderrahmane, but Abdelkader; two letters for one sound are not doubled.
        let sun = NameArticle.sunLetter(of: spelling) ?? "l"
        result += sun.utf8.count == 1 ? sun : ""
      default: result.append(mark)
      }
    }
    return result
  }
}

extension NamePart {
  /// The part without these letters at its beginning, where at least `count` others are left.
  ///
  /// An alef with a hamza is no article's (ألكسندر), but one of أبو.
  func dropping(prefix: String, leaving count: Int) -> NamePart? {
    let letters = prefix.unicodeScalars.count
    let isSpelledSo = text.unicodeScalars.starts(with: prefix.unicodeScalars)
    let isFoldedSo = prefix != NameCompounds.articleKey && key.unicodeScalars.count == text.unicodeScalars.count
    guard isSpelledSo || isFoldedSo, key.unicodeScalars.starts(with: prefix.unicodeScalars),
      text.unicodeScalars.count >= letters + count, key.unicodeScalars.count >= letters + count
    else { return nil }
    return NamePart(
      text: String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(letters))),
      key: String(String.UnicodeScalarView(key.unicodeScalars.dropFirst(letters))), language: language)
  }

  /// The part without these letters at its end, where at least `count` others are left.
  func dropping(suffix: String, leaving count: Int) -> NamePart? {
    let letters = suffix.unicodeScalars.count
    let end = suffix.unicodeScalars.reversed()
    guard text.unicodeScalars.reversed().starts(with: end), key.unicodeScalars.reversed().starts(with: end),
      text.unicodeScalars.count >= letters + count, key.unicodeScalars.count >= letters + count
    else { return nil }
    return NamePart(
      text: String(String.UnicodeScalarView(text.unicodeScalars.dropLast(letters))),
      key: String(String.UnicodeScalarView(key.unicodeScalars.dropLast(letters))), language: language)
  }
}
