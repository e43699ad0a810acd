import BinaryImage
import ArabicNormalization
import Testing

@testable import NameTransliteration

@Suite struct NamePartDictionaryTests {
  private static let image = Array(NamePartDictionary.embeddedImage)

  @Test func theEmbeddedImageIsWhole() throws {
    let dictionary = try NamePartDictionary(bytes: Self.image)
    let embedded = try #require(NamePartDictionary.embedded)
    #expect(dictionary.checksum == embedded.checksum)
    #expect(Self.image.count <= 4 << 20)
    #expect((embedded.counts[.arabic] ?? 0) > 40_000)
    #expect((embedded.counts[.russian] ?? 0) > 8_000)
    #expect((embedded.counts[.english] ?? 0) > 20_000)
  }

  @Test func spellingsComeBestFirstWithCapitals() throws {
    let dictionary = try #require(NamePartDictionary.embedded)
    let found = dictionary.lookup("سوليفان", language: .arabic)
    #expect(found.first?.text == "Sullivan")
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.weight >= $1.weight })
    #expect(found.count <= 3 && found.allSatisfy { $0.weight > 0 })
    #expect(dictionary.lookup("ماكغريغور", language: .arabic).first?.text == "McGregor")
    #expect(dictionary.lookup("putin", language: .english).first?.text == "بوتين")
    #expect(dictionary.lookup("سوليفان", language: .russian).isEmpty)
    #expect(dictionary.lookup("", language: .arabic).isEmpty)
  }

  @Test func noiseInTheDataIsRefused() throws {
    let dictionary = try #require(NamePartDictionary.embedded)
    for (key, wrong) in [("ديميتري", "False"), ("سوليفان", "Rev"), ("محمد", "Morocco"), ("جيك", "Darion")] {
      #expect(!dictionary.lookup(key, language: .arabic).contains { $0.text == wrong })
    }
  }

  @Test func peopleAreCounted() throws {
    let dictionary = try #require(NamePartDictionary.embedded)
    let mohammed = dictionary.namePartCount("محمد")
    #expect(mohammed > 1000)
    #expect(dictionary.namePartCount("محمد", language: .arabic) == mohammed)
    #expect(dictionary.namePartCount("محمد", language: .hebrew) == 0)
    #expect(dictionary.namePartCount("قفصظغ") == 0)
    #expect(dictionary.namePartCount("") == 0)
    #expect(dictionary.namePartCount("путин") > 0)
    #expect(dictionary.contains("путин", language: .russian))
    #expect(!dictionary.contains("не-имя", language: .russian))
    let invalid: [UInt8] = [0xD9, 0xFF]
    #expect(invalid.withUnsafeBufferPointer { dictionary.namePartCount($0) } == 0)
  }

  /// The image was made with keys of the profile `search`; after a change of that profile, these are not found.
  @Test(arguments: [
    "أحمد", "إبراهيم", "آدم", "فاطمة", "مصطفى", "لؤي", "رائد", "هنیة", "کریم", "گاندي", "چارلز", "عُمَر", "Фёдор",
  ])
  func keysAreFoldedAsTextIs(_ name: String) throws {
    let dictionary = try #require(NamePartDictionary.embedded)
    let key = try TextNormalizer(.search).normalize(name)
    #expect(dictionary.namePartCount(key) > 0, "\(name) → \(key)")
  }

  @Test(arguments: 0..<16) func aTruncatedImageIsRefused(_ sixteenth: Int) {
    let bytes = Array(Self.image.prefix(Self.image.count * sixteenth / 16))
    let expected: NamePartDictionary.Failure =
      sixteenth == 0 ? .foreign : .truncated(expected: Self.image.count, found: bytes.count)
    #expect(throws: expected) { try NamePartDictionary(bytes: bytes) }
  }

  @Test func anImageThatIsTooLongIsRefused() {
    #expect(throws: NamePartDictionary.Failure.self) { try NamePartDictionary(bytes: Self.image + [0]) }
  }

  @Test(arguments: 0..<64) func anAlteredImageIsRefused(_ place: Int) {
    var bytes = Self.image
    bytes[place < 48 ? place : 48 + (bytes.count - 49) * (place - 48) / 15] ^= 0x10
    #expect(throws: NamePartDictionary.Failure.self) { try NamePartDictionary(bytes: bytes) }
  }

  @Test func aForeignImageIsRefused() {
    #expect(throws: NamePartDictionary.Failure.foreign) { try NamePartDictionary(bytes: []) }
    let zeros = [UInt8](repeating: 0, count: 100)
    #expect(throws: NamePartDictionary.Failure.foreign) { try NamePartDictionary(bytes: zeros) }
    var newer = Self.image
    newer[8] = 2
    #expect(throws: NamePartDictionary.Failure.version(2)) { try NamePartDictionary(bytes: newer) }
    #expect(String(describing: NamePartDictionary.Failure.version(2)).contains("version 2"))
  }

  /// A wrong table with a right checksum must not lead a look-up out of the image.
  @Test(arguments: 0..<200) func offsetsOutsideTheImageDoNoHarm(_ seed: Int) throws {
    var bytes = Self.small(seed: UInt64(seed))
    ImageBytes.seal(&bytes)
    guard let dictionary = try? NamePartDictionary(bytes: bytes) else { return }
    for key in ["محمد", "a", "", "путин"] {
      for language in NameLanguage.allCases {
        _ = dictionary.lookup(key, language: language)
        _ = dictionary.namePartCount(key, language: language)
      }
    }
  }

  /// An image of one section whose numbers are random, and whose one record is that of محمد.
  private static func small(seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    var key = "محمد"
    let hash = key.withUTF8 { ImageBytes.hash($0) }
    var bytes = Array("NQNAMES\n".utf8)
    func append(_ value: UInt64, _ count: Int) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }
    append(1, 4)
    append(seed % 5 == 0 ? random() % 200 : 1, 4)
    append(112, 8)
    append(0, 8)
    bytes += Array("ar\0\0\0\0\0\0".utf8)
    append(seed % 3 == 0 ? random() : 1, 4)
    append(seed & 1, 4)
    append(seed % 7 == 0 ? random() >> 56 : 80, 8)
    append(0, 8)
    append(seed % 4 == 0 ? random() % 128 : 88, 8)
    append(seed % 6 == 0 ? random() % 128 : 96, 8)
    append((hash >> 24) << 24 | (seed % 2 == 0 ? random() & 0xFFFFFF : 0), 8)
    append(random(), 8)
    append(random(), 8)
    append(random(), 8)
    return bytes
  }
}

extension ImageBytes {
  /// Writes the right checksum into an image.
  fileprivate static func seal(_ bytes: inout [UInt8]) {
    let sum = bytes.withUnsafeBytes { ImageBytes(copying: $0).checksum(from: 32) }
    for index in 0..<8 { bytes[24 + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
  }
}
