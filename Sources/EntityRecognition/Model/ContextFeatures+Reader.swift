import TextModel

extension ContextFeatures {
  /// Reads the evidence of a document.
  struct Reader {
    let tokens: UnsafeBufferPointer<TokenEvidence>
    let names: UnsafeBufferPointer<NameEvidence>

    /// The features of a token. `words` describes the tokens; `sentence` are those of its sentence.
    func forEach(
      _ index: Int, in sentence: Range<Int>, _ words: some WordOutlines, _ sink: inout some FeatureSink
    ) {
      let word = words[token: index]
      let before = index > sentence.lowerBound ? words[token: index - 1] : nil
      let after = index + 1 < sentence.upperBound ? words[token: index + 1] : nil
      if before == nil { sink.add(.word, at: -1, 0) }
      if after == nil { sink.add(.word, at: 1, 0) }
      sink.add(.position, at: 0, UInt64(tokens[index].position))
      sink.add(.wordBefore, at: 0, (before?.word ?? 0) &+ word.word &* 31)
      sink.add(.wordAfter, at: 0, (after?.word ?? 0) &+ word.word &* 37)
      sink.add(.wordsAround, at: 0, (before?.word ?? 0) &+ (after?.word ?? 0) &* 41)
      let statistics = word.statistics
      if let before {
        sink.add(.suffixPair, at: 0, before.ending &+ word.ending &* 43)
        sink.add(.namePartPair, at: -1, statistics | before.statistics << 16)
      }
      if let after { sink.add(.namePartPair, at: 1, statistics | after.statistics << 16) }
      addNames(index, in: sentence, word, before?.word ?? 0, &sink)
      for offset in -3...2 where sentence.contains(index + offset) {
        var bits = tokens[index + offset].context.rawValue
        while bits != 0 {
          sink.add(.context, at: offset, UInt64(bits.trailingZeroBitCount))
          bits &= bits - 1
        }
      }
      let title = UInt64(tokens[index].title)
      if title != 0 {
        sink.add(.titleBefore, at: 0, title)
        sink.add(.titleAndNamePart, at: 0, title << 16 | UInt64(word.namePart) << 8 | UInt64(word.frequency))
      }
      if before != nil, tokens[index - 1].title != 0 { sink.add(.titleBefore, at: -1, UInt64(tokens[index - 1].title)) }
      let reach = max(sentence.lowerBound, index - ContextFeatures.headReach)
      var head = index - 1
      while head >= reach, tokens[head].context.isDisjoint(with: ContextFeatures.heads) { head -= 1 }
      if head >= reach {
        sink.add(.headBefore, at: head - index, words[token: head].stem)
        sink.add(.headBefore, at: 1, words[token: head].stem)
      }
      addWindow(index, in: sentence, words, &sink)
    }

    private func addNames(
      _ index: Int, in sentence: Range<Int>, _ word: WordDescription.Outline, _ before: UInt64,
      _ sink: inout some FeatureSink
    ) {
      for offset in -1...1 where sentence.contains(index + offset) {
        let token = tokens[index + offset]
        if token.firstName < 0, token.mention == 0 {
          sink.addNoName(at: offset)
          continue
        }
        var types: UInt64 = 0
        var next = token.firstName
        while next >= 0 {
          let name = names[Int(next)]
          next = name.next
          types |= 1 << (UInt64(name.type) * 2 + (name.ambiguity > 0 ? 1 : 0))
          if offset == 0 {
            sink.add(.lexiconName, at: 0, name.value)
            sink.add(
              .lexiconNameAndFrequency, at: 0, name.value << 16 | UInt64(word.frequency) << 8 | UInt64(word.namePart))
          } else {
            sink.add(.lexiconName, at: offset, UInt64(name.type) | UInt64(name.place) << 8)
          }
        }
        sink.add(.lexiconTypes, at: offset, types)
        let mention = UInt64(token.mention)
        sink.add(.mention, at: offset, offset == 0 ? mention : mention & 0x3FF)
        if offset == 0, mention != 0 { sink.add(.mentionAfterWord, at: 0, mention & 0x3FF | before << 10) }
      }
    }

    /// The words around what may be a name, which say what the sentence speaks of: sport, war, markets.
    private func addWindow(
      _ index: Int, in sentence: Range<Int>, _ words: some WordOutlines, _ sink: inout some FeatureSink
    ) {
      let word = words[token: index]
      var types: UInt64 = 0
      var next = tokens[index].firstName
      while next >= 0 {
        types |= 1 << UInt64(names[Int(next)].type)
        next = names[Int(next)].next
      }
      guard types != 0 || word.namePart > 0 && word.frequency < 5 else { return }
      let range =
        max(
          sentence.lowerBound, index - ContextFeatures.window)..<min(
          sentence.upperBound, index + ContextFeatures.window + 1)
      for other in range where other != index && words[token: other].length > 2 {
        sink.add(.windowWord, at: 0, words[token: other].stem &+ types)
      }
    }
  }
}

/// What other tokens' features ask of a document's words.
protocol WordOutlines {
  subscript(token index: Int) -> WordDescription.Outline { get }
}

extension WordDescription.Outline {
  /// How frequent it is, as a word and as a name.
  fileprivate var statistics: UInt64 { UInt64(namePart) | UInt64(frequency) << 8 }
}
