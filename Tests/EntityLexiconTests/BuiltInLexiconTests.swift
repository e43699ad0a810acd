@testable import EntityLexicon
import Testing
import TextModel

@Suite("The lexicon inside the program")
struct BuiltInLexiconTests {
  @Test("It is whole, and every number in it holds")
  func verifies() throws {
    let image = try EntityLexicon.builtInImage(verifyingChecksum: true)
    #expect(image.entityCount > 4_000)
    #expect(image.nameCount > image.entityCount)
  }

  @Test("Its ids stand once, are well formed, and every row has an English name")
  func rows() throws {
    let image = try EntityLexicon.builtInImage(verifyingChecksum: true)
    var ids: Set<String> = []
    for entity in 0..<image.entityCount {
      let row = image.row(of: entity)
      #expect(ids.insert(row.id).inserted, "\(row.id)")
      #expect(
        row.id.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
      #expect(row.names.first?.language == "en", "\(row.id)")
      #expect(!row.source.isEmpty, "\(row.id)")
    }
  }

  @Test("It has what the issue asks for: enough people, organizations, countries, in Arabic and English")
  func contents() throws {
    let image = try EntityLexicon.builtInImage(verifyingChecksum: false)
    var counts: [LexiconClass: Int] = [:]
    for entity in 0..<image.entityCount {
      let row = image.row(of: entity)
      guard row.names.contains(where: { $0.language == "ar" }) else { continue }
      counts[row.lexiconClass, default: 0] += 1
    }
    #expect(counts[.entity(.person), default: 0] >= 600)
    #expect(counts[.entity(.organization), default: 0] >= 500)
    #expect(counts[.entity(.norp), default: 0] >= 190)
    #expect(counts[.entity(.geopolitical), default: 0] >= 2_000)
    for type in [EntityType.location, .facility, .event, .law, .product] {
      #expect(counts[.entity(type), default: 0] >= 10)
    }
    #expect(counts[.title, default: 0] >= 100)
  }

  @Test(
    "Well-known names are found, in the usual spellings",
    arguments: [
      ("بوتين", "Vladimir Putin"), ("فلاديمير بوتين", "Vladimir Putin"), ("وليام بيرنز", "William Burns"),
      ("سيرغي ناريشكين", "Sergei Naryshkin"), ("دميتري بيسكوف", "Dmitry Peskov"), ("جيك سوليفان", "Jake Sullivan"),
      ("الولايات المتحدة", "United States"), ("أميركا", "United States"), ("أمريكا", "United States"),
      ("روسيا", "Russia"),
      ("أوكرانيا", "Ukraine"), ("كييف", "Kyiv"), ("القاهرة", "Cairo"), ("رويترز", "Reuters"), ("الناتو", "NATO"),
      ("مجلس الأمن القومي", "National Security Council"), ("وول ستريت جورنال", "Wall Street Journal"),
      ("Россия", "Russia"),
      ("ایران", "Iran"), ("ישראל", "Israel"),
    ])
  func wellKnown(name: String, english: String) throws {
    let lookup = try LexiconLookup(EntityLexicon.builtIn())
    #expect(try lookup.rows(named: name).contains { $0.names.contains { $0.language == "en" && $0.text == english } })
  }
}
