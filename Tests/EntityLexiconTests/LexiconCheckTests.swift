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
      // A word that is no entity may be a name as well.
      (["gpe.fath ; GPE ; Fath ; فتح ; ;", "word.fath ; WORD ; open ; فتح ; ;"], []),
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
    let findings = try LexiconCheck.check(Sheet.rows(lines))
    #expect(findings.map { ($0.isError ? "error: " : "notice: ") + $0.description } == expected)
  }

  @Test("What is checked without an error can be compiled")
  func checkedRowsCompile() throws {
    let rows = try SmallLexicon.rows()
    #expect(try LexiconCheck.check(rows).filter(\.isError).isEmpty)
    #expect(try !LexiconCompiler.compile(rows).isEmpty)
  }
}
