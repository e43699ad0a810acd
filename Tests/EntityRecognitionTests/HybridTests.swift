import BinaryImage
import EntityRecognition
import Naqhara
import TestSupport
import Testing

@Suite("Recognition by the trained model")
struct HybridTests {
  private func recognizer(
    _ lexicon: EntityLexicon, _ change: (inout EntityRecognition.Options) -> Void = { _ in }
  ) throws -> Pipeline {
    var options = EntityRecognition.Options()
    change(&options)
    let model = try #require(RecognitionModel.embedded)
    return Pipeline(
      stages: TestRecognizer.earlier + [
        EntityRecognition(
          lexicon: lexicon, nameParts: NamePartDictionary.embedded, model: model, options: options),
        EntityNaming(NameTransliteration()),
      ])
  }

  private func found(_ text: String, _ pipeline: Pipeline) throws -> [String] {
    let document = try Document(text: text)
    return try pipeline.annotate(document).entities.map { "\(document.text(at: $0.range)) \($0.type.label)" }
  }

  @Test(
    "Names that no lexicon has are found",
    arguments: [
      ("وقال المدرب هيكتور فالديراما بعد المباراة إن فريقه لعب جيدا", "هيكتور فالديراما PERSON"),
      ("وصرح الناطق باسم الشرطة كريستوف براندنر أن التحقيق مستمر", "كريستوف براندنر PERSON"),
      ("В Москве прошла встреча с Иваном Щербининым.", "Москве GPE"),
    ])
  func unlisted(text: String, expected: String) throws {
    let names = try found(text, recognizer(.builtIn()))
    #expect(names.contains(expected), "\(names)")
  }

  @Test("All mentions of an unlisted name share an id, which is no lexicon's")
  func identity() throws {
    let text = "قال هيكتور فالديراما للصحافة أمس. وأضاف هيكتور فالديراما أن الفريق جاهز."
    let document = try Document(text: text)
    let people = try recognizer(.builtIn()).annotate(document).entities.filter { $0.type == .person }
    #expect(people.count >= 2)
    #expect(Set(people.map(\.id)).count == 1)
    #expect(people.first?.id?.hasPrefix("_:") == true)
  }

  @Test("A listed body of several words is found")
  func listed() throws {
    let names = try found("أعلن البيت الأبيض الثلاثاء أن الرئيس سيزور لندن", recognizer(.builtIn()))
    #expect(names.contains("البيت الأبيض ORG"), "\(names)")
    #expect(names.contains("لندن GPE"), "\(names)")
  }

  @Test("What the user's own lexicon says stands, whatever the model thinks")
  func usersOwn() throws {
    let rows = "id\ttype\ten\tar\norg.table\tORG\tThe Table\tالطاولة\n"
    let own = try LexiconFile.inMemory(
      LexiconCompiler.compile(LexiconSource.read(Array(rows.utf8), file: "own.tsv").rows))
    let names = try found("جلس الرجل إلى الطاولة وشرب القهوة", recognizer(EntityLexicon.builtIn().adding([own])))
    #expect(names == ["الطاولة ORG"])
  }

  @Test("An explanation says what decided, and without one nothing is said")
  func explanation() throws {
    let document = try Document(text: "قال الرئيس فلاديمير بوتين في موسكو إن المحادثات انتهت")
    let plain = try recognizer(.builtIn()).annotate(document).entities
    #expect(plain.allSatisfy { $0.reasons.isEmpty })
    let explained = try recognizer(.builtIn()) { $0.explains = true }.annotate(document).entities
    #expect(explained.count == plain.count && !explained.isEmpty)
    #expect(explained.allSatisfy { !$0.reasons.isEmpty })
    #expect(explained.contains { $0.reasons.contains { $0.weight != nil } })
  }

  @Test("Stages keep their promises with the model too")
  func contract() throws {
    let stage = EntityRecognition(
      lexicon: try .builtIn(), nameParts: NamePartDictionary.embedded, model: RecognitionModel.embedded)
    #expect(try StageContract(stage, after: TestRecognizer.earlier, writes: [.entities]).violations() == [])
  }

  @Test("An image that was altered or cut is refused")
  func damagedImage() throws {
    let model = try #require(RecognitionModel.embedded)
    #expect(model.names == ["ar/news", "ar/encyclopedia", "ru/news", "en"])
    var random = SeededGenerator(seed: 3)
    let bytes = RecognitionModel.embeddedBytes
    #expect(try RecognitionModel(bytes: bytes).checksum == model.checksum)
    for _ in 0..<8 {
      var altered = bytes
      altered[Int.random(in: 32..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: RecognitionModel.Failure.altered) { try RecognitionModel(bytes: altered) }
    }
    #expect(throws: RecognitionModel.Failure.self) { try RecognitionModel(bytes: Array(bytes.dropLast(100))) }
    #expect(throws: RecognitionModel.Failure.foreign) { try RecognitionModel(bytes: []) }
  }
}
