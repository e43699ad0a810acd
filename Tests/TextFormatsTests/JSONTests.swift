import Testing
import TextFormats
import TextModel

@Suite("JSON, one object a line")
struct JSONReaderTests {
  @Test(
    "is accepted as RFC 8259 says",
    arguments: [
      "{}", " { } ", "\t{\r\n}\n", #"{"":0}"#, #"{"a":"b"}"#, #"{"a":"\u0022\\\/\b\f\n\r\t"}"#,
      #"{"a":[]}"#, #"{"a":[1,[2,{}],{"b":[]}]}"#, #"{"a":{"b":{"c":null}}}"#, #"{"a":true,"b":false,"c":null}"#,
      #"{"a":-0}"#, #"{"a":0.5e+10}"#, #"{"a":1E-2}"#, #"{"a":123456789012345678901234567890}"#, #"{"a":-1.0}"#,
      #"{"a":"𝄞 سلام"}"#, #"{"a":"\ud834\udd1e"}"#, #"{"a":"\ud834"}"#, #"{"a":"\udd1e\ud834"}"#,
      "{\"a\":\"\u{7F}\u{80}\u{2028}\"}", #"{"a":1,"a":2}"#, #"{"a" : [ 1 , 2 ] , "b" : { } }"#,
      #"{"a":"12345678\"12345678\\"}"#, #"{"a":[0,-1,2e3]}"#, #"{"a":"\u0000"}"#,
    ])
  func accepts(_ json: String) throws {
    _ = try JSONReader.members(of: Array(json.utf8))
  }

