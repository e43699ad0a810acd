import TextModel

/// Writes a text as paragraphs with marked names.
struct HTMLBody {
  let bytes: [UInt8]
  var out: [UInt8] = []
  private var isInParagraph = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The whole text; `entities` do not overlap.
  mutating func append(_ entities: [Entity], tokens: [Token]) {
    var position = 0
    for (index, entity) in entities.enumerated() {
      // A ruby's base is shaped apart from the letters beside it. It therefore takes in the whole written word, proclitics
      // included: else the ل of لبيرنز would not join its ب.
      let word = word(of: entity, tokens: tokens)
      let next = index + 1 < entities.count ? entities[index + 1].range.lowerBound : bytes.count
      let base = ByteRange(
        max(position, word.lowerBound), max(entity.range.upperBound, min(next, word.upperBound)))
      append(from: position, to: base.lowerBound)
      openParagraph()
      append(entity, base: base)
      position = base.upperBound
    }
    append(from: position, to: bytes.count)
    closeParagraph()
  }

  private func word(of entity: Entity, tokens: [Token]) -> ByteRange {
    if !tokens.isEmpty { return EntityRanges.widened(entity.range, to: tokens).clamped(toCount: bytes.count) }
    let start = entity.range.lowerBound - entity.proclitics.utf8.count
    guard start >= 0, bytes[start..<entity.range.lowerBound].elementsEqual(entity.proclitics.utf8) else {
      return entity.range
    }
    return ByteRange(start, entity.range.upperBound)
  }

  private mutating func append(_ entity: Entity, base: ByteRange) {
    let surface = bytes[entity.range.lowerBound..<entity.range.upperBound]
    let gloss = entity.name.flatMap { surface.elementsEqual($0.utf8) || $0.isEmpty ? nil : $0 }
    if gloss != nil { out.append(utf8: "<ruby>") }
    out.append(html: bytes[base.lowerBound..<entity.range.lowerBound])
    out.append(utf8: "<mark class=\"")
    out.append(utf8: entity.type.label)
    if let id = entity.id {
      out.append(utf8: "\" data-entity=\"")
      out.append(html: id.utf8)
    }
    out.append(utf8: "\" title=\"")
    if let name = entity.name {
      out.append(html: name.utf8)
      out.append(utf8: " (")
    }
    out.append(utf8: entity.type.label)
    if let value = entity.value {
      out.append(utf8: ": ")
      out.append(html: value.utf8)
    }
    out.append(utf8: entity.name == nil ? "\">" : ")\">")
    out.append(html: surface)
    out.append(utf8: "</mark>")
    out.append(html: bytes[entity.range.upperBound..<base.upperBound])
    guard let gloss else { return }
    out.append(utf8: "<rp> (</rp><rt><bdi lang=\"en\" dir=\"ltr\">")
    out.append(html: gloss.utf8)
    out.append(utf8: "</bdi></rt><rp>)</rp></ruby>")
  }

  /// Text outside the names; a line break ends a paragraph, and lines of white space are none.
  private mutating func append(from start: Int, to end: Int) {
    var lineStart = start
    while lineStart < end {
      let lineEnd = bytes[lineStart..<end].firstIndex(of: 0x0A) ?? end
      let line = bytes[lineStart..<lineEnd]
      if isInParagraph || line.contains(where: { $0 > 0x20 }) {
        openParagraph()
        out.append(html: line)
      }
      if lineEnd < end { closeParagraph() }
      lineStart = lineEnd + 1
    }
  }

  private mutating func openParagraph() {
    if !isInParagraph { out.append(utf8: "<p dir=\"auto\">") }
    isInParagraph = true
  }

  private mutating func closeParagraph() {
    if isInParagraph { out.append(utf8: "</p>\n") }
    isInParagraph = false
  }
}

extension [UInt8] {
  /// Text for an element or for an attribute in quotation marks; controls, which HTML forbids, become spaces.
  mutating func append(html bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): append(utf8: "&amp;")
      case UInt8(ascii: "<"): append(utf8: "&lt;")
      case UInt8(ascii: ">"): append(utf8: "&gt;")
      case UInt8(ascii: "\""): append(utf8: "&quot;")
      case UInt8(ascii: "'"): append(utf8: "&#39;")
      case 0x09, 0x0A: append(byte)
      case 0..<0x20, 0x7F: append(0x20)
      default: append(byte)
      }
    }
  }
}
