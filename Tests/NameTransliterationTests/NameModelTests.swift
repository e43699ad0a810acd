import BinaryImage
import TestSupport
import Testing

@testable import NameTransliteration

/// The models that travel inside the binary: whole, small, and as good as they were measured.
@Suite struct NameModelTests {
  @Test func theImageIsWhole() throws {
    let model = try NameModel(bytes: Array(NameModel.embeddedImage))
    #expect(model.directions.map { $0.source + "-" + $0.target }.sorted() == LetterNetworkTests.directions.sorted())
    #expect(model.checksum == NameModel.embedded?.checksum)
  }

  @Test func allImagesTogetherAreSmall() {
    #expect(NameModel.embeddedImage.count + NamePartDictionary.embeddedImage.count <= 12 << 20)
  }

  @Test(arguments: [0, 7, 8, 16, 24, 40, 100, 5_000, 1_000_000]) func damageIsToldOf(_ offset: Int) {
    var bytes = Array(NameModel.embeddedImage)
    bytes[offset] ^= 0x41
    #expect(throws: NameModel.Failure.self) { try NameModel(bytes: bytes) }
    bytes.removeLast(64)
    #expect(throws: NameModel.Failure.self) { try NameModel(bytes: bytes) }
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: NameModel.Failure.foreign) { try NameModel(bytes: []) }
    #expect(throws: NameModel.Failure.foreign) { try NameModel(bytes: Array(NamePartDictionary.embeddedImage)) }
    var bytes = Array(NameModel.embeddedImage.prefix(4096))
    #expect(throws: NameModel.Failure.self) { try NameModel(bytes: bytes) }
    bytes[8] = 99
    #expect(throws: NameModel.Failure.version(99)) { try NameModel(bytes: bytes) }
  }

  /// With a checksum made anew, damage is refused, or a search does no harm.
  @Test(arguments: 0..<6) func damageWithARightChecksumDoesNoHarm(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(NameModel.embeddedImage)
    // The head of the sections and what says how they belong together, then anywhere.
    for _ in 0..<3 { bytes[Int.random(in: 32..<4096, using: &random)] = UInt8.random(in: 0...255, using: &random) }
    for _ in 0..<200 {
      bytes[Int.random(in: 4096..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    let checksum = ImageChecksum.of(Array(bytes[32...]))
    withUnsafeBytes(of: checksum.littleEndian) { bytes.replaceSubrange(24..<32, with: $0) }
    guard let model = try? NameModel(bytes: bytes) else { return }
    for direction in model.directions {
      let transliterator = WordTransliterator(direction, effort: .fast)
      for letters in [[1, 2, 3], [5, 5, 5, 5, 1, 9]] as [[UInt8]] {
        _ = transliterator.spellings(of: letters.filter { Int($0) < direction.sourceAlphabet.count }, limit: 3)
      }
    }
    _ = model.signedSpellings.spelling(of: Array("oconnor".utf8))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var expected: [String]
    var testDescription: String { source }
  }

  private static func cases(_ table: String) -> [Case] {
    table.split(separator: "\n").map { line in
      let cells = line.split(separator: " ")
      return Case(source: String(cells[0]), expected: cells.dropFirst().map { String($0) })
    }
  }

  /// Names of public life, each of one word.
  static let names = cases(
    """
    بيرنز Burns
    ناريشكين Naryshkin
    بيسكوف Peskov
    سوليفان Sullivan
    زيلينسكي Zelensky Zelenskyy
    فولوديمير Volodymyr
    ديميتري Dmitry Dmitri
    بوتين Putin
    ميلي Milei Milley
    جيك Jake
    وليام William
    سيرجي Sergei Sergey
    فلاديمير Vladimir
    ماكرون Macron
    شولتس Scholz
    أردوغان Erdogan
    خيرسون Kherson
    بلومبرغ Bloomberg
    رويترز Reuters
    """)

  /// As the press writes them, first or second, without the lexicon's whole names.
  @Test(arguments: names, NameTransliteration.Effort.allCases)
  func theUsualSpellingIsFirstOrSecond(_ name: Case, _ effort: NameTransliteration.Effort) throws {
    let found = try NameTransliteration(effort: effort).makeTransliterator().candidates(for: name.source, limit: 2)
    #expect(found.contains { name.expected.contains($0.text) }, "\(found.map(\.text))")
  }

  @Test(arguments: [("محمد بن سلمان", "Mohammed bin Salman"), ("عبد الفتاح السيسي", "Abdel Fattah al-Sisi")])
  func wholeNamesAreFirstOrSecond(_ name: String, _ expected: String) throws {
    let found = try NameTransliteration().makeTransliterator().candidates(for: name, limit: 2)
    let folded = { (text: String) in text.lowercased().replacing("mohamed", with: "mohammed") }
    #expect(found.contains { folded($0.text) == folded(expected) }, "\(found.map(\.text))")
  }

  /// The model alone, as if it knew nothing by heart, on names of public life.
  static let modelOnly = cases(
    """
    كلينتون Clinton
    جونسون Johnson
    ميركل Merkel
    تشرشل Churchill
    روزفلت Roosevelt
    بلينكن Blinken
    غوتيريش Guterres
    لافروف Lavrov
    شويغو Shoigu
    ستولتنبرغ Stoltenberg
    أوباما Obama
    روحاني Rouhani
    نتنياهو Netanyahu
    كيسنجر Kissinger
    رونالدو Ronaldo
    مارادونا Maradona
    شوبان Chopin
    موزارت Mozart
    بيتهوفن Beethoven
    شكسبير Shakespeare
    ديستويفسكي Dostoevsky Dostoyevsky
    تولستوي Tolstoy
    همنغواي Hemingway
    أينشتاين Einstein
    نيوتن Newton
    هيتشكوك Hitchcock
    سكورسيزي Scorsese
    سبيلبرغ Spielberg
    فيدرر Federer
    هاميلتون Hamilton
    Ельцин Yeltsin
    Горбачёв Gorbachev
    Шевченко Shevchenko
    Черчилль Churchill
    Рейган Reagan
    Джонсон Johnson
    Шварценеггер Schwarzenegger
    Мандельштам Mandelstam
    נתניהו Netanyahu
    רבין Rabin
    אולמרט Olmert
    ביידן Biden
    אובמה Obama
    איינשטיין Einstein
    クリントン Clinton
    シュワルツェネッガー Schwarzenegger
    アインシュタイン Einstein
    오바마 Obama
    클린턴 Clinton
    아인슈타인 Einstein
    """)

  @Test(arguments: zip(NameTransliteration.Effort.allCases, [(55, 78), (62, 88)]))
  func unseenNamesAreAsGoodAsMeasured(_ effort: NameTransliteration.Effort, _ floor: (first: Int, five: Int)) throws {
    let settings = NameTransliteration(
      from: nil, to: .english, dictionary: nil, model: .embedded, effort: effort)
    let transliterator = try settings.makeTransliterator()
    var first = 0
    var five = 0
    for name in Self.modelOnly {
      let found = transliterator.candidates(for: name.source, limit: 5)
      #expect(found.first?.origin == .model)
      if let best = found.first, name.expected.contains(best.text) { first += 1 }
      if found.contains(where: { name.expected.contains($0.text) }) { five += 1 }
    }
    #expect(first * 100 >= floor.first * Self.modelOnly.count, "\(first) of \(Self.modelOnly.count)")
    #expect(five * 100 >= floor.five * Self.modelOnly.count, "\(five) of \(Self.modelOnly.count)")
  }

  @Test func scoresAreProbabilities() throws {
    let transliterator = try NameTransliteration(effort: .accurate).makeTransliterator()
    for name in ["قطميران", "زلطوم", "Чебурашкинский", "Zbrzezniak"] {
      let found = transliterator.candidates(for: name, limit: 5)
      #expect(found.reduce(0) { $0 + $1.score } <= 1.001)
      #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    }
  }

  @Test func signsAreBroughtBack() throws {
    let signed = try #require(NameModel.embedded).signedSpellings
    #expect(signed.spelling(of: Array("oconnor".utf8)) == "o'connor")
    #expect(signed.spelling(of: Array("burns".utf8)) == nil)
    #expect(signed.spelling(of: []) == nil)
    #expect(signed.spelling(of: Array("zzzzzz".utf8)) == nil)
  }
}
