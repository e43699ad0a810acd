import TextModel

extension Token.Kind {
  /// What a word segment of ICU is; nil for white space, which becomes no token.
  ///
  /// - Parameter isBlank: asked only where the segment is neither word nor number to ICU.
  @inline(__always)
  init?(
    ofSegment start: Int, _ end: Int, in bytes: UnsafeBufferPointer<UInt8>, ruleStatus: Int32, isBlank: () -> Bool
  ) {
    if ruleStatus < 100 {
      if isBlank() { return nil }
      self = .symbol
    } else {
      // Not by ICU's status alone, which goes by the end: G20 would be a number and 5th a word.
      self = Self.beginsWithDigit(bytes, start, end) ? .number : .word
    }
  }

  @inline(__always)
  private static func beginsWithDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let lead = bytes[start]
    if lead < 0x80 { return lead &- 0x30 < 10 }
    if lead < 0xE0 {
      guard end - start > 1 else { return false }
      let second = bytes[start + 1]
      return lead == 0xD9 && second &- 0xA0 < 10 || lead == 0xDB && second &- 0xB0 < 10
    }
    let (value, _) = ScalarReader.forward(bytes, at: start, to: end)
    return Unicode.Scalar(value)?.properties.generalCategory == .decimalNumber
  }
}
