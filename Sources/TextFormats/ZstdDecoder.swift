import Zstandard

/// Unpacks Zstandard, frame after frame.
final class ZstdDecoder: ByteDecoder {
  private(set) var isComplete = false
  private var mayHoldOutput = false
  private let context: OpaquePointer?

  init() { context = ZSTD_createDCtx() }

  deinit { ZSTD_freeDCtx(context) }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingProgress {
    guard let context else { return DecodingProgress(problem: "libzstd cannot start") }
    // Without input, and with nothing held back, a call would count as one that made no progress.
    if input.isEmpty, isComplete || !mayHoldOutput { return DecodingProgress() }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let status = ZSTD_decompressStream(context, &target, &source)
    mayHoldOutput = target.pos == output.count
    var progress = DecodingProgress(read: source.pos, written: target.pos)
    if ZSTD_isError(status) != 0 {
      progress.problem = String(cString: ZSTD_getErrorName(status))
    } else {
      isComplete = status == 0
    }
    return progress
  }
}
