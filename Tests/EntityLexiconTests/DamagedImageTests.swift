@testable import EntityLexicon
import TestSupport
import Testing
import TextModel

/// Images that were cut, altered, or made to deceive: refused, or at least read within their bytes.
@Suite("Damaged lexicon images")
struct DamagedImageTests {
  @Test("An image that was cut anywhere is refused")
  func truncated() throws {
    let image = try SmallLexicon.bytes()
    for count in 0..<image.count {
      let failure = #expect(throws: LexiconImage.Failure.self) { try LexiconFile.inMemory(Array(image[..<count])) }
      if count < LexiconLayout.headerCount {
        #expect(failure == .notALexiconImage)
      } else {
        #expect(failure == .wrongSize(found: count, expected: UInt64(image.count)))
      }
    }
  }

  @Test("An image with something after it is refused")
  func appended() throws {
    let image = try SmallLexicon.bytes()
    #expect(throws: LexiconImage.Failure.wrongSize(found: image.count + 1, expected: UInt64(image.count))) {
      try LexiconFile.inMemory(image + [0])
    }
  }

  @Test("Every altered bit is seen")
  func alteredBits() throws {
    let image = try SmallLexicon.bytes()
    for index in image.indices {
      for bit in 0..<8 {
        var damaged = image
        damaged[index] ^= 1 << UInt8(bit)
        let failure = #expect(throws: LexiconImage.Failure.self, "byte \(index), bit \(bit)") {
          try LexiconFile.inMemory(damaged)
        }
        switch index {
        case 0..<8: #expect(failure == .notALexiconImage)
        case 8..<12: #expect(failure?.isOtherVersion == true)
        case 12..<16, 32..<LexiconLayout.headerCount: break
        case 16..<24: #expect(failure?.isWrongSize == true)
        default: #expect(failure == .wrongChecksum)
        }
      }
    }
  }

  @Test(
    "Files of another kind are refused",
    arguments: [
      "", "\u{1F}\u{8B}", "NQHRALEX", "id\ttype\ten\n", String(repeating: "\u{0}", count: 4096),
      String(repeating: "x", count: 4096),
      "nqhralex" + String(repeating: "\u{0}", count: 4096),
    ])
  func foreign(text: String) {
    #expect(throws: LexiconImage.Failure.notALexiconImage) { try LexiconFile.inMemory(Array(text.utf8)) }
  }

  @Test("An image of another version says so")
  func otherVersion() throws {
    var image = try SmallLexicon.bytes()
    image[8] = 0
    image[9] = 1
    let failure = #expect(throws: LexiconImage.Failure.self) { try LexiconFile.inMemory(image) }
    #expect(failure == .otherVersion(found: 256, expected: LexiconImage.version))
    #expect(failure?.description.contains("256") == true)
  }

  @Test("An image at an odd address is refused")
  func misaligned() throws {
    let image = try SmallLexicon.bytes()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count + 4, alignment: 8)
    defer { buffer.deallocate() }
    UnsafeMutableRawBufferPointer(rebasing: buffer[4...]).copyBytes(from: image)
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[4...])
    #expect(throws: LexiconImage.Failure.self) { try LexiconImage(bytes: bytes, owner: nil) }
  }

  @Test("A word slot that has a hash but no word is refused")
  func slotWithoutWord() throws {
    var image = try SmallLexicon.bytes()
    let (slots, count) = image.section(.wordSlots)
    let used = try #require((0..<count).first { image.u64(at: slots + 8 * $0) != 0 })
    for byte in 0..<4 { image[slots + 8 * used + byte] = 0 }
    image.seal()
    #expect(throws: LexiconImage.Failure.malformed("a block of wordSlots")) { try LexiconFile.inMemory(image) }
  }

  @Test("A search in a table without a free place ends", arguments: [LexiconLayout.Section.wordSlots, .edgeKeys])
  func fullTable(section: LexiconLayout.Section) throws {
    var image = try SmallLexicon.bytes()
    let (start, count) = image.section(section)
    let filled = try #require((0..<count).first { image.u64(at: start + 8 * $0) != 0 })
    for slot in 0..<count where image.u64(at: start + 8 * slot) == 0 {
      for byte in 0..<8 { image[start + 8 * slot + byte] = image[start + 8 * filled + byte] }
    }
    // Every word passes the filters.
    for filter in [LexiconLayout.Section.filter, .edgeFilter] {
      let (start, count) = image.section(filter)
      for byte in start..<start + 8 * count { image[byte] = 0xFF }
    }
    image.seal()
    let lexicon = try LexiconFile.inMemory(image)
    #expect(lexicon.slotValue(0x1234_5678_9ABC_DEF0) == 0)
    #expect(lexicon.child(0, UInt32(lexicon.wordCount)) == nil)
  }

  @Test(
    "Of a large image each altered byte is seen by whoever needs it, or does not matter",
    arguments: 0..<2 as Range<UInt64>)
  func alteredWhenTouched(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let rows = RandomLexicon(seed: seed, rowCount: 3_000).rows
    let original = try LexiconCompiler.compile(rows)
    let sound = try LexiconFile.inMemory(original)
    let keys = try LexiconKeys()
    let paths = try rows.prefix(4).flatMap { row in try row.names.map { try keys.keys(of: $0.text) } }
    let expected = paths.map { path in
      sound.references(path).map { sound.row(of: sound.nameReference(at: $0).entity) }
    }
    var seen = 0
    var silent = 0
    for _ in 0..<30 {
      var image = original
      image[Int.random(in: 0..<image.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
      let memory = try GuardedBytes(image)
      guard let lexicon = try? LexiconImage(bytes: memory.bytes, owner: memory, verification: .onTouch) else {
        seen += 1
        continue
      }
      let answers = paths.map { path in
        lexicon.references(path).map { lexicon.row(of: lexicon.nameReference(at: $0).entity) }
      }
      do {
        try lexicon.throwIfDamaged()
        silent += 1
        #expect(answers == expected)
      } catch {
        seen += 1
        #expect(error == .wrongChecksum)
      }
      #expect(throws: LexiconImage.Failure.wrongChecksum) { try lexicon.verify() }
    }
    #expect(seen > 0 && silent > 0)
  }

  @Test("What asks a damaged image says so")
  func damagedLookup() throws {
    var image = try SmallLexicon.bytes()
    image[image.section(.entities).start] ^= 1
    let memory = try GuardedBytes(image)
    let lexicon = EntityLexicon(
      images: [try LexiconImage(bytes: memory.bytes, owner: memory, verification: .onTouch)])
    #expect(throws: LexiconImage.Failure.wrongChecksum) { try LexiconLookup(lexicon).rows(named: "NATO") }
    #expect(throws: LexiconImage.Failure.wrongChecksum) { try LexiconLookup(lexicon).rows(for: "org.nato") }
  }

  /// The last byte stands before a page that may not be read, so that a step beyond it ends the test.
  @Test("With a checksum made anew, damage is refused or does no harm", arguments: 0..<8 as Range<UInt64>)
  func recomputedChecksum(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let original = try SmallLexicon.bytes()
    let keys = try LexiconKeys()
    let paths = try SmallLexicon.rows().flatMap { row in try row.names.map { try keys.keys(of: $0.text) } }
    var accepted = 0
    for _ in 0..<600 {
      var image = original
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0:
          image[Int.random(in: 32..<image.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
        case 1:
          // A number of the directory.
          let at = 40 + 8 * Int.random(in: 0..<LexiconLayout.Section.allCases.count, using: &numbers)
          image.set(
            u64: [0, 1, 7, 8, UInt64(image.count), .max, 1 << 63, 1 << 62].randomElement(using: &numbers) ?? 0, at: at)
        case 2:
          let at = 4 * Int.random(in: 8..<image.count / 4, using: &numbers)
          let values: [UInt32] = [0, 1, .max, 0x7FFF_FFFF, 0x8000_0000, UInt32(image.count)]
          let value = values.randomElement(using: &numbers) ?? 0
          for byte in 0..<4 { image[at + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
        case 3:
          let from = 8 * Int.random(in: 4..<image.count / 8, using: &numbers)
          let to = 8 * Int.random(in: 4..<image.count / 8, using: &numbers)
          image.set(u64: image.u64(at: from), at: to)
        default:
          let at = Int.random(in: 32..<image.count, using: &numbers)
          image[at] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        }
      }
      image.seal()
      let memory = try GuardedBytes(image)
      guard let lexicon = try? LexiconImage(bytes: memory.bytes, owner: memory) else { continue }
      accepted += 1
      for entity in 0..<lexicon.entityCount {
        _ = lexicon.row(of: entity)
        _ = lexicon.englishName(of: entity)
      }
      for path in paths {
        for reference in lexicon.references(path) {
          _ = lexicon.row(of: lexicon.nameReference(at: reference).entity)
        }
      }
      for _ in 0..<20 {
        guard lexicon.nodeCount > 0, lexicon.wordCount > 0 else { break }
        let node = UInt32.random(in: 0..<UInt32(lexicon.nodeCount), using: &numbers)
        let word = UInt32.random(in: 0..<UInt32(lexicon.wordCount), using: &numbers)
        _ = lexicon.child(node, word).map(lexicon.nameReferences)
        _ = lexicon.root(word).map(lexicon.nameReferences)
      }
    }
    // Otherwise nothing was tested but the refusal.
    #expect(accepted > 20)
  }
}

extension LexiconImage.Failure {
  fileprivate var isOtherVersion: Bool { if case .otherVersion = self { true } else { false } }
  fileprivate var isWrongSize: Bool { if case .wrongSize = self { true } else { false } }
}

extension [UInt8] {
  fileprivate func u64(at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }

  /// Where a section begins, and how many elements it has.
  fileprivate func section(_ section: LexiconLayout.Section) -> (start: Int, count: Int) {
    guard let layout else { return (0, 0) }
    return (layout.range(section).lowerBound, layout.count(section))
  }

  fileprivate mutating func set(u64 value: UInt64, at offset: Int) {
    for byte in 0..<8 { self[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte)) }
  }

  /// The layout that the header tells; nil where it cannot be.
  private var layout: LexiconLayout? {
    let counts = LexiconLayout.Section.allCases.map { Int(truncatingIfNeeded: u64(at: 40 + 8 * $0.rawValue)) }
    return LexiconLayout(counts: counts).flatMap { $0.size == count ? $0 : nil }
  }

  /// Gives damaged contents checksums that hold.
  fileprivate mutating func seal() {
    var end = count
    if let layout {
      layout.forEachBlock { block, range in
        set(
          u64: self[range].withUnsafeBytes { LexiconImage.checksum(of: $0) },
          at: layout.range(.blockChecksums).lowerBound + 8 * block)
      }
      end = layout.blocksStart
    }
    set(u64: self[32..<end].withUnsafeBytes { LexiconImage.checksum(of: $0) }, at: 24)
  }
}
