import Testing
import TextModel
import UnicodeText

@Suite struct LanguageTests {
  @Test(arguments: [
    ("Arabic-Latin/BGN", "محمد", "mḩmd"), ("Cyrillic-Latin; Latin-ASCII", "Нарышкин", "Naryskin"),
    ("Any-Hex/Unicode", "ب", "U+0628"), ("Lower", "ÀB", "àb"), ("Any-Remove", "abc", ""), ("Any-Null", "", ""),
  ])
  func transforms(id: String, source: String, target: String) throws {
    #expect(try Transform(id: id).transform(source) == target)
  }

  @Test func transformsByRules() throws {
    let transform = try Transform(name: "test", rules: "ب > b; ا > ; '\u{0}' > 'zero\u{0}';")
    #expect(try transform.transform("باب") == "bb")
    #expect(try transform.transform("ب\u{0}ب") == "bzero\u{0}b")
    #expect(try Transform(name: "test", rules: "ب <> b;", direction: .reverse).transform("b") == "ب")
  }

  @Test func transformErrorsSayWhatAndWhere() throws {
    let unknown = #expect(throws: ICUError.self) { try Transform(id: "Foo-Bar") }
    #expect(unknown?.name == "U_INVALID_ID")
    #expect(unknown?.operation == "open transform “Foo-Bar”")
    #expect(unknown?.parseError == nil)
    #expect(unknown?.description == "cannot open transform “Foo-Bar”: U_INVALID_ID")
    let broken = #expect(throws: ICUError.self) { try Transform(name: "mine", rules: "ب > b;\n$x > [;\n") }
    #expect(broken?.operation == "read the rules of transform “mine”")
    #expect(broken?.parseError?.before.isEmpty == false)
  }

  @Test func registry() {
    #expect(Transform.availableIDs.contains("Arabic-Latin"))
    #expect(Transform.availableIDs.count > 100)
  }

  @Test(arguments: [
    (CaseMapper(.fold), "Straße İ ΣΑΣ", "strasse i\u{307} σασ"), (CaseMapper(.fold, locale: "tr"), "Iİ", "ıi"),
    (CaseMapper(.lower), "İ ΟΔΟΣ", "i\u{307} οδος"), (CaseMapper(.lower, locale: "tr"), "Iİ", "ıi"),
    (CaseMapper(.upper), "straße ﬁ", "STRASSE FI"), (CaseMapper(.title), "don't PANIC, кот", "Don't Panic, Кот"),
    (CaseMapper(.title, locale: "nl"), "ijsland", "IJsland"), (CaseMapper(.upper), "كتاب", "كتاب"),
  ])
  func cases(mapper: CaseMapper, source: String, target: String) throws {
    let bytes = Array(source.utf8)
    let mapped = try mapper.map(bytes)
    #expect(mapped.string.unicodeScalars.elementsEqual(target.unicodeScalars))
    #expect(mapped.alignment.sourceCount == bytes.count && mapped.alignment.targetCount == mapped.bytes.count)
    for run in mapped.alignment.runs where !run.isChange {
      #expect(
        bytes[run.source.lowerBound..<run.source.upperBound]
          == mapped.bytes[run.target.lowerBound..<run.target.upperBound])
    }
  }

  @Test func caseAlignmentLeadsToTheOriginal() throws {
    let bytes = Array("Groß İzmir".utf8)
    let mapped = try CaseMapper(.fold).map(bytes)
    #expect(mapped.string == "gross i\u{307}zmir")
    let range = mapped.alignment.sourceRange(ofTarget: ByteRange(6, 13))
    #expect(String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self) == "İzmir")
  }

  @Test func namesInArabicAndEnglish() throws {
    let arabic = try DisplayNames(locale: "ar")
    let english = try DisplayNames(locale: "en")
    #expect(arabic.region("EG") == "مصر" && english.region("EG") == "Egypt")
    #expect(english.region("002") == "Africa")
    #expect(arabic.language("ru") == "الروسية" && english.language("ru") == "Russian")
    #expect(english.script("Arab") == "Arabic" && arabic.script("Latn") == "اللاتينية")
    #expect(english.currency("EGP") == "Egyptian Pound" && arabic.currency("EGP") == "جنيه مصري")
    #expect(english.currency("EGP", plural: "other") == "Egyptian pounds")
    #expect(arabic.timeZoneCity("Africa/Cairo") == "القاهرة" && english.timeZoneCity("Africa/Cairo") == "Cairo")
  }

  @Test(arguments: ["", "ZZZZZ", "xx yy", "é", "12345678901", "?"])
  func unknownCodesHaveNoName(code: String) throws {
    let names = try DisplayNames(locale: "ar")
    #expect(names.region(code) == nil)
    #expect(names.script(code) == nil)
    #expect(names.currency(code) == nil)
    #expect(names.currency(code, plural: "one") == nil)
  }

  @Test func codes() {
    #expect(DisplayNames.regionCodes.contains("EG") && !DisplayNames.regionCodes.contains("001"))
    #expect(DisplayNames.languageCodes.contains("ar"))
    #expect(DisplayNames.scriptCodes.contains("Arab"))
    #expect(DisplayNames.currencyCodes.contains("EGP"))
    #expect(DisplayNames.timeZoneIDs.contains("Africa/Cairo"))
  }

  @Test func tooLongALocale() {
    let long = String(repeating: "x", count: 500)
    #expect(throws: ICUError.self) { try DisplayNames(locale: long) }
    // Elsewhere ICU takes it for an unknown one, or refuses; it must only do no harm.
    for operation in CaseMapper.Operation.allCases {
      _ = try? CaseMapper(operation, locale: long).map("Aß")
    }
    _ = try? BreakIterator(.word, locale: long)
    _ = try? Transform(id: long)
  }
}
