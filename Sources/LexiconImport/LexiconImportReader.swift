public import EntityLexicon

/// Reads a source of entities as it is published, and makes lexicon rows of it.
///
/// A reader goes through its files once and keeps no more of them than it says. Bad records are told to the report; what
/// comes after them is read all the same.
public protocol LexiconImportReader: AnyObject {
  /// The languages of the names, in the order in which rows have them; English is the first.
  var languages: [String] { get }
  /// How much of what is to be read has been read, from 0 to 1; nil where that cannot be known.
  var fractionRead: Double? { get }

  /// The rows of the next stretch, maybe none; nil at the end.
  ///
  /// - Throws: `LexiconImportFailure` where a file cannot be read at all or is of another kind.
  func nextRows(_ report: inout LexiconImportReport) throws(LexiconImportFailure) -> [LexiconRow]?
}
