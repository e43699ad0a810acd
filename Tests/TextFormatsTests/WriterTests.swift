import Testing
import TextFormats
import TextModel

/// What a writer makes of a sample, without header and footer.
private func written(
  _ format: OutputFormat, _ sample: Sample, members: KeptMembers = .none,
  configure: (inout OutputOptions) -> Void = { _ in }
) -> String {
  var options = OutputOptions()
  configure(&options)
  var out: [UInt8] = []
  format.makeWriter(options).append(sample.document, sample.annotations, members: members, to: &out)
  return out.text
}

@Suite("Entities as JSONL and TSV")
struct TableWriterTests {
  @Test("Every field is there")
  func fields() throws {
    let sample = try Sample(id: "a\"1", "قال وليام بيرنز وناريشكين")
      .adding("وليام بيرنز", .person, "William Burns", id: "Q1", score: 0.98)
      .adding("ناريشكين", .person, score: 0.5, proclitics: "و", evidence: .title)
    #expect(
      written(.jsonl, sample)
        == #"{"id":"a\"1","entities":[{"start":4,"end":15,"text":"وليام بيرنز","type":"PERSON","#
        + #""name":"William Burns","entity":"Q1","score":0.98,"evidence":"lexicon"},"#
        + #"{"start":17,"end":25,"text":"ناريشكين","type":"PERSON","name":null,"entity":null,"score":0.5,"#
        + #""proclitics":"و","evidence":"title"}]}"# + "\n")
    #expect(
      written(.tsv, sample)
        == "a\"1\t4\t15\tPERSON\tوليام بيرنز\tWilliam Burns\t0.98\na\"1\t17\t25\tPERSON\tناريشكين\t\t0.5\n")
    #expect(written(.jsonl, try Sample("")) == #"{"id":"d","entities":[]}"# + "\n")
    #expect(written(.tsv, try Sample("")) == "")
  }

  @Test("A value is written where there is one, in the formats that have a place for it")
  func values() throws {
    let sample = try Sample("في 15 نوفمبر 2022 ثم أمس")
      .adding("15 نوفمبر 2022", .date, "15 November 2022", evidence: .rule, value: "2022-11-15")
      .adding("أمس", .date, "yesterday", evidence: .rule)
    #expect(
      written(.jsonl, sample)
        == #"{"id":"d","entities":[{"start":3,"end":17,"text":"15 نوفمبر 2022","type":"DATE","#
        + #""name":"15 November 2022","entity":null,"score":1,"value":"2022-11-15","evidence":"rule"},"#
        + #"{"start":21,"end":24,"text":"أمس","type":"DATE","name":"yesterday","entity":null,"score":1,"#
        + #""evidence":"rule"}]}"# + "\n")
    #expect(
      written(.brat, sample)
        == "T1\tDATE 3 17\t15 نوفمبر 2022\n#1\tAnnotatorNotes T1\t15 November 2022 (2022-11-15)\n"
        + "T2\tDATE 21 24\tأمس\n#2\tAnnotatorNotes T2\tyesterday\n")
    let page = written(.html, sample)
    #expect(page.contains(#"title="15 November 2022 (DATE: 2022-11-15)""#))
    #expect(page.contains(#"title="yesterday (DATE)""#))
  }

  @Test("Kept members stand between id and entities; a numeric id stays a number")
  func keptMembers() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("f.jsonl", #"{"n":1.50, "id":17,"text":"نص","x":{"a": [1]}}"#)
    let records = readAll(try DocumentReader(path: path)).records
    let record = try #require(records.first)
    var out: [UInt8] = []
    JSONLinesWriter().append(try record.document.get(), Annotations(), members: record.members, to: &out)
    #expect(out.text == #"{"id":17,"n":1.50,"x":{"a": [1]},"entities":[]}"# + "\n")
    #expect(throws: Never.self) { try JSONReader.members(of: out) }
  }

  /// The start and end that JSONL gives for each entity.
  private func offsets(_ sample: Sample, _ unit: OffsetUnit) throws -> [Range<Int>] {
    let tsv = written(.tsv, sample) { $0.offsets = unit }
    return try tsv.split(separator: "\n").map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let start = try #require(Int(cells[1]))
      return start..<(try #require(Int(cells[2])))
    }
  }

  @Test(
    "Offsets slice the text in each unit, and the bytes that were read in UTF-8",
    arguments: [InvalidUTF8.Policy.replace, .skip])
  func offsets(_ policy: InvalidUTF8.Policy) throws {
    let bytes = Array("𝄞 é ".utf8) + [0x80, 0x81] + Array("بيرنز ".utf8) + [0xE2, 0x80] + Array("ناريشكين.".utf8)
    let sample = try Sample(bytes: bytes, onInvalid: policy).adding("بيرنز", .person).adding("ناريشكين", .person)
    let expected = ["بيرنز", "ناريشكين"]
    let text = sample.document.text
    #expect(try offsets(sample, .utf8).map { Array(bytes[$0]).text } == expected)
    let scalars = Array(text.unicodeScalars)
    #expect(
      try offsets(sample, .scalars).map { range in
        String(String.UnicodeScalarView(scalars[range]))
      } == expected)
    let units = Array(text.utf16)
    #expect(try offsets(sample, .utf16).map { String(decoding: units[$0], as: UTF16.self) } == expected)
  }

  @Test("Overlapping entities are all listed, with offsets that hold", arguments: OffsetUnit.allCases)
  func overlaps(_ unit: OffsetUnit) throws {
    let sample = try Sample("جامعة القاهرة 𝄞 الدولية في القاهرة")
      .adding("جامعة القاهرة 𝄞 الدولية", .organization).adding("جامعة القاهرة", .organization)
      .adding("القاهرة", .geopolitical).adding("القاهرة 𝄞", .geopolitical)
      .adding("القاهرة", .geopolitical, occurrence: 1)
    let expected = sample.annotations.entities.map { sample.document.text(at: $0.range) }
    let text = sample.document.text
    let found = try offsets(sample, unit).map { range in
      switch unit {
      case .utf8: String(decoding: Array(text.utf8)[range], as: UTF8.self)
      case .utf16: String(decoding: Array(text.utf16)[range], as: UTF16.self)
      case .scalars: String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
      }
    }
    #expect(found == expected)
  }

  @Test("A cell of a table holds no tab and no line break of any kind")
  func cells() throws {
    let sample = try Sample(id: "a\tb", "x\r\ny\u{2028}z\u{85}w").adding("x\r\ny\u{2028}z\u{85}w", .work, "A\tB")
    #expect(written(.tsv, sample) == "a b\t0\t8\tWORK\tx  y z w\tA B\t1\n")
    // Each shortens the cell; moving its rest each time would not end.
    let long = try Sample(id: String(repeating: "\u{85}", count: 1_000_000), "x").adding("x", .work, "A")
    #expect(written(.tsv, long).utf8.count == 1_000_000 + "\t0\t1\tWORK\tx\tA\t1\n".utf8.count)
    var out: [UInt8] = []
    TSVWriter().appendHeader(to: &out)
    #expect(out.text == "id\tstart\tend\ttype\ttext\tname\tscore\n")
  }

  @Test(
    "Scores are short",
    arguments: [(1, "1"), (0, "0"), (0.98, "0.98"), (0.123456, "0.1235"), (0.00001, "0"), (0.05, "0.05"), (.nan, "0")]
      as [(Float, String)])
  func scores(_ score: Float, _ expected: String) throws {
    let row = written(.tsv, try Sample("x").adding("x", .work, score: score))
    #expect(row.split(separator: "\t").last == "\(expected)\n")
  }

  @Test("Ranges beyond the document make no writer fall", arguments: OutputFormat.allCases)
  func wrongRanges(_ format: OutputFormat) throws {
    var sample = try Sample("نص قصير").tokenized()
    for range in [ByteRange(-5, 3), ByteRange(2, 1_000), ByteRange(900, 1_000), ByteRange(4, 4), ByteRange(1, 2)] {
      sample.annotations.entities.append(Entity(range: range, type: .person, name: "A", proclitics: "و"))
    }
    sample.annotations.tokens.append(Token(range: ByteRange(500, 600), kind: .word, gap: .none))
    _ = written(format, sample)
    sample.annotations.tokens = []
    _ = written(format, sample)
  }
}

