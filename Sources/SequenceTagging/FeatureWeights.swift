internal import CSequenceKernels

/// The weights of a model's features as they are looked up by the million; one a task.
///
/// Two tables stand before that of the image. A filter of one bit for each tag, at least eight times as many as there are slots, is
/// small enough for the processor's cache, and tells of most features that are asked for that they are unknown. Behind it are
/// buckets of four tags, half empty, so that nearly every known feature is found in the first line of memory that is read, and
/// without a branch that nobody could foretell. What they say is proven by the image's table where there could be a doubt. To fill
/// both takes less than a millisecond for 100,000 features.
package final class FeatureWeights {
  private let model: LinearChainModel
  private let filter: UnsafeMutablePointer<UInt64>
  private let buckets: UnsafeMutablePointer<nqs_bucket>
  private let table: UnsafeMutablePointer<nqs_table>
  private let room: UnsafeMutablePointer<nqs_room>

  /// The weights of a model.
  package init(_ model: LinearChainModel) {
    self.model = model
    let slotCount = model.slots.count
    let width = min(32, max(9, Int.bitWidth - (8 * slotCount).leadingZeroBitCount))
    filter = .allocate(capacity: 1 << (width - 6))
    filter.initialize(repeating: 0, count: 1 << (width - 6))
    var bucketCount = 1
    while 2 * bucketCount < slotCount { bucketCount *= 2 }
    buckets = .allocate(capacity: bucketCount)
    buckets.initialize(repeating: nqs_bucket(), count: bucketCount)
    table = .allocate(capacity: 1)
    table.initialize(
      to: nqs_table(
        filter: filter, buckets: buckets, slots: model.slots.baseAddress, rows: model.weights,
        slot_count: UInt32(truncatingIfNeeded: slotCount), stride: UInt32(truncatingIfNeeded: model.labels.count),
        bucket_mask: UInt32(truncatingIfNeeded: bucketCount - 1), filter_shift: UInt32(truncatingIfNeeded: 32 - width)))
    nqs_fill(buckets, filter, table)
    room = .allocate(capacity: 1)
  }

  deinit {
    filter.deallocate()
    buckets.deallocate()
    table.deallocate()
    room.deallocate()
  }

  /// How many features are taken at once.
  package static let capacity = Int(NQS_FEATURES)

  /// Adds the weights of features to the scores of tokens: `ends` says for each token where its features end.
  package func add(
    _ features: UnsafePointer<UInt64>, ends: UnsafeBufferPointer<Int32>,
    to scores: UnsafeMutablePointer<LinearChainModel.Scores>
  ) {
    nqs_add_features(
      UnsafeMutableRawPointer(scores).assumingMemoryBound(to: Int16.self), table, features, ends.baseAddress,
      Int32(truncatingIfNeeded: ends.count), room)
  }
}
