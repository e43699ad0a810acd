import TextModel

/// The stretches of digits and of other characters in a token that has both.
enum MixedToken {
  struct Part {
    let range: Range<Int>
    let isDigits: Bool
  }

  /// The stretches of a key, in which all digits are ASCII. A separator between two digits is part of theirs.
  static func parts(key: UnsafeRawBufferPointer) -> [Part] {
    var runs = Runs()
    for (offset, byte) in key.enumerated() where byte < 0x80 || byte >= 0xC0 {
      runs.add(offset, isDigit: byte >= 0x30 && byte <= 0x39, isSeparator: byte == 0x2C || byte == 0x2E)
    }
    return runs.finish(key.count)
  }

  /// The same stretches of the token in the text, where digits may be of any script.
  static func parts(text: UnsafeBufferPointer<UInt8>, in range: ByteRange) -> [Part] {
    var runs = Runs()
    var offset = range.lowerBound
    for scalar in String(decoding: text[range.lowerBound..<range.upperBound], as: UTF8.self).unicodeScalars {
      let isDigit =
        scalar.isASCII ? "0"..."9" ~= scalar : scalar.properties.numericType == .decimal
      let isSeparator = scalar == "." || scalar == "," || scalar == "\u{66B}" || scalar == "\u{66C}"
      // What the key does not have, such as the tatweel of بـ15, goes with the letters.
      runs.add(offset, isDigit: isDigit, isSeparator: isSeparator)
      offset += UTF8.width(scalar)
    }
    return runs.finish(range.upperBound)
  }

  private struct Runs {
    private var parts: [Part] = []
    private var start: Int?
    private var isDigits = false
    /// Where a separator behind digits stands, as long as it is open whose it is.
    private var separator: Int?

    mutating func add(_ offset: Int, isDigit: Bool, isSeparator: Bool) {
      guard start != nil else {
        start = offset
        isDigits = isDigit
        return
      }
      if isDigits, isSeparator, separator == nil {
        separator = offset
        return
      }
      if isDigit != isDigits { close(separator ?? offset, next: isDigit) }
      separator = nil
    }

    private mutating func close(_ end: Int, next: Bool) {
      if let start, start < end { parts.append(Part(range: start..<end, isDigits: isDigits)) }
      start = end
      isDigits = next
    }

    mutating func finish(_ end: Int) -> [Part] {
      close(separator ?? end, next: false)
      if separator != nil { close(end, next: false) }
      return parts
    }
  }
}
