public import TextModel

/// Every mention on a line of its own, and below it what decided, for a person who wants to know why.
public struct ExplanationWriter: DocumentWriter {
  private let style: TerminalStyle
  private let unit: OffsetUnit

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) {
    style = TerminalStyle(usesColor: options.usesColor)
    unit = options.offsets
  }

  /// Appends a title, the mentions with their reasons, and an empty line.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    out.append(utf8: "\u{2068}")
    style.append(.bold, document.id.utf8, to: &out)
    out.append(utf8: "\u{2069}\n")
    let offsets = EntityRanges.offsets(of: annotations.entities, in: document, unit: unit)
    for (entity, range) in zip(annotations.entities, offsets) {
      out.append(utf8: "  ")
      style.appendIsolated(document.text(at: entity.range).utf8, to: &out)
      out.append(utf8: "  ")
      style.append(.type(entity.type), entity.type.label.utf8, to: &out)
      if let name = entity.name {
        out.append(utf8: "  \u{2068}")
        style.append(name.utf8, to: &out)
        out.append(utf8: "\u{2069}")
      }
      style.append(
        .dim,
        "  \(range.lowerBound)–\(range.upperBound)\(entity.id.map { "  \($0)" } ?? "")  \(entity.evidence.rawValue)"
          .utf8,
        to: &out)
      out.append(0x0A)
      for reason in entity.reasons {
        out.append(utf8: "    " + (reason.weight.map(Self.signed) ?? "     ") + "  ")
        style.append(reason.text.utf8, to: &out)
        out.append(0x0A)
      }
    }
    out.append(0x0A)
  }

  /// A weight with its sign and two decimals.
  private static func signed(_ weight: Float) -> String {
    let hundredths = Int((abs(weight) * 100).rounded())
    let rest = hundredths % 100
    return (weight < 0 ? "-" : "+") + "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
