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

  private typealias Block = SIMD16<UInt8>

  /// The byte after the last that counts is there, too.
  private static func language(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
    let arabic = Self.count(bytes, count) { lead, _ in lead & 0xFC .== 0xD8 }
    let hebrew = Self.count(bytes, count) { lead, _ in lead & 0xFE .== 0xD6 }
    let cyrillic = Self.count(bytes, count) { lead, _ in lead & 0xFC .== 0xD0 }
    let other = Self.count(bytes, count) { lead, _ in
      ((lead | 0x20) &- 0x61 .< 26) .| (lead &- 0xC3 .< 13) .| (lead &- 0xE0 .< 21)
    }
    let most = max(arabic, hebrew, cyrillic, other)
    if most == 0 || most == other { return "und" }
    if most == hebrew { return "he" }
    if most == cyrillic {
      // є і ї ґ
      let ukrainian = Self.count(bytes, count) { lead, next in
        ((lead .== 0xD1) .& ((next .== 0x94) .| (next .== 0x96) .| (next .== 0x97))) .| ((lead .== 0xD2) .& (next .== 0x91))
      }
      // ъ ы э ё
      let russian = Self.count(bytes, count) { lead, next in
        (lead .== 0xD1) .& ((next .== 0x8A) .| (next .== 0x8B) .| (next .== 0x8D) .| (next .== 0x91))
      }
      return ukrainian > russian ? "uk" : "ru"
    }
    // ٹ ڈ ڑ ں ے
    let urdu = Self.count(bytes, count) { lead, next in
      ((lead .== 0xD9) .& (next .== 0xB9)) .| ((lead .== 0xDB) .& (next .== 0x92))
        .| ((lead .== 0xDA) .& ((next .== 0x88) .| (next .== 0x91) .| (next .== 0xBA)))
    }
    if urdu * 100 > arabic { return "ur" }
    // پ چ ژ ک گ ی
    let persian = Self.count(bytes, count) { lead, next in
      ((lead .== 0xD9) .& (next .== 0xBE)) .| ((lead .== 0xDB) .& (next .== 0x8C))
        .| ((lead .== 0xDA) .& ((next .== 0x86) .| (next .== 0x98) .| (next .== 0xA9) .| (next .== 0xAF)))
    }
    return persian * 50 > arabic ? "fa" : "ar"
  }

  /// At how many places a byte and the one behind it are what is asked for, sixteen at a time; zeros must not be.
  @inline(__always)
  private static func count(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ isCounted: (_ lead: Block, _ next: Block) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    let start = UnsafeRawPointer(bytes)
    var sum = 0
    var index = 0
    while index &+ 16 <= count {
      // As many blocks as a byte can count.
      let end = min(index &+ 16 &* 255, count &- 15)
      var part = Block.zero
      while index < end {
        let mask = isCounted(
          start.loadUnaligned(fromByteOffset: index, as: Block.self),
          start.loadUnaligned(fromByteOffset: index &+ 1, as: Block.self))
        part &-= unsafeBitCast(mask, to: Block.self)
        index &+= 16
      }
      for lane in 0..<16 { sum &+= Int(part[lane]) }
    }
    guard index < count else { return sum }
    var lead = Block.zero
    var next = Block.zero
    for lane in 0..<count - index { (lead[lane], next[lane]) = (bytes[index + lane], bytes[index + lane + 1]) }
    let rest = unsafeBitCast(isCounted(lead, next), to: Block.self)
    for lane in 0..<16 where rest[lane] != 0 { sum += 1 }
    return sum
  }
}
