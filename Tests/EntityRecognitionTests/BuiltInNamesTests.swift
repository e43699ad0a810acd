import EntityLexicon
import EntityRecognition
import Testing
import TextModel
import TextPipeline

@Suite("Names of the built-in lexicon")
struct BuiltInNamesTests {
  /// A name that cannot be found even where it stands alone was cut or written otherwise than texts are.
  @Test("Nearly every name that needs nothing else is found where it stands alone, from its first letter to its last")
  func findsItsOwnNames() throws {
    let lexicon = try EntityLexicon.builtIn()
    let image = try #require(lexicon.images.first)
    let pipeline = Pipeline(
      stages: TestRecognizer.earlier + [EntityRecognition(lexicon: lexicon, nameParts: nil)])
    let worker = try pipeline.makeWorker()
    var annotations = Annotations()
    var count = 0
    var missed: [String] = []
    // Each ninth is enough to see what goes wrong.
    for index in stride(from: 0, to: image.nameCount, by: 9) {
      let name = image.name(at: index)
      guard LexiconClass.all[Int(name.classCode)].isEntity,
        name.conditions.subtracting([.initialCapital, .allCapitals]).isEmpty
      else { continue }
      let text = image.text(ofName: index)
      // A comma ends a name in running text; such names are there to be shown: Chelsea, Alabama.
      if text.contains(",") { continue }
      count += 1
      let document = try Document(text: text)
      annotations.removeAll()
      try worker.process(document, &annotations)
      // Closing punctuation, as in “Yahoo!”, is no part of a mention.
      var end = document.bytes.count
      while end > 0, Self.closing.contains(document.bytes[end - 1]) { end -= 1 }
      if !annotations.entities.contains(where: { $0.range.lowerBound == 0 && $0.range.upperBound >= end }) {
        missed.append("\(image.id(of: name.entity)) \(document.text)")
      }
    }
    let share = Double(count - missed.count) / Double(max(count, 1))
    print("\(count) names, \(missed.count) not found: \(missed.prefix(60))")
    #expect(count > 5_000)
    #expect(share > 0.995)
  }

  private static let closing: Set<UInt8> = Set(".!?)\"'+*".utf8)

  @Test(
    "A title of the lexicon admits an unlisted person",
    arguments: ["الرئيس", "الوزير", "الجنرال", "العميد", "السفير", "المتحدث باسم الكرملين"])
  func titles(title: String) throws {
    let recognizer = try TestRecognizer(.builtIn())
    let text = "قال \(title) محمد حسن، إن"
    let document = try Document(text: text)
    let found = try recognizer.pipeline.annotate(document).entities.map { document.text(at: $0.range) }
    #expect(found.contains("محمد حسن"), "\(found)")
  }

  @Test(
    "Ordinary words that are written like names are left alone",
    arguments: [
      "هذا سبب رئيسي وفتح جديد في الاقتصاد بعد جهد كبير", "كان الماء صالحاً والرجل سعيداً وكريماً",
      "قال إن الأمر مهم جداً من دون شك",
      "The man may bear it with a will, to be frank, in May.", "Мир и надежды людей", "این کاروان امید دارد",
    ])
  func ordinaryWords(text: String) throws {
    let document = try Document(text: text)
    let found = try TestRecognizer(.builtIn()).pipeline.annotate(document).entities.map { document.text(at: $0.range) }
    #expect(found == [])
  }
}
