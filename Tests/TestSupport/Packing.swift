import Bzip2
import Zlib
import Zstandard

/// Packs bytes as `gzip`, `bzip2` and `zstd` do.
public enum Packing {
  struct Problem: Error {}

  /// One gzip member.
  public static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      throw Problem()
    }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
    let capacity = output.count
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw Problem() }
    return Array(output.prefix(capacity - Int(stream.avail_out)))
  }

  /// One bzip2 stream.
  public static func bzip2(_ bytes: [UInt8]) throws -> [UInt8] {
    var input = bytes.map { CChar(bitPattern: $0) }
    // What libbz2 promises to be enough.
    var output = [CChar](repeating: 0, count: bytes.count + bytes.count / 100 + 600)
    var count = UInt32(output.count)
    guard BZ2_bzBuffToBuffCompress(&output, &count, &input, UInt32(bytes.count), 9, 0, 0) == BZ_OK else {
      throw Problem()
    }
    return output.prefix(Int(count)).map { UInt8(bitPattern: $0) }
  }

  /// One Zstandard frame.
  public static func zstd(_ bytes: [UInt8]) throws -> [UInt8] {
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let capacity = output.count
    let count = ZSTD_compress(&output, capacity, bytes, bytes.count, 3)
    guard ZSTD_isError(count) == 0 else { throw Problem() }
    return Array(output.prefix(count))
  }
}
