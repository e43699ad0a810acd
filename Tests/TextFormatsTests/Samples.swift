import TextModel

/// Small documents with entities, found by slicing the text so that no test counts bytes.
struct Sample {
  let document: Document
  var annotations = Annotations()

  init(id: String = "d", _ text: String) throws { document = try Document(id: id, text: text) }

  init(id: String = "d", bytes: [UInt8], onInvalid policy: InvalidUTF8.Policy = .replace) throws {
    document = try Document(id: id, bytes: bytes, onInvalid: policy)
  }

  /// The range of the given occurrence of a text.
  func range(_ text: String, occurrence: Int = 0) -> ByteRange {
    let needle = Array(text.utf8)
    var found = -1
    for start in document.bytes.indices where document.bytes[start...].starts(with: needle) {
      found += 1
      if found == occurrence { return ByteRange(start, start + needle.count) }
    }
    return ByteRange(0, 0)
  }

  func adding(
    _ text: String, _ type: EntityType, _ name: String? = nil, id: String? = nil, occurrence: Int = 0,
    score: Float = 1, proclitics: String = "", evidence: Entity.Evidence = .lexicon, value: String? = nil
  ) -> Sample {
    var copy = self
    copy.annotations.entities.append(
      Entity(
        range: range(text, occurrence: occurrence), type: type, name: name, id: id, score: score,
        proclitics: proclitics, evidence: evidence, value: value))
    return copy
  }

  /// Tokens by white space, punctuation apart; a sentence after each full stop.
  func tokenized() -> Sample {
    var copy = self
    var start: Int?
    var startsSentence = true
    func end(_ index: Int) {
      guard let first = start else { return }
      var token = Token(range: ByteRange(first, index), kind: .word, gap: .space)
      token.startsSentence = startsSentence
      startsSentence = false
      copy.annotations.tokens.append(token)
      start = nil
    }
    for (index, byte) in document.bytes.enumerated() {
      switch byte {
      case 0x20, 0x0A: end(index)
      case UInt8(ascii: "."):
        end(index)
        start = index
        end(index + 1)
        startsSentence = true
      default: start = start ?? index
      }
    }
    end(document.bytes.count)
    return copy
  }
}