@Suite("Entities as CoNLL and brat")
struct CorpusWriterTests {
  @Test("Tags are IOB2 over whole tokens, widened over proclitics and suffixes")
  func conll() throws {
    let sample = try Sample("قال وليام بيرنز ولبوتين. موسكو القاهرةية باريس")
      .adding("وليام بيرنز", .person).adding("بوتين", .person, proclitics: "ول").adding("موسكو", .geopolitical)
      .adding("القاهرة", .geopolitical).adding("باريس", .geopolitical).tokenized()
    #expect(
      written(.conll, sample) == """
        # id = d
        قال\tO
        وليام\tB-PERSON
        بيرنز\tI-PERSON
        ولبوتين\tB-PERSON
        .\tO

        موسكو\tB-GPE
        القاهرةية\tB-GPE
        باريس\tB-GPE


        """)
  }

  @Test("Of overlapping entities the first and longest is tagged; a second one in the same token waits for its own")
  func overlaps() throws {
    let sample = try Sample("جامعة القاهرة الدولية")
      .adding("القاهرة", .geopolitical).adding("جامعة القاهرة", .organization).adding("جامعة", .facility)
      .tokenized()
    #expect(
      written(.conll, sample) == "# id = d\nجامعة\tB-ORG\nالقاهرة\tI-ORG\nالدولية\tO\n\n")
    let glued = try Sample("رويترزالشرق الأوسط").adding("رويترز", .organization).adding("الشرق الأوسط", .location)
      .tokenized()
    #expect(written(.conll, glued) == "# id = d\nرويترزالشرق\tB-ORG\nالأوسط\tB-LOC\n\n")
  }

  @Test("Sentences are also taken from their ranges; an entity over two begins anew; no id breaks the comment")
  func sentences() throws {
    var sample = try Sample(id: "a\nb", "مجلس الأمن\nالدولي").adding("مجلس الأمن\nالدولي", .organization).tokenized()
    let cut = sample.range("\n").upperBound
    sample.annotations.sentences = [ByteRange(0, cut), ByteRange(cut, sample.document.bytes.count)]
    #expect(
      written(.conll, sample) == "# id = a b\nمجلس\tB-ORG\nالأمن\tI-ORG\n\nالدولي\tB-ORG\n\n")
    #expect(written(.conll, try Sample("")) == "# id = d\n\n")
  }

  @Test("brat's offsets count scalars, its notes give the English name, and line breaks part a span")
  func brat() throws {
    let sample = try Sample("𝄞 وليام\n بيرنز في مجلس  \r\n\tالأمن")
      .adding("وليام\n بيرنز", .person, "William\tBurns").adding("بيرنز", .person).adding(
        "مجلس  \r\n\tالأمن", .organization)
    let scalars = Array(sample.document.text.unicodeScalars)
    let output = written(.brat, sample)
    #expect(
      output == """
        T1\tPERSON 2 7;9 14\tوليام بيرنز
        #1\tAnnotatorNotes T1\tWilliam Burns
        T2\tPERSON 9 14\tبيرنز
        T3\tORG 18 22;27 32\tمجلس الأمن

        """)
    // The text of each line is what its offsets slice.
    for line in output.split(separator: "\n") where line.hasPrefix("T") {
      let cells = line.split(separator: "\t")
      let parts = cells[1].drop { $0 != " " }.dropFirst().split(separator: ";").map { part in
        let bounds = part.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[bounds[0]..<bounds[1]]))
      }
      #expect(parts.joined(separator: " ") == cells[2])
    }
    #expect(
      written(.brat, try Sample("x").adding("x", .work)) { $0.marksBratDocuments = true }.hasPrefix("# id = d\nT1\t"))
  }
}

