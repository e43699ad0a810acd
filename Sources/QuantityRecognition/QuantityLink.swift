/// A small word that joins others, by the name that it has in the tables.
enum QuantityLink: String, CaseIterable, Sendable {
  case of, the, and, to, between, from, since, a, minus, per

  /// Its bit in a set of links.
  @inline(__always)
  var bit: UInt16 {
    switch self {
    case .of: 1 << 0
    case .the: 1 << 1
    case .and: 1 << 2
    case .to: 1 << 3
    case .between: 1 << 4
    case .from: 1 << 5
    case .since: 1 << 6
    case .a: 1 << 7
    case .minus: 1 << 8
    case .per: 1 << 9
    }
  }
}
