@testable import EntityLexicon
import TestSupport
import Testing
import TextModel

/// A lexicon of names put together by chance.
struct RandomLexicon {
  private(set) var rows: [LexiconRow] = []

  private static let parts = [
    "بوتين", "الشرق", "عبد", "الله", "محمد", "أحمد", "مؤسسة", "المتحدة", "نيويورك", "فلاديمير", "Putin", "New", "York",
    "Émile",
    "Straße", "O’Neill", "Jean-Paul", "U.S.", "Россия", "Нью-Йорк", "Ёлкин", "שלום", "צה\"ל", "北京", "กรุงเทพ", "ایران",
    "ژاپن",
    "کشور", "ﻻهور", "القـــاهرة", "قَطَر", "123", "٢٠٢٣", "x",
  ]

  init(seed: UInt64, rowCount: Int) {
    var numbers = SeededGenerator(seed: seed)
    let languages = ["ar", "ru", "fa", "he", "uk", "zh"]
    for index in 0..<rowCount {
      var names: [LexiconRow.Name] = []
      var used: Set<String> = []
      for number in 0..<Int.random(in: 1...5, using: &numbers) {
        let words = (0..<Int.random(in: 1...4, using: &numbers)).compactMap { _ in
          Self.parts.randomElement(using: &numbers)
        }
        let language = number == 0 ? "en" : languages.randomElement(using: &numbers) ?? "ar"
        guard used.insert(words.joined()).inserted else { continue }
        names.append(
          .init(
            language: language, text: words.joined(separator: " "),
            needsContext: Int.random(in: 0..<5, using: &numbers) == 0))
      }
      rows.append(
        LexiconRow(
          id: "row.\(index)", lexiconClass: LexiconClass.all.randomElement(using: &numbers) ?? .word, names: names,
          flags: [],
          source: ["hand", "icu", ""].randomElement(using: &numbers) ?? ""))
    }
  }
}

@Suite("Reading lexicon images")
struct LexiconImageTests {
  @Test("Every row comes out as it went in", arguments: [1, 10, 1_000])
  func rowsRoundTrip(rowCount: Int) throws {
    let rows = RandomLexicon(seed: UInt64(rowCount), rowCount: rowCount).rows
    let image = try LexiconFile.inMemory(LexiconCompiler.compile(rows))
    #expect(image.entityCount == rowCount)
    #expect(image.nameCount == rows.reduce(0) { $0 + $1.names.count })
    for (index, row) in rows.enumerated() {
      #expect(image.row(of: index) == row)
      #expect(image.id(of: index) == row.id)
      #expect(image.lexiconClass(of: index) == row.lexiconClass)
      #expect(image.englishName(of: index) == row.englishName)
    }
  }

  @Test("Every name is found again with its row, and nothing else has it", arguments: [1, 10, 1_000])
  func namesAreFound(rowCount: Int) throws {
    let rows = RandomLexicon(seed: 77 + UInt64(rowCount), rowCount: rowCount).rows
    let lookup = try LexiconLookup(EntityLexicon(images: [LexiconFile.inMemory(LexiconCompiler.compile(rows))]))
    let keys = try LexiconKeys()
    var owners: [[[UInt8]]: [String]] = [:]
    for row in rows {
      for name in row.names {
        let path = try keys.keys(of: name.text)
        if !path.isEmpty, owners[path]?.last != row.id { owners[path, default: []].append(row.id) }
      }
    }
    for row in rows {
      for name in row.names {
        let path = try keys.keys(of: name.text)
        #expect(try lookup.rows(named: name.text).map(\.id) == owners[path] ?? [], "\(name.text)")
      }
    }
  }

  @Test("Beginnings and parts of names are no names")
  func partsAreNotFound() throws {
    let lookup = try LexiconLookup(EntityLexicon(images: [Sheet.image(SmallLexicon.lines)]))
    for name in [
      "William", "Burns", "North Atlantic", "الولايات", "المتحدة", "حلف شمال", "شمال الأطلسي", "حلف الأطلسي شمال", "",
      " ", "؟",
    ] {
      #expect(try lookup.rows(named: name).isEmpty, "\(name)")
    }
  }

  @Test(
    "A name is found in every way that the lookup folds",
    arguments: [
      ("وليام  بيرنز", "person.burns"), ("وَلِيام بيـرنز", "person.burns"), ("وليام-بيرنز", "person.burns"),
      ("وليام\nبيرنز", "person.burns"), ("\u{200F}وليام\u{200E} بيرنز", "person.burns"),
      ("«وليام بيرنز»", "person.burns"),
      ("امريكا", "gpe.us"), ("إمريكا", "gpe.us"), ("الولايات المتحده", "gpe.us"), ("ﺃﻣﺮﻳﻜﺎ", "gpe.us"),
      ("امریکا", "gpe.us"),
      ("nato", "org.nato"), ("ＮＡＴＯ", "org.nato"), ("Nato", "org.nato"), ("WILLIAM BURNS", "person.burns"),
      ("Wílliám Bürns", "person.burns"), ("bill-burns", "person.burns"),
    ])
  func foldedSpellings(name: String, id: String) throws {
    let lookup = try LexiconLookup(EntityLexicon(images: [Sheet.image(SmallLexicon.lines)]))
    #expect(try lookup.rows(named: name).map(\.id) == [id])
  }

