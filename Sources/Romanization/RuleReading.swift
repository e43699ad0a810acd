/// What can be told of a transform's rules without following them: which characters are always written alike, whatever stands around
/// them.
///
/// It reads the notation of ICU's rules (Unicode Technical Standard 35, part 2, transforms) as far as the romanizations use it, and
/// gives up on everything else.
struct RuleReading {
  /// Characters that some rule changes in certain places only, or together with others.
  private(set) var contextual: Set<Unicode.Scalar> = []
  /// Characters that a rule changes wherever they stand.
  private(set) var plain: Set<Unicode.Scalar> = []
  /// Whether the text is composed before the rules.
  private(set) var composes = false

  /// A character of a rule, and whether it stands for itself.
  private struct Sign {
    let scalar: Unicode.Scalar
    let isLiteral: Bool
    func isSyntax(_ scalar: Unicode.Scalar) -> Bool { !isLiteral && self.scalar == scalar }
  }

  /// Reads rules; nil where they have something that is not understood here.
  init?(_ rules: String) {
    for statement in Self.statements(rules) {
      guard read(statement[...]) else { return nil }
    }
    plain.subtract(contextual)
  }

  private mutating func read(_ statement: ArraySlice<Sign>) -> Bool {
    if statement.first?.isSyntax(":") == true {
      let name = statement.drop { $0.isSyntax(":") }
      // What stands in parentheses is for the way back.
      if name.first?.isSyntax("(") == true { return true }
      guard name.map(\.scalar) == Array("NFC".unicodeScalars) else { return false }
      composes = true
      return true
    }
    // A variable: what stands for it in a rule is not followed.
    if statement.first?.isSyntax("$") == true, statement.contains(where: { $0.isSyntax("=") }) { return true }
    guard let arrow = statement.firstIndex(where: { $0.isSyntax("→") || $0.isSyntax("↔") || $0.isSyntax("←") }) else {
      return false
    }
    if statement[arrow].isSyntax("←") { return true }
    let left = statement[..<arrow]
    let right = statement[(arrow + 1)...]
    let key = Self.key(left)
    guard !key.isEmpty, key.allSatisfy(Self.isCharacter) else { return false }
    if key.count == 1, left.count == 1, right.allSatisfy(Self.isCharacter) {
      plain.insert(key[key.startIndex].scalar)
    } else {
      contextual.formUnion(key.map(\.scalar))
    }
    return true
  }

  /// What a rule replaces, without what must stand around it.
  private static func key(_ left: ArraySlice<Sign>) -> ArraySlice<Sign> {
    var key = left
    if let open = key.firstIndex(where: { $0.isSyntax("{") }) { key = key[(open + 1)...] }
    if let close = key.firstIndex(where: { $0.isSyntax("}") }) { key = key[..<close] }
    return key
  }

  /// Letters stand for themselves, most signs only where they are quoted.
  private static func isCharacter(_ sign: Sign) -> Bool { sign.isLiteral || sign.scalar.properties.isAlphabetic }

  /// The statements of rules, without comments and spaces.
  private static func statements(_ rules: String) -> [[Sign]] {
    var statements: [[Sign]] = []
    var statement: [Sign] = []
    var rest = Substring(rules).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "#": while let next = rest.popFirst(), next != "\n" {}
      case ";":
        if !statement.isEmpty { statements.append(statement) }
        statement = []
      case "\\": if let literal = escaped(&rest) { statement.append(Sign(scalar: literal, isLiteral: true)) }
      case "'":
        while let next = rest.popFirst(), next != "'" { statement.append(Sign(scalar: next, isLiteral: true)) }
      default: if !scalar.properties.isWhitespace { statement.append(Sign(scalar: scalar, isLiteral: false)) }
      }
    }
    if !statement.isEmpty { statements.append(statement) }
    return statements
  }

  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let scalar = rest.popFirst() else { return nil }
    guard scalar == "u" else { return scalar }
    let digits = String(Substring(rest.prefix(4)))
    rest.removeFirst(min(4, rest.count))
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
