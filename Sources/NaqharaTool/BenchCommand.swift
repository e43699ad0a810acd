import ArgumentParser
import Glibc
import Naqhara

/// `naqhara bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures what each stage costs on your own text, beside ICU on the same bytes.",
    discussion: """
      Every row is run once a round, in turn, on one thread; the medians are printed. Counts are compared: a row that finds \
      something else in another round, or other boundaries than ICU, is an error.

      EXAMPLES:
        naqhara bench news.txt
        naqhara bench --rounds 9 --input text article.txt
      """)

  @Argument(help: "A text; - for standard input.")
  var file: String

  @Option(help: ArgumentHelp("What one document is, as for tag.", valueName: "format"))
  var input: InputFormat = .lines

  @Option(help: ArgumentHelp("How often each row is run.", valueName: "number"))
  var rounds = 5

  @Option(help: ArgumentHelp("hybrid or lexicon: what decides which names are meant.", valueName: "mode"))
  var mode: RecognitionMode = .hybrid

  @Flag(help: "Print one JSON object, for programs.")
  var json = false

  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    guard (1...1000).contains(rounds) else { throw ValidationError("--rounds takes 1 to 1000") }
  }

  func run() throws {
    try startOrExit {
      let documents = try readDocuments()
      let byteCount = documents.reduce(0) { $0 + $1.bytes.count }
      guard byteCount > 0 else { throw CleanMessage("\(file) is empty: nothing to measure") }
      let clock = ContinuousClock()
      let start = clock.now
      let lexicon = try lexicons.load()
      let load = (clock.now - start).inSeconds
      var rows = try makeRows(lexicon)
      let utf16 = documents.map { Array(String(decoding: $0.bytes, as: UTF8.self).utf16) }
      for _ in 0..<rounds {
        for index in rows.indices { try rows[index].measure(documents, utf16) }
      }
      for boundaries in Set(rows.compactMap(\.boundaries)) {
        let counts = rows.filter { $0.boundaries == boundaries }.map(\.count)
        guard Set(counts).count == 1 else {
          throw CleanMessage("the \(boundaries) boundaries differ from ICU's: \(counts)")
        }
      }
      let report = Report(documentCount: documents.count, byteCount: byteCount, rounds: rounds, load: load, rows: rows)
      print(json ? report.json : report.text)
    }
  }

  private func readDocuments() throws -> [Document] {
    var options = InputOptions()
    options.format = input
    let reader = try DocumentReader(path: file, options: options)
    var documents: [Document] = []
    while let batch = try reader.nextBatch() { for record in batch { documents.append(try record.document.get()) } }
    return documents
  }

  /// Those that count the boundaries of words or sentences, by ICU and by ours.
  private func makeBoundaryRows(_ kind: BreakIterator.Kind, _ name: String) throws -> [Row] {
    let icu = try BreakIterator(kind)
    let segmenter = try BreakTable.shared(kind).makeSegmenter()
    return [
      Row(name: "ICU \(name) boundaries (UTF-16)", boundaries: name) { _, units in
        var count = 0
        try units.withUnsafeBufferPointer { try icu.boundaries(inUTF16: $0) { _, _ in count += 1 } }
        return count
      },
      Row(name: "ICU \(name) boundaries (UTF-8)", boundaries: name) { document, _ in
        var count = 0
        try document.bytes.withUnsafeBufferPointer { try icu.boundaries(in: $0) { _, _ in count += 1 } }
        return count
      },
      Row(name: "\(name) boundaries", boundaries: name) { document, _ in
        var count = 0
        try document.bytes.withUnsafeBufferPointer { try segmenter.forEachSegment(in: $0) { _, _, _ in count += 1 } }
        return count
      },
    ]
  }

  private func makeRows(_ lexicon: EntityLexicon) throws -> [Row] {
    let compatibility = try UnicodeNormalizer(.nfkc)
    let casefold = try UnicodeNormalizer(.nfkcCasefold)
    let normalizer = try TextNormalizer(.search)
    let stages = try Recognizer.stages(lexicon: lexicon, usesModel: mode == .hybrid)
    let worker = try Pipeline(stages: stages).makeWorker()
    let writer = OutputFormat.jsonl.makeWriter()
    var annotations = Annotations()
    var output: [UInt8] = []
    var edits = Alignment.Builder()
    var rows = try makeBoundaryRows(.word, "word") + makeBoundaryRows(.sentence, "sentence")
    for (name, icu) in [("NFKC", compatibility), ("NFKC_Casefold", casefold)] {
      rows.append(
        Row(name: "ICU \(name)") { document, _ in
          output.removeAll(keepingCapacity: true)
          edits.removeAll()
          try document.bytes.withUnsafeBufferPointer { try icu.normalize($0, into: &output, edits: &edits) }
          return output.count
        })
    }
    rows += [
      Row(name: "normalization (search)") { document, _ in
        output.removeAll(keepingCapacity: true)
        document.bytes.withUnsafeBufferPointer { normalizer.append($0, to: &output) }
        return output.count
      }
    ]
    // Each stage needs what the ones before it found, so it is measured with them.
    for count in 1...stages.count {
      let worker = try Pipeline(stages: Array(stages.prefix(count))).makeWorker()
      rows.append(
        Row(name: stages.prefix(count).map(\.name).joined(separator: " + ")) { document, _ in
          annotations.removeAll()
          try worker.process(document, &annotations)
          return annotations.tokens.count + annotations.entities.count
        })
    }
    rows.append(
      Row(name: "tag to JSONL") { document, _ in
        annotations.removeAll()
        output.removeAll(keepingCapacity: true)
        try worker.process(document, &annotations)
        writer.append(document, annotations, to: &output)
        return output.count
      })
    return rows
  }

  private struct Row {
    let name: String
    /// Of what it counts the boundaries; all such rows must find as many.
    let boundaries: String?
    let work: (Document, [UInt16]) throws -> Int
    var times: [Double] = []
    var count = 0

    init(name: String, boundaries: String? = nil, work: @escaping (Document, [UInt16]) throws -> Int) {
      self.name = name
      self.boundaries = boundaries
      self.work = work
    }

    var median: Double { times.sorted()[times.count / 2] }

    mutating func measure(_ documents: [Document], _ utf16: [[UInt16]]) throws {
      let clock = ContinuousClock()
      let start = clock.now
      var found = 0
      for index in documents.indices { found += try work(documents[index], utf16[index]) }
      times.append((clock.now - start).inSeconds)
      guard times.count == 1 || found == count else { throw CleanMessage("“\(name)” found \(count), then \(found)") }
      count = found
    }
  }

  private struct Report {
    let documentCount: Int
    let byteCount: Int
    let rounds: Int
    /// Seconds until the lexicon could be asked.
    let load: Double
    let rows: [Row]

    private var peakMemory: Int {
      var usage = rusage()
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss
    }

    var text: String {
      let reference = rows.first?.median ?? 1
      var lines = ["\(documentCount) documents, \(byteCount) bytes, medians of \(rounds) rounds, one thread"]
      lines.append("MB/s\tagainst ICU words\tcount\t")
      for row in rows {
        let speed = Double(byteCount) / 1e6 / row.median
        lines.append("\(fixed(speed, 1))\t\(fixed(reference / row.median, 2))\t\(row.count)\t\(row.name)")
      }
      lines.append("lexicon ready after \(fixed(load * 1e3, 1)) ms")
      lines.append("peak memory \(peakMemory / 1024) MiB, the documents among it")
      return lines.joined(separator: "\n")
    }

    /// Seconds, bytes, and KiB of memory.
    var json: String {
      let rows = rows.map { row in
        var name: [UInt8] = []
        JSONWriter.append(row.name, to: &name)
        return "{\"name\":\(String(decoding: name, as: UTF8.self)),\"seconds\":\(row.median),\"count\":\(row.count)}"
      }
      return
        "{\"documents\":\(documentCount),\"bytes\":\(byteCount),\"rounds\":\(rounds),\"load\":\(load),\"memory\":\(peakMemory),\"rows\":[\(rows.joined(separator: ","))]}"
    }

    private func fixed(_ value: Double, _ digits: Int) -> String {
      let scale = digits == 1 ? 10.0 : 100.0
      let scaled = Int((min(value, 1e12) * scale).rounded())
      let fraction = String(scaled % Int(scale))
      return "\(scaled / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
  }
}

extension Duration {
  fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// An error that is its own message.
struct CleanMessage: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