  @Test(
    "is refused with a reason",
    arguments: [
      ("", .endsEarly), (" ", .endsEarly), ("[]", .notAnObject), ("\"a\"", .notAnObject), ("{", .endsEarly),
      ("{\"a\"", .endsEarly), (#"{"a":"#, .endsEarly), (#"{"a":1"#, .endsEarly), (#"{"a":1,"#, .endsEarly),
      (#"{"a":1,}"#, .badName), ("{,}", .badName), ("{a:1}", .badName), ("{'a':1}", .badName), (#"{1:1}"#, .badName),
      (#"{"a" 1}"#, .missingColon), (#"{"a"::1}"#, .badValue), (#"{"a":1 "b":2}"#, .missingComma),
      (#"{"a":1}}"#, .trailingBytes), (#"{"a":1} x"#, .trailingBytes), (#"{}{}"#, .trailingBytes),
      (#"{"a":[1,]}"#, .badValue), (#"{"a":[,1]}"#, .badValue), (#"{"a":[1 2]}"#, .missingComma),
      (#"{"a":[1}"#, .missingComma), (#"{"a":{"b":1]}"#, .missingComma), (#"{"a":{"b"}}"#, .missingColon),
      (#"{"a":{1}}"#, .badName), (#"{"a":[1,{"b":2},}"#, .badValue), (#"{"a":}"#, .badValue),
      (#"{"a":nul}"#, .badValue), (#"{"a":True}"#, .badValue), (#"{"a":NaN}"#, .badValue), (#"{"a":tru"#, .badValue),
      (#"{"a":truee}"#, .missingComma),
      (#"{"a":01}"#, .badNumber), (#"{"a":-}"#, .badNumber), (#"{"a":+1}"#, .badValue), (#"{"a":1.}"#, .badNumber),
      (#"{"a":.5}"#, .badValue), (#"{"a":1e}"#, .badNumber), (#"{"a":1e+}"#, .badNumber), (#"{"a":0x10}"#, .badNumber),
      (#"{"a":1.2.3}"#, .badNumber), (#"{"a":-01}"#, .badNumber), (#"{"a":1"#, .endsEarly), (#"{"a":-"#, .endsEarly),
      (#"{"a":"b"#, .endsEarly), (#"{"a":"b\"#, .endsEarly), (#"{"a":"\u12"#, .endsEarly),
      (#"{"a":"\x"}"#, .badEscape), (#"{"a":"\u12g4"}"#, .badEscape), (#"{"a":"\U0041"}"#, .badEscape),
      ("{\"a\":\"\t\"}", .controlInString), ("{\"a\":\"\n\"}", .controlInString),
      ("{\"a\":\"1234567\u{1F}\"}", .controlInString), ("{\"a\u{0}\":1}", .controlInString),
      ("{\"a\":\u{A0}1}", .badValue), ("\u{FEFF}{}", .notAnObject), (#"{"a":/**/1}"#, .badValue),
    ] as [(String, JSONFailure.Reason)])
  func refuses(_ json: String, _ reason: JSONFailure.Reason) {
    let failure = #expect(throws: JSONFailure.self) { try JSONReader.members(of: Array(json.utf8)) }
    #expect(failure?.reason == reason)
    #expect((0...json.utf8.count).contains(failure?.byte ?? -1))
  }

  @Test("Every prefix of an object is refused, and no byte of it makes the reader fall")
  func prefixes() {
    let json = Array(#" {"نص":"\ud834\udd1e x","b":[1.5e-3,{"c":[true,null]}],"d":-0} "#.utf8)
    for count in 0..<json.count - 1 {
      #expect(throws: JSONFailure.self) { try JSONReader.members(of: Array(json.prefix(count))) }
    }
    for index in json.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x80, 0xFF] {
        var changed = json
        changed[index] = byte
        _ = try? JSONReader.members(of: changed)
      }
    }
  }

  @Test("Nesting is read to a depth of 512 and no deeper", arguments: ["[]", "{}"])
  func depth(_ brackets: String) {
    func nested(_ depth: Int) -> [UInt8] {
      // The object of the line is the first level.
      let inner = depth - 1
      let text =
        brackets == "[]"
        ? String(repeating: "[", count: inner) + String(repeating: "]", count: inner)
        : String(repeating: #"{"a":"#, count: inner - 1) + "{}" + String(repeating: "}", count: inner - 1)
      return Array(#"{"a":\#(text)}"#.utf8)
    }
    #expect(throws: Never.self) { try JSONReader.members(of: nested(JSONReader.maximumDepth)) }
    let failure = #expect(throws: JSONFailure.self) { try JSONReader.members(of: nested(JSONReader.maximumDepth + 1)) }
    #expect(failure?.reason == .tooDeep)
    #expect(throws: JSONFailure.self) {
      try JSONReader.members(of: Array(#"{"a":"#.utf8) + [UInt8](repeating: 0x5B, count: 1_000_000))
    }
  }

  @Test("Members are found where they stand")
  func members() throws {
    let json = Array(#"{ "a" : "x\"" , "b":[1,"]"],"c":{"d":"}"}, "e":-1.5, "f":true,"g":null }"#.utf8)
    let members = try JSONReader.members(of: json)
    let found = members.map { (Array(json[$0.name]).text, Array(json[$0.value]).text, $0.kind) }
    let expected: [(String, String, JSONMember.Kind)] = [
      (#""a""#, #""x\"""#, .string), (#""b""#, #"[1,"]"]"#, .array), (#""c""#, #"{"d":"}"}"#, .object),
      (#""e""#, "-1.5", .number), (#""f""#, "true", .boolean), (#""g""#, "null", .null),
    ]
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
  }

  @Test(
    "Escapes are resolved; half a surrogate pair is treated like bytes that are not UTF-8",
    arguments: [
      (#""""#, "", ""), (#""a\/\\\"b""#, "a/\\\"b", "a/\\\"b"),
      (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t", "\u{8}\u{C}\n\r\t"),
      (#""\u0628\u064a\u0631\u0646\u0632""#, "بيرنز", "بيرنز"), (#""\uD834\uDD1e""#, "𝄞", "𝄞"),
      (#""a\ud834b""#, "a\u{FFFD}b", "ab"), (#""\udd1e\ud834""#, "\u{FFFD}\u{FFFD}", ""),
      (#""\ud834\u0041""#, "\u{FFFD}A", "A"), (#""\ud834\ud834\udd1e""#, "\u{FFFD}𝄞", "𝄞"),
      (#""\ud834""#, "\u{FFFD}", ""),
    ])
  func strings(_ json: String, _ replaced: String, _ skipped: String) throws {
    let bytes = Array(json.utf8)
    let all = 0..<bytes.count
    #expect(try JSONReader.string(at: all, in: bytes).text == replaced)
    #expect(try JSONReader.string(at: all, in: bytes, onInvalid: .skip).text == skipped)
    if replaced == skipped {
      #expect(try JSONReader.string(at: all, in: bytes, onInvalid: .fail).text == replaced)
    } else {
      let failure = #expect(throws: JSONFailure.self) { try JSONReader.string(at: all, in: bytes, onInvalid: .fail) }
      #expect(failure?.reason == .loneSurrogate)
    }
  }
}

@Suite("JSON that is written")
struct JSONWriterTests {
  @Test(
    "escapes what would break a line and nothing else",
    arguments: [
      ("", #""""#), ("وليام بيرنز", #""وليام بيرنز""#), ("a\"b\\c/", #""a\"b\\c/""#),
      ("\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}", #""\u0000\b\t\n\u000b\f\r\u001f\u007f""#),
      ("\u{80}\u{85}\u{9F}\u{A0}é", "\"\\u0080\\u0085\\u009f\u{A0}é\""),
      ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""), ("𝄞€", "\"𝄞€\""),
    ])
  func escapes(_ text: String, _ json: String) {
    var out: [UInt8] = []
    JSONWriter.append(text, to: &out)
    #expect(out.text == json)
  }

  @Test("Random strings come back as they were, through the writer, the reader and a line")
  func roundTrip() throws {
    var random = TestRandom(state: 7)
    let planes: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0xFF, 0x600...0x6FF, 0x2000...0x206F, 0x1F300...0x1F64F]
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let plane = planes[Int.random(in: 0..<planes.count, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: plane, using: &random)) { text.unicodeScalars.append(scalar) }
      }
      var line = Array(#"{"k":"#.utf8)
      JSONWriter.append(text, to: &line)
      line.append(UInt8(ascii: "}"))
      #expect(!line.contains { $0 < 0x20 })
      let members = try JSONReader.members(of: line)
      let member = try #require(members.first)
      #expect(Array(text.utf8) == (try JSONReader.string(at: member.value, in: line, onInvalid: .fail)))
    }
  }

  @Test("Numbers are short and need no locale")
  func numbers() {
    let doubles: [(Double, String)] = [
      (0, "0"), (-0.0, "-0"), (1, "1"), (0.98, "0.98"), (-1.5, "-1.5"), (1e300, "1e+300"),
      (.leastNonzeroMagnitude, "5e-324"),
      (.nan, "null"), (.infinity, "null"), (0.1 + 0.2, "0.30000000000000004"),
    ]
    for (value, json) in doubles {
      var out: [UInt8] = []
      JSONWriter.append(value, to: &out)
      #expect(out.text == json)
    }
    let integers: [(Int, String)] = [
      (0, "0"), (-7, "-7"), (1_234, "1234"), (.max, "\(Int.max)"), (.min, "\(Int.min)"),
    ]
    for (value, json) in integers {
      var out: [UInt8] = []
      JSONWriter.append(value, to: &out)
      #expect(out.text == json)
    }
    var out: [UInt8] = []
    JSONWriter.append(Float(0.98), to: &out)
    #expect(out.text == "0.98")
  }
}

@Suite("Parts of JSON")
struct JSONPartTests {
  private let line = Array(#"{"a":[1,"x",{"b":[]},[2]],"c":{"d":null,"e":"y"},"f":[]}"#.utf8)

  private func text(_ range: Range<Int>) -> String { line[range].map { $0 }.text }

  @Test("The values within a value are found by their offsets in the whole line")
  func parts() throws {
    let members = try JSONReader.members(of: line)
    let elements = try JSONReader.elements(of: line, in: members[0].value)
    #expect(elements.map { text($0.value) } == ["1", #""x""#, #"{"b":[]}"#, "[2]"])
    #expect(elements.map(\.kind) == [.number, .string, .object, .array])
    let inner = try JSONReader.members(of: line, in: members[1].value)
    #expect(inner.map { text($0.range) } == [#""d":null"#, #""e":"y""#])
    #expect(try JSONReader.elements(of: line, in: members[2].value).isEmpty)
    #expect(try JSONReader.members(of: line, in: elements[2].value).map(\.kind) == [.array])
  }

  @Test("What is no array or object, or is more than one, is refused with its place")
  func refused() throws {
    let members = try JSONReader.members(of: line)
    let cases: [(Range<Int>, JSONFailure)] = [
      (members[1].value, JSONFailure(byte: members[1].value.lowerBound, reason: .notAnArray)),
      (5..<8, JSONFailure(byte: 8, reason: .endsEarly)), (5..<28, JSONFailure(byte: 25, reason: .trailingBytes)),
      (9..<9, JSONFailure(byte: 9, reason: .endsEarly)), (0..<0, JSONFailure(byte: 0, reason: .endsEarly)),
      (500..<900, JSONFailure(byte: line.count, reason: .endsEarly)),
    ]
    for (range, expected) in cases {
      #expect(throws: expected) { try JSONReader.elements(of: line, in: range) }
    }
    #expect(throws: JSONFailure(byte: 5, reason: .notAnObject)) { try JSONReader.members(of: line, in: 5..<25) }
  }
}
