public import BinaryImage
internal import EmbeddedLexicons

/// The parts of names that are known by heart: for each the usual spellings, and how many people bear it.
///
/// It reads the image that `NameTraining dictionary` makes, whose format is written at `NamePartImage`. Nothing is parsed:
/// a look-up is a search in the mapped bytes, and every offset read from them is checked.
public struct NamePartDictionary: Sendable {
  /// Why an image is refused.
  public typealias Failure = ImageFailure

  /// A spelling of a part.
  public struct Spelling: Hashable, Sendable {
    /// With capitals, without accents.
    public let text: String
    /// Its share among the spellings of the part, from 1 to 255.
    public let weight: UInt8
  }

  private let image: ImageBytes
  /// By `NameLanguage.place`: a dictionary would hash the language's name at each look-up.
  private let sections: [NamePartSection?]
  private let lists: Int
  private let spellings: Int

  /// The dictionary that travels inside the binary; nil where the binary was built without one.
  ///
  /// Its checksum is proven by the tests; to compute it would touch every page at each start.
  public static let embedded = try? NamePartDictionary(ImageBytes(borrowing: embeddedImage), verifyingChecksum: false)

  /// The bytes of the image inside the binary.
  static var embeddedImage: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: naqhara_names_image(), count: naqhara_names_image_size())
  }

  /// The dictionary in these bytes, which are copied.
  ///
  /// - Throws: `Failure` where they are not a whole, unaltered image.
  public init(bytes: [UInt8]) throws(Failure) {
    try self.init(bytes.withUnsafeBytes { ImageBytes(copying: $0) }, verifyingChecksum: true)
  }

  private init(_ image: ImageBytes, verifyingChecksum: Bool) throws(Failure) {
    try image.checkHead(magic: "NQNAMES\n", version: 1, verifyingChecksum: verifyingChecksum)
    let count = image.headNumber
    guard count <= 64, let lists = image.offset(at: 32 + 32 * count), let spellings = image.offset(at: 40 + 32 * count),
      lists <= spellings
    else { throw .malformed }
    var sections = [NamePartSection?](repeating: nil, count: NameLanguage.allCases.count)
    for index in 0..<count {
      let start = 32 + 32 * index
      guard let code = image.text(at: start, count: 8), let keys = image.integer(at: start + 8, bytes: 4),
        let encoding = image.integer(at: start + 12, bytes: 4), let records = image.offset(at: start + 16),
        Int(keys) <= (lists - min(records, lists)) / 8
      else { throw .malformed }
      guard let language = NameLanguage(rawValue: code) else { continue }
      // The records are proven to lie within the image, and are read without a look at its end from here on.
      guard let bytes = image.values(at: records, byteCount: 8 * Int(keys), as: UInt8.self),
        let base = bytes.baseAddress
      else { throw .malformed }
      sections[language.place] = NamePartSection(records: base, count: Int(keys), isArabicPage: encoding == 1)
    }
    self.image = image
    self.sections = sections
    self.lists = lists
    self.spellings = spellings
  }

  /// The checksum that the image bears, as it is shown to people.
  public var checksum: String { image.shownChecksum }

  /// How many parts are known in each language.
  public var counts: [NameLanguage: Int] {
    NameLanguage.allCases.reduce(into: [:]) { $0[$1] = sections[$1.place]?.count }
  }

  /// The spellings of a part, best first; its key is the part normalized by the profile `search`.
  ///
  /// For `.english` the spellings are Arabic: the dictionary is read backwards.
  public func lookup(_ key: UnsafeBufferPointer<UInt8>, language: NameLanguage) -> [Spelling] {
    guard let section = sections[language.place], let list = section.list(of: Self.wanted(key)).map({ lists + $0 }),
      let count = image.byte(at: list + 1)
    else { return [] }
    var result: [Spelling] = []
    for index in 0..<Int(count) {
      let item = list + 2 + 4 * index
      guard let offset = image.integer(at: item, bytes: 3), let weight = image.byte(at: item + 3),
        let text = spelling(at: spellings + Int(offset), isArabicPage: section.isArabicPage)
      else { break }
      result.append(Spelling(text: text, weight: weight))
    }
    return result
  }

  /// The spellings of a part, best first; its key is the part normalized by the profile `search`.
  public func lookup(_ key: String, language: NameLanguage) -> [Spelling] {
    Self.withBytes(of: key) { lookup($0, language: language) }
  }

  /// Whether a part is known.
  public func contains(_ key: String, language: NameLanguage) -> Bool {
    Self.withBytes(of: key) { namePartCount($0, language: language) > 0 }
  }

  /// About how many people in the data bear a part (within 5 in 100); 0 where it is not known.
  ///
  /// Without a language, the part's first letter tells where to look.
  public func namePartCount(_ key: UnsafeBufferPointer<UInt8>, language: NameLanguage? = nil) -> Int {
    guard let language = language ?? Self.language(of: key) else { return 0 }
    let wanted = Self.wanted(key)
    let count = count(of: wanted, language.section)
    return language.neighbour.map { max(count, self.count(of: wanted, $0)) } ?? count
  }

  private func count(of wanted: UInt64, _ language: NameLanguage) -> Int {
    guard let section = sections[language.place], let list = section.list(of: wanted),
      let code = image.byte(at: lists + list)
    else {
      return 0
    }
    return Self.peopleByCode[Int(code)]
  }

  /// About how many people in the data bear a part.
  public func namePartCount(_ key: String, language: NameLanguage? = nil) -> Int {
    Self.withBytes(of: key) { namePartCount($0, language: language) }
  }

  /// The counts are kept as 8 times their logarithm to the base 2.
  private static let peopleByCode: [Int] = {
    // The eighth root of 2, multiplied up.
    var value = 1.0
    return (0..<256).map { _ in
      defer { value *= 1.090507732665258 }
      return Int(min(value, 1e9).rounded())
    }
  }()

  private static func language(of key: UnsafeBufferPointer<UInt8>) -> NameLanguage? {
    if key.count > 1, 0xC2...0xDF ~= key[0] {
      return NameLanguage(letter: UInt32(key[0] & 0x1F) << 6 | UInt32(key[1] & 0x3F))
    }
    var decoder = UTF8()
    var iterator = key.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return NameLanguage(letter: scalar.value)
  }

  private static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  private static func wanted(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    ImageBytes.hash(key) >> (64 - NamePartSection.hashWidth)
  }

  private func spelling(at offset: Int, isArabicPage: Bool) -> String? {
    guard let count = image.byte(at: offset) else { return nil }
    guard isArabicPage else { return image.text(at: offset + 1, count: Int(count)) }
    var text = String.UnicodeScalarView()
    for index in 0..<Int(count) {
      guard let byte = image.byte(at: offset + 1 + index) else { return nil }
      text.append(byte == 0x20 ? " " : Unicode.Scalar(0x600 + UInt32(byte)) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