  @Test("The rows of one name come in the order of the source")
  func orderOfRows() throws {
    let lines = (0..<20).map { "gpe.x\($0) ; GPE ; Springfield | Name \($0) ; ; ;" }
    let lookup = try LexiconLookup(EntityLexicon(images: [Sheet.image(lines)]))
    #expect(try lookup.rows(named: "springfield").map(\.id) == (0..<20).map { "gpe.x\($0)" })
  }

  @Test("A user's lexicon is asked first, for names and for ids")
  func priority() throws {
    let builtIn = EntityLexicon(images: [try Sheet.image(SmallLexicon.lines)])
    let own = try Sheet.image(["org.nato ; ORG ; My NATO ; الناتو ; ;", "org.mine ; ORG ; NATO ; ; ;"])
    let lexicon = builtIn.adding([own])
    #expect(lexicon.row(id: "org.nato")?.englishName == "My NATO")
    #expect(lexicon.row(id: "gpe.us")?.englishName == "United States")
    #expect(lexicon.row(id: "gpe.nowhere") == nil)
    let lookup = try LexiconLookup(lexicon)
    #expect(try lookup.rows(named: "NATO").map(\.englishName) == ["NATO", "NATO"])
    #expect(try lookup.rows(named: "NATO").map(\.id) == ["org.mine", "org.nato"])
    #expect(try lookup.rows(named: "الناتو").map(\.englishName) == ["My NATO", "NATO"])
  }

  @Test("An image outlives the one who opened it")
  func ownership() throws {
    func make() throws -> LexiconImage { try Sheet.image(SmallLexicon.lines) }
    let images = try (0..<50).map { _ in try make() }
    for image in images { #expect(image.row(of: 1).englishName == "William Burns") }
  }

  @Test("The same words reach the same node whichever way the image is walked")
  func walking() throws {
    let image = try Sheet.image(SmallLexicon.lines)
    func word(_ text: String) -> UInt32? {
      Array(text.utf8).withUnsafeBytes { image.word($0, hash: LexiconImage.hash($0)) }
    }
    let north = try #require(word("north"))
    let atlantic = try #require(word("atlantic"))
    let treaty = try #require(word("treaty"))
    let airlines = try #require(word("airlines"))
    let root = try #require(image.root(north))
    #expect(image.root(treaty) == nil)
    let second = try #require(image.child(root, atlantic))
    #expect(image.nameReferences(second).isEmpty)
    #expect(image.child(second, treaty) != image.child(second, airlines))
    #expect(image.child(second, north) == nil)
    #expect(word("northern") == nil)
    #expect(word("nort") == nil)
    #expect(word("") == nil)
  }
}

@Suite("Words of a lexicon image")
struct LexiconWordTests {
  @Test("Many words at once are read as each alone, and say what their names say")
  func many() throws {
    let image = try EntityLexicon.builtInImage(verifyingChecksum: false)
    var numbers = SeededGenerator(seed: 5)
    // Words that begin names, words that only go on, ordinary ones, and words that stand in no name.
    var words = ["في", "الرئيس", "الامم", "المتحده", "باريس", "وكاله", "قال", "بن", "qxzv", "", "اكسقز"].map {
      Array($0.utf8)
    }
    for _ in 0..<1000 {
      words.append(
        (0..<Int.random(in: 1...6, using: &numbers)).flatMap { _ in
          Array(String(Unicode.Scalar(UInt32.random(in: 0x627...0x64A, using: &numbers)) ?? "ا").utf8)
        })
    }
    let hashes = words.map { $0.withUnsafeBytes { LexiconImage.hash($0) } }
    var readings = [LexiconImage.WordReading](repeating: .init(), count: words.count)
    hashes.withUnsafeBufferPointer { hashes in
      readings.withUnsafeMutableBufferPointer { image.read(hashes: hashes, into: $0) }
    }
    var known = 0
    for (index, word) in words.enumerated() {
      let alone = word.withUnsafeBytes { image.word($0, hash: hashes[index]) }
      #expect(readings[index].word == alone, "\(String(decoding: word, as: UTF8.self))")
      #expect(readings[index].record.root == alone.flatMap(image.root))
      guard let root = alone.flatMap(image.root) else { continue }
      known += 1
      let names = image.nameReferences(root).map { image.nameReference(at: $0) }
      let classes = names.map { LexiconClass.all[Int($0.classCode)] }
      let record = readings[index].record
      for (place, sign) in LexiconClass.signs.enumerated() {
        let isPlain = zip(names, classes).contains { $0.conditions.isEmpty && $1 == sign }
        #expect(record.signs >> place & 1 == (isPlain ? 1 : 0), "\(sign.label)")
      }
      #expect(record.hasNames == zip(names, classes).contains { $1.isEntity || !$0.conditions.isEmpty })
      let goesOn = (0..<UInt32(image.wordCount)).contains { image.child(root, $0) != nil }
      #expect(record.goesOn == goesOn)
    }
    #expect(known > 50)
  }
}
