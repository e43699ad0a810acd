import Testing

@testable import TextSegmentation

@Suite("Base forms of inflected words")
struct InflectionsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let base: String
    let forms: String
    var isAgreement = false
    var testDescription: String { base }
    init(_ base: String, _ forms: String, isAgreement: Bool = false) {
      (self.base, self.forms, self.isAgreement) = (base, forms, isAgreement)
    }
  }

  private static func bases(_ inflections: Inflections, of word: String) -> [(form: String, isAgreement: Bool)] {
    var bases: [(form: String, isAgreement: Bool)] = []
    var buffer: [UInt8] = [1]
    Array(word.utf8).withUnsafeBytes { key in
      inflections.forEachBase(of: key) { base in
        base.write(key, into: &buffer)
        bases.append((String(decoding: buffer, as: UTF8.self), base.isAgreement))
      }
    }
    return bases
  }

  /// Every form of a paradigm leads back to its base. Keys have small letters, and е for ё.
  @Test(
    "Russian",
    arguments: [
      Case("лондон", "лондона лондону лондоном лондоне"),
      Case("путин", "путина путину путиным путине"),
      Case("медведев", "медведева медведеву медведевым медведеве"),
      Case("кремль", "кремля кремлю кремлем кремле"),
      Case("китай", "китая китаю китаем китае"),
      Case("дмитрий", "дмитрия дмитрию дмитрием дмитрии"),
      Case("павел", "павла павлу павлом павле"),
      Case("москва", "москвы москве москву москвой москвою"),
      Case("америка", "америки америке америку америкой"),
      Case("ницца", "ниццы ницце ниццу ниццей"),
      Case("россия", "россии россию россией"),
      Case("казань", "казани казанью"),
      Case("косово", "косова косову косовом косове"),
      Case("агентство", "агентства агентству агентством агентстве"),
      Case("объединение", "объединения объединению объединением объединении"),
      Case("море", "моря морю морем"),
      Case("нидерланды", "нидерландов нидерландам нидерландами нидерландах"),
      Case("афины", "афин афинам афинах"),
      Case("балканы", "балкан балканам балканами балканах"),
      Case("россияне", "россиян россиянам россиянами россиянах"),
      Case("американец", "американца американцу американцем американце"),
      Case("островский", "островского островскому островским островском"),
      Case("белый", "белого белому белым белом"),
      Case("толстой", "толстого толстому толстым толстом"),
      Case("дальний", "дальнего дальнему дальним дальнем"),
      Case("валуева", "валуевой валуеву"),
      Case("польская", "польской польскую"),
      Case("красное", "красного красному красным красном"),
      Case("объединенные", "объединенных объединенным объединенными"),
      Case("российский", "российская российскую российское российские российских", isAgreement: true),
    ])
  func russian(_ test: Case) { check(test, .slavic) }

  @Test(
    "Ukrainian",
    arguments: [
      Case("лондон", "лондона лондону лондоном лондоні"),
      Case("байден", "байдена байденові байденом байдені"),
      Case("путін", "путіна путіну путіним"),
      Case("київ", "києва києву києвом києві"),
      Case("львів", "львова львову львовом львові"),
      Case("тернопіль", "тернополя тернополю тернополем тернополі"),
      Case("ізраїль", "ізраїля ізраїлю ізраїлем ізраїлі"),
      Case("китай", "китаю китаєм китаї"),
      Case("сергій", "сергія сергію сергієм сергієві"),
      Case("україна", "україни україні україну україною"),
      Case("америка", "америки америці америку америкою"),
      Case("прага", "празі"),
      Case("росія", "росії росію росією"),
      Case("шевченко", "шевченка шевченку шевченкові шевченком"),
      Case("зеленський", "зеленського зеленському зеленським"),
      Case("зеленська", "зеленської зеленській зеленську зеленською"),
      Case("українець", "українця українцю українцем українці"),
      Case("росіяни", "росіян росіянам росіянами росіянах"),
      Case("український", "українська української українську українські українських", isAgreement: true),
    ])
  func ukrainian(_ test: Case) { check(test, .slavic) }

  @Test(
    "Persian keys",
    arguments: [
      Case("ايراني", "ايرانيها ايرانيهاي ايرانيان"),
      Case("امريكا", "امريكاي"),
      Case("خاورميانه", "خاورميانهي"),
      Case("تهران", "تهرانها تهرانشان"),
    ])
  func persian(_ test: Case) { check(test, .persian) }

  private func check(_ test: Case, _ inflections: Inflections) {
    for form in test.forms.split(separator: " ") {
      let found = Self.bases(inflections, of: String(form)).filter { $0.form == test.base }
      // The longest ending is told first, and counts.
      #expect(found.first?.isAgreement == test.isAgreement, "\(form) of \(test.base)")
    }
  }

  @Test(
    "Nothing comes of what is too short or has no ending",
    arguments: ["", "а", "ом", "cia", "12345", "перу1", "نان"])
  func nothing(_ word: String) { #expect(Self.bases(.slavic, of: word).isEmpty) }

  @Test("A short word without an ending is no form")
  func bare() { #expect(Self.bases(.slavic, of: "мир").isEmpty) }

  @Test("An adjective in ـی is no form of the country")
  func nisba() { #expect(!Self.bases(.persian, of: "ايراني").contains { $0.form == "ايران" }) }

  @Test("No word has many bases, and no bytes do harm")
  func bounded() {
    let letters = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ".map { String($0) }
    var most = 0
    for first in letters {
      for second in letters {
        for third in letters { most = max(most, Self.bases(.slavic, of: "стран" + first + second + third).count) }
      }
    }
    #expect(most <= 16)
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 0x9E37 >> 3) }
    var buffer: [UInt8] = []
    var calls = 0
    for start in 0..<4000 {
      bytes[start..<start + start % 60].withUnsafeBytes { key in
        for inflections in [Inflections.slavic, .persian] {
          inflections.forEachBase(of: key) { base in
            base.write(key, into: &buffer)
            calls += 1
            #expect(base.stemCount <= key.count && buffer.count <= key.count + 8)
          }
        }
      }
    }
    #expect(calls < 16 * 8000)
  }

  @Test("The tables are well formed: endings of one to four letters of two bytes, none said twice of one base")
  func tables() {
    for paradigm in SlavicParadigms.all + PersianSuffixes.all {
      #expect(
        paradigm.base.utf8.count <= 8
          && paradigm.base.unicodeScalars.allSatisfy { $0.value >= 0x400 && $0.value < 0x700 })
      let endings = paradigm.endings.split(separator: " ").map(String.init)
      #expect(Set(endings).count == endings.count, "\(paradigm)")
      for ending in endings where ending != Paradigm.none {
        #expect(
          (2...8).contains(ending.utf8.count) && ending.utf8.count == 2 * ending.unicodeScalars.count, "\(ending)")
        #expect(ending != paradigm.base)
      }
    }
  }
}
