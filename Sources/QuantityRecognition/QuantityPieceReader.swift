import TextModel
import TextSegmentation

/// Cuts a document's tokens into runs of pieces: what stands between two words that the tables do not know.
struct QuantityPieceReader {
  private let knowledge: QuantityKnowledge
  private(set) var pieces: [QuantityPiece] = []
  /// Whether a run holds more than words that join.
  private(set) var isWorthReading = false
  /// Whether a run holds words that are others in Persian.
  private(set) var dependsOnLanguage = false

  init(_ knowledge: QuantityKnowledge) { self.knowledge = knowledge }

  /// Reads the next run from a token on; returns the token after it.
  mutating func readRun(of source: QuantitySource, from start: Int) -> Int {
    pieces.removeAll(keepingCapacity: true)
    isWorthReading = false
    dependsOnLanguage = false
    var index = source.firstKnown(from: start)
    while index < source.tokens.count {
      if let next = read(index, of: source) {
        index = next
        // An unknown word ends the run, as the end of a sentence does.
        guard index < source.tokens.count else { break }
        let token = source.tokens[index]
        if token.startsSentence || token.gap == .paragraph { return index }
        if token.kind != .symbol, !source.mayBeKnown(index) { return index + 1 }
      } else if pieces.isEmpty {
        index = source.firstKnown(from: index + 1)
      } else {
        return index + 1
      }
    }
    return index
  }

  /// Appends the pieces of the token, and of those that the tables know together with it; nil where it is unknown.
  private mutating func read(_ index: Int, of source: QuantitySource) -> Int? {
    let token = source.tokens[index]
    let key = source.key(index)
    guard let first = key.first else { return nil }
    if token.kind == .number || first < 0x80 && key.count == token.range.count, let whole = digits(token, key) {
      append(whole)
      isWorthReading = true
      return index + 1
    }
    if let next = readWords(index, key, of: source) { return next }
    if key.count == 1, first < 0x80, token.kind == .symbol {
      guard !pieces.isEmpty else { return nil }
      append(
        QuantityPiece(content: .sign(first), tokenStart: token.range.lowerBound, range: token.range, gap: token.gap))
      return index + 1
    }
    guard key.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    return readMixed(index, key, of: source) ? index + 1 : nil
  }

