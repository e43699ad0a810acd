import UnicodeText

/// The few properties that the foldings ask ICU for.
enum CharacterProperties {
  private static let category = try? CodePointMap(.generalCategory)
  private static let script = try? CodePointMap(.script)

  /// General category Mn.
  static func isNonspacingMark(_ scalar: Unicode.Scalar) -> Bool { category?.value(of: scalar) == 6 }

  /// Script Latn or Grek.
  static func isLatinOrGreek(_ scalar: Unicode.Scalar) -> Bool {
    let value = script?.value(of: scalar)
    return value == 25 || value == 14
  }

  /// The value of a decimal digit (general category Nd) of any script; nil for other characters.
  static func decimalDigit(of scalar: Unicode.Scalar) -> Int? {
    guard category?.value(of: scalar) == 9, let value = scalar.properties.numericValue else { return nil }
    // Not Int(exactly:), which would need the C library's mathematics.
    return (0...9).first { Double($0) == value }
  }
}
