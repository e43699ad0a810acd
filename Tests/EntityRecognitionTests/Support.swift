import EntityLexicon
import EntityRecognition
import NameTransliteration
import Testing
import TextModel
import TextPipeline
import TextSegmentation

@testable import ArabicNormalization

/// Lexicons written short: cells are separated by ` ; ` instead of tabs.
enum Sheet {
  static let header = "id ; type ; en ; ar ; ru ; fa ; flags"

  /// Missing cells at the end of a row are empty.
  static func image(_ lines: [String], header: String = header) throws -> LexiconImage {
    let columns = cells(header)
    let text =
      ([columns] + lines.map { cells($0) + [String](repeating: "", count: max(0, columns.count - cells($0).count)) })
      .map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let source = LexiconSource.read(Array(text.utf8), file: "test.tsv")
    if let first = source.failures.first { throw first }
    return try LexiconFile.inMemory(LexiconCompiler.compile(source.rows))
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
      var cell = cell
      while cell.first == " " { cell.removeFirst() }
      while cell.last == " " { cell.removeLast() }
      return String(cell)
    }
  }
}

/// Finds names with given lexicons.
struct TestRecognizer {
  let lexicon: EntityLexicon
  var options = EntityRecognition.Options()
  var nameParts: NamePartDictionary? = .embedded

  /// The stages before recognition.
  static let earlier: [any Stage] = [WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search)]

  init(_ lines: [String], user: [String] = [], header: String = Sheet.header) throws {
    var lexicon = EntityLexicon(images: [try Sheet.image(lines, header: header)])
    if !user.isEmpty { lexicon = lexicon.adding([try Sheet.image(user, header: header)]) }
    self.lexicon = lexicon
  }

  init(_ lexicon: EntityLexicon) { self.lexicon = lexicon }

  var recognition: EntityRecognition { EntityRecognition(lexicon: lexicon, nameParts: nameParts, options: options) }

  /// Everything that `tag` does.
  var pipeline: Pipeline { Pipeline(stages: Self.earlier + [recognition, EntityNaming(NameTransliteration())]) }

  func entities(in text: String) throws -> [Entity] { try pipeline.annotate(Document(text: text)).entities }

  /// The text with every mention marked as `[[surface|id evidence +particles]]`: the type stands for the id of what is
  /// unlisted, the evidence `lexicon` is left out.
  func marked(_ text: String) throws -> String {
    let document = try Document(text: text)
    var result = ""
    var end = 0
    for entity in try pipeline.annotate(document).entities {
      #expect(violations(entity, in: document) == [])
      result += document.text(at: ByteRange(end, entity.range.lowerBound))
      var label = entity.id.flatMap { $0.hasPrefix("_:") ? nil : $0 } ?? entity.type.label
      if entity.evidence != .lexicon { label += " \(entity.evidence.rawValue)" }
      if !entity.proclitics.isEmpty { label += " +\(entity.proclitics)" }
      result += "[[\(document.text(at: entity.range))|\(label)]]"
      end = entity.range.upperBound
    }
    return result + document.text(at: ByteRange(end, document.bytes.count))
  }

  /// What holds for every mention: one line for each promise that is broken.
  func violations(_ entity: Entity, in document: Document) -> [String] {
    let text = document.text(at: entity.range)
    var violations: [String] = []
    func require(_ condition: Bool, _ promise: String) {
      if !condition { violations.append("“\(text)” at \(entity.range): \(promise)") }
    }
    require(!entity.range.isEmpty && entity.range.upperBound <= document.bytes.count, "lies outside")
    require(
      [entity.range.lowerBound, entity.range.upperBound].allSatisfy {
        $0 == document.bytes.count || document.bytes[$0] & 0xC0 != 0x80
      }, "cuts a character")
    require(text.unicodeScalars.first?.properties.isWhitespace == false, "begins with a space")
    require(text.unicodeScalars.last?.properties.isWhitespace == false, "ends with a space")
    require(entity.score > 0 && entity.score <= 1, "has the score \(entity.score)")
    require(entity.name?.isEmpty == false, "has no name")
    if let id = entity.id, !id.hasPrefix("_:") {
      let row = lexicon.row(id: id)
      require(row?.lexiconClass == .entity(entity.type), "is no \(entity.type)")
      require(row?.englishName == entity.name, "is not called \(entity.name ?? "-")")
    } else {
      require(entity.type == .person && entity.id != nil, "has no id")
    }
    let before = ByteRange(entity.range.lowerBound - entity.proclitics.utf8.count, entity.range.lowerBound)
    require(document.text(at: before) == entity.proclitics, "has not “\(entity.proclitics)” before it")
    return violations
  }
}

/// A text in which names are marked as `[[surface|label]]`.
enum Markup {
  struct Mark: Hashable {
    let range: ByteRange
    let label: String
  }

  /// The text without the marks, and where they stood.
  static func read(_ marked: String) -> (text: String, marks: [Mark]) {
    var text: [UInt8] = []
    var marks: [Mark] = []
    var start: Int?
    var label: [UInt8]?
    var rest = Array(marked.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "[") where rest.first == byte:
        rest.removeFirst()
        start = text.count
      case UInt8(ascii: "|") where start != nil && label == nil: label = []
      case UInt8(ascii: "]") where rest.first == byte && start != nil:
        rest.removeFirst()
        if let start, let label {
          marks.append(Mark(range: ByteRange(start, text.count), label: String(decoding: label, as: UTF8.self)))
        }
        (start, label) = (nil, nil)
      default: if label == nil { text.append(byte) } else { label?.append(byte) }
      }
    }
    return (String(decoding: text, as: UTF8.self), marks)
  }
}

