public import TextModel

/// One JSON object a document:
/// `{"id":…, …, "entities":[{"start":…,"end":…,"text":…,"type":"PERSON","name":…,"entity":…,"score":…,"evidence":…}]}`.
///
/// Between id and entities stand the members that the input record had besides its text. `name` and `entity` are null
/// where they are unknown; `proclitics` is there only where there are some, `value` where the mention
/// determines one, and `reasons` where the recognizer explained itself. All entities are listed, overlapping or not.
public struct JSONLinesWriter: DocumentWriter {
  private let unit: OffsetUnit

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { unit = options.offsets }

  /// Appends one line.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    out.append(literal: "{\"id\":")
    if members.hasNumericID {
      out.append(utf8: document.id)
    } else {
      JSONWriter.append(document.id, to: &out)
    }
    if !members.json.isEmpty {
      out.append(UInt8(ascii: ","))
      out.append(contentsOf: members.json)
    }
    out.append(literal: ",\"entities\":[")
    let offsets = EntityRanges.offsets(of: annotations.entities, in: document, unit: unit)
    var isFirst = true
    for (entity, range) in zip(annotations.entities, offsets) {
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      append(entity, at: range, in: document, to: &out)
    }
    out.append(literal: "]}\n")
  }

  private func append(_ entity: Entity, at range: Range<Int>, in document: Document, to out: inout [UInt8]) {
    out.append(literal: "{\"start\":")
    out.append(decimal: range.lowerBound)
    out.append(literal: ",\"end\":")
    out.append(decimal: range.upperBound)
    out.append(literal: ",\"text\":")
    JSONWriter.append(utf8: document.bytes, in: entity.range.lowerBound..<entity.range.upperBound, to: &out)
    out.append(literal: ",\"type\":\"")
    out.append(utf8: entity.type.label)
    out.append(literal: "\",\"name\":")
    append(entity.name, to: &out)
    out.append(literal: ",\"entity\":")
    append(entity.id, to: &out)
    out.append(literal: ",\"score\":")
    out.append(score: entity.score)
    if !entity.proclitics.isEmpty {
      out.append(literal: ",\"proclitics\":")
      JSONWriter.append(entity.proclitics, to: &out)
    }
    if let value = entity.value {
      out.append(literal: ",\"value\":")
      JSONWriter.append(value, to: &out)
    }
    out.append(literal: ",\"evidence\":\"")
    out.append(utf8: entity.evidence.rawValue)
    out.append(UInt8(ascii: "\""))
    if !entity.reasons.isEmpty { append(entity.reasons, to: &out) }
    out.append(UInt8(ascii: "}"))
  }

  private func append(_ reasons: [Entity.Reason], to out: inout [UInt8]) {
    out.append(literal: ",\"reasons\":[")
    for (index, reason) in reasons.enumerated() {
      out.append(literal: index > 0 ? ",{\"text\":" : "{\"text\":")
      JSONWriter.append(reason.text, to: &out)
      if let weight = reason.weight {
        out.append(literal: ",\"weight\":")
        if weight < 0 { out.append(UInt8(ascii: "-")) }
        out.append(score: abs(weight))
      }
      out.append(UInt8(ascii: "}"))
    }
    out.append(UInt8(ascii: "]"))
  }

  private func append(_ string: String?, to out: inout [UInt8]) {
    if let string { JSONWriter.append(string, to: &out) } else { out.append(literal: "null") }
  }
}
