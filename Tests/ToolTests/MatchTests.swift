import Foundation
import Testing

@Suite("naqhara match")
struct MatchTests {
  /// A line of `--format jsonl`.
  private struct Match: Decodable {
    let first: String
    let second: String
    let probability: Double

    init(_ line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }
  }

  @Test("Two names give one number")
  func twoNames() throws {
    let same = try Tool.run(["match", "قاسم سليماني", "Kassem Suleimani"])
    #expect(same.status == 0 && same.messages == "")
    #expect(same.lines.count == 1)
    #expect(try #require(Double(same.lines[0])) > 0.5)
    let other = try Tool.run(["match", "Vladimir Putin", "فولوديمير زيلينسكي"])
    #expect(try #require(Double(other.lines[0])) < 0.3)
    #expect(try Tool.run(["match", "Putin", "Putin"]).text == "1\n")
  }

  @Test("More names give a line for each pair")
  func pairs() throws {
    let names = ["Путин", "Putin", "Macron"]
    let text = try Tool.run(["match"] + names).lines.map { $0.split(separator: "\t").map(String.init) }
    #expect(text.map { Array($0.prefix(2)) } == [["Путин", "Putin"], ["Путин", "Macron"], ["Putin", "Macron"]])
    let objects = try Tool.run(["match", "--format", "jsonl"] + names).lines.map { try Match($0) }
    #expect(objects.map { [$0.first, $0.second] } == text.map { Array($0.prefix(2)) })
    #expect(objects.map(\.probability) == text.compactMap { Double($0[2]) })
  }

  @Test("Pairs are read from standard input or files, and each line is answered by one")
  func lines() throws {
    let folder = try Folder()
    let input = "Путин\tPutin\nno tab\nPutin\tMacron\na\tb\tc\n\t\n"
    try folder.file("pairs.tsv", input)
    let fromInput = try Tool.run("match", input: input)
    #expect(fromInput.status == 1)
    #expect(fromInput.lines.count == 5)
    #expect(fromInput.lines[0].hasPrefix("Путин\tPutin\t"))
    #expect(fromInput.lines[1] == "" && fromInput.lines[3] == "")
    #expect(fromInput.messages.contains("tab"))
    #expect(try Tool.run("match", "--pairs", "pairs.tsv", input: "", in: folder).text == fromInput.text)
    let one = try Tool.run("match", "--jobs", "1", input: String(repeating: "Путин\tPutin\n", count: 500))
    #expect(one.status == 0)
    #expect(
      try Tool.run("match", "--jobs", "4", input: String(repeating: "Путин\tPutin\n", count: 500)).text == one.text)
  }

  @Test("Keys are equal for spellings of one name")
  func keys() throws {
    let keys = try Tool.run(["match", "--key", "Qasem Soleimani", "قاسم سليماني", "Kassem Suleimani"]).lines
    #expect(keys.count == 3 && Set(keys).count == 1)
    #expect(try Tool.run("match", "--key", input: "Qasem Soleimani\n\nPutin\n").lines == [keys[0], "", "btn"])
    #expect(
      try Tool.run(["match", "--key", "--format", "jsonl", "Putin"]).text == "{\"name\":\"Putin\",\"key\":\"btn\"}\n")
  }
}
