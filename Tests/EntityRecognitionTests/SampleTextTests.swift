import EntityLexicon
import EntityRecognition
import NameTransliteration
import Testing
import TextModel
import TextPipeline

/// The whole way with the built-in lexicon, on texts in which every name was marked by hand.
@Suite("Recognition in the sample texts")
struct SampleTextTests {
  /// What a file must reach, in percent, rounded down from what it reaches: raise it with what gets better.
  struct Floor: Sendable, CustomTestStringConvertible {
    let file: String
    let precision: Int
    let recall: Int
    let types: Int
    let names: Int
    var testDescription: String { file }
  }

  @Test(
    "Of the marked names at least as many are found as before, and as few others",
    arguments: [
      Floor(file: "ar-title.txt", precision: 96, recall: 96, types: 100, names: 100),
      Floor(file: "ar-diplomacy.txt", precision: 100, recall: 96, types: 98, names: 98),
      Floor(file: "ar-economy.txt", precision: 97, recall: 92, types: 98, names: 98),
      Floor(file: "ar-conflict.txt", precision: 96, recall: 96, types: 98, names: 97),
      Floor(file: "ru-news.txt", precision: 98, recall: 96, types: 100, names: 100),
      Floor(file: "fa-news.txt", precision: 97, recall: 95, types: 93, names: 91),
      Floor(file: "he-news.txt", precision: 84, recall: 81, types: 97, names: 97),
      Floor(file: "en-news.txt", precision: 96, recall: 92, types: 100, names: 100),
    ])
  func floors(floor: Floor) throws {
    let score = try SampleScore(file: floor.file, recognizer: TestRecognizer(.builtIn()))
    print(score.report)
    #expect(score.precision >= floor.precision)
    #expect(score.recall >= floor.recall)
    #expect(score.types >= floor.types)
    #expect(score.names >= floor.names)
  }

  @Test("Every sample text is marked as its README says", arguments: SampleFile.all)
  func markup(file: String) throws {
    let (text, marks) = Markup.read(try SampleFile.read(file))
    for sign in ["[[", "]]", "|"] { #expect(!text.contains(sign)) }
    #expect(marks.count >= 30)
    let document = try Document(text: text)
    for mark in marks {
      let parts = mark.label.split(separator: "|", omittingEmptySubsequences: false)
      #expect(parts.count == 2 && EntityType(label: parts[0]) != nil && !parts[1].isEmpty, "\(mark.label)")
      let surface = document.text(at: mark.range)
      #expect(!surface.isEmpty && surface.first?.isWhitespace == false && surface.last?.isWhitespace == false)
    }
  }
}

/// How well the names of one sample text are found.
struct SampleScore {
  private let file: String
  private var lines: [String] = []
  private var marked = 0
  private var found = 0
  private var right = 0
  private var rightTypes = 0
  private var rightNames = 0

  /// Of what was found, how much is marked, in percent.
  var precision: Int { percent(right, of: found) }
  /// Of what is marked, how much was found, in percent.
  var recall: Int { percent(right, of: marked) }
  /// Of what was found rightly, how much has the right type.
  var types: Int { percent(rightTypes, of: right) }
  /// Of what was found rightly, how much has the right English name.
  var names: Int { percent(rightNames, of: right) }

  /// The measures, and all that was missed, wrong, or too much.
  var report: String {
    let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    return """
      \(file): \(marked) marked, \(found) found, \(right) right; \
      precision \(precision) recall \(recall) F1 \(f1) types \(types) names \(names)
      """ + lines.map { "\n  \($0)" }.joined()
  }

  init(file: String, recognizer: TestRecognizer) throws {
    self.file = file
    let (text, marks) = Markup.read(try SampleFile.read(file))
    let document = try Document(text: text)
    let entities = try recognizer.pipeline.annotate(document).entities
    marked = marks.count
    found = entities.count
    var left: [ByteRange: Entity] = [:]
    for entity in entities { left[entity.range] = entity }
    for mark in marks {
      let parts = mark.label.split(separator: "|").map(String.init)
      guard parts.count == 2, let entity = left.removeValue(forKey: mark.range) else {
        lines.append("missed \(document.text(at: mark.range)) (\(mark.label))")
        continue
      }
      right += 1
      if entity.type.label == parts[0] {
        rightTypes += 1
      } else {
        lines.append("type \(entity.type.label), not \(mark.label)")
      }
      if Self.isName(parts[1], of: entity, recognizer.lexicon) {
        rightNames += 1
      } else {
        lines.append("name \(entity.name ?? "-") (\(entity.id ?? "unlisted")), not \(mark.label)")
      }
    }
    for entity in entities where left[entity.range] != nil {
      lines.append(
        "extra \(document.text(at: entity.range)) (\(entity.type.label), \(entity.name ?? "-"), \(entity.evidence))")
    }
  }

  /// Any English name of the row is right.
  private static func isName(_ expected: String, of entity: Entity, _ lexicon: EntityLexicon) -> Bool {
    if entity.name == expected { return true }
    guard let id = entity.id, let row = lexicon.row(id: id) else { return false }
    return row.names.contains { $0.language == "en" && $0.text == expected }
  }

  private func percent(_ part: Int, of whole: Int) -> Int { whole == 0 ? 100 : part * 100 / whole }
}
