/// Takes the features of a token.
protocol FeatureSink {
  /// A feature: a kind, the place of the token that it speaks of, counted from the token at hand, and what it says.
  mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64)
  /// The features of a token over which no name is, which is so often the case that a sink may know their weights.
  mutating func addNoName(at offset: Int)
}

extension FeatureSink {
  mutating func addNoName(at offset: Int) {
    add(.lexiconTypes, at: offset, 0)
    add(.mention, at: offset, 0)
  }
}

extension FeatureTemplate {
  /// The hash by which the model knows a feature.
  @inline(__always)
  func feature(at offset: Int, _ value: UInt64) -> UInt64 {
    let place = UInt64(rawValue) << 8 | UInt64(UInt8(truncatingIfNeeded: offset))
    return Self.mix(value ^ Self.mix(place &+ 0x9E37_79B9_7F4A_7C15))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
