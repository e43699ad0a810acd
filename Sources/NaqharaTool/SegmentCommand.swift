import ArgumentParser
import Naqhara

/// `naqhara segment`.
struct SegmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Divides text into characters, words, sentences, or words and their clitics.",
    discussion: """
      Text output has one segment a line; within a segment, line breaks become spaces, and clitics are separated by +.

      EXAMPLES:
        naqhara segment --unit sentence article.txt
        naqhara segment --unit word --format jsonl --offsets utf8 article.txt
        echo 'وللولايات المتحدة' | naqhara segment --unit clitic
      """)

  enum Unit: String, ExpressibleByArgument, CaseIterable { case grapheme, word, sentence, clitic }
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var lexicons: LexiconOptions

  @Option(help: ArgumentHelp("grapheme, word, sentence or clitic.", valueName: "unit"))
  var unit: Unit = .sentence

  @Flag(
    help:
      "Words with the white space between them, and sentences exactly as Unicode's rules have them, without regard to abbreviations and quotations."
  )
  var unicode = false

  @Option(help: ArgumentHelp("text or jsonl, which also gives offsets.", valueName: "format"))
  var format: Format = .text

  @Option(help: ArgumentHelp("The unit of offsets: scalars, utf8 or utf16.", valueName: "unit"))
  var offsets: OffsetUnit = .scalars

  func run() async throws {
    try await startOrExit {
      let (unit, unicode, format, offsets) = (unit, unicode, format, offsets)
      let knowledge = unit == .clitic ? LexiconWordKnowledge(try lexicons.load()) : nil
      let job = RecordJob(
        input: input, inputOptions: input.options(), output: output, sink: try output.makeSink())
      try await job.run {
        let segmenter = try Segmenter(unit, isUnicode: unicode, knowledge: knowledge)
        return { _, document, out in
          let segments = try segmenter.segments(of: document)
          switch format {
          case .text: SegmentText.append(segments, of: document, to: &out)
          case .jsonl: SegmentText.appendObject(segments, of: document, offsets, to: &out)
          }
        }
      }
    }
  }

  /// A piece of the text and, for clitics, its own pieces.
  struct Segment {
    let range: ByteRange
    var parts: [CliticReading.Segment] = []
  }

  /// Divides documents in the way that was asked for; one a task.
  final class Segmenter {
    private let unit: Unit
    private let whole: UnicodeSegmenter?
    private let worker: (any StageWorker)?
    private let clitics: CliticSegmenter
    private var annotations = Annotations()

    init(_ unit: Unit, isUnicode: Bool, knowledge: LexiconWordKnowledge?) throws {
      self.unit = unit
      clitics = CliticSegmenter(knowledge: knowledge)
      switch unit {
      case .grapheme: whole = try UnicodeSegmenter(.grapheme)
      case .word: whole = isUnicode ? try UnicodeSegmenter(.word) : nil
      case .sentence: whole = isUnicode ? try UnicodeSegmenter(.sentence) : nil
      case .clitic: whole = nil
      }
      guard whole == nil else {
        worker = nil
        return
      }
      worker = try Pipeline {
        WordSegmentation()
        if unit == .sentence { SentenceSegmentation() }
        if unit == .clitic { TokenNormalization(.search) }
      }.makeWorker()
    }

    func segments(of document: Document) throws -> [Segment] {
      if let whole { return try whole.segments(in: document).map { Segment(range: $0.range) } }
      annotations.removeAll()
      try worker?.process(document, &annotations)
      switch unit {
      case .sentence: return annotations.sentences.map { Segment(range: $0) }
      case .clitic:
        return annotations.tokens.map { token in
          let reading = clitics.readings(of: token, in: document, annotations).first
          return Segment(range: token.range, parts: reading?.segments ?? [])
        }
      default: return annotations.tokens.map { Segment(range: $0.range) }
      }
    }
  }
}

/// Writes segments.
private enum SegmentText {
  static func append(_ segments: [SegmentCommand.Segment], of document: Document, to out: inout [UInt8]) {
    for segment in segments {
      let ranges = segment.parts.isEmpty ? [segment.range] : segment.parts.map(\.range)
      for (index, range) in ranges.enumerated() {
        if index > 0 { out.append(UInt8(ascii: "+")) }
        for byte in document.bytes[range.lowerBound..<range.upperBound] {
          out.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        }
      }
      out.append(0x0A)
    }
  }

  static func appendObject(
    _ segments: [SegmentCommand.Segment], of document: Document, _ unit: OffsetUnit, to out: inout [UInt8]
  ) {
    var converter = OffsetConverter(to: unit)
    func append(_ text: String) { out += Array(text.utf8) }
    func appendPlace(_ range: ByteRange) {
      let original = unit == .utf8 ? document.originalRange(of: range) : range
      let place =
        unit == .utf8 ? original.lowerBound..<original.upperBound : converter.convert(range, in: document.bytes)
      append("{\"start\":\(place.lowerBound),\"end\":\(place.upperBound),\"text\":")
      JSONWriter.append(document.text(at: range), to: &out)
    }
    append("{\"id\":")
    JSONWriter.append(document.id, to: &out)
    append(",\"segments\":[")
    for (index, segment) in segments.enumerated() {
      if index > 0 { append(",") }
      appendPlace(segment.range)
      if segment.parts.count > 1 {
        append(",\"parts\":[")
        for (index, part) in segment.parts.enumerated() {
          if index > 0 { append(",") }
          appendPlace(part.range)
          append(",\"kind\":\"\(part.kind.rawValue)\",\"form\":")
          JSONWriter.append(part.form, to: &out)
          append("}")
        }
        append("]")
      }
      append("}")
    }
    append("]}\n")
  }
}
