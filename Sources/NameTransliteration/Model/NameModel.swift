public import BinaryImage
internal import EmbeddedLexicons

/// The trained models of all directions, read where they lie.
///
/// `make train-names` makes the image; its form is written at `NameModelImage`, in Sources/NameTraining. What comes from outside
/// is checked whole, every number that a search follows; the image inside the binary is checked by the tests.
public final class NameModel: @unchecked Sendable {
  // Unchecked: holds only pointers into bytes that nobody writes to.

  /// Why an image is refused.
  public typealias Failure = ImageFailure

  /// What is needed to write one language's names in another.
  package struct Direction: Sendable {
    package let source: String
    package let target: String
    package let sourceAlphabet: LetterAlphabet
    package let targetAlphabet: LetterAlphabet
    package let forward: LetterNetwork
    /// The same from right to left.
    package let backward: LetterNetwork?
    /// The source, given the target.
    package let channel: LetterNetwork?
    package let trie: NameTrie
    package var fastRanking: CandidateRanking
    package var accurateRanking: CandidateRanking
  }

  package static let version: UInt32 = 1
  package static let magic = "NQMODEL\n"

  private let bytes: ImageBytes
  package let directions: [Direction]
  package let signedSpellings: SignedSpellings

  /// The model that travels inside the binary; nil where the binary was built without one.
  public static let embedded = try? NameModel(ImageBytes(borrowing: embeddedImage), isTrusted: true)

  /// The bytes of the image inside the binary.
  static var embeddedImage: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: naqhara_name_models_image(), count: naqhara_name_models_image_size())
  }

  /// The model in these bytes, which are copied.
  ///
  /// - Throws: `Failure` where they are not a whole, unaltered image.
  public convenience init(bytes: [UInt8]) throws(Failure) {
    try self.init(bytes.withUnsafeBytes { ImageBytes(copying: $0) }, isTrusted: false)
  }

  private init(_ bytes: ImageBytes, isTrusted: Bool) throws(Failure) {
    try bytes.checkHead(magic: Self.magic, version: Self.version, verifyingChecksum: !isTrusted)
    guard var reader = NameModelReader(bytes, isTrusted: isTrusted), let signed = reader.signedSpellings(),
      let directions = reader.directions()
    else { throw .malformed }
    signedSpellings = signed
    self.bytes = bytes
    self.directions = directions
  }

  /// The checksum that the image bears, as it is shown to people.
  public var checksum: String { bytes.shownChecksum }

  /// How many bytes it has.
  public var byteCount: Int { bytes.count }

  /// What writes the names of a language in another.
  package func direction(from source: String, to target: String) -> Direction? {
    directions.first { $0.source == source && $0.target == target }
  }
}
