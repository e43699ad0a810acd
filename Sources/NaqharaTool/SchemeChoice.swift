import ArgumentParser
import Naqhara

/// The romanization that `--scheme` names: one table, or one for each of several languages.
struct SchemeChoice: Sendable {
  /// The schemes, of which a text's letters choose one.
  let schemes: [RomanizationScheme]
  /// Whether romanized text is to be brought back.
  let isWayBack: Bool

  /// The schemes of a name, for the languages that are asked for.
  ///
  /// - Throws: `ValidationError` that says what there is.
  init(named name: String, from: NameLanguage?, to: NameLanguage) throws {
    var schemes = RomanizationScheme.all(named: name)
    guard !schemes.isEmpty else {
      throw ValidationError("there is no scheme “\(name)”; naqhara transliterate --list shows all")
    }
    isWayBack = to != .english
    for language in [from, to] {
      guard let language, language != .english else { continue }
      let others = schemes.map(\.language)
      schemes = schemes.filter { $0.language == language.rawValue }
      guard !schemes.isEmpty else {
        throw ValidationError(
          "there is no scheme “\(name)” for \(language.rawValue), but for \(others.joined(separator: ", "))")
      }
    }
    if isWayBack, let scheme = schemes.first(where: { !$0.isReversible }) {
      let reversible = RomanizationScheme.all(for: scheme.language).filter(\.isReversible).map(\.id)
      throw ValidationError(
        "\(RomanizationError.notReversible(scheme: scheme.id)); these can: \(reversible.joined(separator: ", "))")
    }
    self.schemes = schemes
  }

  /// A writer for one task.
  func makeWriter(capitals: Bool) throws -> SchemeWriter {
    let romanizers = try schemes.map { scheme in
      let needsVowels = scheme.writesVowels && scheme.language == NameLanguage.arabic.rawValue && !isWayBack
      let vowels = needsVowels ? try NameVowels(NameTransliteration(from: .arabic)) : nil
      return try Romanizer(scheme, vowels: vowels, capitals: capitals)
    }
    return SchemeWriter(romanizers, isWayBack: isWayBack)
  }

  /// The table that `--list` prints.
  static var list: String {
    let head = ["SCHEME", "LANGUAGE", "WAY BACK", "VOWELS", "TITLE", "SOURCE"]
    let rows = RomanizationScheme.all.map { scheme in
      [
        scheme.id, scheme.language, scheme.isReversible ? "yes" : "no", scheme.writesVowels ? "yes" : "no",
        scheme.title,
        scheme.source,
      ]
    }
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    return ([head] + rows).map { row in
      row.indices.map { column in
        column == row.count - 1
          ? row[column] : row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
