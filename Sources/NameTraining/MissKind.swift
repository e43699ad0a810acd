/// Why a first answer is not the reference.
enum MissKind: String, CaseIterable {
  case vowels = "vowels alone differ"
  case sameSound = "letters of the same sound differ (c/k/q, g/j, b/p, s/z, f/ph/v/w)"
  case silent = "doubled or silent letters differ (h, e, t)"
  case ranked = "the reference is among the first ten: another name with other consonants came first"
  case unattested = "the reference is on no list, and was not found"
  case missed = "the reference is attested, but was not found"
  case foreign = "the reference is not what the letters say (translated, shortened or another word)"

  /// What would mend it.
  var remedy: String {
    switch self {
    case .vowels: "mostly several valid spellings: more references; frequencies by the name's language"
    case .sameSound: "the language of origin, told by the rest of the name"
    case .silent: "frequencies by the name's language; French and German names in the data"
    case .ranked: "the other words of the name, or the person's country"
    case .unattested: "a longer list of attested names"
    case .missed: "a wider search, or pairs with such spellings"
    case .foreign: "nothing: errors of the data"
    }
  }

  init(
    _ answers: [String], _ references: [NameTest.Reference], isPossible: (String) -> Bool, isAttested: (String) -> Bool
  ) {
    let best = answers.first ?? ""
    let all = references.map(\.folded)
    if all.contains(where: { Self.consonants($0) == Self.consonants(best) }) {
      self = .vowels
    } else if all.contains(where: { Self.sounds($0) == Self.sounds(best) }) {
      self = .sameSound
    } else if all.contains(where: { Self.spoken($0) == Self.spoken(best) }) {
      self = .silent
    } else if answers.contains(where: { all.contains($0) }) {
      self = .ranked
    } else if !all.contains(where: isPossible) {
      self = .foreign
    } else {
      self = all.contains(where: isAttested) ? .missed : .unattested
    }
  }

  private static func consonants(_ text: String) -> String { text.filter { !"aeiouy".contains($0) } }

  private static func sounds(_ text: String) -> String {
    var result = ""
    for letter in consonants(text.replacing("ph", with: "f").replacing("ck", with: "k").replacing("sch", with: "sh")) {
      switch letter {
      case "c", "q": result += "k"
      case "j": result += "g"
      case "p": result += "b"
      case "z": result += "s"
      case "v", "w": result += "f"
      case "x": result += "ks"
      default: result.append(letter)
      }
    }
    return result
  }

  private static func spoken(_ text: String) -> String {
    var result = ""
    for letter in sounds(text) where letter != "h" && result.last != letter { result.append(letter) }
    return result.hasSuffix("t") || result.hasSuffix("s") ? String(result.dropLast()) : result
  }
}
