/// A text's language by its letters: enough to keep Persian names out of Arabic text and to tell browsers which fonts and
/// voices to choose.
public enum LanguageGuess {
  /// `ar`, `fa`, `ur`, `he`, `ru`, `uk`, or `und` where the letters do not tell. Looks at the first 64 KB of valid UTF-8.
  public static func language(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return "und" }
      return language(start, min(bytes.count - 1, 64 << 10))
    }
  }

  /// The byte after the last that counts is there, too.
  private static func language(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
    let scripts = Scripts(bytes, count)
    let most = max(scripts.arabic, scripts.hebrew, scripts.cyrillic, scripts.other)
    if most == 0 || most == scripts.other { return "und" }
    if most == scripts.hebrew { return "he" }
    if most == scripts.cyrillic {
      var ukrainian = 0
      var russian = 0
      for index in 0..<count where bytes[index] & 0xFC == 0xD0 {
        switch (bytes[index], bytes[index + 1]) {
        // є і ї ґ
        case (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97), (0xD2, 0x91): ukrainian += 1
        // ъ ы э ё
        case (0xD1, 0x8A), (0xD1, 0x8B), (0xD1, 0x8D), (0xD1, 0x91): russian += 1
        default: break
        }
      }
      return ukrainian > russian ? "uk" : "ru"
    }
    var persian = 0
    var urdu = 0
    func look(_ index: Int) {
      switch (bytes[index], bytes[index + 1]) {
      // پ چ ژ ک گ ی
      case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0x98), (0xDA, 0xA9), (0xDA, 0xAF), (0xDB, 0x8C): persian += 1
      // ٹ ڈ ڑ ں ے
      case (0xD9, 0xB9), (0xDA, 0x88), (0xDA, 0x91), (0xDA, 0xBA), (0xDB, 0x92): urdu += 1
      default: break
      }
    }
    var index = 0
    // Few letters are from there, and Arabic has none of them: eight bytes at a time are passed over.
    while index + 8 <= count {
      if Self.mayHoldForeign(UnsafeRawPointer(bytes + index)) { for place in index..<index + 8 { look(place) } }
      index += 8
    }
    while index < count {
      look(index)
      index += 1
    }
    if urdu * 100 > scripts.arabic { return "ur" }
    return persian * 50 > scripts.arabic ? "fa" : "ar"
  }

  /// Whether one of eight bytes may begin a letter that is Persian or Urdu; nine are read.
  @inline(__always)
  private static func mayHoldForeign(_ bytes: UnsafeRawPointer) -> Bool {
    let even = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    let odd = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
    // DA and DB; a borrow may add a false one, never hide one.
    let lead = even & 0xFEFE_FEFE_FEFE_FEFE ^ 0xDADA_DADA_DADA_DADA
    var found = (lead &- 0x0101_0101_0101_0101) & ~lead & 0x8080_8080_8080_8080
    found |= pairs(even, 0xBED9_BED9_BED9_BED9) | pairs(even, 0xB9D9_B9D9_B9D9_B9D9)
    found |= pairs(odd, 0xBED9_BED9_BED9_BED9) | pairs(odd, 0xB9D9_B9D9_B9D9_B9D9)
    return found != 0
  }

  /// Not 0 where one of four letters of two bytes is that of the pattern.
  @inline(__always)
  private static func pairs(_ letters: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = letters ^ pattern
    return (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
  }

  /// How many letters of each script begin in a text, a character of two bytes or more by its first.
  private struct Scripts {
    var arabic = 0
    var hebrew = 0
    var cyrillic = 0
    var other = 0

    /// What a byte adds, 16 bits for each script.
    private static let units: [UInt64] = (0...255).map { byte in
      switch byte {
      case 0xD8...0xDB: 1
      case 0xD6, 0xD7: 1 << 16
      case 0xD0...0xD3: 1 << 32
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xCF, 0xE0...0xF4: 1 << 48
      default: 0
      }
    }

    init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
      Self.units.withUnsafeBufferPointer { units in
        var start = 0
        while start < count {
          // No more than 16 bits can count.
          let end = min(start + 0xFFFF, count)
          var sum: UInt64 = 0
          for index in start..<end { sum &+= units[Int(bytes[index])] }
          arabic += Int(sum & 0xFFFF)
          hebrew += Int(sum >> 16 & 0xFFFF)
          cyrillic += Int(sum >> 32 & 0xFFFF)
          other += Int(sum >> 48)
          start = end
        }
      }
    }
  }
}
