/// The formats in which entities are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// An object a document.
  case jsonl
  /// A row an entity.
  case tsv
  /// A token a line, with IOB2 tags.
  case conll
  /// Standoff annotation of the brat tool.
  case brat
  /// A page to read.
  case html
  /// The distinct entities, as a table in a terminal.
  case terminal
  /// The text with its names highlighted, in a terminal.
  case highlight
  /// Every mention with what decided, to read.
  case explanation

  /// A writer of this format.
  public func makeWriter(_ options: OutputOptions = OutputOptions()) -> any DocumentWriter {
    switch self {
    case .jsonl: JSONLinesWriter(options)
    case .tsv: TSVWriter(options)
    case .conll: CoNLLWriter()
    case .brat: BratWriter(options)
    case .html: HTMLWriter(options)
    case .terminal: TerminalTableWriter(options)
    case .highlight: TerminalTextWriter(options)
    case .explanation: ExplanationWriter(options)
    }
  }
}
