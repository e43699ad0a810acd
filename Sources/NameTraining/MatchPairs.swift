import NameTransliteration

/// Pairs of words that are the same name, and pairs that are not.
struct MatchPairs {
  struct Pair {
    var first: (word: String, language: NameLanguage)
    var second: (word: String, language: NameLanguage)
    var isSame: Bool
    /// By which the pairs that measure are kept from those that are learnt from.
    var key: String
  }

  let label: String
  private(set) var pairs: [Pair] = []

  /// Words of a language and their English spellings.
  init(_ data: LanguageData, english: Strangers, limit: Int) {
    label = "\(data.language)~en"
    let language = NameLanguage(rawValue: data.language) ?? .english
    let spellings = Self.grouped(data.pairs.filter { $0.count >= 2 }.map { ($0.word, $0.english) })
    for word in Self.sample(spellings.keys, limit) {
      guard let own = spellings[word], let spelling = Self.sample(own, 1).first else { continue }
      let others = english.strangers(to: spelling, seed: word).map { ($0, NameLanguage.english) }
      add((word, language), (spelling, .english), others)
    }
  }

  /// English spellings of the same word of a language.
  init(variantsOf data: LanguageData, english: Strangers, limit: Int) {
    label = "en~en by \(data.language)"
    let spellings = Self.grouped(data.pairs.filter { $0.count >= 2 }.map { ($0.word, $0.english) })
      .filter { $0.value.count >= 2 }
    for word in Self.sample(spellings.keys, limit) {
      guard let own = spellings[word] else { continue }
      let two = Self.sample(own, 2)
      let others = english.strangers(to: two[0], seed: word).map { ($0, NameLanguage.english) }
      add((two[0], .english), (two[1], .english), others)
    }
  }

  /// Words of two languages, or of one, with the same English spelling.
  init(_ one: LanguageData, _ other: LanguageData, english: Strangers, limit: Int) {
    label = "\(one.language)~\(other.language)"
    let first = Self.grouped(one.pairs.filter { $0.count >= 2 }.map { ($0.english, $0.word) })
    let second = Self.grouped(other.pairs.filter { $0.count >= 2 }.map { ($0.english, $0.word) })
    let languages = (
      NameLanguage(rawValue: one.language) ?? .english, NameLanguage(rawValue: other.language) ?? .english
    )
    for spelling in Self.sample(first.keys.filter { second[$0] != nil }, limit) {
      guard let a = Self.sample(first[spelling] ?? [], 1).first,
        let b = Self.sample((second[spelling] ?? []).filter { $0 != a }, 1).first
      else { continue }
      let others = english.strangers(to: spelling, seed: spelling)
        .compactMap { second[$0].flatMap { Self.sample($0, 1).first } }.filter { $0 != a }
      add((a, languages.0), (b, languages.1), others.map { ($0, languages.1) })
    }
  }

  private mutating func add(
    _ first: (String, NameLanguage), _ second: (String, NameLanguage), _ others: [(String, NameLanguage)]
  ) {
    pairs.append(Pair(first: first, second: second, isSame: true, key: first.0))
    for other in others { pairs.append(Pair(first: first, second: other, isSame: false, key: first.0)) }
  }

  private static func grouped(_ pairs: [(String, String)]) -> [String: [String]] {
    var result: [String: Set<String>] = [:]
    for (key, value) in pairs { result[key, default: []].insert(value) }
    return result.mapValues { $0.sorted() }
  }

  /// Some of these, always the same.
  private static func sample(_ words: some Sequence<String>, _ limit: Int) -> [String] {
    Array(words.sorted { (NameFolding.hash($0), $0) < (NameFolding.hash($1), $1) }.prefix(limit))
  }

  /// English spellings that are somebody else's.
  struct Strangers {
    /// Those that are known of two people at least.
    let names: [String]
    /// The words that each is a spelling of, in any language.
    private var words: [String: Set<String>] = [:]
    private var shaped: [String: [String]] = [:]
    private var sounding: [String: [String]] = [:]

    init(_ data: some Sequence<LanguageData>) {
      var names: Set<String> = []
      for data in data {
        for pair in data.pairs {
          words[pair.english, default: []].insert(pair.word)
          if pair.count >= 2 { names.insert(pair.english) }
        }
      }
      self.names = names.sorted()
      shaped = Dictionary(grouping: self.names) { Self.shape($0) }
      sounding = Dictionary(grouping: self.names) { Self.skeleton($0) }
    }

    /// One of any, one with the same first letter that is as long, and two with the same skeleton; none of them is written as
    /// the name is in any language.
    func strangers(to name: String, seed: String) -> [String] {
      let own = words[name] ?? []
      let pools = [names, shaped[Self.shape(name)], sounding[Self.skeleton(name)], sounding[Self.skeleton(name)]]
      var result: [String] = []
      for (index, pool) in pools.enumerated() {
        let hash = Int(NameFolding.hash(seed + "\(index)") >> 1)
        guard let pool, !pool.isEmpty else { continue }
        let stranger = pool[hash % pool.count]
        if stranger != name, own.isDisjoint(with: words[stranger] ?? []) { result.append(stranger) }
      }
      return result
    }

    private static func shape(_ name: String) -> String { name.prefix(1) + "\(name.utf8.count / 2)" }

    private static func skeleton(_ name: String) -> String {
      String(decoding: ConsonantSkeleton.of(name.utf8), as: UTF8.self)
    }
  }
}
