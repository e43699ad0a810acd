public import TextModel
public import UnicodeText

/// Rewrites text by a profile, with an alignment to the original.
///
/// One a worker: it owns the table of code points that it has met. The common road decides each code point alone; where
/// characters may combine (a letter with a hamza above it, jamo, accents), the cluster goes through ICU, as
/// `reference(_:)` sends the whole text.
public final class TextNormalizer {
  /// The longest cluster, in code points, that is normalized as a whole. Real text stays below 30 (UAX #15, stream-safe
  /// format); without a limit, hostile text could make canonical ordering quadratic.
  static let maximumClusterCount = 1024

  /// What is applied.
  public var profile: NormalizationProfile { table.profile }
  private let table: FoldingTable
  /// What was decided character by character, on its way into an array: an append for each would cost more than the character.
  private let piece = UnsafeMutableRawPointer.allocate(byteCount: pieceCount, alignment: 8)
  private static let pieceCount = 16 << 10

  /// A normalizer for one task.
  ///
  /// - Throws: `ICUError` where ICU lacks its normalization data.
  public init(_ profile: NormalizationProfile) throws(ICUError) {
    table = try FoldingTable(profile)
  }

  deinit { piece.deallocate() }

  /// A text rewritten; `bytes` is valid UTF-8.
  public func normalize(_ bytes: [UInt8]) -> NormalizedText {
    var target: [UInt8] = []
    var edits = Alignment.Builder()
    bytes.withUnsafeBufferPointer { append($0, to: &target, edits: &edits) }
    guard let alignment = try? edits.finish(sourceCount: bytes.count, targetCount: target.count) else {
      // Cannot be, since every branch below covers what it reads; a whole replacement would still be true.
      var whole = Alignment.Builder()
      whole.replace(bytes.count, with: target.count)
      return NormalizedText(
        bytes: target,
        alignment: (try? whole.finish(sourceCount: bytes.count, targetCount: target.count)) ?? .identity(count: 0))
    }
    return NormalizedText(bytes: target, alignment: alignment)
  }

  /// A string rewritten.
  public func normalize(_ text: String) -> String { normalize(Array(text.utf8)).string }

  /// The definition of the profile, applied to the whole text at once. Slow; the tests hold `normalize` to it.
  public func reference(_ text: String) throws(ICUError) -> String {
    String(String.UnicodeScalarView(try table.fold(text.unicodeScalars)))
  }

  /// Appends the rewritten bytes to `target` and what was done to `edits`; `source` is valid UTF-8.
  public func append(
    _ source: UnsafeBufferPointer<UInt8>, to target: inout [UInt8], edits: inout Alignment.Builder
  ) {
    var kept = 0  // Start of the stretch that is kept and not yet copied.
    walk(source) { start, end, change in
      target.append(contentsOf: source[kept..<start])
      edits.keep(start - kept)
      let before = target.count
      self.append(change, of: source, start..<end, to: &target)
      edits.replace(end - start, with: target.count - before)
      kept = end
    }
    target.append(contentsOf: source[kept...])
    edits.keep(source.count - kept)
  }

