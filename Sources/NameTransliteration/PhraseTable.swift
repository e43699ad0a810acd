import ArabicNormalization

/// What is known of names of one or more words, found by the keys of their words.
struct PhraseTable<Value: Sendable>: Sendable {
  private var values: [BytewiseText: Value] = [:]
  /// The most words of a phrase that begins with a word.
  private var longest: [BytewiseText: Int] = [:]

  /// What stands between two words of a phrase.
  private static var gaps: Set<String> { [" ", "-", ".", ". ", "'"] }

  /// Adds a phrase, unless it is there already.
  mutating func insert(_ keys: [String], _ value: Value) {
    guard let first = keys.first.map(BytewiseText.init) else { return }
    let phrase = BytewiseText(keys.joined(separator: " "))
    guard values[phrase] == nil else { return }
    values[phrase] = value
    longest[first] = max(longest[first] ?? 0, keys.count)
  }

  /// What is known of a single word.
  subscript(key: String) -> Value? { values[BytewiseText(key)] }

  /// What is known of the longest phrase that stands at the beginning of these words, and how many they are.
  func match(_ words: ArraySlice<NameWord>) -> (value: Value, count: Int)? {
    guard let first = words.first, let longest = longest[BytewiseText(first.key)] else { return nil }
    var keys = [first.key]
    for word in words.dropFirst().prefix(longest - 1) {
      guard Self.gaps.contains(word.gap) else { break }
      keys.append(word.key)
    }
    while !keys.isEmpty {
      if let value = values[BytewiseText(keys.joined(separator: " "))] { return (value, keys.count) }
      keys.removeLast()
    }
    return nil
  }
}

/// Cuts the names of the tables as names of texts are cut.
struct NameCutter {
  private let name: TextNormalizer?
  private let search: TextNormalizer?

  init() {
    name = try? TextNormalizer(.name)
    search = try? TextNormalizer(.search)
  }

  /// The words of a name; none where ICU has no data to normalize with.
  func words(_ text: String) -> [NameWord] {
    guard let name, let search else { return [] }
    return NameWords(name.normalize(text), language: nil, key: search.normalize).words
  }

  /// The keys of its words.
  ///
  /// Hangul is its own key: to fold its syllables would cost more than all the rest of the tables.
  func keys(_ text: String) -> [String] {
    let isHangul = text.unicodeScalars.allSatisfy { $0 == " " || (0xAC00...0xD7A3).contains($0.value) }
    return isHangul ? text.split(separator: " ").map(String.init) : words(text).map(\.key)
  }
}
