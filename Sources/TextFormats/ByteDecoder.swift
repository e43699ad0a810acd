/// Unpacks a stream piece by piece.
protocol ByteDecoder: AnyObject {
  /// Whether the stream may end here: no member or frame is open.
  var isComplete: Bool { get }

  /// Unpacks as much of `input` as `output` has room for. What was held back for lack of room comes with the next call,
  /// even if that has no input.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingProgress
}

/// What one call of a decoder did; where there is a problem, what it wrote before is right all the same.
struct DecodingProgress {
  var read = 0
  var written = 0
  var problem: String?
}