@Suite("Entities as HTML")
struct HTMLWriterTests {
  @Test("Everything is escaped, in text, attributes and table")
  func escaping() throws {
    let sample = try Sample(id: "<i>&", "a<script>alert('1')</script>\u{0}&\"x\"")
      .adding("<script>", .work, "<\"b'&>", id: "\"><x>")
    let html = written(.html, sample)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<i>"))
    #expect(!html.contains("<x>"))
    #expect(!html.contains("\u{0}"))
    #expect(html.contains("a<ruby><mark class=\"WORK\" data-entity=\"&quot;&gt;&lt;x&gt;\" "))
    #expect(html.contains("title=\"&lt;&quot;b&#39;&amp;&gt; (WORK)\">&lt;script&gt;</mark>"))
    #expect(html.contains("alert(&#39;1&#39;)&lt;/script&gt; &amp;&quot;x&quot;</p>"))
    #expect(html.contains("<h2><bdi>&lt;i&gt;&amp;</bdi></h2>"))
  }

  @Test("Each line is a paragraph with its own direction; a ruby's base is the whole written word")
  func paragraphs() throws {
    let sample = try Sample("قال لبيرنز.\r\n\n  \nBurns said\nمجلس\nالأمن هنا")
      .adding("بيرنز", .person, "Burns", proclitics: "ل").adding("Burns", .person, "Burns")
      .adding("مجلس\nالأمن", .organization, "Security Council")
    let expected = """
      <p dir="auto">قال <ruby>ل<mark class="PERSON" title="Burns (PERSON)">بيرنز</mark>\
      <rp> (</rp><rt><bdi lang="en" dir="ltr">Burns</bdi></rt><rp>)</rp></ruby>. </p>
      <p dir="auto"><mark class="PERSON" title="Burns (PERSON)">Burns</mark> said</p>
      <p dir="auto"><ruby><mark class="ORG" title="Security Council (ORG)">مجلس
      الأمن</mark><rp> (</rp><rt><bdi lang="en" dir="ltr">Security Council</bdi></rt><rp>)</rp></ruby> هنا</p>

      """
    #expect(written(.html, sample).contains(expected))
    // With tokens the word takes in what follows the name too.
    let suffixed = try Sample("في وباريسية").adding("باريس", .geopolitical, "Paris", proclitics: "و").tokenized()
    #expect(written(.html, suffixed).contains("<ruby>و<mark class=\"GPE\" title=\"Paris (GPE)\">باريس</mark>ية<rp>"))
  }

