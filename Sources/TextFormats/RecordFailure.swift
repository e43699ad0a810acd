/// Why one record of a file did not become a document; the records after it are not touched by that.
public struct RecordFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the record.
  public enum Reason: Hashable, Sendable {
    /// The line is not a JSON object.
    case json(JSONFailure.Reason)
    /// The object has no member of this name.
    case missingMember(String)
    /// The member is of a type that it cannot be.
    case wrongType(member: String, expected: String, found: JSONMember.Kind)
    /// Not UTF-8 (or half of a surrogate pair in a JSON string), and the policy was `fail`.
    case invalidUTF8
    /// Longer than a record may be.
    case tooLong(maximum: Int)
    /// The row has more or fewer cells than the table's head.
    case cellCount(found: Int, expected: Int)
    /// A cell begins with a quotation mark and never ends.
    case unclosedQuotation
    /// A cell goes on behind its closing quotation mark.
    case textAfterQuotation
    /// No record of a web archive.
    case archive(ArchiveProblem)
  }

  /// Where the fault is.
  public let position: SourcePosition
  /// What is wrong.
  public let reason: Reason

  /// A failure at a place of a file.
  public init(position: SourcePosition, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// What is wrong, without the place.
  public var explanation: String {
    switch reason {
    case .json(let reason): "not a JSON object: \(reason.rawValue)"
    case .missingMember(let name): "no member \"\(name)\""
    case .wrongType(let name, let expected, let found):
      "the member \"\(name)\" is \(found.rawValue), not \(expected)"
    case .invalidUTF8: "not UTF-8"
    case .tooLong(let maximum): "longer than \(maximum) bytes"
    case .cellCount(let found, let expected): "\(found) cells, but the head has \(expected)"
    case .unclosedQuotation: "a quotation mark is not closed"
    case .textAfterQuotation: "something stands after a closing quotation mark"
    case .archive(let problem): "not a record of a web archive: \(problem.rawValue)"
    }
  }

  /// `news.jsonl: line 3, byte 127: no member "text"`.
  public var description: String { "\(position): \(explanation)" }
}
