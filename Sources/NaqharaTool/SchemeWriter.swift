import Naqhara

/// Writes a text by the scheme for its language, or brings it back; one a task.
final class SchemeWriter {
  /// What became of a text.
  struct Answer {
    let text: String
    let scheme: String
    let vowels: Romanization.Vowels?
  }

  private let romanizers: [Romanizer]
  private let isWayBack: Bool

  init(_ romanizers: [Romanizer], isWayBack: Bool) {
    self.romanizers = romanizers
    self.isWayBack = isWayBack
  }

  /// The text by the scheme of its language.
  ///
  /// - Throws: `CleanMessage` where the name has no scheme for it.
  func answer(_ text: String) throws -> Answer {
    let romanizer = try chosen(for: text)
    if isWayBack {
      return Answer(text: try romanizer.original(of: text), scheme: romanizer.scheme.id, vowels: nil)
    }
    let result = try romanizer.romanize(text)
    return Answer(text: result.text, scheme: romanizer.scheme.id, vowels: result.vowels)
  }

  /// What valid UTF-8 becomes where there is one scheme, and that needs nothing but its table; nil for all else.
  func answerByTable(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    romanizers.count == 1 && !isWayBack ? romanizers.first?.romanizedByTable(text) : nil
  }

  private func chosen(for text: String) throws -> Romanizer {
    guard let first = romanizers.first else { throw CleanMessage("no scheme") }
    let language = NameLanguage.guessed(from: text.unicodeScalars)
    // Latin letters and figures are the same in all.
    guard romanizers.count > 1, let language, language != .english else { return first }
    guard let romanizer = romanizers.first(where: { $0.scheme.language == language.rawValue }) else {
      let name = first.scheme.shortName
      throw CleanMessage("the scheme \(name) is not for \(language.rawValue)")
    }
    return romanizer
  }
}
