/// The letters that a scheme always writes alike, as a table from code points to bytes: what it knows is written at the memory's pace.
///
/// It is made from the scheme's rules, and its entries by the very transform that they make, so that it says what that says. A text
/// with anything else in it is the transform's.
struct RomanizationTable: Sendable {
  /// Code points of one or two bytes.
  private static let count = 0x800
  private static let unknown: UInt64 = 0xFF << 56
  /// Bytes of an entry: the seven lower ones are the text, the highest is how many of them.
  private let entries: [UInt64]
  /// Whether all longer code points stay as they are.
  private let keepsOthers: Bool
  /// Whether U+2010 to U+203F do: composing changes none of these signs.
  private let keepsSigns: Bool
  /// How many bytes there may be for each two of the original.
  private let growth: Int

  /// The table of rules; nil where they are not understood. `transform` follows them.
  init?(rules: String, transform: (String) -> String?) {
    guard let reading = RuleReading(rules) else { return nil }
    var growth = 2
    entries = (0..<Self.count).map { value in
      guard let scalar = Unicode.Scalar(UInt32(value)), !reading.contextual.contains(scalar) else {
        return Self.unknown
      }
      if reading.composes {
        // Composing leaves a text as it is that has no marks, and none of the few characters that are always written as others.
        let isUsual = value < 0x300 || (0x400..<0x530).contains(value) || (0x600..<0x700).contains(value)
        guard isUsual, scalar.properties.canonicalCombiningClass == .notReordered else { return Self.unknown }
      }
      let isChanged = reading.plain.contains(scalar)
      guard let text = isChanged ? transform(String(scalar)) : String(scalar), text.utf8.count < 8 else {
        return Self.unknown
      }
      growth = max(growth, value < 0x80 ? 2 * text.utf8.count : text.utf8.count)
      return text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(text.utf8.count) << 56
    }
    self.growth = growth
    let changed = reading.plain.union(reading.contextual)
    keepsOthers = !reading.composes && changed.allSatisfy { $0.value < UInt32(Self.count) }
    keepsSigns = changed.allSatisfy { !(0x2010...0x203F).contains($0.value) }
  }

  /// What a text of valid UTF-8 becomes; nil where something in it is not in the table.
  func romanized(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isKnown = true
    let result = [UInt8](unsafeUninitializedCapacity: text.count / 2 * growth + growth + 8) { result, count in
      count = write(text, to: UnsafeMutableRawBufferPointer(result)) ?? 0
      isKnown = count > 0 || text.isEmpty
    }
    return isKnown ? result : nil
  }

  /// Writes what a text becomes where there is room for it, and says how much that is.
  private func write(_ text: UnsafeBufferPointer<UInt8>, to result: UnsafeMutableRawBufferPointer) -> Int? {
    guard let source = text.baseAddress, let start = result.baseAddress else { return 0 }
    return entries.withUnsafeBufferPointer { entries in
      var target = start
      var index = 0
      while index < text.count {
        let first = Int(source[index])
        let entry: UInt64
        if first < 0x80 {
          entry = entries[first]
          index &+= 1
        } else if first < 0xE0, index &+ 1 < text.count {
          entry = entries[(first & 0x1F) << 6 | Int(source[index &+ 1] & 0x3F)]
          index &+= 2
        } else {
          let length = first < 0xF0 ? 3 : 4
          guard index &+ length <= text.count, isKept(source + index) else { return nil }
          for byte in 0..<length { target.storeBytes(of: source[index &+ byte], toByteOffset: byte, as: UInt8.self) }
          target += length
          index &+= length
          continue
        }
        guard entry < Self.unknown else { return nil }
        target.storeBytes(of: entry.littleEndian, as: UInt64.self)
        target += Int(truncatingIfNeeded: entry &>> 56)
      }
      return target - start
    }
  }

  /// Whether a code point of three or four bytes stays as it is.
  @inline(__always)
  private func isKept(_ start: UnsafePointer<UInt8>) -> Bool {
    keepsOthers || keepsSigns && start[0] == 0xE2 && start[1] == 0x80 && start[2] >= 0x90
  }
}
