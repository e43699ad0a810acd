public import TextModel

/// A table of a document's distinct entities in order of first mention, for a person at a terminal.
///
/// All entities are counted, overlapping or not. The text's own words stand in the last column, each in an isolate, so
/// that a terminal that knows about writing from right to left leaves the columns alone.
public struct TerminalTableWriter: DocumentWriter {
  private let style: TerminalStyle
  private static let titles = ["English name", "Type", "Count", "In the text"]

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) { style = TerminalStyle(usesColor: options.usesColor) }

  /// Appends a title, the table and an empty line.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    let summaries = EntitySummary.summaries(of: annotations.entities, in: document)
    let mentions = annotations.entities.count
    out.append(utf8: "\u{2068}")
    style.append(.bold, document.id.utf8, to: &out)
    out.append(utf8: "\u{2069}: \(Self.count(mentions, "mention")) of \(Self.count(summaries.count, "name"))\n")
    if summaries.isEmpty { return out.append(0x0A) }
    let names = summaries.map { $0.name ?? "" }
    let nameWidth = width(of: names, title: Self.titles[0])
    let typeWidth = width(of: summaries.map(\.type.label), title: Self.titles[1])
    let countWidth = width(of: summaries.map { String($0.count) }, title: Self.titles[2])
    out.append(utf8: "  ")
    style.append(
      .dim,
      (pad(Self.titles[0], nameWidth) + "  " + pad(Self.titles[1], typeWidth) + "  "
        + pad(Self.titles[2], countWidth, isRight: true) + "  " + Self.titles[3]).utf8, to: &out)
    out.append(0x0A)
    for (summary, name) in zip(summaries, names) {
      out.append(utf8: "  \u{2068}")
      style.append(name.utf8, to: &out)
      out.append(utf8: "\u{2069}")
      out.append(utf8: pad("", nameWidth - TerminalStyle.width(name)))
      out.append(utf8: "  ")
      style.append(.type(summary.type), pad(summary.type.label, typeWidth).utf8, to: &out)
      out.append(utf8: "  " + pad(String(summary.count), countWidth, isRight: true) + "  ")
      for (index, surface) in summary.surfaces.enumerated() {
        if index > 0 { out.append(utf8: ", ") }
        style.appendIsolated(surface.utf8, to: &out)
      }
      out.append(0x0A)
    }
    out.append(0x0A)
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func width(of cells: [String], title: String) -> Int {
    cells.reduce(TerminalStyle.width(title)) { max($0, TerminalStyle.width($1)) }
  }

  private func pad(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - TerminalStyle.width(text)))
    return isRight ? space + text : text + space
  }
}