  @Test("Without tags and rubies, the article is the text itself")
  func textIsWhole() throws {
    let text = "قال وليام بيرنز ولبوتين: رويترزالشرق\nمرحبا"
    let sample = try Sample(text).adding("وليام بيرنز", .person, "William Burns").adding("بيرنز", .person, "Burns")
      .adding("بوتين", .person, "Putin", proclitics: "ول").adding("رويترز", .organization, "Reuters")
      .adding("الشرق", .organization, "Asharq").tokenized()
    let html = written(.html, sample)
    var body = html.split(separator: "<div class=\"text\" lang=\"ar\">\n")[1].split(separator: "</div>")[0][...]
    var plain = ""
    while let open = body.firstIndex(of: "<") {
      plain += body[..<open]
      body = body[open...]
      if body.hasPrefix("<rp>") {
        // From the bracket before the English name to the one after it.
        body = body.split(separator: "</ruby>", maxSplits: 1)[1]
      } else {
        body = body[body.index(after: body.firstIndex(of: ">") ?? open)...]
      }
    }
    #expect(plain + body == text + "\n")
  }

  @Test("The table lists distinct entities in order of first mention")
  func table() throws {
    let sample = try Sample("بيرنز وليام بيرنز موسكو بيرنز")
      .adding("بيرنز", .person, "William Burns", id: "Q1")
      .adding("وليام بيرنز", .person, "William Burns", id: "Q1")
      .adding("موسكو", .geopolitical).adding("بيرنز", .person, "William Burns", occurrence: 2)
    let html = written(.html, sample)
    #expect(
      html.contains(
        """
        <tr><td><bdi>William Burns</bdi></td><td><mark class="PERSON">PERSON</mark></td><td>3</td>\
        <td><bdi>بيرنز</bdi>, <bdi>وليام بيرنز</bdi></td></tr>
        <tr><td><bdi></bdi></td><td><mark class="GPE">GPE</mark></td><td>1</td><td><bdi>موسكو</bdi></td></tr>
        </tbody>
        """))
    #expect(!written(.html, try Sample("نص")).contains("<table>"))
  }

  @Test("Header and footer make one self-contained page, with a colour for every type")
  func page() throws {
    var options = OutputOptions()
    options.title = "A & B"
    let writer = HTMLWriter(options)
    var out: [UInt8] = []
    writer.appendHeader(to: &out)
    writer.append(try Document(text: "نص"), Annotations(), to: &out)
    writer.appendFooter(to: &out)
    #expect(out.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(out.text.contains("<title>A &amp; B</title>"))
    #expect(out.text.hasSuffix("</main>\n</body>\n</html>\n"))
    #expect(!out.text.contains("http"))
    for type in EntityType.allCases { #expect(out.text.contains("mark.\(type.label) {")) }
    for tag in ["html", "head", "body", "header", "main", "article", "div", "ul", "p", "style"] {
      let opened = out.text.split(separator: "<\(tag)", omittingEmptySubsequences: false).filter {
        $0.hasPrefix(">") || $0.hasPrefix(" ")
      }
      #expect(opened.count == out.text.split(separator: "</\(tag)>", omittingEmptySubsequences: false).count - 1)
    }
  }

  @Test(
    "The language is guessed from the letters or given",
    arguments: [
      ("قال وزير الخارجية", "ar"), ("گفت که وزیر خارجه چین", "fa"), ("وزیر خارجہ نے کہا ہے", "ur"),
      ("שר החוץ אמר", "he"),
      ("Министр иностранных дел сказал, что объявлены", "ru"), ("Міністр закордонних справ України", "uk"),
      ("The minister", "und"), ("", "und"), ("12", "und"),
    ])
  func language(_ text: String, _ language: String) throws {
    #expect(written(.html, try Sample(text)).contains("<div class=\"text\" lang=\"\(language)\">"))
    #expect(written(.html, try Sample(text)) { $0.language = "ckb" }.contains(" lang=\"ckb\">"))
  }
}

