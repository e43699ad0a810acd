import ArabicNormalization
import Testing
import TextModel

/// A piece found in the rewritten text slices the original where it came from.
@Suite struct NormalizationAlignmentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let source: String
    let found: String
    let original: String
    var testDescription: String { "\(found) in \(source)" }
    init(_ source: String, _ found: String, _ original: String) {
      (self.source, self.found, self.original) = (source, found, original)
    }
  }

  @Test(arguments: [
    Case("قال مُحَمَّدٌ نعم", "محمد", "مُحَمَّد"),
    Case("قال محـــمد نعم", "محمد", "محـــمد"),
    Case("قال و\u{61C}روسيا\u{200F} نعم", "روسيا", "روسيا"),
    Case("قال ﷲ نعم", "الله", "ﷲ"),
    Case("قال ﷲ نعم", "لل", "ﷲ"),
    Case("قالت ﺍﻟﻘﺎﻫﺮﺓ نعم", "القاهره", "ﺍﻟﻘﺎﻫﺮﺓ"),
    Case("قال أحمد", "احمد", "أحمد"),
    Case("قال ا\u{654}حمد", "احمد", "ا\u{654}حمد"),
    Case("in İstanbul now", "istanbul", "İstanbul"),
    Case("in İstanbul now", "now", "now"),
    Case("die Straße dort", "strasse", "Straße"),
    Case("die Straße dort", "dort", "dort"),
    Case("Łódź e\u{301}x", "lodz", "Łódź"),
    Case("Łódź e\u{301}x", "x", "x"),
    Case("می\u{200C}خواهم گفت", "ميخواهم", "می\u{200C}خواهم"),
    Case("ﷺ محمد", "محمد", "محمد"),
    Case("مُوسَىٰ قال", "موسي", "مُوسَى"),
    Case("قال ٣٫٥٪ نعم", "3.5%", "٣٫٥٪"),
    Case("\u{1112}\u{1161}\u{11AB} x", "x", "x"),
    Case("Пётр ушёл", "ушел", "ушёл"),
  ])
  func slicesTheOriginal(_ test: Case) throws {
    let document = try Document(text: test.source)
    let normalized = try TextNormalizer(.search).normalize(document.bytes)
    let found = Array(test.found.utf8)
    let start = try #require(
      (0...max(0, normalized.bytes.count - found.count)).first { normalized.bytes[$0...].starts(with: found) })
    let range = normalized.alignment.sourceRange(ofTarget: ByteRange(start, start + found.count))
    #expect(document.text(at: range).unicodeScalars.elementsEqual(test.original.unicodeScalars))
  }
}
