import Testing
import TextModel
import UnicodeText

/// UAX #15 by NormalizationTest.txt, and full case folding by CaseFolding.txt.
@Suite struct NormalizationConformanceTests {
  @Test(arguments: [UnicodeNormalizer.Form.nfc, .nfd, .nfkc, .nfkd])
  func everyLine(form: UnicodeNormalizer.Form) throws {
    let normalizer = try UnicodeNormalizer(form)
    let lines = try UnicodeFile.lines("NormalizationTest.txt.bz2")
    var count = 0
    var listed: Set<UInt32> = []
    var isPart1 = false
    for line in lines {
      if line.hasPrefix("@") {
        isPart1 = line.hasPrefix("@Part1")
        continue
      }
      let columns = line.split(separator: ";").prefix(5).map { UnicodeFile.scalars($0) }
      try #require(columns.count == 5, "\(line)")
      if isPart1, let scalar = columns[0].unicodeScalars.first { listed.insert(scalar.value) }
      // Which of the columns 2 to 5 each of the five becomes.
      let targets =
        switch form {
        case .nfc: [1, 1, 1, 3, 3]
        case .nfd: [2, 2, 2, 4, 4]
        case .nfkc: [3, 3, 3, 3, 3]
        case .nfkd, .nfkcCasefold: [4, 4, 4, 4, 4]
        }
      for (column, target) in zip(columns, targets) {
        let bytes = Array(column.utf8)
        let normalized = try normalizer.normalize(bytes)
        let expected = Array(columns[target].utf8)
        try #require(normalized.bytes == expected, "\(line)")
        try #require(normalized.alignment.sourceCount == bytes.count, "\(line)")
        try #require(normalized.alignment.targetCount == expected.count, "\(line)")
        try #require(bytes.withUnsafeBufferPointer { normalizer.isNormalized($0) } == (bytes == expected), "\(line)")
      }
      count += 1
    }
    #expect(count > 19_000)
    // Characters that part 1 does not list stay as they are.
    var changed: [UInt32] = []
    for value in UInt32(0)..<0x110000 where !listed.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      bytes.withUnsafeBufferPointer { if !normalizer.isNormalized($0) { changed.append(value) } }
    }
    #expect(changed.isEmpty)
  }

  @Test(arguments: ["", "tr"])
  func caseFolding(locale: String) throws {
    // Code point; status; mapping; Turkic mappings (T) come beside the common (C) and full (F) ones.
    var mappings: [UInt32: String] = [:]
    for line in try UnicodeFile.lines("CaseFolding.txt") {
      let fields = line.split(separator: ";").map { $0.filter { $0 != " " } }
      try #require(fields.count >= 3, "\(line)")
      guard let value = UInt32(fields[0], radix: 16) else { continue }
      let mapping = UnicodeFile.scalars(line.split(separator: ";")[2])
      switch fields[1] {
      case "C", "F": if mappings[value] == nil { mappings[value] = mapping }
      case "T": if locale == "tr" { mappings[value] = mapping }
      default: break
      }
    }
    #expect(mappings.count > 1_400)
    let mapper = CaseMapper(.fold, locale: locale)
    var wrong: [UInt32] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let source = String(Character(scalar))
      let folded = try mapper.map(Array(source.utf8))
      if folded.bytes != Array((mappings[value] ?? source).utf8) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }
}
