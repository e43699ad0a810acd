/// The answers of late: at most twice `generation` of them, of which those not asked for again are forgotten first.
///
/// Two generations stand for an exact order: a full young one becomes the old one, and what is found there comes back.
struct BoundedCache<Key: Hashable, Value> {
  private let generation: Int
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]

  init(generation: Int) {
    self.generation = max(1, generation)
    young.reserveCapacity(min(generation, 4096))
  }

  /// How many answers are kept.
  var count: Int { young.count + old.count }

  /// The answer to `key`, kept or made now.
  mutating func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = young[key] { return value }
    let value = old.removeValue(forKey: key) ?? make()
    if young.count >= generation {
      swap(&young, &old)
      young.removeAll(keepingCapacity: true)
    }
    young[key] = value
    return value
  }
}
