import TextModel

/// What several writers ask of a document's entities.
enum EntityRanges {
  /// The entities of which no two overlap: from the start of the text, the one that begins first is taken, of those that
  /// begin together the longest. Ranges are within the document and not empty.
  static func outermost(_ entities: [Entity], count: Int) -> [Entity] {
    var taken: [Entity] = []
    var isOrdered = true
    for entity in entities {
      var entity = entity
      entity.range = entity.range.clamped(toCount: count)
      if entity.range.isEmpty { continue }
      if let last = taken.last, entity.range.lowerBound < last.range.upperBound { isOrdered = false }
      taken.append(entity)
    }
    if isOrdered { return taken }
    let order = taken.indices.sorted { a, b in
      let (x, y) = (taken[a].range, taken[b].range)
      return (x.lowerBound, -x.upperBound, a) < (y.lowerBound, -y.upperBound, b)
    }
    var end = 0
    return order.compactMap { index in
      guard taken[index].range.lowerBound >= end else { return nil }
      end = taken[index].range.upperBound
      return taken[index]
    }
  }

  /// Each entity's start and end in a unit. In UTF-8 they are those of the bytes that were read; in the other units they
  /// count the text as it was decoded. One pass over the text, whether the entities overlap or not.
  static func offsets(of entities: [Entity], in document: Document, unit: OffsetUnit) -> [Range<Int>] {
    if unit == .utf8 {
      return entities.map {
        let range = document.originalRange(of: $0.range.clamped(toCount: document.bytes.count))
        return range.lowerBound..<range.upperBound
      }
    }
    var converter = OffsetConverter(to: unit)
    var isAscending = true
    var end = 0
    for entity in entities {
      if entity.range.lowerBound < end { isAscending = false }
      end = entity.range.upperBound
    }
    if isAscending { return entities.map { converter.convert($0.range, in: document.bytes) } }
    // Overlapping: all bounds in ascending order, so that the converter never has to start again.
    let bounds = entities.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    var converted = [Int](repeating: 0, count: bounds.count)
    for index in bounds.indices.sorted(by: { bounds[$0] < bounds[$1] }) {
      converted[index] = converter.convert(bounds[index], in: document.bytes)
    }
    return entities.indices.map { converted[2 * $0]..<max(converted[2 * $0], converted[2 * $0 + 1]) }
  }

  /// The smallest range that holds `range` and cuts no token.
  static func widened(_ range: ByteRange, to tokens: [Token]) -> ByteRange {
    let first = partition(tokens) { $0.range.upperBound > range.lowerBound }
    let afterLast = partition(tokens) { $0.range.lowerBound >= range.upperBound }
    guard first < afterLast else { return range }
    return ByteRange(
      min(range.lowerBound, tokens[first].range.lowerBound),
      max(range.upperBound, tokens[afterLast - 1].range.upperBound))
  }

  /// The first index at which a predicate holds that holds from some index on.
  private static func partition(_ tokens: [Token], by predicate: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