@Suite("Entities in a terminal")
struct TerminalWriterTests {
  @Test("The table has a row for each distinct entity, its surfaces in isolates")
  func table() throws {
    let sample = try Sample(id: "a.txt", "بيرنز وليام بيرنز موسكو")
      .adding("بيرنز", .person, "William Bu\u{301}rns", id: "Q1")
      .adding("وليام بيرنز", .person, "William Bu\u{301}rns", id: "Q1").adding("موسكو", .geopolitical, "Moscow")
    #expect(
      written(.terminal, sample) == """
        \u{2068}a.txt\u{2069}: 3 mentions of 2 names
          English name   Type    Count  In the text
          \u{2068}William Bu\u{301}rns\u{2069}  PERSON      2  \u{2068}بيرنز\u{2069}, \u{2068}وليام بيرنز\u{2069}
          \u{2068}Moscow\u{2069}         GPE         1  \u{2068}موسكو\u{2069}


        """)
    #expect(written(.terminal, try Sample("")) == "\u{2068}d\u{2069}: 0 mentions of 0 names\n\n")
    #expect(written(.terminal, sample) { $0.usesColor = true }.contains("\u{1B}[1;33mPERSON\u{1B}[0m"))
  }

  @Test("The text is shown with English names in brackets")
  func highlight() throws {
    let sample = try Sample("قال وليام بيرنز\nBurns").adding("وليام بيرنز", .person, "William Burns")
      .adding("بيرنز", .person, "Burns").adding("Burns", .person, "Burns")
    #expect(
      written(.highlight, sample)
        == "\u{2068}d\u{2069}\nقال وليام بيرنز \u{2068}[William Burns]\u{2069}\nBurns\n\n")
    #expect(
      written(.highlight, sample) { $0.usesColor = true }
        == "\u{2068}\u{1B}[1md\u{1B}[0m\u{2069}\nقال \u{1B}[1;33mوليام بيرنز\u{1B}[0m "
        + "\u{2068}[William Burns]\u{2069}\n\u{1B}[1;33mBurns\u{1B}[0m\n\n")
  }

  @Test("A text cannot drive the terminal or turn its line around", arguments: [OutputFormat.terminal, .highlight])
  func controls(_ format: OutputFormat) throws {
    let evil = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}abc\u{2066}\u{2069}\u{2068}\r"
    let sample = try Sample(id: evil, "نص \(evil) نص").adding(evil, .person, evil)
    let output = written(format, sample)
    let forbidden: Set<Unicode.Scalar> = ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}", "\u{2066}", "\r"]
    #expect(!output.unicodeScalars.contains { forbidden.contains($0) })
    let isolates = output.unicodeScalars.filter { $0 == "\u{2068}" }.count
    #expect(isolates == output.unicodeScalars.filter { $0 == "\u{2069}" }.count)
  }
}
