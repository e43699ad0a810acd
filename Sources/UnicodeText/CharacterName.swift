internal import CTextICU

/// The name of a character in the Unicode Character Database, such as `ARABIC LETTER BEH`.
///
/// Characters without one are named by what they are: `<control-0009>`, `<private-use-E000>`.
public func unicodeName(of scalar: Unicode.Scalar) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
    guard let start = buffer.baseAddress else { return "" }
    // The last byte stays zero, whatever ICU does.
    buffer.initialize(repeating: 0)
    return ticu_char_name(scalar.value, start, Int32(buffer.count - 1)) <= 0 ? String(cString: start) : ""
  }
}
