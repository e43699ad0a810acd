import EntityLexicon
import TextModel
import TextSegmentation

@testable import EntityRecognition

/// Every name of an image by single look-ups, compared byte by byte and without any filter: what `CandidateFinder` must find in
/// languages that do not inflect names, but for words written together.
struct PlainCandidateFinder {
  private let image: LexiconImage
  private let view: TokenView
  private(set) var candidates: [Candidate] = []
  private(set) var contexts: [TokenContext]

  init(_ image: LexiconImage, _ view: TokenView) {
    self.image = image
    self.view = view
    contexts = [TokenContext](repeating: [], count: view.tokens.count)
    for index in view.tokens.indices where view.tokens[index].kind != .symbol {
      let key = Array(view.key(index))
      if follow(key, at: index, letters: 0) { continue }
      for split in Self.splits(of: key) {
        let rest = (split.restoresAlef ? Array(Proclitics.alef) : []) + key.dropFirst(split.keyCount)
        if follow(rest, at: index, letters: split.letterCount) { break }
      }
    }
  }

  private static func splits(of key: [UInt8]) -> [Proclitics.Split] {
    var splits: [Proclitics.Split] = []
    key.withUnsafeBytes { key in
      Proclitics.forEachSplit(of: key) {
        splits.append($0)
        return true
      }
    }
    return splits
  }

  private func word(_ key: some Sequence<UInt8>) -> UInt32? {
    Array(key).withUnsafeBytes { image.word($0, hash: LexiconImage.hash($0)) }
  }

  private func next(after index: Int) -> Int? {
    view.tokens.withUnsafeBufferPointer { tokens in
      view.keys.withUnsafeBytes { CandidateFinder.nextWord(tokens, $0, after: index) }
    }
  }

  /// Takes up every name that begins with a word; returns whether the word alone is an ordinary one.
  private mutating func follow(_ key: [UInt8], at first: Int, letters: Int) -> Bool {
    guard let word = word(key), var node = image.root(word) else { return false }
    var last = first
    var isOrdinary = take(node, first, last, letters)
    while let next = next(after: last), let word = self.word(view.key(next)), let child = image.child(node, word) {
      node = child
      last = next
      if take(node, first, last, letters) { isOrdinary = true }
    }
    return isOrdinary
  }

  private mutating func take(_ node: UInt32, _ first: Int, _ last: Int, _ letters: Int) -> Bool {
    var found: [Candidate] = []
    var demands: LexiconImage.NameConditions = []
    for name in image.nameReferences(node).prefix(64).map(image.nameReference(at:))
    where !name.conditions.contains(.persianText) {
      switch LexiconClass.all[Int(name.classCode)] {
      case .entity(let type):
        found.append(
          Candidate(
            first: first, last: last, procliticLetters: letters, image: 0, entity: name.entity, type: type,
            conditions: name.conditions))
      case .word:
        let isMaqsura = name.conditions.contains(.finalAlefMaqsura)
        guard last == first, !isMaqsura || view.original(last).suffix(2).elementsEqual([0xD9, 0x89]) else { break }
        demands.formUnion(isMaqsura ? [.needsContext, .onlyWithTitle] : .needsContext)
        contexts[last].insert(.ordinary)
      case let other: contexts[last].insert(TokenContext(other))
      }
    }
    for index in found.indices where !demands.isEmpty { found[index].conditions.formUnion(demands) }
    candidates += found
    return !demands.isEmpty
  }
}
