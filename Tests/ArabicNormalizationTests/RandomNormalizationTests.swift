import ArabicNormalization
import TestSupport
import Testing
import TextModel

/// The quick road equals the definition, for whatever text.
@Suite struct RandomNormalizationTests {
  static let alphabets: [(name: String, ranges: [ClosedRange<UInt32>])] = [
    ("Arabic with marks", [0x620...0x64A, 0x64B...0x65F, 0x653...0x655, 0x670...0x6D3, 0x6D6...0x6ED, 0x8D3...0x8FF]),
    ("Arabic hamzas", [0x621...0x628, 0x648...0x64B, 0x651...0x656, 0x670...0x671, 0x6C0...0x6D3]),
    ("Arabic presentation forms", [0xFB50...0xFBB1, 0xFC5E...0xFC63, 0xFDF0...0xFDFD, 0xFE70...0xFEFC, 0x64B...0x655]),
    ("Latin with marks", [0x41...0x5A, 0x61...0x7A, 0xA8...0xA8, 0xC0...0x17F, 0x300...0x345, 0x1E00...0x1EFF]),
    ("Cyrillic and Greek with marks", [0x391...0x3CE, 0x410...0x45F, 0x300...0x345, 0x1F00...0x1FFF]),
    ("Hebrew", [0x591...0x5C7, 0x5D0...0x5EA, 0xFB1D...0xFB4F]),
    ("jamo", [0x1100...0x1112, 0x1161...0x1175, 0x11A7...0x11C2, 0xAC00...0xAC40, 0xFFA0...0xFFDC]),
    ("kana and width", [0x3041...0x309C, 0x30A1...0x30FE, 0xFF01...0xFF9F]),
    ("Indic", [0x915...0x94D, 0x9C7...0x9D7, 0xB47...0xB57, 0xBC6...0xBD7, 0x1025...0x1039]),
    ("controls and spaces", [0x0...0x20, 0xA0...0xAD, 0x600...0x605, 0x61C...0x61C, 0x2000...0x206F, 0xFEFF...0xFEFF]),
    (
      "emoji and others", [0x1F3FB...0x1F64F, 0x2600...0x26FF, 0x1D400...0x1D7FF, 0x1D15E...0x1D1C0, 0x10A0D...0x10A3F]
    ),
    ("everything", [0x0...0x10FFFF]),
  ]

  /// Mostly from one alphabet, and now and then from another, so that their borders are met as well.
  static func text(_ ranges: [ClosedRange<UInt32>], count: Int, _ generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count {
      var range = ranges.randomElement(using: &generator) ?? 0x61...0x7A
      if Int.random(in: 0..<12, using: &generator) == 0 {
        range = alphabets.randomElement(using: &generator)?.ranges.randomElement(using: &generator) ?? range
      }
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  static let profiles: [NormalizationProfile] =
    NormalizationProfile.all
    + Folding.allCases.map { NormalizationProfile(name: "\($0.rawValue) alone", foldings: [$0]) }

  @Test(arguments: profiles)
  func equalsReference(profile: NormalizationProfile) throws {
    let normalizer = try TextNormalizer(profile)
    var generator = SeededGenerator(seed: 1)
    var failures = 0
    for (name, ranges) in Self.alphabets {
      for round in 0..<60 where failures < 3 {
        let text = Self.text(ranges, count: round % 20 + 1, &generator)
        let source = Array(text.utf8)
        let result = normalizer.normalize(source)
        let reference = try normalizer.reference(text)
        let violations = AlignmentContract.violations(of: result, source: source)
        if result.bytes == Array(reference.utf8), violations.isEmpty { continue }
        failures += 1
        func hex(_ text: String) -> String {
          text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
        }
        Issue.record(
          "\(profile.name), \(name): \(hex(text)) → \(hex(result.string)) instead of \(hex(reference)) \(violations)")
      }
    }
  }

  @Test(arguments: NormalizationProfile.all)
  func twiceEqualsOnce(profile: NormalizationProfile) throws {
    let normalizer = try TextNormalizer(profile)
    var generator = SeededGenerator(seed: 2)
    var failures = 0
    for (name, ranges) in Self.alphabets {
      for round in 0..<60 where failures < 3 {
        let text = Self.text(ranges, count: round % 20 + 1, &generator)
        let once = normalizer.normalize(Array(text.utf8)).bytes
        let twice = normalizer.normalize(once).bytes
        if once == twice { continue }
        failures += 1
        func hex(_ bytes: [UInt8]) -> String {
          String(decoding: bytes, as: UTF8.self).unicodeScalars.map { String($0.value, radix: 16) }.joined(
            separator: " ")
        }
        Issue.record("\(profile.name), \(name): \(hex(Array(text.utf8))) → \(hex(once)) → \(hex(twice))")
      }
    }
  }

  /// A key is what the whole text would give, token by token.
  @Test(arguments: NormalizationProfile.all)
  func appendingBytesAloneGivesTheSame(profile: NormalizationProfile) throws {
    let normalizer = try TextNormalizer(profile)
    var generator = SeededGenerator(seed: 3)
    for (_, ranges) in Self.alphabets {
      // The last is longer than what is put together before it is appended.
      for count in [Int](repeating: 12, count: 20) + [20_000] {
        let source = Array(Self.text(ranges, count: count, &generator).utf8)
        var target: [UInt8] = [1, 2]
        source.withUnsafeBufferPointer { normalizer.append($0, to: &target) }
        #expect(target == [1, 2] + normalizer.normalize(source).bytes)
      }
    }
  }

  @Test(
    arguments: [
      ("\u{301}", 1_000_000), ("\u{64E}", 10_000), ("\u{654}", 10_000), ("\u{670}", 10_000), ("\u{5B0}", 10_000),
      ("\u{1161}", 10_000), ("\u{64E}\u{654}", 10_000), ("\u{200F}", 10_000), ("ـ", 10_000), ("ﷺ", 10_000),
    ])
  func manyMarksAreCheap(piece: String, count: Int) throws {
    let source = Array(("ا" + String(repeating: piece, count: count)).utf8)
    for profile in [NormalizationProfile.strict, .name, .search] {
      let result = try TextNormalizer(profile).normalize(source)
      #expect(result.alignment.sourceCount == source.count)
      #expect(result.alignment.targetCount == result.bytes.count)
    }
  }
}
