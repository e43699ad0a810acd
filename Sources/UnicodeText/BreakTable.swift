/// ICU's own boundary rules as tables that Swift reads by itself, several times faster than through ICU.
///
/// The rules are those of the ICU that is linked, so the boundaries are equal to `BreakIterator`'s. Where ICU's format is
/// not the one known here (6), all work is left to `BreakIterator`. A table may be shared between
/// threads; each takes a segmenter of its own.
public final class BreakTable: Sendable {
  /// What is divided.
  public let kind: BreakIterator.Kind
  /// The locale of the rules; "" is the root.
  public let locale: String
  @usableFromInline let machine: BreakMachine

  /// The table of a kind, with a locale's rules.
  ///
  /// - Throws: ICU's error where its data is missing.
  public convenience init(_ kind: BreakIterator.Kind, locale: String = "") throws(ICUError) {
    self.init(kind, locale: locale, rules: try BreakIterator(kind, locale: locale).compiledRules())
  }

  /// A table of given rules; where they are nil or cannot be read, everything is left to ICU.
  init(_ kind: BreakIterator.Kind, locale: String, rules: [UInt8]?) {
    self.kind = kind
    self.locale = locale
    machine = BreakMachine(rules)
  }

  deinit { machine.deallocate() }

  /// Whether the rules are interpreted here; false where everything is left to ICU.
  public var isInterpreted: Bool { machine.isUsable }

  /// The table of a kind with the root's rules, made once in the process.
  ///
  /// - Throws: ICU's error where its data is missing.
  public static func shared(_ kind: BreakIterator.Kind) throws(ICUError) -> BreakTable {
    switch kind {
    case .character: try sharedCharacter.get()
    case .word: try sharedWord.get()
    case .sentence: try sharedSentence.get()
    case .line: try sharedLine.get()
    }
  }

  private static let sharedCharacter = result(.character)
  private static let sharedWord = result(.word)
  private static let sharedSentence = result(.sentence)
  private static let sharedLine = result(.line)

  private static func result(_ kind: BreakIterator.Kind) -> Result<BreakTable, ICUError> {
    do throws(ICUError) {
      return .success(try BreakTable(kind))
    } catch {
      return .failure(error)
    }
  }

  /// A segmenter for one task.
  ///
  /// - Throws: ICU's error where its data is missing.
  public func makeSegmenter() throws(ICUError) -> BreakSegmenter { try BreakSegmenter(self) }
}
