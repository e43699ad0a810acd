public import TextModel

/// Standoff annotation as brat reads it beside the text (`.ann`): `T1<TAB>PERSON 10 15<TAB>بيرنز`, and the English name
/// as a note, with the value where there is one: `15 November 2022 (2022-11-15)`. Offsets count Unicode scalars.
///
/// An entity over a line break (or a tab, which would end brat's column) is written in parts, `10 15;16 20`.
/// All entities are listed, overlapping or not. The numbers begin anew with each document, since brat has a file for each.
public struct BratWriter: DocumentWriter {
  private let marksDocuments: Bool

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { marksDocuments = options.marksBratDocuments }

  /// Appends the annotation of one document.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    if marksDocuments {
      out.append(utf8: "# id = ")
      out.append(cell: document.id.utf8)
      out.append(0x0A)
    }
    let offsets = EntityRanges.offsets(of: annotations.entities, in: document, unit: .scalars)
    var number = 0
    for (entity, range) in zip(annotations.entities, offsets) {
      let place = entity.range.clamped(toCount: document.bytes.count)
      let parts = parts(of: place, in: document.bytes)
      if parts.isEmpty { continue }
      number += 1
      out.append(utf8: "T")
      out.append(decimal: number)
      out.append(0x09)
      out.append(utf8: entity.type.label)
      var position = place.lowerBound
      var offset = range.lowerBound
      for (index, part) in parts.enumerated() {
        out.append(index == 0 ? 0x20 : UInt8(ascii: ";"))
        offset += scalarCount(document.bytes[position..<part.lowerBound])
        out.append(decimal: offset)
        out.append(0x20)
        offset += scalarCount(document.bytes[part.lowerBound..<part.upperBound])
        out.append(decimal: offset)
        position = part.upperBound
      }
      for (index, part) in parts.enumerated() {
        out.append(index == 0 ? 0x09 : 0x20)
        out.append(contentsOf: document.bytes[part.lowerBound..<part.upperBound])
      }
      out.append(0x0A)
      guard let note = note(of: entity) else { continue }
      out.append(utf8: "#")
      out.append(decimal: number)
      out.append(utf8: "\tAnnotatorNotes T")
      out.append(decimal: number)
      out.append(0x09)
      out.append(cell: note.utf8)
      out.append(0x0A)
    }
  }

  /// The English name, and a value behind it.
  private func note(of entity: Entity) -> String? {
    guard let value = entity.value else { return entity.name }
    return entity.name.map { "\($0) (\(value))" } ?? value
  }

  /// The stretches between line breaks and tabs, without the spaces beside those.
  private func parts(of range: ByteRange, in bytes: [UInt8]) -> [ByteRange] {
    bytes[range.lowerBound..<range.upperBound]
      .split { (0x09...0x0D).contains($0) }
      .compactMap { part in
        guard let first = part.firstIndex(where: { $0 != 0x20 }), let last = part.lastIndex(where: { $0 != 0x20 })
        else { return nil }
        return ByteRange(first, last + 1)
      }
  }

  private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
