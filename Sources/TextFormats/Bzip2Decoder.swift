import Bzip2

/// Unpacks bzip2, stream after stream, as parallel packers write them.
final class Bzip2Decoder: ByteDecoder {
  private(set) var isComplete = false
  // libbz2 keeps the address of the stream, so that it must not move.
  private let stream: UnsafeMutablePointer<bz_stream>
  private var startStatus: Int32

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: bz_stream())
    // No messages, and the faster of its two ways.
    startStatus = BZ2_bzDecompressInit(stream, 0, 0)
  }

  deinit {
    BZ2_bzDecompressEnd(stream)
    stream.deallocate()
  }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingProgress {
    if isComplete {
      if input.isEmpty { return DecodingProgress() }
      BZ2_bzDecompressEnd(stream)
      stream.pointee = bz_stream()
      startStatus = BZ2_bzDecompressInit(stream, 0, 0)
      isComplete = false
    }
    guard startStatus == BZ_OK else { return DecodingProgress(problem: Self.description(of: startStatus)) }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: CChar.self).baseAddress)
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = output.bindMemory(to: CChar.self).baseAddress
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let given = (input: Int(stream.pointee.avail_in), output: Int(stream.pointee.avail_out))
    let status = BZ2_bzDecompress(stream)
    var progress = DecodingProgress(
      read: given.input - Int(stream.pointee.avail_in), written: given.output - Int(stream.pointee.avail_out))
    switch status {
    case BZ_STREAM_END: isComplete = true
    case BZ_OK: break
    default: progress.problem = Self.description(of: status)
    }
    return progress
  }

  private static func description(of status: Int32) -> String {
    switch status {
    case BZ_DATA_ERROR: "a checksum is wrong"
    case BZ_DATA_ERROR_MAGIC: "no bzip2 stream begins here"
    case BZ_MEM_ERROR: "libbz2 has no memory"
    default: "libbz2 status \(status)"
    }
  }
}
