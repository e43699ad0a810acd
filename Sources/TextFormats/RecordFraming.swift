/// Finds where records end in the bytes of a file, as far as they have been read.
protocol RecordFraming {
  /// Looks at the bytes that belong to no record yet.
  mutating func next(_ bytes: UnsafeRawBufferPointer, isAtEnd: Bool) -> FramedBytes

  /// So many of the bytes are gone.
  mutating func drop(_ count: Int)
}

/// What stands at the beginning of some bytes.
enum FramedBytes {
  /// No whole record yet.
  case incomplete
  /// Whole records.
  case records(count: Int)
  /// A record that is none; the bytes that it takes may not all have been read.
  case failure(RecordFailure.Reason, count: Int)
  /// Bytes that say nothing.
  case nothing(count: Int)
}