  private func digits(_ token: Token, _ key: UnsafeRawBufferPointer) -> QuantityPiece? {
    guard key.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }), key[0] >= 0x30 else { return nil }
    return QuantityPiece(
      content: .digits(key: token.keyRange), tokenStart: token.range.lowerBound, range: token.range, gap: token.gap)
  }

  /// The longest words of the tables that begin with a token, which may begin with particles.
  private mutating func readWords(_ index: Int, _ key: UnsafeRawBufferPointer, of source: QuantitySource) -> Int? {
    var result: (node: UInt32, last: Int)?
    var particles = QuantityProclitics()
    if let node = firstNode(key) { result = longest(from: node, index, of: source) }
    if result == nil, key[0] >= 0xD6, key[0] <= 0xDB {
      QuantityProclitics.forEach(of: key) { split in
        guard key.count >= split.keyCount + 2,
          let node = firstNode(UnsafeRawBufferPointer(rebasing: key[split.keyCount...])),
          let found = longest(from: node, index, of: source)
        else { return false }
        (result, particles) = (found, split)
        return true
      }
    }
    guard let result else { return nil }
    let token = source.tokens[index]
    let place = token.range
    let start = wordStart(particles, in: place, of: source)
    append(
      QuantityPiece(
        content: .words(node: result.node), tokenStart: place.lowerBound,
        range: ByteRange(start, source.tokens[result.last].range.upperBound), gap: token.gap,
        isDefinite: particles.isDefinite, hasConjunction: particles.hasConjunction,
        hasPreposition: particles.hasPreposition, isCapital: !(0x61...0x7A ~= source.bytes[start])))
    if knowledge.nodes[Int(result.node)].isCore { isWorthReading = true }
    return result.last + 1
  }

  /// The node of a spelling's first word.
  @inline(__always)
  private func firstNode(_ key: UnsafeRawBufferPointer) -> UInt32? {
    knowledge.beginnings.mayContain(key) ? knowledge.child(of: 0, key) : nil
  }

  /// Where a piece begins: the article belongs to it, other particles do not.
  private func wordStart(_ particles: QuantityProclitics, in place: ByteRange, of source: QuantitySource) -> Int {
    // لل is the preposition and the article: the piece begins after the first ل.
    let outside = (particles.hasConjunction ? 1 : 0) + (particles.hasPreposition ? 1 : 0)
    guard outside > 0 else { return place.lowerBound }
    return place.lowerBound
      + Proclitics.wordStart(
        afterLetters: outside,
        in: UnsafeBufferPointer(rebasing: source.bytes[place.lowerBound..<place.upperBound]))
  }

  private func longest(from root: UInt32, _ index: Int, of source: QuantitySource) -> (node: UInt32, last: Int)? {
    var node = root
    var last = index
    var best = knowledge.nodes[Int(node)].hasSenses ? (node: node, last: last) : nil
    while knowledge.nodes[Int(node)].hasChildren, last + 1 < source.tokens.count {
      let next = source.tokens[last + 1]
      let key = source.key(last + 1)
      guard !next.startsSentence, next.gap < .paragraph, knowledge.continuations.mayContain(key),
        let child = knowledge.child(of: node, key)
      else { break }
      node = child
      last += 1
      if knowledge.nodes[Int(node)].hasSenses { best = (node, last) }
    }
    return best
  }

  private mutating func append(_ piece: QuantityPiece) {
    if case .words(let node) = piece.content, knowledge.nodes[Int(node)].dependsOnLanguage { dependsOnLanguage = true }
    pieces.append(piece)
  }

  /// A token of digits and letters: و2005, 3.5bn, 1444هـ. Every part of it must be known.
  private mutating func readMixed(_ index: Int, _ key: UnsafeRawBufferPointer, of source: QuantitySource) -> Bool {
    let token = source.tokens[index]
    let keyParts = MixedToken.parts(key: key)
    let places = MixedToken.parts(text: source.bytes, in: token.range)
    guard keyParts.count == places.count, keyParts.count <= 4 else { return false }
    let count = pieces.count
    var particles = QuantityProclitics()
    var tokenStart = token.range.lowerBound
    for (part, place) in zip(keyParts, places) {
      guard part.isDigits == place.isDigits else { return cancel(to: count) }
      let gap = pieces.count == count ? token.gap : .none
      let text = UnsafeRawBufferPointer(rebasing: key[part.range])
      if part.isDigits {
        let start = Int(token.keyStart)
        append(
          QuantityPiece(
            content: .digits(key: start + part.range.lowerBound..<start + part.range.upperBound),
            tokenStart: tokenStart, range: ByteRange(place.range.lowerBound, place.range.upperBound), gap: gap,
            isDefinite: particles.isDefinite, hasConjunction: particles.hasConjunction,
            hasPreposition: particles.hasPreposition))
        isWorthReading = true
      } else if let split = Self.onlyParticles(text) {
        // و2003و2005: the particles are those of the digits after them.
        particles = split
        tokenStart = place.range.lowerBound
        continue
      } else if let node = knowledge.child(of: 0, text), knowledge.nodes[Int(node)].hasSenses {
        append(
          QuantityPiece(
            content: .words(node: node), tokenStart: place.range.lowerBound,
            range: ByteRange(place.range.lowerBound, place.range.upperBound), gap: gap,
            isCapital: !(0x61...0x7A ~= source.bytes[place.range.lowerBound])))
      } else {
        return cancel(to: count)
      }
      particles = QuantityProclitics()
      tokenStart = place.range.upperBound
    }
    return particles.letters == 0 ? true : cancel(to: count)
  }

  private mutating func cancel(to count: Int) -> Bool {
    pieces.removeLast(pieces.count - count)
    return false
  }

  /// The particles that a stretch of letters is nothing but.
  private static func onlyParticles(_ key: UnsafeRawBufferPointer) -> QuantityProclitics? {
    var result: QuantityProclitics?
    QuantityProclitics.forEach(of: key) { split in
      if split.keyCount == key.count { result = split }
      return result != nil
    }
    return result
  }
}
