@testable import EntityLexicon
import Testing

@Suite("Checking lexicons")
struct LexiconCheckTests {
  @Test(
    "What is wrong is an error, what is doubtful a notice",
    arguments: [
      ([], []),
      (["gpe.qa ; GPE ; Qatar ; قطر ; ;", "gpe.om ; GPE ; Oman ; عمان ; ;"], []),
      (
        ["gpe.qa ; GPE ; Qatar ; ; ;", "gpe.qa ; GPE ; Katar ; ; ;"],
        ["error: test.tsv:3: the id “gpe.qa” stands at test.tsv:2 already"]
      ),
      (["gpe.qa ; GPE ; Qatar ; !؟ ; ;"], ["error: test.tsv:2: “!؟” has no word"]),
      (
        ["gpe.om ; GPE ; Oman ; عمان ; ;", "org.om ; ORG ; Oman TV ; عُمان ; ;"],
        ["error: “عمان” is a plain name of rows of different types: gpe.om (test.tsv:2), org.om (test.tsv:3)"]
      ),
      (
        ["gpe.om ; GPE ; Oman ; عمان ; ;", "gpe.amman ; GPE ; Amman ; عمّان ; ;"],
        ["notice: “عمان” is a plain name of several rows: gpe.om (test.tsv:2), gpe.amman (test.tsv:3)"]
      ),
      // One of the two says that it needs evidence.
      (["gpe.om ; GPE ; Oman ; عمان ; ;", "org.om ; ORG ; Oman TV ; ~عمان ; ;"], []),
      (["gpe.om ; GPE ; Oman ; عمان ; ;", "org.om ; ORG ; Oman TV ; عمان ; needs-context ;"], []),
      (["gpe.om ; GPE ; Oman ; عمان ; ;", "person.om ; PERSON ; Oman X ; عمان ; only-with-title ;"], []),
      // The order of the rows decides, as one of them says.
      (
        ["gpe.om ; GPE ; Oman ; عمان ; ;", "org.om ; ORG ; Oman TV ; عُمان ; shared ;"],
        ["notice: “عمان” is a plain name of several rows: gpe.om (test.tsv:2), org.om (test.tsv:3)"]
      ),
      // What is also an ordinary word needs a mark, in a row that a person wrote.
      (
        ["org.fath ; ORG ; Fatah ; فتح ; ; hand", "word.fath ; WORD ; open ; فتح ; ;"],
        ["error: test.tsv:2: “فتح” is an ordinary word: mark it with ~, or give the row a flag"]
      ),
      (
        ["word.fath ; WORD ; open ; فتح ; ;", "org.fath ; ORG ; Fatah ; فتح ; ; cldr"],
        ["notice: test.tsv:3: “فتح” is an ordinary word: mark it with ~, or give the row a flag"]
      ),
      (["org.fath ; ORG ; Fatah ; ~فتح ; ;", "word.fath ; WORD ; open ; فتح ; ;"], []),
      (["org.fath ; ORG ; Fatah ; فتح ; needs-context ;", "word.fath ; WORD ; open ; فتح ; ;"], []),
      (["org.fath ; ORG ; Fatah Movement ; حركة فتح ; ;", "word.fath ; WORD ; open ; فتح ; ;"], []),
      // على is a word, علي a name.
      (["person.ali ; PERSON ; Ali ; علي ; ;", "word.on ; WORD ; on ; على ; ;"], []),
      (
        ["person.ali ; PERSON ; Ali ; على ; ;", "word.on ; WORD ; on ; على ; ;"],
        ["error: test.tsv:2: “على” is an ordinary word: mark it with ~, or give the row a flag"]
      ),
      (
        ["gpe.us ; GPE ; United States ; أمريكا | امريكا ; ;"],
        ["notice: test.tsv:2: “امريكا” is found as “أمريكا” already"]
      ),
      // The same in another language is no repetition.
      (["gpe.iq ; GPE ; Iraq | عراق ; عراق ; ;"], []),
      (
        ["gpe.a ; GPE ; A | a ; ; ;", "gpe.a ; GPE ; B ; ; ;"],
        [
          "error: test.tsv:3: the id “gpe.a” stands at test.tsv:2 already",
          "notice: test.tsv:2: “a” is found as “A” already",
        ]
      ),
    ] as [([String], [String])])
  func findings(lines: [String], expected: [String]) throws {
    let findings = try LexiconCheck().findings(in: Sheet.rows(lines))
    #expect(findings.map { ($0.isError ? "error: " : "notice: ") + $0.description } == expected)
  }

  @Test(
    "English and Arabic names of people and places agree, or are flagged",
    arguments: [
      ("person.a ; PERSON ; Same ; same ; ; hand", []),
      ("person.a ; PERSON ; Other | Same ; x | same ; ; hand", []),
      ("person.a ; PERSON ; Other ; ; ; hand", []),
      (
        "person.a ; PERSON ; Other ; x ; ; hand",
        ["error: test.tsv:2: “Other” and “x” do not agree: mend them, or flag translated"]
      ),
      (
        "gpe.a ; GPE ; Other ; x ; ;",
        ["error: test.tsv:2: “Other” and “x” do not agree: mend them, or flag translated"]
      ),
      (
        "gpe.a ; GPE ; Other ; x ; ; cldr",
        ["notice: test.tsv:2: “Other” and “x” do not agree: mend them, or flag translated"]
      ),
      ("gpe.a ; GPE ; Other ; x ; translated ; hand", []),
      ("org.a ; ORG ; Other ; x ; ; hand", []),
    ] as [(String, [String])])
  func agreement(line: String, expected: [String]) throws {
    var check = LexiconCheck()
    check.agree = { $0.lowercased() == $1 }
    let findings = try check.findings(in: Sheet.rows([line]))
    #expect(findings.map { ($0.isError ? "error: " : "notice: ") + $0.description } == expected)
  }

  @Test("Ordinary words of a lexicon beside the rows count too")
  func builtInWords() throws {
    var check = LexiconCheck()
    check.words = EntityLexicon(images: [try Sheet.image(["word.fath ; WORD ; open ; فتح | على ; ;"])])
    #expect(try check.findings(in: Sheet.rows(["org.fath ; ORG ; Fatah ; فتح ; ;"])).map(\.isError) == [true])
    #expect(try check.findings(in: Sheet.rows(["org.fath ; ORG ; Fatah ; علي ; ;"])).isEmpty)
    #expect(try check.findings(in: Sheet.rows(["org.fath ; ORG ; Fatah ; على ; ;"])).map(\.isError) == [true])
  }

  @Test("What is checked without an error can be compiled")
  func checkedRowsCompile() throws {
    let rows = try SmallLexicon.rows()
    #expect(try LexiconCheck().findings(in: rows).filter(\.isError).isEmpty)
    #expect(try !LexiconCompiler.compile(rows).isEmpty)
  }
}
