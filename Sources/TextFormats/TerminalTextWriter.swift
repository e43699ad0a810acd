public import TextModel

/// The text itself, for a person at a terminal: names coloured by type, the English name in brackets after each.
///
/// Of overlapping entities the one that begins first is shown, and the longest of those that begin together.
public struct TerminalTextWriter: DocumentWriter {
  private let style: TerminalStyle

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { style = TerminalStyle(usesColor: options.usesColor) }

  /// Appends the document's id, its text and an empty line.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    out.append(utf8: "\u{2068}")
    style.append(.bold, document.id.utf8, to: &out)
    out.append(utf8: "\u{2069}\n")
    let bytes = document.bytes
    var position = 0
    for entity in EntityRanges.outermost(annotations.entities, count: bytes.count) {
      style.append(bytes[position..<entity.range.lowerBound], keepsLines: true, to: &out)
      let surface = bytes[entity.range.lowerBound..<entity.range.upperBound]
      style.append(.type(entity.type), surface, to: &out)
      position = entity.range.upperBound
      guard let name = entity.name, !name.isEmpty, !surface.elementsEqual(name.utf8) else { continue }
      out.append(utf8: " ")
      style.appendIsolated("[\(name)]".utf8, to: &out)
    }
    style.append(bytes[position...], keepsLines: true, to: &out)
    if bytes.last != 0x0A { out.append(0x0A) }
    out.append(0x0A)
  }
}
