/// A number as it is written: whole digits and a power of ten. What does not fit into 64 bits is no number at all.
struct ExactNumber: Hashable, Sendable {
  /// The digits, without zeros at the end.
  private(set) var digits: Int
  /// The power of ten that they are multiplied by; within ±`maximumExponent`.
  private(set) var exponent: Int

  private static let maximumExponent = 36

  /// A whole number.
  init(_ number: Int) {
    digits = number
    exponent = 0
    normalize()
  }

  init?(digits: Int, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
    normalize()
    guard abs(self.exponent) <= Self.maximumExponent else { return nil }
  }

  /// ASCII digits with at most one full stop among them.
  init?(decimal: some StringProtocol) {
    var digits = 0
    var exponent = 0
    var isFraction = false
    var count = 0
    for byte in decimal.utf8 {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let (product, overflows) = digits.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = product.addingReportingOverflow(Int(byte) - 0x30)
      guard !overflows, !overflowsToo else { return nil }
      digits = sum
      count += 1
      if isFraction { exponent -= 1 }
    }
    guard count > 0 else { return nil }
    self.init(digits: digits, exponent: exponent)
  }

  private mutating func normalize() {
    if digits == 0 { exponent = 0 }
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
  }

  func adding(_ other: ExactNumber) -> ExactNumber? {
    let low = min(exponent, other.exponent)
    guard let a = scaledDigits(to: low), let b = other.scaledDigits(to: low) else { return nil }
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows ? nil : ExactNumber(digits: sum, exponent: low)
  }

  func multiplied(by other: ExactNumber) -> ExactNumber? {
    let (product, overflows) = digits.multipliedReportingOverflow(by: other.digits)
    return overflows ? nil : ExactNumber(digits: product, exponent: exponent + other.exponent)
  }

  func multiplied(byPowerOfTen power: Int) -> ExactNumber? { ExactNumber(digits: digits, exponent: exponent + power) }

  /// The number as an integer; nil where it has a fraction or is too large.
  var integer: Int? { exponent < 0 ? nil : scaledDigits(to: 0) }

  private func scaledDigits(to low: Int) -> Int? {
    var result = digits
    for _ in 0..<max(0, exponent - low) {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      result = product
    }
    return result
  }
}

extension ExactNumber: Comparable {
  /// Orders by size.
  static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    let low = min(a.exponent, b.exponent)
    // What cannot be brought to the same power of ten differs by many powers.
    guard let x = a.scaledDigits(to: low), let y = b.scaledDigits(to: low) else { return a.exponent < b.exponent }
    return x < y
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain decimal notation with a full stop: `3500000000`, `2.75`.
  var description: String {
    let text = String(digits)
    if exponent >= 0 { return text + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - text.utf8.count)) + text
    return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// As English prose writes it: `3.5 billion`, `12,345`.
  var english: String {
    for (power, name) in [(12, "trillion"), (9, "billion"), (6, "million")] {
      guard let unit = ExactNumber(digits: 1, exponent: power), self >= unit,
        let short = multiplied(byPowerOfTen: -power), short.exponent >= -2
      else { continue }
      return "\(short) \(name)"
    }
    let plain = description
    let whole = plain.prefix { $0 != "." }
    guard whole.utf8.count > 3 else { return plain }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + plain.dropFirst(whole.count)
  }
}
