/// The features of a token, gathered so that their weights are added up in one go.
///
/// A copy writes over the same memory, from its own count on.
struct FeatureBuffer: FeatureSink {
  /// More than a token has: four for each type of the names over it and beside it, and some eighty others.
  private static let capacity = 512

  private let memory: Memory
  private let start: UnsafeMutablePointer<UInt64>
  private var count = 0

  private final class Memory {
    let start = UnsafeMutablePointer<UInt64>.allocate(capacity: FeatureBuffer.capacity)
    deinit { start.deallocate() }
  }

  init() {
    memory = Memory()
    start = memory.start
  }

  /// What was gathered.
  var hashes: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: start, count: count) }

  /// Forgets what was gathered.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, at offset: Int, _ value: UInt64) {
    guard count < Self.capacity else { return }
    start[count] = template.feature(at: offset, value)
    count &+= 1
  }
}