/// A text with what is to be found in it.
struct RecognitionCase: Sendable, CustomTestStringConvertible {
  let what: String
  /// The text, with what is to be found marked as `TestRecognizer.marked` does.
  let marked: String
  /// Rows besides those of the suite.
  let rows: [String]
  /// Rows of the user's own lexicon.
  let user: [String]
  init(_ what: String, _ marked: String, rows: [String] = [], user: [String] = []) {
    self.what = what
    self.marked = marked
    self.rows = rows
    self.user = user
  }

  var testDescription: String { what }

  func run(_ lexicon: [String] = WorldLexicon.lines) throws {
    let recognizer = try TestRecognizer(lexicon + rows, user: user)
    let found = try recognizer.marked(Markup.read(marked).text)
    // Bytes, since strings that Swift calls equal may be written differently.
    let isRight = found.utf8.elementsEqual(marked.utf8)
    #expect(isRight, "\(what)\n  found    \(found)\n  expected \(marked)")
  }
}

/// The lexicon of most cases.
enum WorldLexicon {
  static let lines = [
    "person.putin ; PERSON ; Vladimir Putin | Putin ; فلاديمير بوتين | بوتين ; Владимир Путин | Путин",
    "person.burns ; PERSON ; William Burns | William J. Burns ; وليام بيرنز",
    "person.milley ; PERSON ; Mark Milley | ~Milley ; مارك ميلي | ~ميلي",
    "person.ali ; PERSON ; Muhammad Ali ; محمد علي",
    "person.bill ; PERSON ; Bill Clinton | ~Clinton ; بيل كلينتون | ~كلينتون",
    "person.hillary ; PERSON ; Hillary Clinton | ~Clinton ; هيلاري كلينتون | ~كلينتون",
    "person.burhan ; PERSON ; Abdel Fattah al-Burhan ; عبد الفتاح البرهان",
    "person.nabil ; PERSON ; Nabil Abdallah ; نبيل عبد الله",
    "person.vance ; PERSON ; J.D. Vance | J. D. Vance ; ج. د. فانس | جي دي فانس",
    "person.salman ; PERSON ; Mohammed bin Salman ; محمد بن سلمان",
    "org.cia ; ORG ; CIA | Central Intelligence Agency ; وكالة الاستخبارات المركزية ; ЦРУ",
    "org.cia-us ; ORG ; U.S. CIA ; وكالة الاستخبارات المركزية الأميركية",
    "org.nato ; ORG ; NATO ; الناتو | حلف شمال الأطلسي ; НАТО",
    "org.tass ; ORG ; TASS ; ~تاس ; ТАСС",
    "org.reuters ; ORG ; Reuters ; رويترز",
    "org.asharq ; ORG ; Asharq ; ~الشرق",
    "org.wsj ; ORG ; Wall Street Journal ; وول ستريت جورنال",
    "org.bloomberg ; ORG ; Bloomberg ; بلومبرغ",
    "org.kremlin ; ORG ; Kremlin ; الكرملين",
    "org.apple ; ORG ; Apple ; أبل",
    "gpe.us ; GPE ; United States | US | U.S. ; الولايات المتحدة | أمريكا | أميركا ; США",
    "gpe.ru ; GPE ; Russia ; روسيا ; Россия",
    "gpe.lb ; GPE ; Lebanon ; لبنان",
    "gpe.ly ; GPE ; Libya ; ليبيا",
    "gpe.cn-bj ; GPE ; Beijing ; بكين",
    "gpe.ir-qom ; GPE ; Qom ; قم",
    "gpe.ps ; GPE ; Palestine ; فلسطين",
    "gpe.moscow ; GPE ; Moscow ; موسكو",
    "gpe.washington ; GPE ; Washington ; واشنطن",
    "gpe.qa ; GPE ; Qatar ; قطر",
    "gpe.fath ; GPE ; Fath City ; ~فتح",
    "norp.ru ; NORP ; Russian ; روسي | الروسي | روسية | الروسية | الروس",
    "norp.us ; NORP ; American ; أمريكي | الأمريكي | الأميركي | الأميركية",
    "norp.eg ; NORP ; Egyptian ; مصري | المصري",
    "loc.middle-east ; LOC ; Middle East ; الشرق الأوسط",
    "law.start ; LAW ; New START ; ~ستارت",
    "event.october ; EVENT ; October War ; ~أكتوبر",
    "title.president ; TITLE ; President ; الرئيس | رئيس",
    "title.general ; TITLE ; General | Gen ; الجنرال | العميد",
    "title.minister ; TITLE ; minister ; الوزير | وزير الخارجية",
    "title.prince ; TITLE ; Prince ; الأمير",
    "cue.agency ; ORG-CUE ; agency ; وكالة | وكالة الأنباء",
    "cue.newspaper ; ORG-CUE ; newspaper ; صحيفة",
    "cue.city ; GPE-CUE ; city ; مدينة",
    "cue.treaty ; LAW-CUE ; treaty ; معاهدة",
    "cue.war ; EVENT-CUE ; war ; حرب",
    "verb.said ; PERSON-VERB ; said ; قال | أضاف",
    "relation.son ; PERSON-RELATION ; son of ; بن",
    "word.big ; WORD ; big ; كبير",
  ]
}
