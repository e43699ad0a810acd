import TextModel

/// Puts quantities among the names that were found before, in the order of the text.
///
/// Where the two overlap, an event, a law, a product or a work stays (ثورة 25 يناير, «1984»), and a name as long as the
/// quantity; otherwise the longer one stays.
struct QuantityMerge {
  let includesOverlapping: Bool

  /// Both are in the order of the text; no two quantities overlap.
  func merge(_ names: [Entity], with quantities: [Entity]) -> [Entity] {
    var result: [Entity] = []
    result.reserveCapacity(names.count + quantities.count)
    if includesOverlapping {
      result = names + quantities
      // A stable order: of what begins together, the longer first.
      return result.indices.sorted { a, b in
        let (x, y) = (result[a].range, result[b].range)
        return (x.lowerBound, -x.upperBound, a) < (y.lowerBound, -y.upperBound, b)
      }.map { result[$0] }
    }
    // The names that stay decide which quantities do: a quantity that is shorter than one of its neighbours goes.
    var name = 0
    for quantity in quantities {
      while name < names.count, names[name].range.upperBound <= quantity.range.lowerBound {
        append(names[name], to: &result)
        name += 1
      }
      var end = name
      while end < names.count, names[end].range.lowerBound < quantity.range.upperBound { end += 1 }
      if !names[name..<end].contains(where: { Self.wins($0, over: quantity) }) {
        append(quantity, to: &result)
        name = end
      }
    }
    for rest in names[name...] { append(rest, to: &result) }
    return result
  }

  /// A name that a longer quantity has taken up is left out.
  private func append(_ entity: Entity, to result: inout [Entity]) {
    if entity.evidence != .rule, let last = result.last, last.evidence == .rule, last.range.overlaps(entity.range) {
      return
    }
    result.append(entity)
  }

  private static func wins(_ name: Entity, over quantity: Entity) -> Bool {
    guard name.range.overlaps(quantity.range) else { return false }
    switch name.type {
    case .event, .law, .product, .work: return true
    default: return name.range.count >= quantity.range.count
    }
  }
}
