import TextModel

/// A record of a web archive (ISO 28500, WARC 1.1): a head of named fields, an empty line, and so many bytes as the head says.
enum WARCRecord {
  /// With what each record begins.
  static let magic = [UInt8]("WARC/1.".utf8)
  /// How long a head may be.
  private static let maximumHeadCount = 64 << 10

  /// The fields that are asked for.
  struct Head {
    /// What begins where: both counted from the line breaks before the record.
    var contentStart = 0
    var contentCount = 0
    var recordEnd: Int { contentStart + contentCount }
    var type = ""
    var contentType = ""
    var url = ""
    var identifier = ""
    var date = ""
    var language = ""

    /// Whether the content is plain text.
    var isText: Bool { type == "conversion" || type == "resource" && contentType.hasPrefix("text/plain") }

    enum Reading {
      /// Nothing but line breaks.
      case nothing
      case incomplete
      case malformed(ArchiveProblem)
      case whole(Head)
    }

    /// Reads the head with which some bytes begin, behind the line breaks of the record before.
    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
      let start = bytes.prefix { $0 == 0x0D || $0 == 0x0A }.count
      guard start < bytes.count else { return .nothing }
      let beginning = bytes.part(start..<min(start + magic.count, bytes.count))
      guard magic.starts(with: beginning) else { return .malformed(.noRecord) }
      guard beginning.count == magic.count else { return .incomplete }
      var head = Head()
      var hasLength = false
      var index = start
      var isFirst = true
      while let end = bytes.firstIndex(of: 0x0A, from: index), end - start <= maximumHeadCount {
        var line = bytes.part(index..<end)
        if line.last == 0x0D { line = line.part(0..<line.count - 1) }
        index = end + 1
        if line.isEmpty {
          head.contentStart = index
          let isTooLong = head.contentStart.addingReportingOverflow(head.contentCount).overflow
          return hasLength && !isTooLong ? .whole(head) : .malformed(.noLength)
        }
        if !isFirst { head.take(line, &hasLength) }
        isFirst = false
      }
      return bytes.count - start > maximumHeadCount ? .malformed(.longHead) : .incomplete
    }

    private mutating func take(_ line: UnsafeRawBufferPointer, _ hasLength: inout Bool) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
      let name = String(decoding: line.part(0..<colon), as: UTF8.self).lowercased()
      let value = String(
        decoding: line.part(colon + 1..<line.count).drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
      switch name {
      case "content-length":
        guard let count = Int(value), count >= 0 else { return }
        contentCount = count
        hasLength = true
      case "content-type": contentType = value.lowercased()
      case "warc-type": type = value.lowercased()
      case "warc-target-uri": url = value
      case "warc-record-id": identifier = value
      case "warc-date": date = value
      case "warc-identified-content-language": language = value
      default: break
      }
    }
  }

  /// The documents of whole records: those of plain text.
  ///
  /// A document's id is the address of the page, or that of the record where there is none; its date and languages are members
  /// beside it.
  static func records(
    of block: UnsafeRawBufferPointer, at start: SourcePosition, _ options: InputOptions
  ) -> [InputRecord] {
    var records: [InputRecord] = []
    var position = start
    var index = 0
    while case .whole(let head) = Head.read(block.part(index..<block.count)), index + head.recordEnd <= block.count {
      let before = block.part(index..<index + head.contentStart)
      let content = block.part(index + head.contentStart..<index + head.recordEnd)
      position.line += before.countOfLineBreaks
      position.byte += before.count
      if head.isText { records.append(record([UInt8](content), head, at: position, options)) }
      position.line += content.countOfLineBreaks
      position.byte += content.count
      index += head.recordEnd
    }
    return records
  }

  private static func record(
    _ bytes: [UInt8], _ head: Head, at position: SourcePosition, _ options: InputOptions
  ) -> InputRecord {
    var json: [UInt8] = []
    for (name, value) in [("date", head.date), ("language", head.language)] where !value.isEmpty {
      if !json.isEmpty { json.append(UInt8(ascii: ",")) }
      JSONWriter.append(name, to: &json)
      json.append(UInt8(ascii: ":"))
      JSONWriter.append(value, to: &json)
    }
    do throws(Document.Failure) {
      let document = try Document(
        id: head.url.isEmpty ? head.identifier : head.url, bytes: bytes, onInvalid: options.onInvalid)
      return InputRecord(
        position: position, document: .success(document), members: KeptMembers(json: json, hasNumericID: false))
    } catch {
      return InputRecord(position: position, document: .failure(RecordFailure(error, at: position)))
    }
  }
}

/// What is wrong with a web archive.
public enum ArchiveProblem: String, Hashable, Sendable {
  /// Something else stands where a record should begin.
  case noRecord = "it does not begin with WARC/1."
  /// The head says not how long the record is.
  case noLength = "its head has no Content-Length"
  /// The head does not end.
  case longHead = "its head is too long"
  /// The file ends within the record.
  case endsEarly = "the file ends within it"
}
