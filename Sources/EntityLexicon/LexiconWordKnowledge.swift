public import TextSegmentation

/// What an entity lexicon knows about words, for telling particles from letters: ولندن is و + لندن because لندن is a name.
public struct LexiconWordKnowledge: WordKnowledge {
  private let lexicon: EntityLexicon

  /// The knowledge of this lexicon.
  public init(_ lexicon: EntityLexicon) { self.lexicon = lexicon }

  /// 4 for every word that is a name by itself, since a lexicon has no frequencies; nil for others.
  public func frequency(ofKey key: UnsafeRawBufferPointer) -> Float? {
    let hash = LexiconImage.hash(key)
    for image in lexicon.images {
      if let word = image.word(key, hash: hash), let root = image.root(word), !image.nameReferences(root).isEmpty {
        return 4
      }
    }
    return nil
  }
}
