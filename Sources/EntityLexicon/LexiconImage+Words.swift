import TextModel

// What a word says by itself, and how many words are looked up at once.
extension LexiconImage {
  /// What an image says of a word, whatever stands around it.
  public struct WordRecord: BitwiseCopyable, Sendable {
    // Low half: bits 0–31 the node + 1 of the names that begin with the word, 32–39 `signs`, 40 `hasNames`, 41 `goesOn`.
    // High half: where the references to the names begin that are the word alone, and how many there are.
    @usableFromInline let bits: UInt64
    @usableFromInline let names: UInt64

    /// Of a word with which no name begins.
    @inlinable
    init() { self.init(LexiconRecord(low: 0, high: 0)) }

    @inlinable
    init(_ record: LexiconRecord) {
      bits = record.low
      names = record.high
    }

    /// The record of a word with which names begin.
    ///
    /// - Parameters:
    ///   - names: those that are the word alone.
    ///   - start: the place of the first.
    ///   - goesOn: whether there are longer ones.
    init(root: UInt32, names: ArraySlice<UInt64>, from start: UInt32, goesOn: Bool) {
      var bits = UInt64(root) + 1
      for name in names.lazy.map(NameReference.init) {
        if name.conditions.isEmpty, let sign = LexiconClass.signs.firstIndex(of: LexiconClass.all[Int(name.classCode)])
        {
          bits |= 1 << (32 + UInt64(sign))
        } else {
          bits |= 1 << 40
        }
      }
      if goesOn { bits |= 1 << 41 }
      self.bits = bits
      self.names = UInt64(start) | UInt64(names.count) << 32
    }

    /// As an image has it.
    var record: LexiconRecord { LexiconRecord(low: bits, high: names) }

    @inlinable var nodeCode: UInt32 { UInt32(truncatingIfNeeded: bits) }

    /// The node of the names that begin with the word; nil where none does.
    @inlinable public var root: UInt32? { nodeCode == 0 ? nil : nodeCode &- 1 }
    /// The places of the references to the names that are the word alone, best first.
    @inlinable public var references: Range<Int> {
      let start = Int(names & 0xFFFF_FFFF)
      return Range(uncheckedBounds: (start, start &+ Int(names >> 32)))
    }
    /// Whether no name begins with the word.
    @inlinable public var isEmpty: Bool { bits == 0 }
    /// What the word alone is without further conditions: a bit for each of `LexiconClass.signs`.
    @inlinable public var signs: UInt8 { UInt8(truncatingIfNeeded: bits >> 32) }
    /// Whether the word alone is a name, or a sign that has conditions: then all its names must be asked.
    @inlinable public var hasNames: Bool { bits >> 40 & 1 != 0 }
    /// Whether the word begins longer names.
    @inlinable public var goesOn: Bool { bits >> 41 & 1 != 0 }
  }

  /// What an image has of a word of a text.
  public struct WordReading: BitwiseCopyable, Sendable {
    @usableFromInline var code: UInt32
    /// What the image says of the word; empty where it has none.
    public let record: WordRecord

    /// Of a word that the image does not have.
    @inlinable
    public init() {
      code = 0
      record = WordRecord()
    }

    @inlinable
    init(code: UInt32, record: WordRecord) {
      self.code = code
      self.record = record
    }

    /// Its number; nil where the image does not have it.
    @inlinable public var word: UInt32? { code == 0 ? nil : code &- 1 }
  }

  /// Looks many words up at once.
  ///
  /// Each step is taken for some hundred words before the next one, so that the memory's answers overlap: nearly every step
  /// of a single look-up would wait for the memory. For the same reason words are told by the 50 bits of their hashes by which
  /// the table finds them; `isWord` must confirm one before a name is made of it.
  ///
  /// - Parameters:
  ///   - hashes: of the words' keys.
  ///   - readings: gets what the image has of each; as many as hashes, or more.
  @inlinable
  public func read(hashes: UnsafeBufferPointer<UInt64>, into readings: UnsafeMutableBufferPointer<WordReading>) {
    let chunkCount = 256
    withUnsafeTemporaryAllocation(of: Int.self, capacity: chunkCount) { likely in
      var start = 0
      while start < hashes.count {
        let end = min(start &+ chunkCount, hashes.count)
        var count = 0
        for index in start..<end {
          readings[index] = WordReading()
          likely[count] = index  // Taken back where it is not.
          count &+= mayHold(hashes[index]) ? 1 : 0
        }
        for place in 0..<count {
          let index = likely[place]
          readings[index].code = slotValue(hashes[index])
        }
        for place in 0..<count {
          let index = likely[place]
          if let word = readings[index].word {
            readings[index] = WordReading(code: word &+ 1, record: record(ofWord: word))
          }
        }
        start = end
      }
    }
  }

  /// What the image has of one word, as far as its hash tells.
  @inlinable
  public func read(hash: UInt64) -> WordReading {
    guard mayHold(hash) else { return WordReading() }
    let code = slotValue(hash)
    return code == 0 ? WordReading() : WordReading(code: code, record: record(ofWord: code &- 1))
  }

  /// Whether a word with this hash may be here: the filter lets few through that are not.
  @inlinable @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let bits = Self.filterBits(hash)
    return filter[Int(hash >> 12 & filterMask)] & bits == bits
  }

  /// The number + 1 of the word that has this hash, as far as 32 bits tell; 0 where none has.
  @inlinable @inline(__always)
  func slotValue(_ hash: UInt64) -> UInt32 {
    let mask = wordSlots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = hash >> 32
    for _ in 0..<Self.maximumProbes {
      guard holds(wordSlots, slot) else { return 0 }
      let value = wordSlots[slot]
      if value == 0 || value >> 32 == tag { return UInt32(truncatingIfNeeded: value) }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Whether a name may go on from a node with a word: the filter lets few through that do not.
  @inlinable @inline(__always)
  public func mayGoOn(_ node: UInt32, _ word: UInt32) -> Bool {
    let hash = KeyHash.mix((UInt64(node) << 32 | UInt64(word)) &+ 1)
    let bits = Self.filterBits(hash)
    return edgeFilter[Int(hash >> 12 & edgeFilterMask)] & bits == bits
  }
}
