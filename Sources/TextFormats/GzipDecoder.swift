import Zlib

/// Unpacks gzip, member after member; zero bytes between and after the members are padding.
final class GzipDecoder: ByteDecoder {
  private(set) var isComplete = false
  // zlib keeps the address of the stream, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let startProblem: String?

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, +16: gzip only.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    startProblem = status == Z_OK ? nil : "zlib cannot start (\(status))"
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingProgress {
    var progress = DecodingProgress(problem: startProblem)
    if startProblem != nil { return progress }
    if isComplete {
      while progress.read < input.count, input[progress.read] == 0 { progress.read += 1 }
      if progress.read == input.count { return progress }
      inflateReset(stream)
      isComplete = false
    }
    let rest = UnsafeRawBufferPointer(rebasing: input[progress.read...])
    stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(clamping: rest.count)
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let given = (input: Int(stream.pointee.avail_in), output: Int(stream.pointee.avail_out))
    let status = inflate(stream, Z_NO_FLUSH)
    progress.read += given.input - Int(stream.pointee.avail_in)
    progress.written = given.output - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: isComplete = true
    // "No progress possible" is no error: more input or more room will come.
    case Z_OK, Z_BUF_ERROR: break
    case Z_NEED_DICT: progress.problem = "it needs a dictionary"
    default: progress.problem = stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
    }
    return progress
  }
}
