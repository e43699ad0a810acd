import Zlib
import Zstandard

/// How output is packed.
public enum OutputCompression: String, CaseIterable, Sendable {
  /// gzip (RFC 1952), as `gzip -6` packs.
  case gzip
  /// Zstandard (RFC 8878), as `zstd -3` packs.
  case zstd

  func makeEncoder() -> any ByteEncoder {
    switch self {
    case .gzip: GzipEncoder()
    case .zstd: ZstdEncoder()
    }
  }
}

/// Packs a stream piece by piece.
protocol ByteEncoder: AnyObject {
  /// Packs bytes and appends what is ready; after `.flush`, everything so far can be unpacked.
  func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into out: inout [UInt8])
}

/// What an encoder is to do with what it holds back.
enum EncodingStep { case hold, flush, end }

/// Packs gzip.
final class GzipEncoder: ByteEncoder {
  // zlib keeps the address of the stream, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var room = [UInt8](repeating: 0, count: 64 << 10)

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, +16: a gzip header and trailer.
    deflateInit2_(
      stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into out: inout [UInt8]) {
    // zlib counts in 32 bits.
    let pieceCount = 1 << 30
    var rest = bytes
    repeat {
      let piece = rest.part(0..<min(rest.count, pieceCount))
      rest = rest.part(piece.count..<rest.count)
      deflateAll(piece, rest.isEmpty ? step : .hold, into: &out)
    } while !rest.isEmpty
  }

  private func deflateAll(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into out: inout [UInt8]) {
    let flush = [EncodingStep.hold: Z_NO_FLUSH, .flush: Z_SYNC_FLUSH, .end: Z_FINISH][step] ?? Z_NO_FLUSH
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    while true {
      let isFull = room.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        deflate(stream, flush)
        let written = room.count - Int(stream.pointee.avail_out)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<written]))
        return written == room.count
      }
      // Where room was left, there is nothing more.
      if !isFull { return }
    }
  }
}

/// Packs Zstandard.
final class ZstdEncoder: ByteEncoder {
  private let context = ZSTD_createCCtx()
  private var room = [UInt8](repeating: 0, count: 64 << 10)

  deinit { ZSTD_freeCCtx(context) }

  func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into out: inout [UInt8]) {
    let directive =
      switch step {
      case .hold: ZSTD_e_continue
      case .flush: ZSTD_e_flush
      case .end: ZSTD_e_end
      }
    var source = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    while true {
      let rest = room.withUnsafeMutableBytes { room in
        var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        let rest = ZSTD_compressStream2(context, &target, &source, directive)
        out.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<target.pos]))
        return rest
      }
      let isDone = step == .hold ? source.pos == source.size : rest == 0
      if isDone || ZSTD_isError(rest) != 0 { return }
    }
  }
}
