import ArabicNormalization
import Testing
import TextSegmentation

@Suite struct ProcliticsTests {
  struct SplitCase: CustomTestStringConvertible, Sendable {
    let key: String
    let splits: [String]
    var testDescription: String { key }
    init(_ key: String, _ splits: String...) { (self.key, self.splits) = (key, splits) }
  }

  @Test(arguments: [
    SplitCase("روسيا"),
    SplitCase("وروسيا", "و|روسيا"),
    SplitCase("فروسيا", "ف|روسيا"),
    SplitCase("بروسيا", "ب|روسيا"),
    SplitCase("كروسيا", "ك|روسيا"),
    SplitCase("سيقول", "س|يقول"),
    SplitCase("لروسيا", "ل|روسيا"),
    SplitCase("وبروسيا", "و|بروسيا", "وب|روسيا"),
    SplitCase("فلروسيا", "ف|لروسيا", "فل|روسيا"),
    SplitCase("للولايات", "ل|الولايات", "ل|لولايات"),
    SplitCase("وللولايات", "و|للولايات", "ول|الولايات", "ول|لولايات"),
    SplitCase("بالولايات", "ب|الولايات"),
    SplitCase("والولايات", "و|الولايات"),
    // A word has two letters at least.
    SplitCase("من"), SplitCase("ومن", "و|من"), SplitCase("وهو", "و|هو"), SplitCase("ولي", "و|لي"),
    SplitCase("وب"), SplitCase("و"), SplitCase(""), SplitCase("لل"), SplitCase("للم", "ل|الم", "ل|لم"),
    SplitCase("cia"), SplitCase("12345"),
    SplitCase("ירדן"),
    SplitCase("ברוסיה", "ב|רוסיה"), SplitCase("הליכוד", "ה|ליכוד"),
    SplitCase("וברוסיה", "ו|ברוסיה", "וב|רוסיה"),
    SplitCase("שברוסיה", "ש|ברוסיה", "שב|רוסיה"),
    SplitCase("ושברוסיה", "ו|שברוסיה", "וש|ברוסיה", "ושב|רוסיה"),
    SplitCase("מהליכוד", "מ|הליכוד", "מה|ליכוד"),
    SplitCase("ומהליכוד", "ו|מהליכוד", "ומ|הליכוד", "ומה|ליכוד"),
    SplitCase("כשפוטין", "כ|שפוטין", "כש|פוטין"),
    SplitCase("וכשבירדן", "ו|כשבירדן", "וכ|שבירדן", "וכש|בירדן", "וכשב|ירדן"),
    // לכ is no particle.
    SplitCase("לכשפוטין", "ל|כשפוטין", "לכש|פוטין"),
    SplitCase("לכרמים", "ל|כרמים"),
    SplitCase("ולכשמהירדן", "ו|לכשמהירדן", "ול|כשמהירדן", "ולכש|מהירדן", "ולכשמ|הירדן", "ולכשמה|ירדן"),
    // Nothing but a word follows the article and ב; ו stands first.
    SplitCase("הבירדן", "ה|בירדן"), SplitCase("בלירדן", "ב|לירדן"), SplitCase("שוירדן", "ש|וירדן"),
    SplitCase("שלו", "ש|לו"), SplitCase("של"), SplitCase("ש"),
    SplitCase("כשכשכשכשכש", "כ|שכשכשכשכש", "כש|כשכשכשכש", "כשכ|שכשכשכש", "כשכש|כשכשכש", "כשכשכ|שכשכש", "כשכשכש|כשכש"),
  ])
  func splits(_ test: SplitCase) {
    var splits: [String] = []
    let key = Array(test.key.utf8)
    key.withUnsafeBytes { bytes in
      Proclitics.forEachSplit(of: bytes) { split in
        let alef = split.restoresAlef ? Proclitics.alef : []
        splits.append(
          String(decoding: key[..<split.keyCount], as: UTF8.self) + "|"
            + String(decoding: alef + key[split.keyCount...], as: UTF8.self))
        #expect(split.letterCount * 2 == split.keyCount)
        return true
      }
    }
    #expect(splits == test.splits)
  }

  struct StartCase: CustomTestStringConvertible, Sendable {
    let proclitics: String
    let word: String
    let letters: Int
    var testDescription: String { (proclitics + "|" + word).debugDescription }
    init(_ letters: Int, _ proclitics: String, _ word: String) {
      (self.letters, self.proclitics, self.word) = (letters, proclitics, word)
    }
  }

  @Test(arguments: [
    StartCase(0, "", "روسيا"),
    StartCase(1, "و", "روسيا"),
    StartCase(2, "وب", "روسيا"),
    // Marks and tatweel after a particle are its own; those of the word stay with it.
    StartCase(1, "وَ", "رُوسيا"),
    StartCase(2, "وَبِ", "رُوسيا"),
    StartCase(1, "وـ", "روسيا"),
    StartCase(2, "وَـبـِـ", "روسيا"),
    StartCase(1, "و\u{61C}", "روسيا"),
    StartCase(1, "\u{200F}و\u{200E}", "روسيا"),
    StartCase(1, "و\u{2067}", "روسيا"),
    StartCase(1, "\u{202B}و\u{202C}\u{2060}", "روسيا"),
    StartCase(1, "\u{FEFF}و", "روسيا"),
    StartCase(1, "و\u{AD}", "روسيا"),
    StartCase(1, "و\u{200C}", "روسيا"),
    StartCase(1, "و\u{670}\u{6D6}\u{8F0}", "روسيا"),
    StartCase(1, "و\u{FE76}", "روسيا"),
    StartCase(1, "ﻭ", "ﺭﻭﺳﻴﺎ"),
    // Particle and word in one character: the word begins with it.
    StartCase(1, "", "ﻷحمد"),
    StartCase(2, "و", "ﻷحمد"),
    StartCase(1, "و", "ﻻيات"),
    StartCase(2, "ﻻ", "يات"),
    StartCase(9, "روسيا", ""),
  ])
  func wordStart(_ test: StartCase) {
    let bytes = Array((test.proclitics + test.word).utf8)
    let start = bytes.withUnsafeBufferPointer { Proclitics.wordStart(afterLetters: test.letters, in: $0) }
    #expect(
      String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.elementsEqual(test.proclitics.unicodeScalars))
  }

  /// Everything that the key leaves out is passed over: the two must not drift apart.
  @Test func passesOverWhatTheKeyDrops() throws {
    let normalizer = try TextNormalizer(.search)
    // All of the Basic Multilingual Plane but Chinese and Korean characters and the private ones.
    for value in [0x80...0x33FF, 0xA000...0xABFF, 0xF900...0xFFFF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let key = normalizer.normalize("و" + String(scalar) + "ر")
      let bytes = Array(("و" + String(scalar) + "ر").utf8)
      let start = bytes.withUnsafeBufferPointer { Proclitics.wordStart(afterLetters: 1, in: $0) }
      let isDropped = key == "ور"
      let isPassed = start == bytes.count - 2
      #expect(isDropped == isPassed, "U+\(String(value, radix: 16, uppercase: true)) → \(key)")
    }
  }
}
