import Foundation

/// A line that `segment --format jsonl` wrote.
struct SegmentedDocument: Decodable {
  struct Part: Decodable {
    let start: Int
    let end: Int
    let text: String
    let kind: String
  }

  struct Segment: Decodable {
    let start: Int
    let end: Int
    let text: String
    let parts: [Part]?
  }

  let segments: [Segment]

  init(_ line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }
}
