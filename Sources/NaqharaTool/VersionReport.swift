import Naqhara

/// What `--version` prints.
enum VersionReport {
  static let version = "0.1.0"

  static var text: String {
    let unicode = UnicodeVersions.current
    var lines = ["naqhara \(version)", "ICU \(unicode.icu), Unicode \(unicode.unicode), CLDR \(unicode.cldr)"]
    if let image = try? EntityLexicon.builtInImage(verifyingChecksum: false) {
      lines.append("lexicon \(hexadecimal(image.checksum)), \(image.entityCount) rows, \(image.nameCount) names")
    } else {
      lines.append("lexicon missing")
    }
    lines.append("name parts \(NamePartDictionary.embedded?.checksum ?? "missing")")
    lines.append("name models \(NameModel.embedded?.checksum ?? "missing")")
    return lines.joined(separator: "\n")
  }

  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
