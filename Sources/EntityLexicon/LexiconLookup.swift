/// Finds the rows of names that are given one at a time; one a task.
public final class LexiconLookup {
  /// The lexicons that are asked, in order.
  public let lexicon: EntityLexicon
  private let keys: LexiconKeys

  /// A lookup.
  ///
  /// - Throws: what keeps the segmenter or the normalizer from being made.
  public init(_ lexicon: EntityLexicon) throws {
    self.lexicon = lexicon
    keys = try LexiconKeys()
  }

  /// The row of an id, or the rows that have a name.
  ///
  /// - Throws: `LexiconImage.Failure` where an image is damaged.
  public func rows(for idOrName: String) throws -> [LexiconRow] {
    let row = lexicon.row(id: idOrName)
    try lexicon.throwIfDamaged()
    if let row { return [row] }
    return try rows(named: idOrName)
  }

  /// The rows that have a name, written in any way that the lookup folds; the more important lexicon's first.
  public func rows(named name: String) throws -> [LexiconRow] {
    let path = try keys.keys(of: name)
    let rows = lexicon.images.flatMap { image in
      image.references(path).map { image.row(of: image.nameReference(at: $0).entity) }
    }
    try lexicon.throwIfDamaged()
    return rows
  }
}
