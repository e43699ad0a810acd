public import TextModel

/// A token a line with its IOB2 tag, `token<TAB>tag`; an empty line after each sentence; `# id = …` before each document.
///
/// A token belongs to an entity if they share a byte: an entity that begins after a proclitic is widened to the whole
/// written word. Of overlapping entities the one that begins first counts, and the longest of those that begin together.
public struct CoNLLWriter: DocumentWriter {
  /// A writer.
  public init() {}

  /// Appends the tokens of one document.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    out.append(utf8: "# id = ")
    out.append(cell: document.id.utf8)
    out.append(0x0A)
    let entities = EntityRanges.outermost(annotations.entities, count: document.bytes.count)
    var current = 0
    /// The entity whose first token in this sentence has been written.
    var begun: Int?
    var sentence = 0
    var isFirst = true
    for token in annotations.tokens {
      let range = token.range.clamped(toCount: document.bytes.count)
      var startsSentence = token.startsSentence
      while sentence < annotations.sentences.count, annotations.sentences[sentence].upperBound <= range.lowerBound {
        sentence += 1
        startsSentence = true
      }
      if startsSentence, !isFirst {
        out.append(0x0A)
        begun = nil
      }
      isFirst = false
      while current < entities.count, entities[current].range.upperBound <= range.lowerBound { current += 1 }
      out.append(cell: document.bytes[range.lowerBound..<range.upperBound])
      out.append(0x09)
      if current < entities.count, entities[current].range.overlaps(range) {
        out.append(utf8: begun == current ? "I-" : "B-")
        out.append(utf8: entities[current].type.label)
        begun = current
      } else {
        out.append(UInt8(ascii: "O"))
      }
      out.append(0x0A)
    }
    out.append(0x0A)
  }
}
