/// What is done to the text of a name, whatever its source.
enum NameText {
  /// One space for any white space and controls, none around; without the invisible marks of direction.
  static func cleaned(_ name: String) -> String {
    if isClean(name) { return name }
    var result = String.UnicodeScalarView()
    var hasGap = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        hasGap = !result.isEmpty
        continue
      }
      if hasGap { result.append(" ") }
      hasGap = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether there is surely nothing to clean: most names, of which no property needs to be looked up.
  private static func isClean(_ name: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in name.utf8 {
      switch byte {
      case 0x20: if previous == 0x20 { return false }
      case 0x00..<0x20, 0x7F: return false
      // What begins U+0080…BF, U+1000…3FFF and U+F000…FFFF, and the second byte of U+061C.
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
      case 0x9C: if previous == 0xD8 { return false }
      default: break
      }
      previous = byte
    }
    return previous != 0x20
  }

  /// `Путин, Владимир` as texts have it: `Владимир Путин`. What has no comma, or several, or one before `Jr.` stays.
  static func givenNameFirst(_ name: String) -> String {
    let parts = name.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Substring($0) }
    guard parts.count == 2, parts[1].utf8.first == 0x20, !parts[1].utf8.contains(UInt8(ascii: ".")),
      !parts[0].isEmpty, parts[1].utf8.count > 4
    else { return name }
    return parts[1].dropFirst() + " " + parts[0]
  }

  /// Whether the letters of a name are Latin.
  static func isLatin(_ name: String) -> Bool {
    var hasLatin = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: hasLatin = true
      case 0x00...0x7F: break
      case 0x80...0x24F, 0x1E00...0x1EFF, 0x2B0...0x2FF, 0x300...0x36F:
        if scalar.properties.isAlphabetic { hasLatin = true }
      // Arabic letters, in most names that are not Latin.
      case 0x620...0x64A: return false
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return hasLatin
  }
}
