public import TextFormats

/// Why a source cannot be imported at all.
public enum LexiconImportFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(InputFailure)
  /// The file is of another kind.
  case notOfKind(path: String, kind: String, reason: String)
  /// The table has no such column.
  case missingColumn(path: String, column: String, columns: [String])

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .unreadable(let failure): return failure.description
    case .notOfKind(let path, let kind, let reason): return "\(Self.name(path)) is no \(kind): \(reason)"
    case .missingColumn(let path, let column, let columns):
      let shown = columns.prefix(40).map { "“\($0.unicodeScalars.count > 40 ? "\($0.prefix(40))…" : $0)”" }
      let rest = columns.count > shown.count ? " and \(columns.count - shown.count) more" : ""
      return "\(Self.name(path)) has no column “\(column)”, but \(shown.joined(separator: ", "))\(rest)"
    }
  }

  private static func name(_ path: String) -> String {
    path == ByteSource.standardInputName ? "standard input" : path
  }
}
