import TextModel

/// Makes documents of JSON objects: which member is what.
struct JSONFields {
  private let textField: String
  private let idField: String
  private let textName: [UInt8]
  private let idName: [UInt8]
  private let policy: InvalidUTF8.Policy
  /// The longest id, in bytes as it is written.
  private static let maximumIDCount = 4096
  /// Members that the output writes itself, and which would otherwise stand there twice.
  private static let reserved = [[UInt8]("id".utf8), [UInt8]("entities".utf8)]

  init(_ options: InputOptions) {
    textField = options.textField
    idField = options.idField
    textName = Array(options.textField.utf8)
    idName = Array(options.idField.utf8)
    policy = options.onInvalid
  }

  /// The record of a line; `members` is only there to be used again.
  func record(
    _ line: UnsafeRawBufferPointer, at position: SourcePosition, members: inout [JSONMember]
  ) -> InputRecord {
    do throws(RecordFailure) {
      let (document, kept) = try document(line, at: position, members: &members)
      return InputRecord(position: position, document: .success(document), members: kept, isVerbatim: false)
    } catch {
      return InputRecord(position: position, document: .failure(error), isVerbatim: false)
    }
  }

  private func document(
    _ line: UnsafeRawBufferPointer, at position: SourcePosition, members: inout [JSONMember]
  ) throws(RecordFailure) -> (Document, KeptMembers) {
    if let failure = JSONReader.members(of: line, into: &members) { throw RecordFailure(failure, at: position) }
    var text: JSONMember?
    var id: JSONMember?
    var kept: [UInt8] = []
    for member in members {
      // A name with escapes is rare; one that cannot be decoded is not one of the names wanted.
      let inner = line.part(member.name.lowerBound + 1..<member.name.upperBound - 1)
      let decoded =
        inner.firstIndex(of: 0x5C) != nil
        ? (try? JSONStringDecoder.decode(line, at: member.name, policy: .replace)) ?? [] : nil
      func isNamed(_ name: [UInt8]) -> Bool { decoded.map { $0 == name } ?? inner.equals(name) }
      let isText = isNamed(textName)
      if isText { text = member }
      if isNamed(idName) { id = member }
      if isText || Self.reserved.contains(where: isNamed) { continue }
      if !kept.isEmpty { kept.append(UInt8(ascii: ",")) }
      kept.append(contentsOf: line.part(member.range))
    }
    let idText = try self.id(of: id, line, at: position)
    guard let text, text.kind != .null else {
      throw RecordFailure(position: position, reason: .missingMember(textField))
    }
    guard text.kind == .string else {
      throw RecordFailure(
        position: position.advanced(by: text.value.lowerBound),
        reason: .wrongType(member: textField, expected: "a string", found: text.kind))
    }
    let bytes = try string(text, line, at: position)
    let document = try valid(bytes, id: idText, at: position.advanced(by: text.value.lowerBound))
    let keptDocument = try valid(kept, id: "", at: position)
    return (document, KeptMembers(json: keptDocument.bytes, hasNumericID: id?.kind == .number))
  }

  private func id(
    of member: JSONMember?, _ line: UnsafeRawBufferPointer, at position: SourcePosition
  ) throws(RecordFailure) -> String {
    // A table repeats the id on every row: without a limit, a short text would give gigabytes.
    if let member, member.kind == .string || member.kind == .number, member.value.count > Self.maximumIDCount {
      throw RecordFailure(
        position: position.advanced(by: member.value.lowerBound),
        reason: .wrongType(
          member: idField, expected: "one of at most \(Self.maximumIDCount) bytes", found: member.kind))
    }
    switch member?.kind {
    case .none, .null: return "\(position.line)"
    case .number: return String(decoding: line[member?.value ?? 0..<0], as: UTF8.self)
    case .string:
      guard let member else { return "" }
      return try valid(string(member, line, at: position), id: "", at: position).text
    case .some(let kind):
      throw RecordFailure(
        position: position.advanced(by: member?.value.lowerBound ?? 0),
        reason: .wrongType(member: idField, expected: "a string or a number", found: kind))
    }
  }

  private func string(
    _ member: JSONMember, _ line: UnsafeRawBufferPointer, at position: SourcePosition
  ) throws(RecordFailure) -> [UInt8] {
    do throws(JSONFailure) {
      return try JSONStringDecoder.decode(line, at: member.value, policy: policy)
    } catch {
      throw RecordFailure(error, at: position)
    }
  }

  /// Offsets in a JSON string are not those of the line, so that a failure is placed where the string begins.
  private func valid(_ bytes: [UInt8], id: String, at position: SourcePosition) throws(RecordFailure) -> Document {
    do throws(Document.Failure) {
      return try Document(id: id, bytes: bytes, onInvalid: policy)
    } catch {
      if case .invalidUTF8 = error { throw RecordFailure(position: position, reason: .invalidUTF8) }
      throw RecordFailure(error, at: position)
    }
  }
}

extension SourcePosition {
  fileprivate func advanced(by count: Int) -> SourcePosition {
    SourcePosition(source: source, line: line, byte: byte + count)
  }
}

extension RecordFailure {
  fileprivate init(_ failure: JSONFailure, at position: SourcePosition) {
    self.init(
      position: position.advanced(by: failure.byte),
      reason: failure.reason == .loneSurrogate ? .invalidUTF8 : .json(failure.reason))
  }
}
