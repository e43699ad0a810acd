@testable import EntityLexicon
import Testing
import TextModel

@Suite("Compiling lexicons")
struct LexiconCompilerTests {
  @Test("The same rows give the same bytes")
  func deterministic() throws {
    let first = try SmallLexicon.bytes()
    for _ in 0..<20 { #expect(try SmallLexicon.bytes() == first) }
    #expect(
      try LexiconCompiler.compile(RandomLexicon(seed: 5, rowCount: 300).rows)
        == LexiconCompiler.compile(RandomLexicon(seed: 5, rowCount: 300).rows))
  }

  @Test("Where a row stood in its file is not in the image")
  func placesAreNotKept() throws {
    var rows = try SmallLexicon.rows()
    for index in rows.indices { (rows[index].file, rows[index].line) = ("elsewhere", index) }
    #expect(try LexiconCompiler.compile(rows) == SmallLexicon.bytes())
  }

  @Test("Rows in another order are another image")
  func orderMatters() throws {
    #expect(try LexiconCompiler.compile(SmallLexicon.rows().reversed()) != SmallLexicon.bytes())
  }

  @Test("An id that stands twice is refused, with both places")
  func duplicateID() throws {
    let rows = try Sheet.rows([
      "person.a ; PERSON ; A ; ; ;", "person.b ; PERSON ; B ; ; ;", "person.a ; PERSON ; C ; ; ;",
    ])
    let failure = #expect(throws: LexiconCompiler.Failure.self) { try LexiconCompiler.compile(rows) }
    #expect(failure == .duplicateID(id: "person.a", first: "test.tsv:2", second: "test.tsv:4"))
    #expect(failure?.description == "test.tsv:4: the id “person.a” stands at test.tsv:2 already")
  }

  @Test("Too much for the image's numbers is refused, not cut")
  func tooLarge() throws {
    let name = LexiconRow.Name(language: "en", text: String(repeating: "a", count: 70_000))
    func row(_ id: String, _ names: [LexiconRow.Name], source: String = "") -> LexiconRow {
      LexiconRow(id: id, lexiconClass: .word, names: names, flags: [], source: source)
    }
    let short = LexiconRow.Name(language: "en", text: "a")
    #expect(throws: LexiconCompiler.Failure.self) { try LexiconCompiler.compile([row("a", [name])]) }
    #expect(throws: LexiconCompiler.Failure.self) {
      try LexiconCompiler.compile([row(String(repeating: "a", count: 70_000), [short])])
    }
    let words = LexiconRow.Name(language: "en", text: String(repeating: "a ", count: 257))
    #expect(throws: LexiconCompiler.Failure.self) { try LexiconCompiler.compile([row("a", [words])]) }
    let languages = (0..<300).map { LexiconRow.Name(language: "x\($0)", text: "a") }
    #expect(throws: LexiconCompiler.Failure.self) { try LexiconCompiler.compile([row("a", languages)]) }
    let sources = (0..<300).map { row("a\($0)", [short], source: "s\($0)") }
    #expect(throws: LexiconCompiler.Failure.self) { try LexiconCompiler.compile(sources) }
  }

  @Test("Many rows of one name take no more time than of many")
  func manyRowsOfOneName() throws {
    let name = LexiconRow.Name(language: "en", text: "Smith")
    let rows = (0..<60_000).map {
      LexiconRow(id: "a\($0)", lexiconClass: .word, names: [name, name], flags: [], source: "")
    }
    let image = try LexiconFile.inMemory(LexiconCompiler.compile(rows))
    #expect(image.references([Array("smith".utf8)]).count == rows.count)
    #expect(try !LexiconCheck().findings(in: rows).contains { $0.isError })
  }

  @Test("No rows give an image that knows nothing")
  func noRows() throws {
    let image = try LexiconFile.inMemory(LexiconCompiler.compile([]))
    #expect(image.entityCount == 0 && image.nameCount == 0 && image.wordCount == 0)
    #expect(image.references([Array("nato".utf8)]).isEmpty)
    #expect(try LexiconLookup(EntityLexicon(images: [image])).rows(named: "NATO").isEmpty)
  }

  @Test("A name without a word is kept in its row and found under nothing")
  func nameWithoutWord() throws {
    let image = try Sheet.image(["org.x ; ORG ; !!! | X ; ؟ ; ;"])
    #expect(image.row(of: 0).names.map(\.text) == ["!!!", "X", "؟"])
    let lookup = try LexiconLookup(EntityLexicon(images: [image]))
    #expect(try lookup.rows(named: "!!!").isEmpty)
    #expect(try lookup.rows(named: "x").map(\.id) == ["org.x"])
  }

  @Test(
    "What must hold for a mention follows from how the name is written",
    arguments: [
      // English names, and the row's flags.
      ("NATO", "", [.allCapitals]),
      ("Apple", "", [.initialCapital]),
      ("Apple", "acronym", [.allCapitals]),
      ("US", "", [.allCapitals]),
      ("U.S.", "", [.allCapitals]),
      ("X", "", [.initialCapital]),
      ("eBay", "", []),
      ("al-Sisi", "", []),
      ("3M", "", [.initialCapital]),
      ("G20", "", [.initialCapital]),
      ("Wall Street Journal", "", [.initialCapital]),
      ("~Milley", "", [.needsContext, .initialCapital]),
      ("Milley", "needs-context", [.needsContext, .initialCapital]),
      ("Milley", "only-with-title", [.onlyWithTitle, .initialCapital]),
      ("~Milley", "only-with-title, acronym", [.needsContext, .onlyWithTitle, .allCapitals]),
      ("Россия", "", [.initialCapital]),
      ("НАТО", "", [.allCapitals]),
      ("بوتين", "", []),
      ("~تاس", "", [.needsContext]),
      ("北京", "", []),
    ] as [(String, String, LexiconImage.NameConditions)])
  func conditions(name: String, flags: String, expected: LexiconImage.NameConditions) throws {
    let image = try Sheet.image(["org.x ; ORG ; \(name) ; ; \(flags) ;"])
    #expect(image.name(at: 0).conditions == expected)
  }

  @Test("Titles, cues and words match in any case")
  func wordsHaveNoCase() throws {
    for label in ["TITLE", "ORG-CUE", "PERSON-VERB", "PERSON-RELATION", "WORD"] {
      #expect(try Sheet.image(["x.x ; \(label) ; President ; ; ;"]).name(at: 0).conditions == [])
    }
  }

  @Test("Of two names of a row that fold into one, the less demanding is found, in whichever order they stand")
  func lessDemandingName() throws {
    for names in ["~أميركا | اميركا", "اميركا | ~أميركا"] {
      let image = try Sheet.image(["gpe.us ; GPE ; United States ; \(names) ; ;"])
      let references = image.references([Array("اميركا".utf8)])
      #expect(references.count == 1)
      for reference in references {
        #expect(
          !image.nameReference(at: reference).conditions.contains(.needsContext), "\(names)")
      }
    }
  }

  @Test("A Persian column before the Arabic one does not hide the Arabic name")
  func persianColumnFirst() throws {
    let header = "id ; type ; en ; fa ; ar ; flags ; source"
    let image = try Sheet.image(["gpe.qa ; GPE ; Qatar ; قطر ; قطر ; ; icu"], header: header)
    for reference in image.references([Array("قطر".utf8)]) {
      #expect(!image.nameReference(at: reference).conditions.contains(.persianText))
    }
  }
}
