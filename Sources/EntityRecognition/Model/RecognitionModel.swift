public import BinaryImage
internal import EmbeddedLexicons
import SequenceTagging

/// The trained weights of recognition: a linear chain for each language and kind of text, and what is known of words' letters
/// and frequencies.
///
/// `make train-ner` makes the image, which is read where it lies. Its sections: 0 how frequent words are (`WordFrequencies`),
/// 1 the letters of names (`NameLikeness`), then the chains (`LinearChainModel`).
public struct RecognitionModel: Sendable {
  /// Why an image is refused.
  public typealias Failure = ImageFailure

  package static let version: UInt32 = 1
  package static let magic = "NQRECOG\n"

  private let image: ImageBytes
  let frequencies: WordFrequencies
  let likeness: NameLikeness
  let chains: [LinearChainModel]

  /// The model that travels inside the binary; nil where the binary was built without one.
  public static let embedded = try? RecognitionModel(ImageBytes(borrowing: embeddedImage), verifyingChecksum: false)

  private static var embeddedImage: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: naqhara_recognition_image(), count: naqhara_recognition_image_size())
  }

  /// A copy of the image inside the binary.
  package static var embeddedBytes: [UInt8] { Array(embeddedImage) }

  /// The model in these bytes, which are copied.
  ///
  /// - Throws: `Failure` where they are not a whole, unaltered image.
  public init(bytes: [UInt8]) throws(Failure) {
    try self.init(bytes.withUnsafeBytes { ImageBytes(copying: $0) }, verifyingChecksum: true)
  }

  private init(_ image: ImageBytes, verifyingChecksum: Bool) throws(Failure) {
    try image.checkHead(magic: Self.magic, version: Self.version, verifyingChecksum: verifyingChecksum)
    guard let slots = image.section(0, of: UInt16.self), let frequencies = WordFrequencies(slots: slots),
      let weights = image.section(1, of: Int8.self), let likeness = NameLikeness(weights: weights),
      (image.headNumber - 2) % LinearChainModel.sectionCount == 0
    else { throw .malformed }
    var chains: [LinearChainModel] = []
    for first in stride(from: 2, to: image.headNumber, by: LinearChainModel.sectionCount) {
      guard let chain = LinearChainModel(image, first: first) else { throw .malformed }
      chains.append(chain)
    }
    self.image = image
    self.frequencies = frequencies
    self.likeness = likeness
    self.chains = chains
  }

  /// The checksum that the image bears, as it is shown to people.
  public var checksum: String { image.shownChecksum }

  /// Which kinds of text it knows: `ar/news` …
  public var names: [String] { chains.map(\.name) }

  /// The bytes of an image.
  package static func image(frequencies: [UInt16], likeness: [Int8], chains: [[[UInt8]]]) -> [UInt8] {
    ImageBytes.image(
      magic: magic, version: version,
      sections: [
        frequencies.withUnsafeBytes { Array($0) }, likeness.withUnsafeBytes { Array($0) },
      ] + chains.flatMap(\.self))
  }
}
