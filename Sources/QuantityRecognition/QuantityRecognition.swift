import TextModel
public import TextPipeline

/// The stage that finds dates, times, money, percentages and measurements by rules over tokens, and adds them to
/// `Annotations.entities` with their normalized value.
///
/// It needs the tokens, their keys (profile `search`) and where sentences begin, and runs after the stages that find names.
/// The words are those of Lexicons/quantities, in Arabic, Russian, Ukrainian, Persian, Hebrew and English.
///
/// `Entity.value` holds
/// - of a date ISO 8601: `2022-11-15`, `2022-11`, `2014`; X stands for digits that the text does not tell, as in TIMEX3
///   (`XXXX-11-15`, `XXXX-WXX-1` for a Monday); a century is `18`, a decade `199`, a quarter `2022-Q1`, a season `2022-SU`, an interval
///   `2003/2005`, a duration `P3D`; other calendars stand before their dates (`hijri:1444-03-15`);
/// - of a time `T10:30`, `XXXX-WXX-1TEV`, `PT2H`;
/// - of money the amount and the ISO 4217 code, `3500000000 USD`;
/// - of a percentage `40 %`;
/// - of a measurement the number and the UCUM unit, `100 km`.
///
/// What is told relative to the day of writing (yesterday, last year) has no value, because that day is not known.
public struct QuantityRecognition: Stage {
  /// Whether mentions may overlap; otherwise of two that do, one stays.
  public let includesOverlapping: Bool
  private let knowledge: QuantityKnowledge

  /// A recognizer with the tables that travel inside the binary.
  ///
  /// - Parameter includesOverlapping: whether what overlaps with names is kept together with them.
  /// - Throws: what kept the tables from being read, such as rules that ICU refuses.
  public init(includesOverlapping: Bool = false) throws {
    self.includesOverlapping = includesOverlapping
    knowledge = try QuantityKnowledge.shared.get()
  }

  /// `quantities`.
  public var name: String { "quantities" }

  /// A worker with buffers of its own.
  public func makeWorker() throws -> any StageWorker {
    Worker(knowledge, merge: QuantityMerge(includesOverlapping: includesOverlapping))
  }

  private final class Worker: StageWorker {
    private let knowledge: QuantityKnowledge
    private let merge: QuantityMerge
    private var reader: QuantityPieceReader

    init(_ knowledge: QuantityKnowledge, merge: QuantityMerge) {
      self.knowledge = knowledge
      self.merge = merge
      reader = QuantityPieceReader(knowledge)
    }

    func process(_ document: Document, _ annotations: inout Annotations) {
      let found = entities(in: document, annotations)
      if !found.isEmpty { annotations.entities = merge.merge(annotations.entities, with: found) }
    }

    private func entities(in document: Document, _ annotations: borrowing Annotations) -> [Entity] {
      var found: [Entity] = []
      document.bytes.withUnsafeBufferPointer { bytes in
        annotations.tokens.withUnsafeBufferPointer { tokens in
          annotations.keys.withUnsafeBytes { keys in
            let source = QuantitySource(
              bytes: bytes, tokens: tokens, keys: keys, beginnings: knowledge.beginnings)
            var index = 0
            // Asked for when the first run is read that depends on it.
            var isPersian: Bool?
            while index < tokens.count {
              index = reader.readRun(of: source, from: index)
              guard reader.isWorthReading else { continue }
              if reader.dependsOnLanguage, isPersian == nil {
                let language = LanguageGuess.language(of: document.bytes)
                isPersian = language == "fa" || language == "ur"
              }
              let parser = QuantityParser(
                pieces: reader.pieces, knowledge: knowledge, keys: keys, bytes: bytes, isPersian: isPersian ?? false)
              for match in parser.matches() { found.append(entity(of: match, bytes)) }
            }
          }
        }
      }
      return found
    }

    private func entity(of match: QuantityMatch, _ bytes: UnsafeBufferPointer<UInt8>) -> Entity {
      let first = reader.pieces[match.first]
      let last = reader.pieces[match.end - 1]
      let start = first.range.lowerBound
      return Entity(
        range: ByteRange(start, last.range.upperBound), type: match.type, name: match.name, score: 1,
        proclitics: String(decoding: bytes[first.tokenStart..<start], as: UTF8.self), evidence: .rule,
        value: match.value)
    }
  }
}
