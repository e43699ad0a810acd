import EmbeddedLexicons

/// The lexicons that a recognizer asks, the most important first.
///
/// A user's own lexicons stand before the built-in one: where both know a name, the user's entry wins.
public struct EntityLexicon: Sendable {
  /// The images, in order of priority.
  public let images: [LexiconImage]

  /// The place of the built-in image among them, as many as there are images where it is not among them. Those before it are the
  /// user's own.
  public let builtInPlace: Int

  /// These images, the most important first; all of them the user's own.
  public init(images: [LexiconImage]) { self.init(images: images, builtInPlace: images.count) }

  private init(images: [LexiconImage], builtInPlace: Int) {
    self.images = images
    self.builtInPlace = builtInPlace
  }

  /// The lexicon that travels inside the program.
  ///
  /// - Throws: `LexiconImage.Failure` where the program was built with a broken image.
  public static func builtIn() throws(LexiconImage.Failure) -> EntityLexicon {
    EntityLexicon(images: [try builtInImage(verifyingChecksum: false)], builtInPlace: 0)
  }

  /// The image inside the program. Its checksum was verified by the tests that came with it.
  public static func builtInImage(verifyingChecksum: Bool) throws(LexiconImage.Failure) -> LexiconImage {
    let bytes = UnsafeRawBufferPointer(start: naqhara_entities_image(), count: naqhara_entities_image_size())
    return try LexiconImage(bytes: bytes, owner: nil, verification: verifyingChecksum ? .whole : .none)
  }

  /// This lexicon, with `images` before it.
  public func adding(_ images: [LexiconImage]) -> EntityLexicon {
    EntityLexicon(images: images + self.images, builtInPlace: builtInPlace + images.count)
  }

  /// The row of an id: the first image that has it.
  public func row(id: String) -> LexiconRow? {
    for image in images {
      if let entity = image.entity(id: id) { return image.row(of: entity) }
    }
    return nil
  }

  /// Tells whether a look-up met a damaged image: then what was looked up may be incomplete.
  ///
  /// - Throws: the `Failure` of that image.
  public func throwIfDamaged() throws(LexiconImage.Failure) {
    for image in images { try image.throwIfDamaged() }
  }
}

extension LexiconImage {
  /// The name references at the end of a path of keys.
  func references(_ path: [[UInt8]]) -> Range<Int> {
    var node: UInt32?
    for (index, key) in path.enumerated() {
      let known = key.withUnsafeBytes { word($0, hash: KeyHash.hash($0)) }
      guard let word = known else { return 0..<0 }
      if index == 0 { node = root(word) } else if let parent = node { node = child(parent, word) }
      if node == nil { return 0..<0 }
    }
    return node.map(nameReferences) ?? 0..<0
  }
}
