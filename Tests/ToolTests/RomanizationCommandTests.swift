import Testing

@Suite("naqhara transliterate --scheme")
struct RomanizationCommandTests {
  static let ways: [([String], String, String)] = [
    (["--scheme", "ala-lc"], "وِزَارَة التَّرْبِيَة\n", "wizārat al-tarbiyah\n"),
    (["--scheme", "ar-ala-lc", "--capitals"], "عَبْد الرَّحْمٰن\n", "ʻAbd al-Raḥmān\n"),
    (["--scheme", "bgn-pcgn"], "الرِّيَاض\n", "Ar Riyāḑ\n"),
    (["--scheme", "buckwalter"], "محمد\n\nNATO\n", "mHmd\n\nNATO\n"),
    (["--scheme", "buckwalter", "--to", "ar"], "mHmd\n", "محمد\n"),
    (["--scheme", "hsb", "--from", "en", "--to", "ar"], "ÂHmd\n", "أحمد\n"),
    (["--scheme", "iso-9", "--from", "ru"], "Щука\n", "Ŝuka\n"),
    (["--scheme", "ru-iso-9", "--to", "ru"], "Ŝuka\n", "Щука\n"),
  ]

  @Test("A published table writes the text, one line for each line, and back", arguments: ways)
  func writes(arguments: [String], input: String, expected: String) throws {
    let result = try Tool.run(["transliterate"] + arguments, input: Array(input.utf8))
    #expect(result.status == 0 && result.messages == "")
    #expect(result.text == expected)
  }

  @Test("The letters of each line choose the language")
  func languages() throws {
    let result = try Tool.run("transliterate", "--scheme", "ala-lc", input: "مُحَمَّد\nПутин\nReuters\n")
    #expect(result.lines == ["muḥammad", "Putin", "Reuters"])
    let other = try Tool.run("transliterate", "--scheme", "ala-lc", input: "مُحَمَّد\n푸틴\nПутин\n")
    #expect(other.status == 1 && other.lines == ["muḥammad", "", "Putin"])
    #expect(other.messages.contains("not for ko"))
  }

  @Test("JSON names the scheme and says where vowels are from")
  func objects() throws {
    let result = try Tool.run(
      "transliterate", "--scheme", "ala-lc", "--format", "jsonl", input: "مُحَمَّد\nمحمد\nب\nПутин\n")
    #expect(
      result.lines == [
        #"{"source":"مُحَمَّد","candidates":[{"text":"muḥammad","score":1,"origin":"scheme"}],"scheme":"ar-ala-lc","vowels":"written"}"#,
        #"{"source":"محمد","candidates":[{"text":"muḥammad","score":1,"origin":"scheme"}],"scheme":"ar-ala-lc","vowels":"restored"}"#,
        #"{"source":"ب","candidates":[{"text":"b","score":1,"origin":"scheme"}],"scheme":"ar-ala-lc","vowels":"missing"}"#,
        #"{"source":"Путин","candidates":[{"text":"Putin","score":1,"origin":"scheme"}],"scheme":"ru-ala-lc"}"#,
      ])
    for line in result.lines { #expect(try SpelledName(line).candidates.count == 1) }
  }

  @Test("--list needs no input and names every scheme with its source")
  func list() throws {
    let result = try Tool.run(["transliterate", "--list"])
    #expect(result.status == 0 && result.messages == "")
    #expect(result.lines.first?.hasPrefix("SCHEME") == true)
    for id in ["ar-ala-lc", "ar-bgn-pcgn", "ar-buckwalter", "ru-iso-9", "uk-national", "he-iso-259", "fa-bgn-pcgn"] {
      #expect(result.lines.contains { $0.hasPrefix(id + " ") }, "\(id)")
    }
    #expect(result.text.contains("Library of Congress"))
  }

  static let refusals: [([String], String)] = [
    (["--scheme", "no-such"], "--list"), (["--scheme", "ala-lc", "--from", "he"], "but for ar"),
    (["--scheme", "satts", "--to", "ar"], "ar-buckwalter"), (["--scheme", "buckwalter", "--to", "ru"], "but for ar"),
  ]

  @Test("What cannot be done is refused, and what can be is named", arguments: refusals)
  func refused(arguments: [String], help: String) throws {
    let result = try Tool.run(["transliterate"] + arguments, input: Array("x\n".utf8))
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.messages.contains(help), "\(result.messages)")
  }
}
