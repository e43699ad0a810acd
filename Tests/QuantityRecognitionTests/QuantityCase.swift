import ArabicNormalization
import QuantityRecognition
import Testing
import TextModel
import TextPipeline
import TextSegmentation

/// A text in which every quantity is marked: `[[surface|TYPE|value|English name]]`; `-` where it has none.
struct QuantityCase: Sendable, CustomTestStringConvertible {
  let marked: String
  init(_ marked: String) { self.marked = marked }
  var testDescription: String { marked }

  static let earlier: [any Stage] = [WordSegmentation(), SentenceSegmentation(), TokenNormalization(.search)]

  static func pipeline() throws -> Pipeline { Pipeline(stages: earlier + [try QuantityRecognition()]) }

  /// The text without the marks.
  var text: String {
    var text = ""
    for (index, part) in marked.split(separator: "[[", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        text += part
        continue
      }
      let pieces = part.split(separator: "]]", maxSplits: 1, omittingEmptySubsequences: false)
      text += pieces[0].prefix { $0 != "|" } + (pieces.count > 1 ? pieces[1] : "")
    }
    return text
  }

  func run() throws {
    let document = try Document(text: text)
    var found = ""
    var end = 0
    for entity in try Self.pipeline().annotate(document).entities {
      #expect(Self.violations(of: entity, in: document) == [])
      found += document.text(at: ByteRange(end, entity.range.lowerBound))
      found +=
        "[[\(document.text(at: entity.range))|\(entity.type.label)|\(entity.value ?? "-")|\(entity.name ?? "-")]]"
      end = entity.range.upperBound
    }
    found += document.text(at: ByteRange(end, document.bytes.count))
    let isRight = found.utf8.elementsEqual(marked.utf8)
    #expect(isRight, "\n  found    \(found)\n  expected \(marked)")
  }

  /// What holds for every quantity: a line for each promise that is broken.
  static func violations(of entity: Entity, in document: Document) -> [String] {
    var violations: [String] = []
    func require(_ condition: Bool, _ promise: String) {
      if !condition { violations.append("“\(document.text(at: entity.range))”: \(promise)") }
    }
    require([.date, .time, .money, .percent, .quantity].contains(entity.type), "is \(entity.type)")
    require(entity.evidence == .rule && entity.id == nil && entity.score == 1, "has other evidence")
    require(entity.value?.isEmpty != true && entity.name?.isEmpty != true, "has an empty value or name")
    require(entity.value?.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } != false, "has a value that is not ASCII")
    let before = ByteRange(entity.range.lowerBound - entity.proclitics.utf8.count, entity.range.lowerBound)
    require(document.text(at: before) == entity.proclitics, "has not “\(entity.proclitics)” before it")
    return violations
  }
}
