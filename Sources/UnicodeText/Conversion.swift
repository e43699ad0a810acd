internal import CTextICU
internal import TextModel

/// Calls an ICU conversion of UTF-8 to UTF-8 until its output fits, and appends what it wrote.
enum Conversion {
  typealias Function = (
    _ source: UnsafePointer<UInt8>, _ count: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ capacity: Int32,
    _ targetCount: inout Int32, _ edit: ticu_edit, _ context: UnsafeMutableRawPointer
  ) -> Int32

  /// Appends the conversion of `bytes` to `target` and its edits to `edits`; both stay as they were where it fails.
  static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, into target: inout [UInt8], edits: inout Alignment.Builder,
    _ operation: @autoclosure () -> String, _ function: Function
  ) throws(ICUError) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    guard let count = Int32(exactly: bytes.count) else {
      throw ICUError(ICUError.Code.indexOutOfBounds, "\(operation()) of \(bytes.count) bytes at once")
    }
    // Most texts grow little, so the second call, with the length that the first one counted, is rare.
    var capacity = Int32(clamping: bytes.count + bytes.count / 8 + 32)
    var status: Int32 = 0
    repeat {
      var needed: Int32 = 0
      let output = [UInt8](unsafeUninitializedCapacity: Int(capacity)) { buffer, written in
        status = withUnsafeMutablePointer(to: &edits) { edits in
          function(
            source, count, buffer.baseAddress, capacity, &needed,
            { context, old, new, isChange in
              guard let edits = context?.assumingMemoryBound(to: Alignment.Builder.self) else { return }
              if isChange {
                edits.pointee.replace(Int(old), with: Int(new))
              } else {
                edits.pointee.keep(Int(old))
              }
            }, edits)
        }
        written = status > 0 ? 0 : Int(needed)
      }
      if status <= 0 {
        if target.isEmpty { target = output } else { target += output }
        return
      }
      guard status == ICUError.Code.bufferOverflow, needed > capacity else { break }
      capacity = needed
    } while true
    throw ICUError(status, operation())
  }

  /// A whole text and its alignment.
  static func text(
    _ bytes: [UInt8],
    _ convert: (UnsafeBufferPointer<UInt8>, inout [UInt8], inout Alignment.Builder) throws(ICUError) -> Void,
    _ operation: @autoclosure () -> String
  ) throws(ICUError) -> NormalizedText {
    var target: [UInt8] = []
    var edits = Alignment.Builder()
    let result: Result<Void, ICUError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(ICUError) {
        try convert(buffer, &target, &edits)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    do {
      let alignment = try edits.finish(sourceCount: bytes.count, targetCount: target.count)
      return NormalizedText(bytes: target, alignment: alignment)
    } catch {
      throw ICUError(ICUError.Code.indexOutOfBounds, "\(operation()): \(error)")
    }
  }
}