  /// Appends the rewritten bytes alone, without an alignment.
  public func append(_ source: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]) {
    var start = 0
    var clearUntil = 0
    while start < source.count {
      let (read, written) = writePlain(source, from: start, &clearUntil)
      target.append(contentsOf: UnsafeRawBufferPointer(start: piece, count: written))
      start = read < source.count ? appendOther(source, from: read, to: &target, &clearUntil) : read
    }
  }

  /// The entry of the character at an offset, and the offset after it.
  @inline(__always)
  private func entry(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) -> (entry: FoldingTable.Entry, end: Int) {
    let lead = Int(source[offset])
    if lead < 0x80 { return (table.commonEntry(for: lead), offset &+ 1) }
    if lead < 0xE0, offset &+ 2 <= source.count {
      return (table.commonEntry(for: (lead & 0x1F) &<< 6 | Int(source[offset &+ 1]) & 0x3F), offset &+ 2)
    }
    let (value, end) = Self.decode(source, at: offset)
    return (table.entry(for: value), end)
  }

  /// Writes into `piece` what is decided character by character, as long as there is room for it. It stops before a character that
  /// may combine with its neighbours, and before the one to the left of that.
  ///
  /// - Returns: where it stopped reading, and how many bytes it wrote.
  @inline(__always)
  private func writePlain(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ clearUntil: inout Int
  ) -> (read: Int, written: Int) {
    var offset = start
    var written = 0
    // Before the character that was written last.
    var last = (read: start, written: 0)
    while offset < source.count {
      written = writeCommon(source, &offset, piece, written, limit: Self.pieceCount - 16, &last)
      guard offset < source.count else { break }
      let (entry, end) = entry(source, at: offset)
      let count = entry.count
      if entry.isCluster || written > Self.pieceCount - 16 { return last }
      if entry.isDropped, clusterFollows(source, end, &clearUntil) { return last }
      if count > FoldingTable.Entry.maximumInlineCount { return (offset, written) }
      last = (offset, written)
      piece.storeBytes(of: entry.inlineBytes.littleEndian, toByteOffset: written, as: UInt64.self)
      written &+= count
      offset = end
    }
    return (offset, written)
  }

  /// Writes characters of one or two bytes that need no further question, as many as come; none that is the last of the text.
  ///
  /// - Parameters:
  ///   - written: how many bytes `target` holds already; at least six more than `limit` must fit.
  ///   - last: gets the place of the last character.
  /// - Returns: how many bytes it holds then.
  @inline(__always)
  private func writeCommon(
    _ source: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ target: UnsafeMutableRawPointer, _ written: Int,
    limit: Int, _ last: inout (read: Int, written: Int)
  ) -> Int {
    guard let text = source.baseAddress else { return written }
    let entries = table.knownCommonEntries
    let end = source.count &- 1
    var position = offset
    var written = written
    while position < end, written <= limit {
      let lead = Int(text[position])
      let entry: FoldingTable.Entry
      var next = position &+ 1
      if lead < 0x80 {
        entry = entries[lead]
      } else if lead < 0xE0 {
        entry = entries[(lead & 0x1F) &<< 6 | Int(text[next]) & 0x3F]
        next &+= 1
      } else {
        break
      }
      guard entry.isPlain else { break }
      target.storeBytes(of: entry.inlineBytes.littleEndian, toByteOffset: written, as: UInt64.self)
      last = (position, written)
      written &+= entry.count
      position = next
    }
    offset = position
    return written
  }

  /// Appends what `writePlain` stopped at, if it may combine or is long. Returns where to read on.
  private func appendOther(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to target: inout [UInt8], _ clearUntil: inout Int
  ) -> Int {
    let (entry, end) = entry(source, at: start)
    var combines = entry.isCluster
    if !combines, end < source.count {
      let (next, nextEnd) = self.entry(source, at: end)
      combines = next.isCluster || next.isDropped && clusterFollows(source, nextEnd, &clearUntil)
    }
    if combines {
      let clusterEnd = clusterEnd(source, from: end)
      let (changeStart, _, bytes) = foldCluster(source, start..<clusterEnd)
      target.append(contentsOf: source[start..<changeStart])
      target.append(contentsOf: bytes)
      return clusterEnd
    }
    guard entry.count > FoldingTable.Entry.maximumInlineCount else { return start }
    append(.entry(entry), of: source, start..<end, to: &target)
    return end
  }

  /// Writes the key of a token where every character can be decided alone, which is nearly always; nil where not.
  ///
  /// `target` has room for `Entry.maximumInlineCount` bytes for each byte of the token, and two more.
  @inline(__always)
  func writeKey(_ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer) -> Int? {
    var offset = 0
    var written = 0
    var last = (read: 0, written: 0)
    while offset < source.count {
      written = writeCommon(source, &offset, target, written, limit: .max, &last)
      guard offset < source.count else { break }
      let (entry, end) = entry(source, at: offset)
      let count = entry.count
      if entry.isCluster || count > FoldingTable.Entry.maximumInlineCount { return nil }
      target.storeBytes(of: entry.inlineBytes.littleEndian, toByteOffset: written, as: UInt64.self)
      written &+= count
      offset = end
    }
    return written
  }

  private enum Change {
    case entry(FoldingTable.Entry)
    case cluster([UInt8])
  }

  @inline(__always)
  private func append(
    _ change: Change, of source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to target: inout [UInt8]
  ) {
    switch change {
    case .cluster(let bytes): target.append(contentsOf: bytes)
    case .entry(let entry):
      let count = entry.count
      if count > FoldingTable.Entry.maximumInlineCount {
        target.append(contentsOf: table.longReplacements[entry.longIndex])
      } else {
        var bytes = entry.inlineBytes
        for _ in 0..<count {
          target.append(UInt8(truncatingIfNeeded: bytes))
          bytes >>= 8
        }
      }
    }
  }

  /// Calls `change` for each stretch of `source` that does not stay as it is, in order.
  @inline(__always)
  private func walk(_ source: UnsafeBufferPointer<UInt8>, _ change: (_ start: Int, _ end: Int, Change) -> Void) {
    let count = source.count
    var start = 0
    guard count > 0 else { return }
    // Up to here no cluster follows; kept, so that a long run of dropped characters is looked through once.
    var clearUntil = 0
    var (value, end) = Self.decode(source, at: 0)
    var entry = table.entry(for: value)
    while true {
      // The next character is looked up first, since it may be a mark that combines with this one.
      var nextEntry = FoldingTable.Entry.keep(nil)
      var nextEnd = end
      if end < count {
        (value, nextEnd) = Self.decode(source, at: end)
        nextEntry = table.entry(for: value)
      }
      if entry.isCluster || nextEntry.isCluster || nextEntry.isDropped && clusterFollows(source, nextEnd, &clearUntil) {
        let clusterEnd = self.clusterEnd(source, from: end)
        let (changeStart, changeEnd, bytes) = foldCluster(source, start..<clusterEnd)
        if changeStart < changeEnd || !bytes.isEmpty { change(changeStart, changeEnd, .cluster(bytes)) }
        start = clusterEnd
        if start >= count { return }
        (value, end) = Self.decode(source, at: start)
        entry = table.entry(for: value)
        continue
      }
      if !entry.isKeep { change(start, end, .entry(entry)) }
      if end >= count { return }
      start = end
      end = nextEnd
      entry = nextEntry
    }
  }

  /// Whether the dropped characters from `offset` on end at one that may combine.
  private func clusterFollows(
    _ source: UnsafeBufferPointer<UInt8>, _ offset: Int, _ clearUntil: inout Int
  ) -> Bool {
    if offset < clearUntil { return false }
    var offset = offset
    var count = 0
    while offset < source.count, count < Self.maximumClusterCount {
      let (value, end) = Self.decode(source, at: offset)
      let entry = table.entry(for: value)
      if entry.isCluster { return true }
      if !entry.isDropped { break }
      offset = end
      count += 1
    }
    clearUntil = offset
    return false
  }

  /// Where the characters that belong to the one before `offset` end.
  private func clusterEnd(_ source: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var offset = offset
    var count = 1
    while offset < source.count, count < Self.maximumClusterCount {
      let (value, end) = Self.decode(source, at: offset)
      let entry = table.entry(for: value)
      guard entry.isCluster || entry.isDropped else { break }
      offset = end
      count += 1
    }
    return offset
  }

  /// A cluster by the reference, without what stays the same at its ends.
  private func foldCluster(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (start: Int, end: Int, bytes: [UInt8]) {
    let original = Array(source[range])
    guard let folded = try? table.foldCluster(String(decoding: original, as: UTF8.self).unicodeScalars) else {
      return (range.upperBound, range.upperBound, [])
    }
    let bytes = Array(String(String.UnicodeScalarView(folded)).utf8)
    var prefix = 0
    while prefix < min(original.count, bytes.count), original[prefix] == bytes[prefix] { prefix += 1 }
    while prefix > 0,
      prefix < original.count && original[prefix] & 0xC0 == 0x80 || prefix < bytes.count && bytes[prefix] & 0xC0 == 0x80
    { prefix -= 1 }
    return (range.lowerBound + prefix, range.upperBound, Array(bytes[prefix...]))
  }

  /// The code point at `offset` and the offset after it. The text is valid UTF-8; at its end nothing is read beyond it.
  @inline(__always)
  static func decode(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, end: Int) {
    let lead = UInt32(source[offset])
    let left = source.count - offset
    if lead < 0x80 { return (lead, offset + 1) }
    if lead < 0xE0, left >= 2 { return ((lead & 0x1F) << 6 | UInt32(source[offset + 1]) & 0x3F, offset + 2) }
    if lead < 0xF0, left >= 3 {
      return (
        (lead & 0xF) << 12 | (UInt32(source[offset + 1]) & 0x3F) << 6 | UInt32(source[offset + 2]) & 0x3F, offset + 3
      )
    }
    if left >= 4 {
      let value =
        (lead & 7) << 18 | (UInt32(source[offset + 1]) & 0x3F) << 12 | (UInt32(source[offset + 2]) & 0x3F) << 6
        | UInt32(source[offset + 3]) & 0x3F
      return (min(value, 0x10FFFF), offset + 4)
    }
    return (0xFFFD, source.count)
  }
}
