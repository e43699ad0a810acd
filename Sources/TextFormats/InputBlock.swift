import TextModel

/// A stretch of a file that holds whole records, not yet taken apart.
public struct InputBlock: Sendable {
  enum Content: Sendable {
    case text([UInt8])
    case lines([UInt8])
    case objects([UInt8])
    case rows([UInt8], TableColumns)
    case archive([UInt8])
    case failure(RecordFailure)
  }

  /// Where the block begins.
  public let start: SourcePosition
  let content: Content
  let options: InputOptions

  /// How many bytes of the file the block holds; 0 for a record that was passed over.
  public var byteCount: Int {
    switch content {
    case .text(let bytes), .lines(let bytes), .objects(let bytes), .rows(let bytes, _), .archive(let bytes):
      bytes.count
    case .failure: 0
    }
  }

  /// The records in order.
  public func records() -> [InputRecord] {
    switch content {
    case .failure(let failure): return [InputRecord(position: failure.position, document: .failure(failure))]
    case .text(let bytes): return [record(bytes, id: start.source, at: start)]
    case .rows(let bytes, let columns): return bytes.withUnsafeBytes { columns.records(of: $0, at: start) }
    case .archive(let bytes): return bytes.withUnsafeBytes { WARCRecord.records(of: $0, at: start, options) }
    case .lines(let bytes):
      let prefix = start.source == ByteSource.standardInputName ? "" : start.source + ":"
      var records: [InputRecord] = []
      bytes.withUnsafeBytes { block in
        records.reserveCapacity(block.countOfLineBreaks + 1)
        forEachLine(of: block) { line, position in
          records.append(
            isTooLong(line.count, at: position) ?? record([UInt8](line), id: prefix + "\(position.line)", at: position))
        }
      }
      return records
    case .objects(let bytes):
      var records: [InputRecord] = []
      var members: [JSONMember] = []
      let fields = JSONFields(options)
      bytes.withUnsafeBytes { block in
        forEachLine(of: block) { line, position in
          guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return }
          records.append(
            isTooLong(line.count, at: position) ?? fields.record(line, at: position, members: &members))
        }
      }
      return records
    }
  }

  private func forEachLine(
    of block: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, SourcePosition) -> Void
  ) {
    var position = start
    var index = 0
    while index < block.count {
      let end = block.firstIndex(of: 0x0A, from: index) ?? block.count
      let hasReturn = end > index && block[end - 1] == 0x0D
      body(block.part(index..<(hasReturn ? end - 1 : end)), position)
      position.line += 1
      position.byte += end + 1 - index
      index = end + 1
    }
  }

  private func isTooLong(_ count: Int, at position: SourcePosition) -> InputRecord? {
    guard count > options.maximumRecordCount else { return nil }
    let failure = RecordFailure(position: position, reason: .tooLong(maximum: options.maximumRecordCount))
    return InputRecord(position: position, document: .failure(failure))
  }

  private func record(_ bytes: [UInt8], id: String, at position: SourcePosition) -> InputRecord {
    do throws(Document.Failure) {
      let document = try Document(id: id, bytes: bytes, onInvalid: options.onInvalid)
      return InputRecord(position: position, document: .success(document))
    } catch {
      return InputRecord(position: position, document: .failure(RecordFailure(error, at: position)))
    }
  }
}

extension RecordFailure {
  /// A document's failure; its offsets count from `position`.
  init(_ failure: Document.Failure, at position: SourcePosition) {
    switch failure {
    case .tooLong: self.init(position: position, reason: .tooLong(maximum: Document.maximumCount))
    case .invalidUTF8(let place):
      let position = SourcePosition(
        source: position.source, line: position.line + place.line - 1, byte: position.byte + place.byte)
      self.init(position: position, reason: .invalidUTF8)
    }
  }
}
