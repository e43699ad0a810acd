import Foundation
import Glibc
import Testing

@Suite("naqhara, its help and its refusals")
struct UsageTests {
  private static let commands = [
    [], ["tag"], ["transliterate"], ["match"], ["normalize"], ["segment"], ["inspect"], ["bench"], ["lexicon"],
    ["lexicon", "compile"],
    ["lexicon", "check"], ["lexicon", "inspect"], ["lexicon", "lookup"], ["lexicon", "import"],
    ["lexicon", "import", "geonames"], ["lexicon", "import", "wikidata"], ["lexicon", "import", "jrc-names"],
    ["lexicon", "import", "opensanctions"], ["lexicon", "import", "csv"],
  ]

  /// `NAQHARA_WRITE_SNAPSHOTS=1 swift test --filter UsageTests` writes them anew; look at the difference before you commit it.
  @Test("The help of each command is as it was", arguments: commands)
  func help(command: [String]) throws {
    let result = try Tool.run(command + ["--help"])
    #expect(result.status == 0 && result.messages == "")
    let name = (["naqhara"] + command).joined(separator: "-")
    let path = Folder.repository("Tests/ToolTests/Snapshots/\(name).txt")
    // The number of tasks is that of this machine's cores.
    let text = result.text.replacing(/(same time\.\s+\(default: )\d+/) { "\($0.output.1)cores" }
    if getenv("NAQHARA_WRITE_SNAPSHOTS") != nil { try Folder.write(Array(text.utf8), to: path) }
    let expected = String(decoding: try Folder.read(path), as: UTF8.self)
    #expect(text == expected, "the help differs from \(path)")
  }

  @Test("Every command's help shows how it is used by examples", arguments: commands.filter { $0.count == 1 })
  func examples(command: [String]) throws {
    let text = try Tool.run(command + ["--help"]).text
    let examples = try #require(text.firstRange(of: "EXAMPLES:"))
    let usage = try #require(text.firstRange(of: "USAGE:"))
    #expect(examples.lowerBound < usage.lowerBound)
    #expect(text[examples.upperBound..<usage.lowerBound].contains("naqhara \(command[0])"))
  }

  @Test("No line of help is wider than a terminal of 80 columns", arguments: commands)
  func width(command: [String]) throws {
    for line in try Tool.run(command + ["--help"]).lines where !line.contains("naqhara ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(
    "A wrong use exits with 64, says what is wrong, and writes nothing",
    arguments: [
      ["--frob"], ["frob"], ["tag", "--frob"], ["tag", "--format", "nope"], ["tag", "--offsets", "bytes"],
      ["tag", "--input", "pdf"],
      ["tag", "--jobs", "0"], ["tag", "--jobs", "x"], ["tag", "--on-invalid", "ignore"], ["tag", "-o"],
      ["transliterate", "--top", "0"],
      ["transliterate", "--top", "65"], ["transliterate", "--to", "xx"], ["transliterate", "--to", "ko"],
      ["transliterate", "--scheme", "no-such"], ["transliterate", "--scheme", "ala-lc", "--to", "ar"],
      ["transliterate", "--scheme", "buckwalter", "--from", "ru"],
      ["transliterate", "--scheme", "ala-lc", "--top", "2"], ["transliterate", "--capitals"],
      ["transliterate", "--from", "xx"],
      ["match", "Putin"], ["match", "--pairs", "x", "Putin"],
      ["normalize", "--profile", "x"], ["segment", "--unit", "letter"], ["lexicon", "compile"], ["lexicon", "frob"],
      ["lexicon", "lookup"],
      ["bench"], ["bench", "--rounds", "0", "x"],
    ])
  func wrongUse(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("Error: ") && result.messages.contains("--help"))
  }

  @Test(
    "What cannot start exits with 2 and one message",
    arguments: [
      ["tag", "/proc/naqhara-none"], ["transliterate", "/proc/naqhara-none"],
      ["match", "--pairs", "/proc/naqhara-none"], ["normalize", "/proc/naqhara-none"],
      ["segment", "/proc/naqhara-none"],
      ["inspect", "/proc/naqhara-none"], ["bench", "/proc/naqhara-none"], ["lexicon", "check", "/proc/naqhara-none"],
      ["lexicon", "inspect", "/proc/naqhara-none"],
      ["lexicon", "compile", "/proc/naqhara-none", "-o", "/dev/null"], ["tag", "--lexicon", "/proc/naqhara-none"],
      ["transliterate", "--lexicon", "/proc/naqhara-none"], ["inspect", "--lexicon", "/proc/naqhara-none"],
      ["lexicon", "lookup", "--lexicon", "/proc/naqhara-none", "x"],
      ["tag", "-o", "/proc/naqhara-none/x"], ["tag", "--errors", "/proc/naqhara-none/x"], ["tag", "--lexicon", "/tmp"],
      ["tag", "--lexicon", "/dev/null"],
      ["bench", "/dev/null"],
    ])
  func cannotStart(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("naqhara: ") && result.lines.count <= 1)
    #expect(result.messages.contains(arguments.first { $0.hasPrefix("/") } ?? "") || arguments.contains("/dev/null"))
  }

  @Test("The version tells its own, ICU's, and the lexicon's")
  func version() throws {
    let result = try Tool.run(["--version"])
    #expect(result.status == 0 && result.messages == "")
    #expect(result.lines.count >= 3)
    #expect(result.lines[0].wholeMatch(of: /naqhara \d+\.\d+\.\d+/) != nil)
    #expect(result.lines[1].wholeMatch(of: /ICU \d+(\.\d+)*, Unicode \d+(\.\d+)*, CLDR \d+(\.\d+)*/) != nil)
    #expect(result.lines[2].firstMatch(of: /lexicon [0-9a-f]{16}, \d+ rows, \d+ names/) != nil)
  }

  @Test("Without a command the help is shown")
  func noCommand() throws {
    #expect(try Tool.run([]).text == Tool.run(["--help"]).text)
  }

  @Test("Completions can be made for each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try Tool.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.text.contains("transliterate"))
  }

  @Test("bench measures and says how much")
  func bench() throws {
    let folder = try Folder()
    try folder.file("a.txt", String(repeating: "قال بوتين في موسكو.\n", count: 50))
    let result = try Tool.run(["bench", "--rounds", "2", "a.txt"], in: folder)
    #expect(result.status == 0 && result.messages == "")
    #expect(result.lines.first?.hasPrefix("50 documents") == true)
    #expect(result.text.contains("ICU") && result.text.contains("MB/s"))
    let json = try Tool.run(["bench", "--rounds", "1", "--json", "a.txt"], in: folder)
    let report = try JSONDecoder().decode(BenchReport.self, from: Data(json.text.utf8))
    #expect(report.documents == 50 && report.bytes == 50 * 34 && report.memory > 0 && report.load > 0)
    #expect(report.rows.count == 16 && report.rows.allSatisfy { $0.seconds > 0 && $0.count > 0 })
    #expect(Set(report.rows.filter { $0.name.hasSuffix("word boundaries") }.map(\.count)).count == 1)
  }
}

/// What `bench --json` prints.
private struct BenchReport: Decodable {
  struct Row: Decodable {
    let name: String
    let seconds: Double
    let count: Int
  }

  let documents: Int
  let bytes: Int
  let memory: Int
  let load: Double
  let rows: [Row]
}
