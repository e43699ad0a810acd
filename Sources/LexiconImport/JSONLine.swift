import TextFormats
import TextModel

/// Looks into one line of JSON by the names of members; nothing is decoded that is not asked for.
enum JSONLine {
  /// The member of a name. Names with escapes are not found: the sources have none.
  static func member(_ name: StaticString, of members: [JSONMember], in line: [UInt8]) -> JSONMember? {
    members.last { member in
      name.withUTF8Buffer { line[member.name.lowerBound + 1..<member.name.upperBound - 1].elementsEqual($0) }
    }
  }

  /// The members of a member that is an object; none where it is null, missing or an array, as PHP writes empty objects.
  static func members(_ name: StaticString, of members: [JSONMember], in line: [UInt8]) throws(JSONFailure)
    -> [JSONMember]
  {
    guard let member = member(name, of: members, in: line), member.kind == .object else { return [] }
    return try JSONReader.members(of: line, in: member.value)
  }

  /// The elements of a member that is an array; none where it is something else.
  static func elements(_ name: StaticString, of members: [JSONMember], in line: [UInt8]) throws(JSONFailure)
    -> [JSONElement]
  {
    guard let member = member(name, of: members, in: line), member.kind == .array else { return [] }
    return try JSONReader.elements(of: line, in: member.value)
  }

  /// The text of a member that is a string; nil where it is something else.
  static func text(_ name: StaticString, of members: [JSONMember], in line: [UInt8]) throws(JSONFailure) -> String? {
    guard let member = member(name, of: members, in: line), member.kind == .string else { return nil }
    return try text(at: member.value, in: line)
  }

  /// The text of a string.
  static func text(at range: Range<Int>, in line: [UInt8]) throws(JSONFailure) -> String {
    let bytes = try JSONReader.string(at: range, in: line, onInvalid: .fail)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSONFailure(byte: range.lowerBound, reason: .loneSurrogate)
    }
    return text
  }

  /// What a failure is to a person.
  static func explanation(_ failure: JSONFailure) -> String {
    failure.reason == .loneSurrogate ? "not UTF-8" : "not the JSON expected: \(failure.reason.rawValue)"
  }
}

extension SourcePosition {
  /// A place further on in the same line.
  func advanced(by count: Int) -> SourcePosition { SourcePosition(source: source, line: line, byte: byte + count) }
}
