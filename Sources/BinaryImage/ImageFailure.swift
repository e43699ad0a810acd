/// Why an image is refused.
public enum ImageFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes do not begin as such an image does.
  case foreign
  /// An image of a version that is not known here.
  case version(UInt32)
  /// The image has another length than it says.
  case truncated(expected: Int, found: Int)
  /// The bytes do not have the checksum that the image says.
  case altered
  /// The image's tables point outside it, or its numbers contradict each other.
  case malformed

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .foreign: "this is not the image that was expected"
    case .version(let version): "the image has version \(version), which this program does not read"
    case .truncated(let expected, let found): "the image should have \(expected) bytes, but has \(found)"
    case .altered: "the image was altered: its checksum is wrong"
    case .malformed: "the image is malformed: its tables contradict each other"
    }
  }
}
