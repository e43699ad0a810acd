public import TextModel

/// A row an entity: id, start, end, type, text, name, score; tabs and line breaks in a cell become spaces.
public struct TSVWriter: DocumentWriter {
  private let unit: OffsetUnit

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { unit = options.offsets }

  /// Appends the names of the columns.
  public func appendHeader(to out: inout [UInt8]) { out.append(utf8: "id\tstart\tend\ttype\ttext\tname\tscore\n") }

  /// Appends a row for each entity, overlapping or not.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    let offsets = EntityRanges.offsets(of: annotations.entities, in: document, unit: unit)
    for (entity, range) in zip(annotations.entities, offsets) {
      out.append(cell: document.id.utf8)
      out.append(0x09)
      out.append(decimal: range.lowerBound)
      out.append(0x09)
      out.append(decimal: range.upperBound)
      out.append(0x09)
      out.append(utf8: entity.type.label)
      out.append(0x09)
      let place = entity.range.clamped(toCount: document.bytes.count)
      out.append(cell: document.bytes[place.lowerBound..<place.upperBound])
      out.append(0x09)
      out.append(cell: (entity.name ?? "").utf8)
      out.append(0x09)
      out.append(score: entity.score)
      out.append(0x0A)
    }
  }
}
