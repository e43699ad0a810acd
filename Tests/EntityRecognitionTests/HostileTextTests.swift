import EntityRecognition
import TestSupport
import Testing
import TextModel

/// Texts and lexicons that would take quadratic time or memory if anything looked back without a bound. There is no clock:
/// what is quadratic here does not end.
@Suite("Hostile texts")
struct HostileTextTests {
  @Test("Thousands of unlisted people of one family name")
  func oneFamilyName() throws {
    let people = String(repeating: "الرئيس سمير خوري. ", count: 30_000)
    let entities = try TestRecognizer(["title.president ; TITLE ; President ; الرئيس"])
      .entities(in: people + String(repeating: "خوري قال. ", count: 30_000))
    #expect(entities.count == 60_000)
  }

  @Test("Names that overlap in a chain without end", arguments: [false, true])
  func chain(all: Bool) throws {
    var recognizer = try TestRecognizer([
      "gpe.a ; GPE ; Washington capital ; واشنطن العاصمة", "gpe.b ; GPE ; capital Washington ; العاصمة واشنطن",
    ])
    recognizer.options.includesOverlapping = all
    let entities = try recognizer.entities(in: String(repeating: "واشنطن العاصمة ", count: 60_000))
    #expect(entities.count == (all ? 119_999 : 60_000))
  }

  @Test("A chain of peoples after titles, each of them a title too")
  func titleChain() throws {
    let recognizer = try TestRecognizer(["title.a ; TITLE ; a ; ملك", "norp.a ; NORP ; a ; ملك"])
    #expect(try recognizer.entities(in: String(repeating: "ملك ", count: 60_000)).count == 60_000)
  }

  @Test("A name of hundreds of rows, and one of hundreds of words")
  func absurdRows() throws {
    let rows = (0..<200).map { "gpe.a\($0) ; GPE ; Paris ; باريس" }
    let recognizer = try TestRecognizer(rows + ["gpe.long ; GPE ; " + String(repeating: "Pago ", count: 256)])
    #expect(try recognizer.entities(in: String(repeating: "باريس ", count: 10_000)).count == 10_000)
    #expect(try recognizer.entities(in: String(repeating: "Pago ", count: 10_000)).count == 39)
  }
}
