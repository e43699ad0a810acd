import Foundation

/// A line that `tag --format jsonl` wrote, as any reader of JSON sees it.
struct TaggedDocument: Decodable {
  struct Mention: Decodable {
    let start: Int
    let end: Int
    let text: String
    let type: String
    let name: String?
    let entity: String?
    let score: Double
    let proclitics: String?
    let value: String?
    let evidence: String
  }

  let entities: [Mention]

  init(_ line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }
}

/// A line that `transliterate --format jsonl` wrote.
struct SpelledName: Decodable {
  struct Candidate: Decodable {
    let text: String
    let score: Double
    let origin: String
  }

  let source: String?
  let candidates: [Candidate]

  init(_ line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }
}

/// A line that `--errors` wrote.
struct FailedRecord: Decodable, Equatable {
  let source: String
  let line: Int
  let byte: Int
  let reason: String

  init(_ line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }
}

/// The part of a text between two offsets, in a unit of offsets.
enum Slice {
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int, unit: String) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    switch unit {
    case "utf8":
      return start <= end && end <= bytes.count ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    case "utf16":
      let units = Array(text.utf16)
      return start <= end && end <= units.count ? String(decoding: units[start..<end], as: UTF16.self) : nil
    default:
      let scalars = Array(text.unicodeScalars)
      guard start <= end, end <= scalars.count else { return nil }
      var view = String.UnicodeScalarView()
      view += scalars[start..<end]
      return String(view)
    }
  }
}
