import ArabicNormalization
import TestSupport
import Testing
import TextModel
import TextPipeline
import TextSegmentation

/// A few words with frequencies in their order of magnitude.
private struct SmallVocabulary: WordKnowledge {
  static let shared = SmallVocabulary()
  let frequencies: [[UInt8]: Float]

  init() {
    let words: [(Float, String)] = [
      (
        6,
        """
        من في على إلى عن هذا قال كان بين بعد كل مع ما لم لن أن هو هي ذلك حيث عام رئيس دولة مدينة بلد حرب يوم شعب بيت كتاب وزير \
        علم يد قلب باب عمل شركة حكومة مدرسة كلمة لغة مستشفى أصدقاء أبناء ابن كرة عرب أمم متحدة ولايات رجل نظام ليل نهار سؤال
        """
      ),
      (
        5,
        """
        روسيا أوكرانيا مصر سوريا لبنان العراق بوتين بيروت كندا فرنسا بريطانيا سعودية أمريكا واشنطن وليام واحد وجه وقت وطن وضع وزن \
        فكرة فيلم فرق فاز باريس برلين بنك كرملين كأس لجنة لقاء لندن سلام ساعة سنة سيارة سياسة مكتب كتب يكتب يقول ضرب يضرب مكتبة \
        التي الذي اللغة الله
        """
      ),
      (4, "سيرجي فلاديمير كييف بايدن لافروف ولد والد والي سوق لون كريم بكر فهد سمير نور"),
    ]
    var frequencies: [[UInt8]: Float] = [:]
    guard let normalizer = try? TextNormalizer(.search) else {
      self.frequencies = [:]
      return
    }
    for (frequency, line) in words {
      for word in line.split(separator: " ") { frequencies[normalizer.normalize(Array(word.utf8)).bytes] = frequency }
    }
    self.frequencies = frequencies
  }

  func frequency(ofKey key: UnsafeRawBufferPointer) -> Float? { frequencies[Array(key)] }
}

