/// A text's language by its letters: enough to keep Persian names out of Arabic text and to tell browsers which fonts and
/// voices to choose.
public enum LanguageGuess {
  /// `ar`, `fa`, `ur`, `he`, `ru`, `uk`, or `und` where the letters do not tell. Looks at the first 64 KB.
  public static func language(of bytes: [UInt8]) -> String {
    var arabic = 0
    var persian = 0
    var urdu = 0
    var hebrew = 0
    var cyrillic = 0
    var ukrainian = 0
    var russian = 0
    var other = 0
    var index = 0
    let end = min(bytes.count - 1, 64 << 10)
    while index < end {
      let unit = UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      switch bytes[index] {
      case 0xD8...0xDB:
        arabic += 1
        switch unit {
        // پ چ ژ ک گ ی
        case 0xD9BE, 0xDA86, 0xDA98, 0xDAA9, 0xDAAF, 0xDB8C: persian += 1
        // ٹ ڈ ڑ ں ے
        case 0xD9B9, 0xDA88, 0xDA91, 0xDABA, 0xDB92: urdu += 1
        default: break
        }
      case 0xD6, 0xD7: hebrew += 1
      case 0xD0...0xD3:
        cyrillic += 1
        switch unit {
        // є і ї ґ
        case 0xD194, 0xD196, 0xD197, 0xD291: ukrainian += 1
        // ъ ы э ё
        case 0xD18A, 0xD18B, 0xD18D, 0xD191: russian += 1
        default: break
        }
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xCF, 0xE0...0xF4: other += 1
      default: break
      }
      index += bytes[index] >= 0xC0 ? 2 : 1
    }
    let most = max(arabic, hebrew, cyrillic, other)
    if most == 0 || most == other { return "und" }
    if most == hebrew { return "he" }
    if most == cyrillic { return ukrainian > russian ? "uk" : "ru" }
    if urdu * 100 > arabic { return "ur" }
    return persian * 50 > arabic ? "fa" : "ar"
  }
}
