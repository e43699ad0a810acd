public import TextModel

/// One JSON object a document:
/// `{"id":…, …, "entities":[{"start":…,"end":…,"text":…,"type":"PERSON","name":…,"entity":…,"score":…,"evidence":…}]}`.
///
/// Between id and entities stand the members that the input record had besides its text. `name` and `entity` are null
/// where they are unknown; `proclitics` is there only where there are some, and `value` where the mention
/// determines one. All entities are listed, overlapping or not.
public struct JSONLinesWriter: DocumentWriter {
  private let unit: OffsetUnit

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { unit = options.offsets }

  /// Appends one line.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    out.append(utf8: "{\"id\":")
    if members.hasNumericID {
      out.append(utf8: document.id)
    } else {
      JSONWriter.append(document.id, to: &out)
    }
    if !members.json.isEmpty {
      out.append(UInt8(ascii: ","))
      out.append(contentsOf: members.json)
    }
    out.append(utf8: ",\"entities\":[")
    let offsets = EntityRanges.offsets(of: annotations.entities, in: document, unit: unit)
    var isFirst = true
    for (entity, range) in zip(annotations.entities, offsets) {
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      append(entity, at: range, in: document, to: &out)
    }
    out.append(utf8: "]}\n")
  }

  private func append(_ entity: Entity, at range: Range<Int>, in document: Document, to out: inout [UInt8]) {
    out.append(utf8: "{\"start\":")
    out.append(decimal: range.lowerBound)
    out.append(utf8: ",\"end\":")
    out.append(decimal: range.upperBound)
    out.append(utf8: ",\"text\":")
    JSONWriter.append(utf8: document.bytes, in: entity.range.lowerBound..<entity.range.upperBound, to: &out)
    out.append(utf8: ",\"type\":\"")
    out.append(utf8: entity.type.label)
    out.append(utf8: "\",\"name\":")
    append(entity.name, to: &out)
    out.append(utf8: ",\"entity\":")
    append(entity.id, to: &out)
    out.append(utf8: ",\"score\":")
    out.append(score: entity.score)
    if !entity.proclitics.isEmpty {
      out.append(utf8: ",\"proclitics\":")
      JSONWriter.append(entity.proclitics, to: &out)
    }
    if let value = entity.value {
      out.append(utf8: ",\"value\":")
      JSONWriter.append(value, to: &out)
    }
    out.append(utf8: ",\"evidence\":\"")
    out.append(utf8: entity.evidence.rawValue)
    out.append(utf8: "\"}")
  }

  private func append(_ string: String?, to out: inout [UInt8]) {
    if let string { JSONWriter.append(string, to: &out) } else { out.append(utf8: "null") }
  }
}