@Suite struct CliticTests {
  private static func readings(of word: String, _ knowledge: (any WordKnowledge)?) throws -> [CliticReading] {
    let document = try Document(text: "قبل \(word)")
    let pipeline = Pipeline {
      WordSegmentation()
      TokenNormalization()
    }
    let annotations = try pipeline.annotate(document)
    let token = try #require(annotations.tokens.last)
    let readings = CliticSegmenter(knowledge: knowledge).readings(of: token, in: document, annotations)
    for reading in readings {
      // Every reading slices the word, whole characters, no gap.
      #expect(reading.segments.map { document.text(at: $0.range) }.joined() == word)
      #expect(reading.segments.first?.range.lowerBound == token.range.lowerBound)
      #expect(
        zip(reading.segments, reading.segments.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
      #expect(reading.segments.count { $0.kind == .stem } == 1)
      #expect(!String(reading.segments.flatMap { document.text(at: $0.range) }).unicodeScalars.contains("\u{FFFD}"))
    }
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(readings.count { $0.isWhole } == 1)
    #expect(Set(readings.map(\.segments)).count == readings.count)
    return readings
  }

  private static func written(_ reading: CliticReading, in word: String) -> String {
    let bytes = Array("قبل \(word)".utf8)
    return reading.segments.map {
      String(decoding: bytes[$0.range.lowerBound..<$0.range.upperBound], as: UTF8.self)
    }.joined(separator: "+")
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let parts: String
    let forms: String
    var testDescription: String { parts }
    init(_ parts: String, _ forms: String? = nil) { (self.parts, self.forms) = (parts, forms ?? parts) }
  }

  @Test(arguments: [
    // What only looks like a clitic stays.
    Case("كتاب"), Case("كلمة", "كلمه"), Case("كرة", "كره"), Case("كندا"), Case("كريم"), Case("كان"), Case("بيت"),
    Case("بين"),
    Case("باب"), Case("بعد"), Case("باريس"), Case("بوتين"), Case("بنك"), Case("بكر"), Case("لغة", "لغه"), Case("لبنان"),
    Case("لندن"), Case("لقاء"), Case("ليل"), Case("لون"), Case("واحد"), Case("واشنطن"), Case("وليام"), Case("وزير"),
    Case("وقت"),
    Case("ولد"), Case("والد"), Case("فكرة", "فكره"), Case("فيلم"), Case("فرنسا"), Case("فلاديمير"),
    Case("سيارة", "سياره"),
    Case("سوريا"), Case("سيرجي"), Case("سنة", "سنه"), Case("مدرسة", "مدرسه"), Case("الله"), Case("التي"), Case("بيروت"),
    Case("كييف"), Case("هذا"), Case("من"),
    // One particle.
    Case("و+روسيا"), Case("ف+قال"), Case("ب+مدينة", "ب+مدينه"), Case("ل+روسيا"), Case("ك+رئيس"), Case("س+يقول"),
    Case("و+واشنطن"), Case("ب+بيروت"), Case("ل+لبنان"), Case("و+وليام"), Case("ب+باريس"),
    // Several.
    Case("و+ل+روسيا"), Case("و+ب+مدينة", "و+ب+مدينه"), Case("ف+ل+مصر"), Case("و+س+يقول"), Case("ف+س+يكتب"),
    // The article.
    Case("ال+كتاب"), Case("و+ال+كتاب"), Case("ب+ال+كتاب"), Case("ك+ال+كتاب"), Case("و+ب+ال+كتاب"), Case("ف+ال+رئيس"),
    Case("ل+ل+كتاب", "ل+ال+كتاب"), Case("و+ل+ل+أمم", "و+ل+ال+امم"), Case("ل+ل+ولايات", "ل+ال+ولايات"),
    Case("ل+لغة", "ل+لغه"),
    // Pronouns.
    Case("كتاب+ه"), Case("كتاب+ها"), Case("كتاب+هم"), Case("كتاب+هما"), Case("كتاب+نا"), Case("كتاب+كم"),
    Case("كتاب+ك"),
    Case("بلد+ي"), Case("بلد+هن"), Case("بيت+كما"), Case("يضرب+ني"), Case("ضرب+نا"), Case("و+كتاب+هم"),
    Case("ل+شعب+ها"),
    Case("و+ل+شعب+ها"), Case("ب+يد+ه"), Case("و+ب+لغت+هم", "و+ب+لغه+هم"),
    // The stem changes before a pronoun.
    Case("مدرست+هم", "مدرسه+هم"), Case("حكومت+ها", "حكومه+ها"), Case("مستشفا+هم", "مستشفي+هم"),
    Case("أصدقاؤ+هم", "اصدقاء+هم"),
    Case("أبنائ+نا", "ابناء+نا"), Case("و+شركت+ه", "و+شركه+ه"),
    // Marks, tatweel and controls go with the letter before them.
    Case("وَ+روسيا"), Case("وـ+روسيا"), Case("و\u{61C}+روسيا"), Case("بِ+الْ+كِتَابِ", "ب+ال+كتاب"),
    Case("كِتَابُ+هُمْ", "كتاب+هم"),
    // Unknown words keep together but for the article.
    Case("كمبيوتر"), Case("وزارتان"), Case("ال+كمبيوتر"), Case("و+ال+كمبيوتر"), Case("ل+ل+كمبيوتر", "ل+ال+كمبيوتر"),
    // No word of Arabic letters.
    Case("CIA", "cia"), Case("و2024"), Case("وBBC", "وbbc"),
  ])
  func bestReading(_ test: Case) throws {
    let word = test.parts.replacing("+", with: "")
    let best = try #require(try Self.readings(of: word, SmallVocabulary.shared).first)
    #expect(Self.written(best, in: word) == test.parts)
    let forms = best.segments.map(\.form).joined(separator: "+")
    #expect(forms == test.forms.folded)
  }

  @Test(arguments: [
    ("وكتابه", ["وكتابه", "و+كتابه", "و+كتاب+ه", "وكتاب+ه", "و+ك+تابه", "و+ك+تاب+ه"]),
    ("ولد", ["ولد", "و+لد"]),
    ("لليل", ["لليل", "ل+ليل", "ل+ل+يل"]),
    ("سقلم", ["سقلم"]),
    ("هم", ["هم"]),
    ("به", ["به"]),
    ("فيها", ["فيها", "في+ها", "ف+يها"]),
    // ة and ى are no pronouns.
    ("مدرسة", ["مدرسة"]),
    ("سلمى", ["سلمى"]),
    // The article excludes a pronoun.
    ("الكتابي", ["الكتابي", "ال+كتابي", "الكتاب+ي"]),
  ])
  func allReadings(word: String, expected: [String]) throws {
    let readings = try Self.readings(of: word, SmallVocabulary.shared)
    #expect(Set(readings.map { Self.written($0, in: word) }) == Set(expected))
  }

  @Test func ligaturesAreNotCut() throws {
    // ﻷحمد: the ل of "to" and the alef of the name are one character.
    let readings = try Self.readings(of: "ﻷحمد", nil)
    #expect(readings.map { Self.written($0, in: "ﻷحمد") } == ["ﻷحمد", "+ﻷحمد"])
    #expect(readings.last?.segments.map(\.form) == ["ل", "احمد"])
    // ﷺ becomes a phrase.
    #expect(try Self.readings(of: "وﷺ", nil).count == 1)
  }

  @Test func withoutKnowledgeOnlyTheArticleIsTrusted() throws {
    for (word, best) in [("وروسيا", "وروسيا"), ("كتابهم", "كتابهم"), ("والكتاب", "و+ال+كتاب"), ("للكتاب", "ل+ل+كتاب")] {
      let reading = try #require(try Self.readings(of: word, nil).first)
      #expect(Self.written(reading, in: word) == best)
      #expect(!reading.isKnown)
    }
  }

  @Test func oddBytes() {
    let segmenter = CliticSegmenter(knowledge: SmallVocabulary.shared)
    // Keys that do not belong to their words, and no words at all.
    for (key, word) in [("", ""), ("وكتاب", ""), ("", "وكتاب"), ("وكتاب", "CIA"), ("كتابه", "كتا"), ("وك", "\u{64E}")] {
      let key = Array(key.utf8)
      let word = Array(word.utf8)
      let readings = key.withUnsafeBytes { key in
        word.withUnsafeBufferPointer { segmenter.readings(ofKey: key, in: $0) }
      }
      #expect(readings.count == 1)
      #expect(readings.first?.stem?.range == ByteRange(0, word.count))
    }
  }
}

extension String {
  /// As the profile `search` writes it.
  fileprivate var folded: String {
    split(separator: "+", omittingEmptySubsequences: false).map { part in
      (try? TextNormalizer(.search))?.normalize(String(part)) ?? String(part)
    }.joined(separator: "+")
  }
}
