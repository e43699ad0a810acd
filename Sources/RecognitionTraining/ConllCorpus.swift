import SystemPackage

/// A text with its names marked: sentences of words, each with an IOB2 tag.
struct ConllCorpus {
  struct Sentence {
    var words: [String]
    var tags: [String]
  }

  /// A name: its words, and what it is.
  struct Span: Hashable {
    var words: Range<Int>
    var type: String
  }

  var sentences: [Sentence]

  /// Reads a file of one word a line, the word first and its tag second, an empty line after each sentence.
  init(_ path: String) throws {
    var sentences: [Sentence] = []
    var sentence = Sentence(words: [], tags: [])
    for line in try Self.lines(path) {
      let cells = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
      if cells.count >= 2 {
        sentence.words.append(String(cells[0]))
        sentence.tags.append(String(cells[1]))
      } else if !sentence.words.isEmpty {
        sentences.append(sentence)
        sentence = Sentence(words: [], tags: [])
      }
    }
    if !sentence.words.isEmpty { sentences.append(sentence) }
    self.sentences = sentences
  }

  static func lines(_ path: String) throws -> [String] {
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}

extension ConllCorpus.Sentence {
  /// The words in one text, a space between two of them.
  struct Text {
    var bytes: [UInt8] = []
    /// Where each word begins.
    var starts: [Int] = []

    /// The word in which a byte stands.
    func word(at offset: Int) -> Int {
      var (low, high) = (0, starts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return low
    }
  }

  var text: Text {
    var text = Text()
    for word in words {
      if !text.bytes.isEmpty { text.bytes.append(UInt8(ascii: " ")) }
      text.starts.append(text.bytes.count)
      text.bytes += Array(word.utf8)
    }
    return text
  }

  /// The names of these types.
  func spans(of types: [String]) -> [ConllCorpus.Span] {
    var spans: [ConllCorpus.Span] = []
    var start = 0
    while start < tags.count {
      guard tags[start].hasPrefix("B-") else {
        start += 1
        continue
      }
      let type = String(tags[start].dropFirst(2))
      var end = start + 1
      while end < tags.count, tags[end] == "I-" + type { end += 1 }
      if types.contains(type) { spans.append(ConllCorpus.Span(words: start..<end, type: type)) }
      start = end
    }
    return spans
  }
}
