public import TextModel

/// One self-contained page: each document an `<article>` with its text, the names marked, the English name above each
/// and in its tooltip, and after the text a table of the distinct entities.
///
/// Every line of the text is a paragraph that finds its own direction; English names are isolated from it. Of overlapping
/// entities the one that begins first is marked, and the longest of those that begin together.
public struct HTMLWriter: DocumentWriter {
  private let title: String
  private let language: String?

  /// A writer.
  public init(_ options: OutputOptions = OutputOptions()) {
    title = options.title
    language = options.language
  }

  /// Appends the page up to the first article: its style and a legend of the types.
  public func appendHeader(to out: inout [UInt8]) {
    out.append(
      utf8: """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>
        """)
    out.append(html: title.utf8)
    out.append(utf8: "</title>\n<style>\n\(HTMLStyle.sheet)</style>\n</head>\n<body>\n<header>\n<h1>")
    out.append(html: title.utf8)
    out.append(utf8: "</h1>\n<ul class=\"legend\">\n")
    for type in EntityType.allCases {
      out.append(utf8: "<li><mark class=\"\(type.label)\">\(type.label)</mark></li>\n")
    }
    out.append(utf8: "</ul>\n</header>\n<main>\n")
  }

  /// Appends the end of the page.
  public func appendFooter(to out: inout [UInt8]) { out.append(utf8: "</main>\n</body>\n</html>\n") }

  /// Appends one article.
  public func append(
    _ document: Document, _ annotations: Annotations, members: KeptMembers, to out: inout [UInt8]
  ) {
    let entities = EntityRanges.outermost(annotations.entities, count: document.bytes.count)
    out.append(utf8: "<article>\n<h2><bdi>")
    out.append(html: document.id.utf8)
    out.append(utf8: "</bdi></h2>\n<div class=\"text\" lang=\"")
    out.append(html: (language ?? LanguageGuess.language(of: document.bytes)).utf8)
    out.append(utf8: "\">\n")
    var body = HTMLBody(bytes: document.bytes)
    // The buffer is lent, not shared: with two owners it would be copied.
    swap(&body.out, &out)
    body.append(entities, tokens: annotations.tokens)
    swap(&body.out, &out)
    out.append(utf8: "</div>\n")
    appendTable(of: EntitySummary.summaries(of: entities, in: document), to: &out)
    out.append(utf8: "</article>\n")
  }

  private func appendTable(of summaries: [EntitySummary], to out: inout [UInt8]) {
    guard !summaries.isEmpty else { return }
    out.append(
      utf8: """
        <table>
        <thead><tr><th scope="col">English name</th><th scope="col">Type</th><th scope="col">Count</th>\
        <th scope="col">In the text</th></tr></thead>
        <tbody>

        """)
    for summary in summaries {
      out.append(utf8: "<tr><td><bdi>")
      out.append(html: (summary.name ?? "").utf8)
      out.append(utf8: "</bdi></td><td><mark class=\"\(summary.type.label)\">\(summary.type.label)</mark></td><td>")
      out.append(decimal: summary.count)
      out.append(utf8: "</td><td>")
      for (index, surface) in summary.surfaces.enumerated() {
        out.append(utf8: index == 0 ? "<bdi>" : ", <bdi>")
        out.append(html: surface.utf8)
        out.append(utf8: "</bdi>")
      }
      out.append(utf8: "</td></tr>\n")
    }
    out.append(utf8: "</tbody>\n</table>\n")
  }
}
