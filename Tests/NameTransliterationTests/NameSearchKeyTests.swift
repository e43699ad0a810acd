import Testing

@testable import NameTransliteration

@Suite struct NameSearchKeyTests {
  static let same: [[String]] = [
    ["Qasem Soleimani", "قاسم سليماني", "Kassem Suleimani", "Soleimani, Qasem"],
    ["Benjamin Netanyahu", "בנימין נתניהו", "بنيامين نتنياهو"],
    ["Vladimir Putin", "فلاديمير بوتين", "Владимир Путин"],
    ["Abdel Rahman", "Abdulrahman", "Abdurrahman", "عبد الرحمن", "عبدالرحمن"],
    ["Mohammed bin Salman", "محمد بن سلمان", "Mohamed Salman"],
    ["George W. Bush", "George Bush", "Джордж Буш"],
    ["Youssef", "Yusuf"], ["Khaled", "Khalid", "خالد"],
  ]

  @Test(arguments: same) func spellingsOfOneName(_ names: [String]) throws {
    let keys = try NameTransliteration().makeSearchKey()
    #expect(Set(names.map { keys.key(for: $0) }).count == 1, "\(names.map { keys.key(for: $0) })")
  }

  @Test func namesOfTwoPeople() throws {
    let keys = try NameTransliteration().makeSearchKey()
    let names = ["Vladimir Putin", "فولوديمير زيلينسكي", "Владимир Ленин", "Joe Biden", "חיים ויצמן"]
    #expect(Set(names.map { keys.key(for: $0) }).count == names.count)
  }

  @Test(arguments: [
    ("qasem", "ksm"), ("kassem", "ksm"), ("mohammed", "mmd"), ("muhamad", "mmd"), ("emma", "am"),
    ("christina", "krstn"),
    ("churchill", "xrxl"), ("sharif", "xrf"), ("chekhov", "xhf"), ("khaled", "hld"), ("hamid", "hmd"), ("gamal", "gml"),
    ("djamel", "gml"), ("najib", "ngb"), ("naguib", "ngb"), ("sergej", "srg"), ("sergey", "srg"), ("viktorija", "fktr"),
    ("viktoria", "fktr"), ("cecil", "ssl"), ("alexander", "alksndr"), ("aleksandr", "alksndr"), ("aboud", "abd"),
    ("ito", "at"),
    ("w", ""), ("", ""), ("o'neil!", "anl"),
  ])
  func skeletons(_ word: String, _ skeleton: String) {
    #expect(String(decoding: ConsonantSkeleton.of(word.utf8), as: UTF8.self) == skeleton)
  }

  @Test(arguments: NameSimilarityTests.oddities) func everyKeyIsOfSmallLettersAndSpaces(_ name: String) throws {
    let key = try NameTransliteration().makeSearchKey().key(for: name)
    #expect(key.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 })
    #expect(key.utf8.first != 0x20 && key.utf8.last != 0x20)
  }

  @Test(arguments: [("kitten", "sitting", Float(3) / 7), ("", "", 0), ("a", "", 1), ("putin", "putin", 0)])
  func distances(_ a: String, _ b: String, _ distance: Float) {
    #expect(WordDistance.relative(Array(a.utf8), Array(b.utf8)) == distance)
    #expect(WordDistance.relative(Array(b.utf8), Array(a.utf8)) == distance)
  }
}
